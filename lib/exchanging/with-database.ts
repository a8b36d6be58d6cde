import type { Database } from '../store/layout';
import { openDatabase } from '../store/open-database';
import { StoreError } from '../store/store-error';

/**
 * Opened for each use, so that no worker keeps a newer version of the extension waiting.
 *
 * @throws StoreError `newer` where a newer version of the extension has written it.
 */
export const withDatabase = <Result>(work: (db: Database) => Promise<Result>): Promise<Result> =>
  opened(work, true);

/** The same where it is only read, which can be done of what a newer version has written too. */
export const readDatabase = <Result>(work: (db: Database) => Promise<Result>): Promise<Result> =>
  opened(work, false);

async function opened<Result>(work: (db: Database) => Promise<Result>, writes: boolean): Promise<Result> {
  const { db, isReadOnly } = await openDatabase(() => undefined);
  try {
    if (isReadOnly && writes) throw new StoreError('newer');
    return await work(db);
  } finally {
    db.close();
  }
}
