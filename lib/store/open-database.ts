import { openDB } from 'idb';
import { underLock } from '../platform/lock';
import { DATABASE, type Database, type Layout } from './layout';
import { MIGRATIONS, type Migration, migrate, versionOf } from './migrations';
import { StoreError, storeErrorOf } from './store-error';

/** How long another page's older connection may keep a migration waiting, ms; it is asked to close at once. */
const PATIENCE_MS = 5_000;

export interface Opened {
  readonly db: Database;
  /** A newer version of the extension wrote the database: it is read, never written. */
  readonly isReadOnly: boolean;
}

/**
 * Opens the database, bringing it to the present version first: here and nowhere else, one page at a
 * time.
 *
 * @param onLost the connection is gone: a newer version wants the database, or the browser took it.
 * @throws StoreError
 */
export function openDatabase(
  onLost: () => void,
  migrations: readonly Migration[] = MIGRATIONS,
  patienceMs = PATIENCE_MS,
): Promise<Opened> {
  return underLock('newsgloss-store-opening', async () => {
    try {
      return { db: await openAt(versionOf(migrations), onLost, migrations, patienceMs), isReadOnly: false };
    } catch (error) {
      const failure = await storeErrorOf(error, 'opening');
      if (failure.failure !== 'newer') throw failure;
      return { db: await openAt(undefined, onLost, migrations, patienceMs), isReadOnly: true };
    }
  });
}

/** Version undefined: as it lies there. */
function openAt(
  version: number | undefined,
  onLost: () => void,
  migrations: readonly Migration[],
  patienceMs: number,
): Promise<Database> {
  return new Promise((resolve, reject) => {
    let patience: ReturnType<typeof setTimeout> | undefined;
    let isGivenUp = false;
    const opening = openDB<Layout>(DATABASE, version, {
      upgrade(db, oldVersion, _newVersion, tx) {
        // What goes wrong here aborts the whole upgrade: the database stays as it was.
        tx.done.catch(() => undefined);
        migrate(migrations, db, oldVersion, tx).catch((error: unknown) => {
          reject(error);
          abort(tx);
        });
      },
      blocked() {
        patience = setTimeout(() => {
          isGivenUp = true;
          reject(new StoreError('blocked'));
        }, patienceMs);
      },
      blocking(_current, _wanted, event) {
        // The event comes from the connection that is in the way.
        (event.target as IDBDatabase).close();
        onLost();
      },
      terminated: onLost,
    });
    opening.then(
      (db) => (isGivenUp ? db.close() : resolve(db)),
      (error: unknown) => reject(error),
    );
    opening.catch(() => undefined).finally(() => clearTimeout(patience));
  });
}

function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch {
    // It has ended by itself.
  }
}
