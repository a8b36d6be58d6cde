/** Files that are made to break whoever reads them: refused with the reason, in steps and memory that have bounds. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { candidatesOf, openFile, type Source } from '../../../lib/exchange/open-file';
import { groundOf } from '../../../lib/glossary/overlay';
import { countSteps } from './count-steps';
import { HOSTILE_FILES, type HostileFile } from './hostile-files';

const isSoak = process.env.NEWSGLOSS_SOAK !== undefined;
const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'] as const;

/** The first reason why a file, or its first entry, is refused; null where all is taken. */
function reasonOf(source: Source): string | null {
  const reading = openFile(source);
  if ('fault' in reading) return reading.fault.code;
  for (const { faults } of candidatesOf(reading, groundOf([], []))) if (faults[0]) return faults[0].code;
  return null;
}

describe('keys of the language itself', () => {
  afterEach(() => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
  const value = '{"polluted":1}';
  const entry = (more: string) =>
    `{"format":"newsgloss-glossary","version":1,"entries":[{"id":"a","kind":"term","name":"A"${more}}]}`;

  it.each(KEYS)('%s is refused wherever an entry could hold it', (key) => {
    const places = [
      `,"${key}":${value}`,
      `,"ownScript":{"text":"A","lang":"ar","${key}":${value}}`,
      `,"aliases":[{"key":"k","text":"B","${key}":${value}}]`,
      `,"facts":[{"key":"k","type":"event","text":"B","sources":[],"${key}":${value}}]`,
      `,"sources":[{"ref":"s","title":"S","publisher":"S","url":"https://example.org/","${key}":${value}}]`,
    ];
    expect(places.map((place) => reasonOf(entry(place)))).toEqual(places.map(() => 'unknown'));
  });

  it.each(KEYS)(
    '%s around the entries, as a name, id, column, language or element changes nothing',
    (key) => {
      const ownKey = `{"${key}":${value},"format":"newsgloss-glossary","version":1,"entries":[{"id":"a","kind":"term","name":"A"}]}`;
      expect(reasonOf(ownKey)).toBeNull();
      expect(reasonOf(`name,${key},kind\n${key},x,term\n`)).toBeNull();
      expect(reasonOf(`${key}\n${key}\n`)).toBeNull();
      expect(reasonOf(`id,name,kind\n${key},A,term\nb,B,${key}\n`)).not.toBeNull();
      const tbx = `<tbx><text><body><conceptEntry id="${key}"><descrip type="${key}">x</descrip><langSec xml:lang="${key}"><termSec><term>A</term><${key}>x</${key}></termSec></langSec></conceptEntry></body></text></tbx>`;
      expect(reasonOf(tbx)).toBeNull();
    },
  );
});

describe('files that are large, deep or without end', () => {
  const short = 60_000;
  // One is refused for its length alone, and has no shorter form.
  const ofAnyLength = (Object.keys(HOSTILE_FILES) as HostileFile[]).filter(
    (name) => HOSTILE_FILES[name].make(short).length < 2 * short,
  );
  it.each(ofAnyLength)('%s is refused in as many steps as it is long', (name) => {
    const { make, reason } = HOSTILE_FILES[name];
    const texts = [short, 2 * short].map((length) => make(length));
    const steps = texts.map((text) => countSteps(() => expect(reasonOf(text)).toBe(reason)));
    const perCharacter = steps.map((count, i) => count / (texts[i]?.length ?? 1));
    console.log(
      `${name}: ${reason}; ${perCharacter.map((one) => one.toFixed(2)).join(' and ')} steps a character`,
    );
    expect(Math.max(...perCharacter)).toBeLessThan(60);
    // Twice the file takes at most twice the steps, and a little.
    expect((steps[1] ?? 0) / (steps[0] ?? 1)).toBeLessThan(2.2);
  });

  const [megabytes, heapMb] = isSoak ? [100, 2_000] : [4, 300];
  it(`${megabytes} MB of each are refused within ${heapMb} MB of memory`, { timeout: 900_000 }, () => {
    const reader = fileURLToPath(new URL('./read-hostile-file.ts', import.meta.url));
    const run = spawnSync(
      process.execPath,
      [`--max-old-space-size=${heapMb}`, '--import', 'tsx', reader, String(megabytes)],
      { encoding: 'utf8' },
    );
    console.log(run.stdout.trim());
    const reasons = Object.entries(HOSTILE_FILES).map(([name, { reason }]) => `${name}: ${reason}`);
    expect(run.stdout.trim().split('\n').slice(0, -1), run.stderr.slice(0, 400)).toEqual(reasons);
    expect(run.status).toBe(0);
  });
});
