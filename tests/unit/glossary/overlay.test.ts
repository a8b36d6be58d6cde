import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  type EntryEdit,
  placeKey,
  readEntryEdit,
  sameValue,
  valueAt,
} from '../../../lib/glossary/entry-edits';
import { addEntry, editPlaces, setHidden, settleConflict } from '../../../lib/glossary/make-edit';
import { groundOf, overlay } from '../../../lib/glossary/overlay';
import { type Entry, entrySchema } from '../../../lib/glossary/schema';
import { type Action, action, bundled, editsAfter, update } from './overlay-arbitraries';

const actions = fc.array(action, { maxLength: 12 });
const bytes = (value: unknown) => JSON.stringify(value);
const placeOfAction = (one: Action) => `${one.id} ${'place' in one ? placeKey(one.place) : 'hidden'}`;

describe('laws of the overlay', () => {
  it('without edits the bundled glossary comes back byte for byte, the same objects', () => {
    fc.assert(
      fc.property(bundled, (entries) => {
        const { entries: shown, conflicts } = overlay(entries, [], []);
        expect(bytes(shown)).toBe(bytes(entries));
        expect(shown.every((entry, i) => entry === entries[i])).toBe(true);
        expect(conflicts).toEqual([]);
      }),
    );
  });

  it('putting every place back to what it was leaves no record, and the bundled glossary', () => {
    fc.assert(
      fc.property(bundled, actions, (entries, done) => {
        const back = done.map((one): Action => {
          if ('hidden' in one) return { id: one.id, hidden: false };
          const entry = entries.find(({ id }) => id === one.id) ?? null;
          return { ...one, mine: valueAt(entry, one.place) };
        });
        const edits = editsAfter(entries, [...done, ...back]);
        expect(edits).toEqual([]);
        expect(bytes(overlay(entries, [], edits).entries)).toBe(bytes(entries));
      }),
    );
  });

  it('no edit is lost by any update: each changed value is in force, or listed beside the one that is', () => {
    fc.assert(
      fc.property(bundled, update, actions, (before, after, done) => {
        const edits = editsAfter(before, done);
        const kept = bytes(edits);
        const { entries, conflicts } = overlay(after, [], edits);
        const ground = groundOf(after, []);
        expect(bytes(edits)).toBe(kept);
        for (const edit of edits) {
          const id = ground.idNow(edit.id);
          const shown = entries.find((entry) => entry.id === id);
          const isHidden = edits.some((one) => one.hidden && ground.idNow(one.id) === id);
          if (!isHidden && edit.changes.length > 0) expect(shown).toBeDefined();
          for (const change of edit.changes) {
            const isInForce = shown !== undefined && sameValue(valueAt(shown, change), change.mine);
            const isListed = conflicts.some(
              (one) => one.recordId === edit.id && sameValue(one.mine, change.mine),
            );
            expect(isInForce || isListed || isHidden).toBe(true);
          }
          if (edit.hidden && edits.length === 1) expect(shown).toBeUndefined();
        }
      }),
      { numRuns: 500 },
    );
  });

  it('lists a difference exactly where an update changed what the user changed, to something else', () => {
    fc.assert(
      fc.property(bundled, bundled, actions, (before, after, done) => {
        const edits = editsAfter(before, done);
        const { conflicts } = overlay(after, [], edits);
        const expected = edits.flatMap((edit) => {
          const ground = after.find(({ id }) => id === edit.id);
          if (!ground) return edit.changes.length > 0 ? [`${edit.id} whole`] : [];
          return edit.changes
            .filter((one) => !sameValue(valueAt(ground, one), one.base))
            .filter((one) => !sameValue(valueAt(ground, one), one.mine))
            .map((one) => `${edit.id} ${placeKey(one)}`);
        });
        const listed = conflicts.map((one) => `${one.entryId} ${one.place ? placeKey(one.place) : 'whole'}`);
        expect(listed.sort()).toEqual(expected.sort());
      }),
    );
  });

  it('the order of edits of different places does not matter', () => {
    const independent = fc.uniqueArray(action, { maxLength: 10, selector: placeOfAction });
    const shuffled = independent.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(bundled, update, shuffled, (before, after, [one, other]) => {
        const byId = (edits: EntryEdit[]) => edits.sort((a, b) => (a.id < b.id ? -1 : 1));
        const first = byId(editsAfter(before, one));
        const second = byId(editsAfter(before, other));
        expect(bytes(second)).toBe(bytes(first));
        expect(bytes(overlay(after, [], [...second].reverse()))).toBe(bytes(overlay(after, [], first)));
      }),
    );
  });

  it('what comes out fits the schema, and records come back from JSON as they were', () => {
    fc.assert(
      fc.property(bundled, update, actions, (before, after, done) => {
        const edits = editsAfter(before, done);
        for (const entry of overlay(after, [], edits).entries) {
          expect(v.safeParse(entrySchema, entry).issues).toBeUndefined();
        }
        for (const edit of edits) {
          const read = readEntryEdit(JSON.parse(bytes(edit)));
          expect(read.fault).toBeNull();
          expect(read.edit).toEqual(edit);
        }
      }),
    );
  });

  it('settling every difference leaves none, whichever side is taken', () => {
    fc.assert(
      fc.property(bundled, bundled, actions, fc.boolean(), (before, after, done, takesMine) => {
        let edits = editsAfter(before, done);
        const take = takesMine ? 'mine' : 'theirs';
        for (const conflict of overlay(after, [], edits).conflicts) {
          const record = edits.find(({ id }) => id === conflict.recordId) ?? null;
          const ground = after.find(({ id }) => id === conflict.entryId) ?? null;
          const settled = settleConflict(record, ground, conflict.place, conflict.mine, take);
          if (settled.outcome === 'edited') {
            edits = edits.filter(({ id }) => id !== conflict.recordId);
            if (settled.record) edits.push(settled.record);
          }
        }
        expect(overlay(after, [], edits).conflicts).toEqual([]);
      }),
    );
  });
});

