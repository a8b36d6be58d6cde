import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { sameValue } from '../../../lib/glossary/entry-edits';
import { type Entry, entrySchema } from '../../../lib/glossary/schema';
import { changedFields, differenceOf, isSuspect } from '../../../lib/sharing/difference';
import type { RefusedEntry, SharedFile } from '../../../lib/sharing/read-shared';

const person = (id: string, name = `Name of ${id}`, more: object = {}): Entry =>
  v.parse(entrySchema, { id, kind: 'person', name, ...more });
const mapOf = (entries: readonly Entry[]) => new Map(entries.map((entry) => [entry.id, entry]));
const file = (entries: readonly Entry[], refused: readonly RefusedEntry[] = []): SharedFile => ({
  ...{ title: null, version: 'v2', refused },
  entries: mapOf(entries),
});
const refusedOne = (id: string | null): RefusedEntry => ({ id, name: 'Odd', faults: [] });
const summary = (difference: ReturnType<typeof differenceOf>) =>
  difference.rows.map(({ id, change }) => `${change} ${id}`);

describe('what an update changes', () => {
  const before = mapOf([person('a'), person('b'), person('c')]);

  it.each<[string, SharedFile, string[], string[]]>([
    ['the same', file([person('a'), person('b'), person('c')]), ['same a', 'same b', 'same c'], []],
    ['another order', file([person('c'), person('b'), person('a')]), ['same c', 'same b', 'same a'], []],
    ['one more', file([person('d'), ...before.values()]), ['new d', 'same a', 'same b', 'same c'], ['d']],
    [
      'one otherwise',
      file([person('a'), person('b', 'B'), person('c')]),
      ['same a', 'changed b', 'same c'],
      ['b'],
    ],
    ['one less', file([person('a'), person('c')]), ['same a', 'same c', 'gone b'], ['b']],
    [
      'one with a fault',
      file([person('a'), person('c')], [refusedOne('b')]),
      ['same a', 'same c', 'refused b'],
      [],
    ],
    [
      'one that nobody knows, with a fault',
      file([...before.values()], [refusedOne(null)]),
      ['same a', 'same b', 'same c', 'refused null'],
      [],
    ],
  ])('%s', (_, offered, rows, written) => {
    const difference = differenceOf(before, offered);
    expect(summary(difference)).toEqual(rows);
    expect([...difference.entries.keys()]).toEqual(written);
  });

  const entry = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    name: fc.constantFrom('One', 'Two'),
  });
  const entries = fc
    .uniqueArray(entry, { selector: ({ id }) => id })
    .map((all) => all.map(({ id, name }) => person(id, name)));
  const ids = fc.uniqueArray(fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e'));

  it('written, leads from what was there to what was sent, and leaves alone what was refused', () => {
    fc.assert(
      fc.property(entries, entries, ids, (known, sent, faulty) => {
        const offered = file(
          sent.filter(({ id }) => !faulty.includes(id)),
          faulty.map(refusedOne),
        );
        const { entries: changes, counts, rows } = differenceOf(mapOf(known), offered);
        const after = mapOf(known);
        for (const [id, to] of changes) {
          if (to) after.set(id, to);
          else after.delete(id);
        }
        const kept = known.filter(({ id }) => faulty.includes(id));
        const wanted = mapOf([...offered.entries.values(), ...kept]);
        expect(new Set(after.keys())).toEqual(new Set(wanted.keys()));
        for (const [id, one] of wanted) expect(sameValue(after.get(id), one)).toBe(true);
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
        // Taken once, there is nothing left of it.
        expect(differenceOf(after, offered).entries.size).toBe(0);
      }),
    );
  });

  it('is told field by field, whatever the order of properties', () => {
    const one = person('a', 'A', { summary: 'Old.', coordinates: { latitude: 1, longitude: 2 } });
    const other = person('a', 'B', {
      background: [{ text: 'More.' }],
      coordinates: { longitude: 2, latitude: 1 },
    });
    expect(changedFields(one, other)).toEqual([
      { field: 'name', before: 'A', after: 'B' },
      { field: 'summary', before: 'Old.', after: undefined },
      { field: 'background', before: [], after: [{ text: 'More.', sources: [] }] },
    ]);
  });

  it('of a new entry is all that it says', () => {
    expect(changedFields(null, person('a', 'A', { summary: 'New.' }))).toEqual([
      { field: 'kind', before: undefined, after: 'person' },
      { field: 'familiarity', before: undefined, after: 'regular' },
      { field: 'name', before: undefined, after: 'A' },
      { field: 'summary', before: undefined, after: 'New.' },
    ]);
  });

  it('is suspect where something is refused, or more than half would go', () => {
    const suspect = (offered: SharedFile) => isSuspect(differenceOf(before, offered));
    expect(suspect(file([person('a', 'A'), person('b', 'B'), person('c', 'C')]))).toBe(false);
    expect(suspect(file([person('a'), person('b')]))).toBe(false);
    expect(suspect(file([person('a')]))).toBe(true);
    expect(suspect(file([...before.values()], [refusedOne('d')]))).toBe(true);
  });
});
