/**
 * Brings `node_modules` in step with `package-lock.json`: the first step of `npm start` and
 * `npm test`, so that a fresh clone needs nothing by hand. Plain Node, since no package is there yet.
 * Folders given as arguments, which have packages and a lock of their own, are brought in step too.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const project = new URL('../', import.meta.url);
const folders = ['.', ...process.argv.slice(2)].map((folder) => new URL(`${folder}/`, project));
const OLDEST_NODE = [20, 19];

/** The lock's `packages`, or null where the file is missing or cut short. */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/** True when each locked package is installed at its locked version; those for other platforms may be absent. */
function isInstalled(folder) {
  const locked = readPackages(new URL('package-lock.json', folder));
  // npm's own record of what it has put into node_modules.
  const present = readPackages(new URL('node_modules/.package-lock.json', folder));
  if (!locked || !present) return false;
  return Object.entries(locked).every(([path, wanted]) => {
    if (path === '') return true;
    const found = present[path];
    return found ? found.version === wanted.version : wanted.optional === true;
  });
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  console.error(`Node ${OLDEST_NODE.join('.')} or later is needed; this is ${process.versions.node}.`);
  process.exit(1);
}
for (const folder of folders) {
  if (isInstalled(folder)) continue;
  console.error('Installing packages (npm ci) …');
  const run = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
