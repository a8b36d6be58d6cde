import { type DBSchema, type IDBPDatabase, wrap } from 'idb';

/** All that is derived lies in it. */
const BUCKET = 'newsgloss-derived';

interface Bucket {
  readonly indexedDB: IDBFactory;
}

/** Chromium's storage buckets, which TypeScript's library does not know yet. */
interface BucketNavigator {
  readonly storageBuckets?: { open(name: string): Promise<Bucket> };
}

/** Chromium lets every request in a bucket hang for ever once the bucket's object has been collected as garbage. */
let heldBucket: Bucket | null = null;

/**
 * Opens a database of derived data, in a bucket of its own where the browser has them: Chromium keeps all
 * databases of a bucket in one set of files, and on a full disk megabytes of derived data would take the
 * user's store down with them. Firefox has a file a database.
 *
 * @param make makes the stores that the layout says; those of an earlier version are gone before.
 */
export async function openDerived<Layout extends DBSchema>(
  name: string,
  version: number,
  make: (db: IDBDatabase) => void,
): Promise<IDBPDatabase<Layout>> {
  const { storageBuckets } = navigator as BucketNavigator;
  heldBucket ??= (await storageBuckets?.open(BUCKET)) ?? null;
  const factory = heldBucket?.indexedDB ?? indexedDB;
  const request = factory.open(name, version);
  request.onupgradeneeded = () => {
    for (const earlier of request.result.objectStoreNames) request.result.deleteObjectStore(earlier);
    make(request.result);
  };
  // The stores have just been made as the layout says.
  return (await wrap(request)) as unknown as IDBPDatabase<Layout>;
}
