/** A browser that throws the user's database away, as it does with one whose files it finds damaged. */
import fc from 'fast-check';
import { deleteDB, openDB } from 'idb';
import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Entry, entrySchema } from '../../../lib/glossary/schema';
import { hearEditions } from '../../../lib/store/edition';
import { DATABASE } from '../../../lib/store/layout';
import { MIGRATIONS, versionOf } from '../../../lib/store/migrations';
import { UserGlossary } from '../../../lib/store/user-glossary';
import { allRows, freshDatabases, golden, layDatabase } from '../fresh-database';

beforeEach(() => {
  freshDatabases();
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

const ownEntry = (id: string): Entry => v.parse(entrySchema, { id, kind: 'term', name: `Own ${id}` });
const add = (store: UserGlossary, ...ids: readonly string[]) =>
  Promise.all(ids.map((id) => store.add(ownEntry(id), null)));
const idsIn = async (store: UserGlossary) => (await store.load()).edits.map(({ id }) => id).sort();

/** Copies, and loses the database. */
async function lose(store: UserGlossary): Promise<void> {
  await store.keepSpareCopy();
  await deleteDB(DATABASE);
}

describe('what the browser threw away', () => {
  it('is there for whoever opens the database next, and everyone is told', async () => {
    const store = new UserGlossary();
    await add(store, 'a', 'b');
    const { edits } = await store.load();
    await lose(store);
    const heard = vi.fn<() => void>();
    const stop = hearEditions(heard);
    const next = new UserGlossary();
    const after = await next.load();
    expect(after.edits).toEqual(edits);
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
    // Where story pages hear of it.
    await vi.waitFor(async () =>
      expect(await fakeBrowser.storage.local.get('store:edition')).toEqual({
        'store:edition': after.edition,
      }),
    );
    stop();
  });

  it('is told of until the user has seen it, and can be undone as one step', async () => {
    const store = new UserGlossary();
    await add(store, 'a', 'b');
    await lose(store);
    const next = new UserGlossary();
    const { recovery, undo } = await next.history();
    expect(recovery).toMatchObject({ count: 2, shared: [] });
    expect(undo?.label).toMatchObject({ action: 'recover', count: 2, about: recovery?.copiedAt });
    await next.noteRecoverySeen();
    expect((await next.history()).recovery).toBeNull();
    if (!undo) throw new Error('it was just there');
    await next.undo(undo);
    expect(await idsIn(next)).toEqual([]);
    // What was undone is not put back at the next start.
    await next.keepSpareCopy();
    expect(await idsIn(new UserGlossary())).toEqual([]);
  });

  it('can be lost again and again', async () => {
    for (const id of ['a', 'b', 'c']) {
      const store = new UserGlossary();
      await add(store, id);
      await lose(store);
    }
    expect(await idsIn(new UserGlossary())).toEqual(['a', 'b', 'c']);
  });

  it('comes back beside what was written before it could be put back, which stays as it is', async () => {
    const store = new UserGlossary();
    await add(store, 'own-term', 'lost');
    await lose(store);
    // The glossary in its place was written to without a look at the copy.
    const present = golden(versionOf(MIGRATIONS));
    await layDatabase(present);
    const next = new UserGlossary();
    const mine = (await next.load()).edits.find(({ id }) => id === 'own-term');
    expect(mine).toBeDefined();
    await next.keepSpareCopy();
    const { edits } = await next.load();
    expect(edits.map(({ id }) => id)).toContain('lost');
    expect(edits.find(({ id }) => id === 'own-term')).toEqual(mine);
  });

  it('stays in the copy while it cannot be put back, and is tried again', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const store = new UserGlossary();
    await add(store, 'a');
    await lose(store);
    const put = IDBObjectStore.prototype.put;
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      if (this.name === 'edits') throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, args);
    });
    const next = new UserGlossary();
    expect(await idsIn(next)).toEqual([]);
    expect(warn).toHaveBeenCalled();
    await expect(next.keepSpareCopy()).rejects.toMatchObject({ failure: 'full' });
    full.mockRestore();
    await add(next, 'b');
    await next.keepSpareCopy();
    expect(await idsIn(next)).toEqual(['a', 'b']);
  });

  it('leaves aside what cannot be read, without losing it', async () => {
    const store = new UserGlossary();
    await add(store, 'a', 'b');
    const db = await openDB(DATABASE);
    await db.put('edits', { id: 'b', nonsense: true }, 'b');
    db.close();
    await lose(store);
    const next = new UserGlossary();
    expect(await idsIn(next)).toEqual(['a']);
    expect((await allRows()).stores.aside).toMatchObject([{ value: { key: 'b', raw: { nonsense: true } } }]);
  });

  it('names the shared glossaries that the user took part in', async () => {
    const store = new UserGlossary();
    const address = 'https://desk.example/names.json';
    const about = { from: null, address, title: 'Desk', version: '1', isTrusted: null };
    await store.writeLayer({ ...about, entries: new Map() });
    await add(store, 'a');
    await lose(store);
    expect((await new UserGlossary().history()).recovery?.shared).toEqual([{ address, title: 'Desk' }]);
  });
});

describe('the spare copy', () => {
  it('costs as many writes as records have changed', async () => {
    const store = new UserGlossary();
    await add(store, ...Array.from({ length: 40 }, (_, i) => `e${i}`));
    await store.keepSpareCopy();
    await add(store, 'one-more');
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    await store.keepSpareCopy();
    const names = put.mock.contexts.map((of) => (of as IDBObjectStore).name);
    expect(names.sort()).toEqual(['edits', 'meta']);
    put.mockClear();
    await store.keepSpareCopy();
    expect(put).not.toHaveBeenCalled();
  });

  it('of many is whole, also after some of them are gone', async () => {
    const store = new UserGlossary();
    await add(store, ...Array.from({ length: 620 }, (_, i) => `e${1000 + i}`));
    await store.keepSpareCopy();
    const some = (await store.load()).edits.slice(0, 300);
    await store.withdrawAll(some, 'many');
    const had = (await store.load()).edits;
    await lose(store);
    expect((await new UserGlossary().load()).edits).toEqual(had);
  });

  it('has what the user had when it was last made, whatever she did', async () => {
    const ids = ['a', 'b', 'c', 'd'];
    const deed = fc.oneof(
      fc.record({ does: fc.constant('add' as const), id: fc.constantFrom(...ids) }),
      fc.record({ does: fc.constant('withdraw' as const), id: fc.constantFrom(...ids) }),
      fc.constant({ does: 'undo' as const }),
      fc.constant({ does: 'copy' as const }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 14 }), async (deeds) => {
        freshDatabases();
        const store = new UserGlossary();
        for (const one of deeds) {
          if (one.does === 'copy') await store.keepSpareCopy();
          else if (one.does === 'add') await store.add(ownEntry(one.id), null);
          else if (one.does === 'undo') {
            const { undo } = await store.history();
            if (undo) await store.undo(undo);
          } else {
            const edit = (await store.load()).edits.find(({ id }) => id === one.id);
            if (edit) await store.withdraw(edit, edit.id);
          }
        }
        const had = (await store.load()).edits;
        await lose(store);
        expect((await new UserGlossary().load()).edits).toEqual(had);
      }),
      { numRuns: 25 },
    );
  });
});
