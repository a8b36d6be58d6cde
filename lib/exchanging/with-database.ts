import type { Database } from '../store/layout';
import { openDatabase } from '../store/open-database';
import { StoreError } from '../store/store-error';

/** Opened for each use, so that no worker keeps a newer version of the extension waiting. */
export async function withDatabase<Result>(work: (db: Database) => Promise<Result>): Promise<Result> {
  const { db, isReadOnly } = await openDatabase(() => undefined);
  try {
    if (isReadOnly) throw new StoreError('newer');
    return await work(db);
  } finally {
    db.close();
  }
}
