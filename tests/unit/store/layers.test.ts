/** Shared glossaries in the store: taken, put in order, left, each by one step that can be undone. */
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Entry } from '../../../lib/glossary/schema';
import { type PlannedLayer, writeLayer } from '../../../lib/store/layers';
import { MOST_IN_JOURNAL, PIECE_RECORDS } from '../../../lib/store/layout';
import { openDatabase } from '../../../lib/store/open-database';
import { UserGlossary } from '../../../lib/store/user-glossary';
import { allRows, freshDatabases, golden, layDatabase } from '../fresh-database';
import { entry } from '../matching/test-glossary';

let store: UserGlossary;
beforeEach(async () => {
  freshDatabases();
  fakeBrowser.reset();
  store = new UserGlossary();
  await store.edition();
});

const DESK = 'https://desk.example/names.json';
const WIRE = 'https://wire.example/names.json';
const term = (id: string, name = id, formerIds: readonly string[] = []) =>
  entry(id, 'term', name, [], { formerIds: [...formerIds] });
const entriesBy = (entries: readonly Entry[]) =>
  new Map(entries.map((one): [string, Entry | null] => [one.id, one]));
const plan = (address: string, entries: PlannedLayer['entries'], more: Partial<PlannedLayer> = {}) => ({
  ...{ from: null, address, title: `Title of ${address}`, version: 'v1', isTrusted: null, entries },
  ...more,
});
const join = (address: string, ...entries: Entry[]) => store.writeLayer(plan(address, entriesBy(entries)));

/** Each layer's entries as `id name`, the lowest layer first. */
const layered = async () =>
  (await store.layered()).map(({ layer, entries }) => [
    layer.address,
    entries.map(({ id, name }) => `${id} ${name}`),
  ]);
const undo = async () => {
  const { undo: step } = await store.history();
  return step && store.undo(step);
};
const stored = async () => {
  const { layers, layered: entries } = (await allRows()).stores;
  return { layers, entries };
};
const touchedBy = async (act: () => Promise<unknown>) => {
  const before = await store.edition();
  await act();
  return (await store.changesSince(before))?.ids.sort();
};

