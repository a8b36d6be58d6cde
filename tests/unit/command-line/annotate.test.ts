import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { annotateCommand } from '../../../lib/command-line/annotate-command';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const sample = join(root, 'tests/fixtures/pages/sample-story.html');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsgloss-annotate-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

const annotate = (args: readonly string[], input = '') => annotateCommand(args, () => Buffer.from(input));

interface PrintedStory {
  file: string;
  date: string | null;
  text: string;
  mentions: {
    start: number;
    end: number;
    text: string;
    id: string;
    name: string;
    sense: string;
    why: { alias: string; rule: string; evidence: string[] };
  }[];
  silenced?: { text: string; reason: string }[];
}

function annotateJson(args: readonly string[], input = ''): PrintedStory[] {
  const { status, out, err } = annotate(['--json', ...args], input);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return JSON.parse(out) as PrintedStory[];
}

describe('npm run -s annotate', { timeout: 30_000 }, () => {
  const run = (args: readonly string[], input: string) =>
    spawnSync('npm', ['run', '-s', 'annotate', '--', ...args], { cwd: root, input, encoding: 'utf8' });

  it('prints JSON and nothing else on standard output', () => {
    const { status, stdout } = run(['--json', '-'], 'The Taliban entered Kabul.');
    const [story] = JSON.parse(stdout) as PrintedStory[];
    expect(story?.mentions.map((mention) => mention.text)).toEqual(['Taliban', 'Kabul']);
    expect(status).toBe(0);
  });

  it('ends with status 1 and an empty standard output at a bad file', () => {
    const { status, stdout, stderr } = run(['--json', 'missing.txt'], '');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^annotate: missing\.txt: .+$/m);
  });
});

