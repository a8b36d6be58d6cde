/** A database of its own for each test, in memory; and databases as fixtures hold them. */
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { DATABASE, type Database, type Layout, STORES, type StoreName } from '../../lib/store/layout';
import { MIGRATIONS, migrate } from '../../lib/store/migrations';

/** A database as a JSON file holds it: what the export writes. */
export interface Golden {
  readonly layout: number;
  readonly stores: Readonly<
    Record<StoreName, readonly { readonly key: IDBValidKey; readonly value: unknown }[]>
  >;
}

/** Waits in line, as the browser's locks do; Node 20 has none. */
function fakeLocks() {
  const last = new Map<string, Promise<unknown>>();
  return {
    request: (name: string, work: () => Promise<unknown>) => {
      const run = (last.get(name) ?? Promise.resolve()).then(work);
      last.set(
        name,
        run.catch(() => undefined),
      );
      return run;
    },
  };
}

/** Forgets every database; call before each test. */
export function freshDatabases(): void {
  globalThis.indexedDB = new IDBFactory();
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { locks: fakeLocks() } });
}

/** The stores that a database of its version has. */
const storesOf = (db: Database) => STORES.filter((name) => db.objectStoreNames.contains(name));

/** A golden database by its version. */
export function golden(version: number): Golden {
  const file = new URL(`../fixtures/databases/v${version}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Golden;
}

/** Lays a database as an earlier version left it, or one altered by hand. */
export async function layDatabase({ layout, stores }: Golden): Promise<void> {
  const db = await openDB<Layout>(DATABASE, layout, {
    upgrade(fresh, _old, _new, tx) {
      const past = MIGRATIONS.filter(({ version }) => version <= layout);
      void migrate(past, fresh, 0, tx);
    },
  });
  const names = storesOf(db);
  const tx = db.transaction(names, 'readwrite');
  for (const name of names) {
    await tx.objectStore(name).clear();
    for (const { key, value } of stores[name]) await tx.objectStore(name).put(value, key as never);
  }
  await tx.done;
  db.close();
}

/** All rows of the database, whatever its version. */
export async function allRows(): Promise<Golden> {
  const db = await openDB<Layout>(DATABASE);
  const stores: Partial<Record<StoreName, { key: IDBValidKey; value: unknown }[]>> = {};
  for (const name of storesOf(db)) {
    const [keys, values] = await Promise.all([db.getAllKeys(name), db.getAll(name)]);
    stores[name] = keys.map((key, i) => ({ key, value: values[i] }));
  }
  const layout = db.version;
  db.close();
  // Every store has just been read.
  return { layout, stores: stores as Golden['stores'] };
}