describe('a shared glossary', () => {
  it('is taken, updated and left by one step each, and every step can be undone and done again', async () => {
    const states = [await stored()];
    const act = async (work: () => Promise<unknown>) => {
      expect(await work()).toMatchObject({ outcome: 'written' });
      states.push(await stored());
    };
    await act(() => join(DESK, term('a'), term('b')));
    await act(() =>
      store.writeLayer(
        plan(DESK, new Map([...entriesBy([term('a', 'A two'), term('c')]), ['b', null]]), {
          ...{ from: 'v1', version: 'v2' },
        }),
      ),
    );
    expect(await layered()).toEqual([[DESK, ['a A two', 'c c']]]);
    await act(() => store.trustLayer(DESK, true));
    await act(() => join(WIRE, term('a', 'A of the wire')));
    await act(() => store.moveLayer(WIRE, 'down'));
    await act(() => store.leaveLayer(DESK));
    expect(await layered()).toEqual([[WIRE, ['a A of the wire']]]);
    const labels: (string | undefined)[] = [];
    for (const state of states.slice(0, -1).reverse()) {
      labels.push((await store.history()).undo?.label?.action);
      await undo();
      expect(await stored()).toEqual(state);
    }
    expect(labels).toEqual(['leave', 'order', 'join', 'trust', 'update', 'join']);
    for (const state of states.slice(1)) {
      await store.redo(await store.history());
      expect(await stored()).toEqual(state);
    }
  });

  it('is one step however large it is, and comes back whole', async () => {
    const many = Array.from({ length: PIECE_RECORDS * 2 + 1 }, (_, i) => term(`t-${i}`));
    await join(DESK, ...many);
    expect(await store.layers()).toMatchObject([{ address: DESK, count: many.length, isTrusted: false }]);
    await store.leaveLayer(DESK);
    expect(await store.layers()).toEqual([]);
    expect((await stored()).entries).toEqual([]);
    await undo();
    expect(await store.layerEntries(DESK)).toHaveLength(many.length);
  });

  it('called off while it is written leaves nothing behind', async () => {
    const { db } = await openDatabase(() => undefined);
    const many = Array.from({ length: PIECE_RECORDS * 2 }, (_, i) => term(`t-${i}`));
    let asked = 0;
    const watch = { onProgress: () => undefined, isCancelled: () => ++asked > 1 };
    const before = await allRows();
    expect(await writeLayer(db, plan(DESK, entriesBy(many)), watch)).toEqual({ outcome: 'cancelled' });
    expect(await allRows()).toEqual(before);
    db.close();
  });

  it('is not written over by who has seen an earlier version of it', async () => {
    await join(DESK, term('a'));
    const before = await stored();
    for (const from of [null, 'v0'])
      expect(await store.writeLayer(plan(DESK, new Map(), { from, version: 'v2' }))).toEqual({
        outcome: 'moved',
      });
    expect(await store.leaveLayer(WIRE)).toEqual({ outcome: 'moved' });
    expect(await store.moveLayer(DESK, 'up')).toEqual({ outcome: 'moved' });
    expect(await store.trustLayer(DESK, false)).toEqual({ outcome: 'unchanged' });
    expect(await stored()).toEqual(before);
  });

  it('is found by present and former ids, the lowest layer first', async () => {
    await join(DESK, term('a', 'Lower', ['a-old']), term('b'));
    await join(WIRE, term('a', 'Upper'), term('c'));
    const found = async (...ids: string[]) =>
      (await store.someLayered(ids)).map(({ entries }) => entries.map(({ name }) => name));
    expect(await found('a')).toEqual([['Lower'], ['Upper']]);
    expect(await found('a-old', 'c')).toEqual([['Lower'], ['c']]);
    expect(await found('nobody')).toEqual([[], []]);
  });

  it('names the entries that are others now, so that who follows need read no more', async () => {
    expect(await touchedBy(() => join(DESK, term('a', 'A', ['a-old']), term('b')))).toEqual([
      'a',
      'a-old',
      'b',
    ]);
    expect(await touchedBy(() => join(WIRE, term('a', 'Other')))).toEqual(['a']);
    expect(await touchedBy(() => store.trustLayer(WIRE, true))).toEqual([]);
    expect(await touchedBy(() => store.moveLayer(WIRE, 'down'))).toEqual(['a', 'a-old', 'b']);
    expect(await touchedBy(() => store.leaveLayer(DESK))).toEqual(['a', 'a-old', 'b']);
    expect(await touchedBy(async () => undo())).toEqual(['a', 'a-old', 'b']);
    const many = Array.from({ length: MOST_IN_JOURNAL + 1 }, (_, i) => term(`t-${i}`));
    expect(await touchedBy(() => join('https://many.example/', ...many))).toBeUndefined();
  });

  it('is left alone by snapshots and backups of the user’s own', async () => {
    await join(DESK, term('a'));
    await store.add(term('mine'), null);
    const file = (await store.exportAll()).join('');
    expect(file).toContain(DESK);
    await store.leaveLayer(DESK);
    await store.importAll(file, 'backup.json');
    expect(await store.layers()).toEqual([]);
    expect((await store.load()).edits.map(({ id }) => id)).toEqual(['mine']);
  });

  it('whose entry cannot be read is there without it, and undo sets that aside', async () => {
    await layDatabase(golden(3));
    const rows = await allRows();
    const [address] = (await store.layers()).map((layer) => layer.address);
    if (!address) throw new Error('the golden database has a layer');
    const broken = { id: 'broken', name: 7 };
    await layDatabase({
      ...rows,
      stores: {
        ...rows.stores,
        layered: [...rows.stores.layered, { key: [address, 'broken'], value: broken }],
      },
    });
    store = new UserGlossary();
    const readable = rows.stores.layered.length;
    expect((await store.layered())[0]?.entries).toHaveLength(readable);
    await store.leaveLayer(address);
    const { aside } = (await allRows()).stores;
    expect(aside.map(({ value }) => value)).toContainEqual(expect.objectContaining({ raw: broken }));
    await undo();
    expect((await store.layered())[0]?.entries).toHaveLength(readable);
  });
});