describe('annotate', () => {
  it('prints an object a file, with mentions at their places in the text', () => {
    const text = write('a.txt', 'Taliban enter Kabul\n\nThe Taliban entered Kabul in August.\n');
    const stories = annotateJson([text, sample]);
    expect(stories.map((story) => story.file)).toEqual([text, sample]);
    for (const story of stories) {
      expect(Object.keys(story)).toEqual(['file', 'date', 'text', 'mentions']);
      expect(story.mentions.length).toBeGreaterThan(2);
      for (const mention of story.mentions) {
        expect(Object.keys(mention)).toEqual(['start', 'end', 'text', 'id', 'name', 'sense', 'why']);
        expect(Object.keys(mention.why)).toEqual(['alias', 'rule', 'evidence']);
        expect(story.text.slice(mention.start, mention.end)).toBe(mention.text);
      }
    }
    expect(stories[0]?.text).toBe(readFileSync(text, 'utf8'));
    expect(stories[0]?.mentions.map((mention) => mention.id)).toContain('taliban');
    expect(stories[1]?.date).toBe('2021-11-19');
  });

  it('counts in the file as it is, with its byte order mark and its line ends', () => {
    const content = '\ufeffA 😀 headline\r\n\r\nThe Taliban\r\nentered.\r\n';
    const [story] = annotateJson([write('bom.txt', content)]);
    expect(story?.text).toBe(content);
    expect(story?.mentions.map((m) => [m.start, m.text])).toEqual([[content.indexOf('Taliban'), 'Taliban']]);
  });

  it('reads the same page from a file, a zipped file and standard input', () => {
    const page = readFileSync(sample);
    const zipped = write('story.html.gz', gzipSync(page));
    const [plain, unzipped] = annotateJson([sample, zipped]);
    const [piped] = annotateJson(['-'], page.toString('utf8'));
    expect(unzipped).toEqual({ ...plain, file: zipped });
    expect(piped).toEqual({ ...plain, file: '-' });
  });

  it.each([
    ['UTF-8 that the page does not declare', '', 'utf8'],
    ['an encoding that it declares', '<meta charset="iso-8859-1">', 'latin1'],
  ] as const)('reads a page in %s', (_, meta, encoding) => {
    const page = `<html><head>${meta}</head><body><p>J\u{e4}ger spoke in Kabul, caf\u{e9} by caf\u{e9}.</p></body></html>`;
    const [story] = annotateJson([write('encoded.html', Buffer.from(page, encoding))]);
    expect(story?.text).toBe('J\u{e4}ger spoke in Kabul, caf\u{e9} by caf\u{e9}.');
  });

  it('leaves out what is not the story: navigation, forms, asides, editable text, code', () => {
    const [story] = annotateJson([sample]);
    expect(story?.text).toContain('The Taliban’s aims end');
    for (const foreign of ['Search Kabul', 'price of cement', 'I think that', 'const group', 'Bureaus']) {
      expect(story?.text).not.toContain(foreign);
    }
  });

  it('dates a text, and not a page that has a date', () => {
    const text = write('undated.txt', 'Kabul.\n');
    expect(annotateJson(['--date', '2015-02-03', text, sample]).map((story) => story.date)).toEqual([
      '2015-02-03',
      '2021-11-19',
    ]);
    expect(annotateJson([text])[0]?.date).toBeNull();
  });

  it('takes entries from glossary files, in the place of those with the same id', () => {
    const glossary = write(
      'own.json',
      JSON.stringify({
        format: 'newsgloss-glossary',
        version: 1,
        entries: [
          { id: 'zorbania', kind: 'place', name: 'Zorbania' },
          { id: 'taliban', kind: 'group', name: 'Students of Zorbania' },
        ],
      }),
    );
    const [story] = annotateJson(['--glossary', glossary, '-'], 'The Taliban never came to Zorbania itself.');
    expect(story?.mentions.map((mention) => mention.id)).toEqual(['zorbania']);
  });

  it('explains what it left alone', () => {
    const [story] = annotateJson(['--explain', '-'], 'Imports under HTS heading 8703 pay a tariff.');
    expect(story?.mentions).toEqual([]);
    expect(story?.silenced?.[0]?.text).toBe('HTS');
    expect(story?.silenced?.[0]?.reason).not.toBe('');
  });

  it('prints a table for people', () => {
    const { status, out } = annotate(['-'], 'The Taliban entered Kabul.');
    expect(status).toBe(0);
    expect(out).toMatch(/^- · no date · 2 names, 2 mentions\n/);
    expect(out).toMatch(/^4–11 +Taliban +Taliban +sure +alias “Taliban”/m);
  });

  it('prints the names that it knows, without bare surnames', () => {
    const { out } = annotate(['--names']);
    const names = JSON.parse(out) as string[];
    expect(names).toEqual(expect.arrayContaining(['Taliban', 'Michael Kugelman', 'ISIS-K']));
    expect(names).not.toContain('Kugelman');
    expect(new Set(names).size).toBe(names.length);
  });

  it('says in its help what needs layout', () => {
    expect(annotate(['--help'])).toMatchObject({ status: 0, out: expect.stringContaining('without layout') });
  });

  it.each([
    ['a file that is not there', () => ['missing.txt']],
    ['a folder', () => [folder]],
    ['a text that is not UTF-8', () => [write('latin1.txt', Uint8Array.of(0x4b, 0xe4, 0x62))]],
    ['a broken zip', () => [write('broken.html.gz', 'no zip')]],
    ['one bad file among good ones', () => [sample, 'missing.txt']],
    ['a glossary that is not JSON', () => ['--glossary', write('x.json', '{'), sample]],
    ['a glossary with a fault', () => ['--glossary', write('y.json', '{"format":"x"}'), sample]],
    ['a day that does not exist', () => ['--date', '2021-02-30', sample]],
    ['an option that does not exist', () => ['--nonsense', sample]],
    ['nothing to do', () => []],
  ])('answers %s with one line on standard error', (_, args) => {
    const { status, out, err } = annotate(['--json', ...args()]);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(/^annotate: .+\n$/);
  });
});
