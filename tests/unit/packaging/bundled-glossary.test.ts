import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BEATS } from '../../../lib/glossary/beats';
import type { Entry } from '../../../lib/glossary/schema';
import { readBundledGlossary, withEntries } from '../../../lib/packaging/bundled-glossary';

describe('the bundled glossary', () => {
  it('is made of the files that the extension loads, all of them', () => {
    const files = readdirSync(new URL('../../../public/glossary/', import.meta.url));
    expect(files.sort()).toEqual(BEATS.map((beat) => `${beat}.json`).sort());
  });

  it('gives each id once', () => {
    const ids = readBundledGlossary().map((entry) => entry.id);
    expect(ids.length).toBeGreaterThan(44);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('added entries', () => {
  it('come after the others, or where the entry of the same id was', () => {
    const entry = (id: string, name: string) => ({ id, name }) as Entry;
    const known = [entry('kabul', 'Kabul'), entry('herat', 'Herat')];
    expect(withEntries(known, [entry('ghor', 'Ghor'), entry('kabul', 'Cabul')]).map((e) => e.name)).toEqual([
      'Cabul',
      'Herat',
      'Ghor',
    ]);
  });
});
