/** Many records at a time: what is written, whatever lies between them, and in how many requests. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { EntryEdit } from '../../../lib/glossary/entry-edits';
import { importRecords } from '../../../lib/store/import-records';
import { type Database, PIECE_RECORDS } from '../../../lib/store/layout';
import { openDatabase } from '../../../lib/store/open-database';
import { UserGlossary } from '../../../lib/store/user-glossary';
import { freshDatabases } from '../fresh-database';
import { entry } from '../matching/test-glossary';

let db: Database;
let store: UserGlossary;
beforeEach(begin);
afterEach(() => vi.restoreAllMocks());

async function begin() {
  freshDatabases();
  fakeBrowser.reset();
  ({ db } = await openDatabase(() => undefined));
  store = new UserGlossary();
}

const unwatched = { onProgress: () => undefined, isCancelled: () => false };
const edit = (id: string, name: string): EntryEdit => ({
  ...{ id, added: entry(id, 'term', name), under: null, changes: [], hidden: false },
});
const write = async (records: ReadonlyMap<string, EntryEdit | null>) =>
  importRecords(db, { edition: await store.edition(), records, fileName: 'names.csv' }, unwatched);
const undo = async () => {
  const { undo: step } = await store.history();
  if (step) await store.undo(step);
};
const stored = async () => new Map((await store.load()).edits.map((one) => [one.id, one.added?.name]));

/** How often each of these methods is called from now on. */
function counted(...methods: ('get' | 'getAll' | 'put' | 'delete')[]) {
  const spies = methods.map((method) => vi.spyOn(IDBObjectStore.prototype, method));
  return () => methods.map((_, i) => spies[i]?.mock.calls.length ?? 0);
}

describe('records of a step', () => {
  it('are those that were wanted, and before it again once it is undone, whatever lies between', async () => {
    const id = fc.integer({ min: 0, max: 99 }).map((number) => `own-${number}`);
    const some = (least: number) => fc.uniqueArray(id, { minLength: least, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(some(0), some(0), some(0), async (first, changed, gone) => {
        await begin();
        await write(new Map(first.map((one) => [one, edit(one, 'First')])));
        const before = await stored();
        expect([...before.keys()].sort()).toEqual([...first].sort());
        const wanted = new Map<string, EntryEdit | null>(gone.map((one) => [one, null]));
        for (const one of changed) wanted.set(one, edit(one, 'Second'));
        await write(wanted);
        const expected = new Map(before);
        for (const [one, now] of wanted) {
          if (now) expected.set(one, 'Second');
          else expected.delete(one);
        }
        const sorted = (map: ReadonlyMap<string, unknown>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
        expect(sorted(await stored())).toEqual(sorted(expected));
        if (wanted.size > 0) await undo();
        expect(sorted(await stored())).toEqual(sorted(before));
      }),
      { numRuns: 15 },
    );
  });

  it('are looked up by the piece and not one by one, and go by the piece where nothing lies between', async () => {
    const pieces = 3;
    const ids = Array.from({ length: PIECE_RECORDS * pieces }, (_, i) => `own-${i}`);
    const written = counted('get');
    await write(new Map(ids.map((id) => [id, edit(id, 'Own')])));
    const [gets = 0] = written();
    expect(gets).toBeLessThan(20);
    vi.restoreAllMocks();
    const undone = counted('get', 'getAll', 'delete');
    await undo();
    for (const count of undone()) expect(count).toBeLessThan(20);
    expect(await stored()).toEqual(new Map());
  });
});