const taliban = v.parse(entrySchema, {
  id: 'taliban',
  kind: 'group',
  name: 'Taliban',
  summary: 'An Islamist movement.',
  aliases: [{ key: 'afghan', text: 'Afghan Taliban' }],
  short: [{ text: 'Talibs' }, { text: 'Talibs', lang: 'de' }],
});
const summary = { field: 'summary', member: null } as const;

function edited(...done: Parameters<typeof editPlaces>): EntryEdit {
  const decision = editPlaces(...done);
  if (decision.outcome !== 'edited' || !decision.record) throw new Error(decision.outcome);
  return decision.record;
}

describe('an edit', () => {
  it('made from what is no longer there is told both sides, and changes nothing', () => {
    const record = edited(null, 'taliban', taliban, [{ ...summary, from: taliban.summary, mine: 'Mine.' }]);
    const late = editPlaces(record, 'taliban', taliban, [
      { ...summary, from: taliban.summary, mine: 'Late.' },
    ]);
    expect(late).toEqual({ outcome: 'clash', clashes: [{ place: summary, mine: 'Late.', theirs: 'Mine.' }] });
  });

  it('that another made already is no clash', () => {
    const record = edited(null, 'taliban', taliban, [{ ...summary, from: taliban.summary, mine: 'Mine.' }]);
    const same = editPlaces(record, 'taliban', taliban, [
      { ...summary, from: taliban.summary, mine: 'Mine.' },
    ]);
    expect(same).toEqual({ outcome: 'unchanged' });
  });

  it('of two short forms that differ in language alone changes the one that it names', () => {
    const german = { field: 'short', member: 'de:Talibs' } as const;
    const record = edited(null, 'taliban', taliban, [{ ...german, from: taliban.short[1], mine: undefined }]);
    expect(overlay([taliban], [], [record]).entries[0]?.short).toEqual([taliban.short[0]]);
  });

  it.each([
    [{ field: 'name', member: null }, undefined],
    [{ field: 'kind', member: null }, 'planet'],
    [{ field: 'summary', member: null }, 'x'.repeat(181)],
    [
      { field: 'aliases', member: 'afghan' },
      { key: 'other', text: 'Afghan Taliban' },
    ],
  ] as const)('of %j to %j is refused', (place, mine) => {
    const from = valueAt(taliban, place);
    expect(editPlaces(null, 'taliban', taliban, [{ ...place, from, mine }])).toMatchObject({
      outcome: 'invalid',
    });
  });
});

