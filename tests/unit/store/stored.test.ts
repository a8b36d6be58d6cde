/** What is found in the database: of every version, altered by hand, from the future, or not to be had. */
import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { overlay } from '../../../lib/glossary/overlay';
import { entrySchema } from '../../../lib/glossary/schema';
import { MIGRATIONS, type Migration, versionOf } from '../../../lib/store/migrations';
import { openDatabase } from '../../../lib/store/open-database';
import { UserGlossary } from '../../../lib/store/user-glossary';
import { allRows, freshDatabases, type Golden, golden, layDatabase } from '../fresh-database';

beforeEach(() => {
  freshDatabases();
  fakeBrowser.reset();
});

const taliban = v.parse(entrySchema, {
  id: 'taliban',
  kind: 'group',
  name: 'Taliban',
  summary: 'An Islamist movement.',
});
const target = { id: 'taliban', ground: taliban };
const name = { field: 'name', member: null } as const;
const nothing = () => undefined;

/** The version that the layout has now. */
const LATEST = versionOf(MIGRATIONS);

/** A golden database with some rows of one store replaced, as by hand. */
function altered(store: keyof Golden['stores'], change: (value: unknown, key: unknown) => unknown): Golden {
  const base = golden(LATEST);
  const rows = base.stores[store].map(({ key, value }) => ({ key, value: change(value, key) }));
  return { ...base, stores: { ...base.stores, [store]: rows } };
}

describe.each(MIGRATIONS.map(({ version }) => version))('a database of version %i', (version) => {
  it('opens with all that it holds', async () => {
    await layDatabase(golden(version));
    const store = new UserGlossary();
    const { edits, faults } = await store.load();
    expect(faults).toEqual([]);
    const { entries } = overlay([taliban], [], edits);
    expect(entries.map((entry) => [entry.id, entry.name, entry.summary])).toEqual([
      ['taliban', 'Taliban', 'Rules Afghanistan.'],
      ['own-term', 'Own term', undefined],
    ]);
    expect(edits.find(({ id }) => id === 'kabul')?.hidden).toBe(true);
  });

  it('can be undone to its first step, and done again', async () => {
    await layDatabase(golden(version));
    const store = new UserGlossary();
    const before = (await store.load()).edits;
    let steps = 0;
    for (let history = await store.history(); history.undo; history = await store.history()) {
      await store.undo(history.undo);
      steps++;
    }
    expect((await store.load()).edits).toEqual([]);
    for (; steps > 0; steps--) await store.redo(await store.history());
    expect((await store.load()).edits).toEqual(before);
  });

  it('has a snapshot that can be restored', async () => {
    await layDatabase(golden(version));
    const store = new UserGlossary();
    const { snapshots } = await store.history();
    // An older database got one more when it was brought to the present layout.
    const snapshot = snapshots.find(({ reason }) => reason !== 'migration');
    if (!snapshot) throw new Error('the golden database has one');
    expect(await store.restore(snapshot)).toMatchObject({ outcome: 'written' });
    expect((await store.load()).edits.map(({ id }) => id)).toEqual(['taliban']);
  });
});

describe('a record that cannot be read', () => {
  const broken = { id: 'taliban', changes: 'all' };
  const breakRecord = altered('edits', (value, key) => (key === 'taliban' ? broken : value));

  it('is reported, stays where it is, and leaves the others alone', async () => {
    await layDatabase(breakRecord);
    const store = new UserGlossary();
    const { edits, faults } = await store.load();
    expect(faults).toMatchObject([{ id: 'taliban', fault: expect.stringContaining('added') }]);
    expect(edits.map(({ id }) => id)).toEqual(['kabul', 'own-term']);
    expect((await allRows()).stores.edits).toEqual(breakRecord.stores.edits);
  });

  it('is in the exported file', async () => {
    await layDatabase(breakRecord);
    const file = JSON.parse((await new UserGlossary().exportAll()).join(''));
    expect(file.stores.edits).toContainEqual({ key: 'taliban', value: broken });
  });

  it('is kept aside when an edit, an undo or a restore takes its place', async () => {
    const actions = {
      edit: (store: UserGlossary) =>
        store.edit(target, 'Taliban', [{ ...name, from: 'Taliban', mine: 'Talibs' }]),
      undo: async (store: UserGlossary) => {
        for (let { undo } = await store.history(); undo; { undo } = await store.history())
          await store.undo(undo);
      },
      restore: async (store: UserGlossary) => {
        const [snapshot] = (await store.history()).snapshots;
        if (snapshot) await store.restore(snapshot);
      },
    };
    for (const act of Object.values(actions)) {
      freshDatabases();
      await layDatabase(breakRecord);
      await act(new UserGlossary());
      const { aside } = (await allRows()).stores;
      expect(aside.map(({ value }) => value)).toMatchObject([{ key: 'taliban', raw: broken }]);
    }
  });
});

