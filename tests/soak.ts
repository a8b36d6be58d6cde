/**
 * `npm run soak`: kills, races, a full disk, 100,000 records, attacks, hostile pages and 2,000 stories, in full and in
 * both browsers. Takes some hours and prints its figures; what fails is done once, and what comes after it is done
 * all the same. `NEWSGLOSS_SEED=7 npm run soak` repeats a run. `npm run soak -- 0.02` does a fiftieth of what is
 * counted, to see that it works, and `npm run soak -- long-reading races` the files of these names.
 */
import { spawnSync } from 'node:child_process';
import { ensureBrowsers } from './browsers/install';

const wishes = process.argv.slice(2);
const share = wishes.find((wish) => Number(wish) > 0) ?? '1';
const names = wishes.filter((wish) => wish !== share);

ensureBrowsers(['chromium', 'firefox']);
const env = { ...process.env, NEWSGLOSS_SOAK: share, WXT_TELEMETRY_DISABLED: '1' };

const run = (...command: string[]): boolean =>
  spawnSync('npx', ['--no-install', ...command], {
    cwd: new URL('../', import.meta.url),
    stdio: 'inherit',
    env,
  }).status === 0;

/** The files of a project in these folders, or those of them that were asked for. */
function soak(project: string, folders: readonly string[], ...options: readonly string[]): boolean {
  const named = folders.flatMap((folder) => names.map((name) => `${folder}/${name}`));
  return run(
    ...['vitest', 'run', '--project', project, '--retry=0', ...options],
    ...(named.length > 0 ? [...named, '--passWithNoTests'] : folders),
  );
}

const outcomes = [
  soak('unit', ['tests/unit/hard', 'tests/unit/exchange'], '--testTimeout=3600000'),
  run('wxt', 'build') &&
    run('wxt', 'build', '-b', 'firefox') &&
    soak('e2e', ['tests/e2e/durability', 'tests/e2e/hard']),
];
process.exitCode = outcomes.every(Boolean) ? 0 : 1;