describe('an entry', () => {
  it('that the user edited stays as she had it when an update drops it', () => {
    const record = edited(null, 'taliban', taliban, [{ ...summary, from: taliban.summary, mine: 'Mine.' }]);
    const { entries, conflicts } = overlay([], [], [record]);
    expect(entries).toEqual([{ ...taliban, summary: 'Mine.' }]);
    expect(conflicts).toMatchObject([{ place: null, base: taliban, theirs: undefined, inForce: 'mine' }]);
  });

  it('that the user added stays hers when an update brings one of that id, which is listed', () => {
    const own: Entry = { ...taliban, name: 'My Taliban' };
    const added = addEntry(null, null, own);
    if (added.outcome !== 'edited' || !added.record) throw new Error(added.outcome);
    const { entries, conflicts } = overlay([taliban], [], [added.record]);
    expect(entries).toEqual([own]);
    expect(conflicts).toMatchObject([{ place: null, mine: own, theirs: taliban }]);
  });

  it('that is hidden stays hidden under its new id', () => {
    const hidden = setHidden(null, 'taliban', true);
    if (hidden.outcome !== 'edited' || !hidden.record) throw new Error(hidden.outcome);
    const renamed = { ...taliban, id: 'afghan-taliban', formerIds: ['taliban'] };
    expect(overlay([renamed], [], [hidden.record]).entries).toEqual([]);
  });

  it('made of two by an update keeps the edits of both, and lists where they differ', () => {
    const other = { ...taliban, id: 'talibs' };
    const one = edited(null, 'taliban', taliban, [{ ...summary, from: taliban.summary, mine: 'One.' }]);
    const two = edited(null, 'talibs', other, [{ ...summary, from: other.summary, mine: 'Two.' }]);
    const joined = { ...taliban, formerIds: ['talibs'] };
    const { entries, conflicts } = overlay([joined], [], [two, one]);
    expect(entries[0]?.summary).toBe('One.');
    expect(conflicts).toMatchObject([
      { recordId: 'talibs', mine: 'Two.', theirs: 'One.', inForce: 'theirs' },
    ]);
  });

  it('of a later layer takes the place of an earlier one, under the edits', () => {
    const layered = { ...taliban, summary: 'The desk’s.', name: 'Taliban movement' };
    const record = edited(null, 'taliban', layered, [{ ...summary, from: layered.summary, mine: 'Mine.' }]);
    expect(overlay([taliban], [[layered]], [record]).entries).toEqual([{ ...layered, summary: 'Mine.' }]);
  });
});

describe('layers', () => {
  const one = (id: string, name: string, formerIds: readonly string[] = []) =>
    v.parse(entrySchema, { id, kind: 'group', name, formerIds });
  const names = (entries: readonly Entry[]) => entries.map(({ name }) => name);

  it('take the whole place of what lies beneath, each of what is below it', () => {
    const bundledOnes = [one('a', 'A'), one('b', 'B')];
    const [lower, upper] = [[one('b', 'B lower'), one('c', 'C lower')], [one('c', 'C upper')]];
    expect(names(overlay(bundledOnes, [lower, upper], []).entries)).toEqual(['A', 'B lower', 'C upper']);
    expect(names(overlay(bundledOnes, [upper, lower], []).entries)).toEqual(['A', 'B lower', 'C lower']);
  });

  it('do not part an edit from its entry, though they know nothing of its earlier id', () => {
    const ground = [one('taliban', 'Taliban', ['taleban'])];
    const hidden: EntryEdit = { id: 'taleban', added: null, under: null, changes: [], hidden: true };
    expect(names(overlay(ground, [[one('taliban', 'Desk’s Taliban')]], [hidden]).entries)).toEqual([]);
  });
});
