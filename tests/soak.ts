/**
 * `npm run soak`: kills, races, a full disk, 100,000 records, attacks, hostile pages and 2,000 stories, in full and in
 * both browsers. Takes some hours and prints its figures. `NEWSGLOSS_SEED=7 npm run soak` repeats a run.
 */
import { spawnSync } from 'node:child_process';
import { ensureBrowsers } from './browsers/install';

ensureBrowsers(['chromium', 'firefox']);
const env = { ...process.env, NEWSGLOSS_SOAK: '1', WXT_TELEMETRY_DISABLED: '1' };
const commands = [
  ['wxt', 'build'],
  ['wxt', 'build', '-b', 'firefox'],
  ['vitest', 'run', '--project', 'unit', 'tests/unit/hard', '--testTimeout=3600000'],
  ['vitest', 'run', '--project', 'e2e', 'tests/e2e/durability', 'tests/e2e/hard'],
];
for (const command of commands) {
  const run = spawnSync('npx', ['--no-install', ...command], {
    cwd: new URL('../', import.meta.url),
    stdio: 'inherit',
    env,
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