describe('other rows that cannot be read', () => {
  it('a head: steps and edits count on', async () => {
    const base = altered('meta', () => ({ revision: 'many' }));
    await layDatabase(base);
    const store = new UserGlossary();
    expect((await store.load()).edits).toHaveLength(3);
    const { undo } = await store.history();
    if (!undo) throw new Error('the steps are there');
    expect(await store.undo(undo)).toMatchObject({ outcome: 'written' });
    expect((await allRows()).stores.aside.map(({ value }) => value)).toMatchObject([
      { key: 'head', raw: { revision: 'many' } },
    ]);
  });

  it('a step: it is not undone in part, and all stays as it is', async () => {
    const base = altered('steps', (value) => ({ ...(value as object), records: [{ id: 'taliban' }] }));
    await layDatabase(base);
    const store = new UserGlossary();
    const { undo } = await store.history();
    if (!undo) throw new Error('there is a step');
    await expect(store.undo(undo)).rejects.toMatchObject({ failure: 'damaged' });
    expect((await allRows()).stores).toEqual(base.stores);
  });

  it('a snapshot: it is not restored in part', async () => {
    await layDatabase(altered('contents', (value) => [...(value as unknown[]), { id: 'half' }]));
    const store = new UserGlossary();
    const [snapshot] = (await store.history()).snapshots;
    if (!snapshot) throw new Error('there is one');
    await expect(store.restore(snapshot)).rejects.toMatchObject({ failure: 'damaged' });
    expect((await store.load()).edits).toHaveLength(3);
  });
});

describe('a migration', () => {
  const next = (run: Migration['run']): Migration[] => [
    ...MIGRATIONS,
    { version: versionOf(MIGRATIONS) + 1, date: '2027-01-01', run },
  ];
  const renameAll = next(async (_db, tx) => {
    const edits = tx.objectStore('edits');
    for (const key of await edits.getAllKeys())
      await edits.put({ ...((await edits.get(key)) as object), migrated: true }, key);
  });

  it('comes after a snapshot of what it found', async () => {
    await layDatabase(golden(1));
    const { db } = await openDatabase(nothing, renameAll);
    expect(db.version).toBe(versionOf(MIGRATIONS) + 1);
    db.close();
    const { edits, snapshots, contents } = (await allRows()).stores;
    expect(edits.every(({ value }) => (value as { migrated?: boolean }).migrated)).toBe(true);
    expect(snapshots.at(-1)?.value).toMatchObject({ reason: 'migration', version: 1, count: 3 });
    expect(contents.at(-1)?.value).toEqual(golden(1).stores.edits.map(({ value }) => value));
  });

  it('that fails leaves the database as it was, snapshot and all', async () => {
    await layDatabase(golden(1));
    const failing = next(async (_db, tx) => {
      await tx.objectStore('edits').clear();
      throw new Error('a fault in the migration');
    });
    await expect(openDatabase(nothing, failing)).rejects.toMatchObject({ failure: 'failed' });
    expect(await allRows()).toEqual({ layout: 1, stores: golden(1).stores });
  });

  it('asks older pages to let go of the database, and is done once', async () => {
    await layDatabase(golden(1));
    const older = new UserGlossary();
    await older.load();
    const run = vi.fn();
    const opened = await Promise.all([openDatabase(nothing, next(run)), openDatabase(nothing, next(run))]);
    expect(run).toHaveBeenCalledOnce();
    for (const { db } of opened) db.close();
  });

  it('that another page blocks is given up with a reason', async () => {
    await layDatabase(golden(1));
    const stubborn = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('newsgloss');
      request.onsuccess = () => resolve(request.result);
    });
    await expect(openDatabase(nothing, next(nothing), 50)).rejects.toMatchObject({ failure: 'blocked' });
    stubborn.close();
    expect((await new UserGlossary(next(nothing)).load()).edits).toHaveLength(3);
  });
});

describe('a database that cannot be written', () => {
  it('since it comes from the future, is read and left alone', async () => {
    await layDatabase(golden(1));
    const { db } = await openDatabase(nothing, [
      ...MIGRATIONS,
      { version: versionOf(MIGRATIONS) + 1, date: '2027-01-01', run: nothing },
    ]);
    db.close();
    const before = await allRows();
    const store = new UserGlossary();
    expect((await store.load()).edits).toHaveLength(3);
    expect((await store.history()).isReadOnly).toBe(true);
    const edit = store.edit(target, 'Taliban', [{ ...name, from: 'Taliban', mine: 'Talibs' }]);
    await expect(edit).rejects.toMatchObject({ failure: 'newer' });
    await store.keepDailySnapshot();
    expect((await store.exportAll()).join('')).toContain('Rules Afghanistan.');
    expect(await allRows()).toEqual(before);
  });

  it('since the browser has none for us, says so', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('not in this mode', 'InvalidStateError');
    });
    await expect(new UserGlossary().load()).rejects.toMatchObject({ failure: 'unavailable' });
    vi.restoreAllMocks();
  });

  it('since the disk is full, says so, and has what it had', async () => {
    await layDatabase(golden(1));
    const store = new UserGlossary();
    await store.load();
    const before = await allRows();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const edit = store.edit(target, 'Taliban', [{ ...name, from: 'Taliban', mine: 'Talibs' }]);
    await expect(edit).rejects.toMatchObject({ failure: 'full' });
    put.mockRestore();
    expect(await allRows()).toEqual(before);
    expect(await store.edit(target, 'Taliban', [{ ...name, from: 'Taliban', mine: 'Talibs' }])).toMatchObject(
      {
        outcome: 'written',
      },
    );
  });
});
