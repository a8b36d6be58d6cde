import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cycleAmongRooms, importFaults, importsOf, ROOMS } from './architecture/import-rules';

const root = new URL('../../', import.meta.url);
/** What git holds or would take; a file that was just removed is not there to be read. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((path) => path !== '' && existsSync(new URL(path, root)));
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

const isModule = (path: string) => /\.(?:ts|tsx|js|mjs)$/.test(path);
const isProduct = (path: string) => /^(?:entrypoints|components|lib)\//.test(path) && isModule(path);

describe('imports', () => {
  it('go from entrypoints to components to lib, and among the rooms of lib as the table says', () => {
    const product = new Map(files.filter(isProduct).map((path) => [path, read(path)]));
    expect(product.size).toBeGreaterThan(0);
    expect(importFaults(product)).toEqual([]);
  });

  it('make no cycle among the rooms', () => {
    expect(cycleAmongRooms(ROOMS)).toBeNull();
    expect(cycleAmongRooms({ a: ['b'], b: ['c'], c: ['b'] })).toBe('b → c → b');
  });

  it.each([
    ['lib/page/x.ts', "import { Card } from '../../components/card/card';", 'lib may not import components'],
    ['components/x.tsx', "import '../entrypoints/popup/main';", 'components may not import entrypoints'],
    ['entrypoints/x.ts', "export { x } from '../tests/unit/x';", 'entrypoints may not import tests'],
    [
      'lib/text/x.ts',
      "import type { Entry } from '../glossary/schema';",
      'lib/text may not import lib/glossary',
    ],
    ['lib/text/x.ts', "import * as v from 'valibot';", 'lib/text imports no package'],
    ['lib/hover/x.ts', "const x = await import('../page/ranges');", 'lib/hover may not import lib/page'],
    [
      'lib/glossary/x.ts',
      "import {\n  annotate,\n} from '../matching/annotate';",
      'may not import lib/matching',
    ],
    ['lib/page/x.ts', "import x from 'webextension-polyfill';", 'only lib/platform may import the polyfill'],
    [
      'lib/matching/x.ts',
      "import { readFileSync } from 'node:fs';",
      'only lib/command-line and lib/cartography and lib/packaging run in Node',
    ],
    [
      'entrypoints/x.ts',
      "import '../lib/command-line/annotate';",
      'no part of the product imports lib/command-line',
    ],
    [
      'lib/desk/x.ts',
      "import '../cartography/prepare-maps';",
      'no part of the product imports lib/cartography',
    ],
    ['lib/helpers/x.ts', '', 'lib/helpers is no room'],
  ])('are refused: %s with %j', (path, source, fault) => {
    expect(importFaults(new Map([[path, source]])).join('\n')).toContain(fault);
  });

  it.each([
    ["import a from './a';", 'lib/text/a'],
    ["import type { A } from '../a/b';", 'lib/a/b'],
    ["import style from './card.css?inline';", 'lib/text/card.css'],
    ["export * from './a';", 'lib/text/a'],
    ["// import a from './a';", undefined],
    ["/* import a from './a'; */", undefined],
  ])('are read from %j', (source, target) => {
    expect(importsOf('lib/text/x.ts', source)[0]?.target).toBe(target);
  });
});

/** All that may lie at the top; a new room is a decision, not an accident. */
const TOP_LEVEL = new Set([
  ...['entrypoints', 'components', 'lib', 'public', 'tests', 'docs', '.ci'],
  ...['package.json', 'package-lock.json', '.npmrc', '.gitignore', 'tsconfig.json', 'biome.json'],
  ...['wxt.config.ts', 'vitest.config.ts', 'knip.json'],
  ...['README.md', 'ARCHITECTURE.md', 'EDITORIAL.md', 'SECURITY.md', 'PRIVACY.md', 'LICENSE'],
]);

const isText = (path: string) => !/\.(?:png|gz|ico|jpg|woff2)$/.test(path);
/** C0 and C1 controls but for tab, line feed and the carriage return of test data; bidi controls; the byte order mark. */
const FORBIDDEN_CHARACTERS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;
/** Folders of one machine; split so that this file does not hold what it forbids. */
const MACHINE_PATHS = new RegExp(
  [
    ['', 'home', ''],
    ['', 'Users', ''],
    ['', 'work', ''],
    ['', 'root', ''],
  ]
    .map((p) => `["'\`\\s(=]${p.join('/')}`)
    .join('|'),
);

describe('files', () => {
  it('lie in a known place', () => {
    const strays = files.filter((path) => !TOP_LEVEL.has(path.split('/')[0] ?? ''));
    expect(strays).toEqual([]);
  });

  it('hold no control or bidi characters', () => {
    expect(files.filter(isText).filter((path) => FORBIDDEN_CHARACTERS.test(read(path)))).toEqual([]);
  });

  it('hold no paths of one machine', () => {
    expect(files.filter(isText).filter((path) => MACHINE_PATHS.test(read(path)))).toEqual([]);
  });

  it.each([0x202e, 0x07, 0x85, 0x2066])('would be refused with character %i', (code) => {
    expect(FORBIDDEN_CHARACTERS.test(`a${String.fromCodePoint(code)}b`)).toBe(true);
  });
});
