import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { localToday } from '../platform/today';
import type { Layout, Snapshot, StoreName } from './layout';

type Upgrading = IDBPTransaction<Layout, StoreName[], 'versionchange'>;

/** One step from the version before to `version`; runs inside the upgrade, which happens whole or not at all. */
export interface Migration {
  readonly version: number;
  /** When it was written. */
  readonly date: string;
  run(db: IDBPDatabase<Layout>, tx: Upgrading): void | Promise<void>;
}

/**
 * Every version that the layout has had, oldest first. A released one is never edited; a golden
 * database of each is in tests/fixtures/databases.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    date: '2026-11-23',
    run(db, tx) {
      for (const name of ['edits', 'meta'] as const) db.createObjectStore(name);
      db.createObjectStore('steps');
      for (const name of ['snapshots', 'contents', 'aside'] as const)
        db.createObjectStore(name, { autoIncrement: true });
      const epoch = Math.random().toString(36).slice(2, 10);
      void tx.objectStore('meta').put({ epoch, revision: 0, step: 0, last: 0 }, 'head');
    },
  },
  {
    version: 2,
    date: '2026-11-30',
    run(db) {
      db.createObjectStore('pieces');
    },
  },
  {
    version: 3,
    date: '2026-11-30',
    run(db) {
      db.createObjectStore('layers');
      const layered = db.createObjectStore('layered');
      layered.createIndex('id', 'id');
      layered.createIndex('former', 'formerIds', { multiEntry: true });
    },
  },
];

/** The version that a list of migrations leads to. */
export const versionOf = (migrations: readonly Migration[]) => migrations.at(-1)?.version ?? 1;

/** Stores that a snapshot is made of. */
const NEEDED: readonly StoreName[] = ['edits', 'snapshots', 'contents'];

/** Keeps all records as they are, before a migration touches them; as raw as they lie there. */
async function snapshotBefore(tx: Upgrading, version: number): Promise<void> {
  if (!NEEDED.every((name) => tx.objectStoreNames.contains(name))) return;
  const records = await tx.objectStore('edits').getAll();
  const snapshot: Snapshot = {
    at: new Date().toISOString(),
    day: localToday(),
    reason: 'migration',
    version,
    count: records.length,
    edition: '',
  };
  const key = await tx.objectStore('snapshots').put(snapshot);
  await tx.objectStore('contents').put(records, key);
}

/** Brings the database from `oldVersion` (0: there was none) to the last version, by each in between. */
export async function migrate(
  migrations: readonly Migration[],
  db: IDBPDatabase<Layout>,
  oldVersion: number,
  tx: Upgrading,
): Promise<void> {
  if (oldVersion > 0) await snapshotBefore(tx, oldVersion);
  for (const migration of migrations) {
    if (migration.version > oldVersion) await migration.run(db, tx);
  }
}
