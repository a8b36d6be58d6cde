/** What is in the packed extension: what it needs, nothing else, and the same bytes whenever and wherever it is built. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runtimePackages } from '../../lib/packaging/licences';
import packageFile from '../../package.json';
import { builtFolder, type Target } from './built-extension';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Files below a folder, in order. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

/** Everything that the package may hold beside what it carries over from `public` as it stands. */
const MADE = [
  /^manifest\.json$/,
  /^(?:background|card|gate|reader|take-over)\.js$/,
  /^(?:glossary-editor|options|popup|welcome)\.html$/,
  /^chunks\/[a-z-]+-[\w-]{8}\.js$/,
  /^assets\/[a-z-]+-[\w-]{8}\.(?:css|js)$/,
  /^glossary\/(?:index|places)\.bin$/,
  /^maps\/[a-z0-9-]+\.json$/,
  /^common-words\.txt$/,
  /^licences\.txt$/,
];
const TARGETS = ['chrome', 'firefox'] as const;

describe.each(TARGETS)('the package for %s', (target: Target) => {
  const folder = builtFolder(target);
  const files = filesIn(folder);
  const carried = new Set(filesIn(`${root}public`));
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const scripts = files.filter((file) => file.endsWith('.js'));

  it('holds what is in public as it stands, what the build makes, and nothing else', () => {
    const altered = [...carried].filter(
      (file) =>
        !files.includes(file) ||
        !readFileSync(join(folder, file)).equals(readFileSync(`${root}public/${file}`)),
    );
    expect(altered).toEqual([]);
    expect(files.filter((file) => !carried.has(file) && !MADE.some((form) => form.test(file)))).toEqual([]);
    expect(files.filter((file) => /^(?:maps|glossary)\//.test(file)).length).toBeGreaterThan(20);
    console.log(
      `${target}: ${files.length} files, ${(files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0) / 1e6).toFixed(1)} MB`,
    );
  });

  it('tells nothing of the machine on which it was built, and brings no map of its source', () => {
    for (const file of files.filter((one) => /\.(?:js|css|html|json|txt)$/.test(one))) {
      const text = read(file);
      expect([file, text.includes(root)]).toEqual([file, false]);
      expect([file, /sourceMappingURL|node_modules\/\./.test(text)]).toEqual([file, false]);
    }
  });

  it('makes no code of texts', () => {
    for (const script of scripts)
      expect([script, /\beval\(|new Function\(|importScripts\(/.test(read(script))]).toEqual([script, false]);
  });

  it('has nothing in the scripts of web pages that could ask the network', () => {
    for (const script of ['card.js', 'gate.js', 'reader.js', 'take-over.js'])
      expect(read(script)).not.toMatch(
        /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|new Image\b|import\(/,
      );
  });

  it('asks the network nowhere for an address of the web', () => {
    const asked = scripts.flatMap((script) =>
      [
        ...read(script).matchAll(
          /\b(?:fetch|WebSocket|EventSource|sendBeacon)\(\s*[`"']((?:https?|wss?):[^`"']*)/g,
        ),
      ].map(([, address]) => `${script}: ${address}`),
    );
    expect(asked).toEqual([]);
  });

  it('names the licence of each package that is in it', () => {
    const licences = read('licences.txt');
    for (const name of runtimePackages()) expect(licences).toContain(`${name} `);
    for (const name of Object.keys(packageFile.dependencies)) expect(runtimePackages()).toContain(name);
  });
});

it.each(TARGETS)(
  'a second build for %s, in another zone and language, has the same bytes',
  { timeout: 300_000 },
  (target) => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'newsgloss-build-'));
    try {
      const script = fileURLToPath(new URL('./build-elsewhere.mts', import.meta.url));
      const run = spawnSync(process.execPath, ['--import', 'tsx', script, target, elsewhere], {
        cwd: root,
        encoding: 'utf8',
        env: {
          ...process.env,
          TZ: 'Asia/Kathmandu',
          LANG: 'de_DE.UTF-8',
          NODE_ENV: 'production',
          VITEST: undefined,
        },
      });
      expect(run.status, `${run.stdout}${run.stderr}`).toBe(0);
      const digest = (folder: string) =>
        filesIn(folder).map(
          (file) =>
            `${createHash('sha256')
              .update(readFileSync(join(folder, file)))
              .digest('hex')} ${file}`,
        );
      expect(digest(join(elsewhere, `${target}-mv3`))).toEqual(digest(builtFolder(target)));
    } finally {
      rmSync(elsewhere, { recursive: true, force: true });
    }
  },
);

it('each runtime package is pinned, and named with its reason in the policy', () => {
  const policy = readFileSync(`${root}docs/dependencies.md`, 'utf8');
  for (const [name, version] of Object.entries(packageFile.dependencies)) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(policy).toContain(`| \`${name}\` |`);
  }
  for (const name of runtimePackages()) expect(policy).toContain(`\`${name}\``);
});
