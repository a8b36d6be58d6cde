/** Imports of many entries: one step, written in pieces, whole or not at all. */
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { EntryEdit } from '../../../lib/glossary/entry-edits';
import { importRecords } from '../../../lib/store/import-records';
import { type Database, PIECE_RECORDS } from '../../../lib/store/layout';
import { openDatabase } from '../../../lib/store/open-database';
import { UserGlossary } from '../../../lib/store/user-glossary';
import type { StepWatch } from '../../../lib/store/write-step';
import { allRows, freshDatabases } from '../fresh-database';
import { entry } from '../matching/test-glossary';

const MANY = PIECE_RECORDS * 3 + 1;

let db: Database;
let store: UserGlossary;
beforeEach(async () => {
  freshDatabases();
  fakeBrowser.reset();
  ({ db } = await openDatabase(() => undefined));
  store = new UserGlossary();
});

const unwatched: StepWatch = { onProgress: () => undefined, isCancelled: () => false };
const added = (i: number, name = `Own ${i}`): [string, EntryEdit] => {
  const id = `own-${i}`;
  return [id, { id, added: entry(id, 'term', name), under: null, changes: [], hidden: false }];
};
const many = (from = 0, count = MANY) =>
  new Map<string, EntryEdit | null>(Array.from({ length: count }, (_, i) => added(from + i)));
const plan = async (records: ReadonlyMap<string, EntryEdit | null>) => ({
  ...{ edition: await store.edition(), records, fileName: 'names.csv' },
});
const undo = async () => {
  const { undo: step } = await store.history();
  return step && store.undo(step);
};
const ids = async () => (await store.load()).edits.map(({ id }) => id).sort();

describe('an import of many entries', () => {
  it('is one step, told as it goes, and undone and done again by one', async () => {
    const told: number[] = [];
    const watch = { ...unwatched, onProgress: (written: number) => told.push(written) };
    await store.add(entry('mine', 'term', 'Mine'), null);
    expect(await importRecords(db, await plan(many()), watch)).toMatchObject({ outcome: 'written' });
    expect(told).toEqual([PIECE_RECORDS, PIECE_RECORDS * 2, PIECE_RECORDS * 3, MANY]);
    const all = await ids();
    expect(all).toHaveLength(MANY + 1);
    expect((await store.history()).undo?.label).toEqual({ action: 'import', about: 'names.csv' });
    expect(await undo()).toMatchObject({ outcome: 'written' });
    expect(await ids()).toEqual(['mine']);
    expect(await store.redo(await store.history())).toMatchObject({ outcome: 'written' });
    expect(await ids()).toEqual(all);
  });

  it('changes and takes away as well as it adds, and undo brings all back', async () => {
    await importRecords(db, await plan(many()), unwatched);
    const before = await allRows();
    const records = many(MANY, MANY);
    for (let i = 0; i < MANY; i++) records.set(`own-${i}`, i % 2 === 0 ? null : added(i, `New ${i}`)[1]);
    await importRecords(db, await plan(records), unwatched);
    expect(await ids()).toHaveLength(MANY + Math.floor(MANY / 2));
    await undo();
    expect((await allRows()).stores.edits).toEqual(before.stores.edits);
  });

  it.each([0, 1, 3])('called off after %i pieces leaves nothing behind', async (pieces) => {
    await store.add(entry('mine', 'term', 'Mine'), null);
    const before = await allRows();
    const edition = await store.edition();
    let written = 0;
    const watch = { onProgress: () => written++, isCancelled: () => written === pieces };
    expect(await importRecords(db, await plan(many()), watch)).toEqual({ outcome: 'cancelled' });
    expect(await allRows()).toEqual(before);
    expect(await store.edition()).toBe(edition);
    expect(await importRecords(db, await plan(many()), unwatched)).toMatchObject({ outcome: 'written' });
  });

  it('worked out before another page wrote something is not written', async () => {
    const planned = await plan(many());
    await store.add(entry('mine', 'term', 'Mine'), null);
    const before = await allRows();
    expect(await importRecords(db, planned, unwatched)).toEqual({ outcome: 'moved' });
    expect(await allRows()).toEqual(before);
  });

  it('that changes nothing is no step', async () => {
    expect(await importRecords(db, await plan(new Map()), unwatched)).toEqual({ outcome: 'unchanged' });
    expect((await store.history()).undo).toBeNull();
  });

  it('sets aside what lies there and cannot be read', async () => {
    await db.put('edits', { broken: true }, 'own-7');
    await importRecords(db, await plan(many()), unwatched);
    expect((await allRows()).stores.aside.map(({ value }) => value)).toMatchObject([
      { key: 'own-7', raw: { broken: true } },
    ]);
  });

  it('with a damaged piece is not undone in part', async () => {
    await importRecords(db, await plan(many()), unwatched);
    await db.put('pieces', [{ id: 'own-1' }], [1, 2]);
    const before = await allRows();
    await expect(undo()).rejects.toMatchObject({ failure: 'damaged' });
    expect(await allRows()).toEqual(before);
  });

  it('gives up its pieces with the step, once something else is done instead', async () => {
    await importRecords(db, await plan(many()), unwatched);
    await undo();
    await store.add(entry('mine', 'term', 'Mine'), null);
    expect((await allRows()).stores.pieces).toEqual([]);
  });
});
