import { type DBSchema, type IDBPDatabase, wrap } from 'idb';

/** Sets of files apart from the user's glossary: what is derived, and what stands in where that is lost. */
export type Apart = 'newsgloss-derived' | 'newsgloss-spare';

interface Bucket {
  readonly indexedDB: IDBFactory;
}

/** Chromium's storage buckets, which TypeScript's library does not know yet. */
interface BucketNavigator {
  readonly storageBuckets?: { open(name: string): Promise<Bucket> };
}

/** Chromium lets every request in a bucket hang for ever once the bucket's object has been collected as garbage. */
const heldBuckets = new Map<Apart, Bucket>();

async function factoryOf(apart: Apart): Promise<IDBFactory> {
  const { storageBuckets } = navigator as BucketNavigator;
  const bucket = heldBuckets.get(apart) ?? (await storageBuckets?.open(apart));
  if (!bucket) return indexedDB;
  heldBuckets.set(apart, bucket);
  return bucket.indexedDB;
}

/**
 * Opens a database apart from the user's glossary, in a bucket of its own where the browser has them: Chromium
 * keeps all databases of a bucket in one set of files, which fills up, fails and is thrown away as one. Firefox
 * has a file a database.
 *
 * @param make makes the stores that the layout says; those of an earlier version are gone before.
 */
export async function openApart<Layout extends DBSchema>(
  apart: Apart,
  name: string,
  version: number,
  make: (db: IDBDatabase) => void,
): Promise<IDBPDatabase<Layout>> {
  const factory = await factoryOf(apart);
  const request = factory.open(name, version);
  request.onupgradeneeded = () => {
    for (const earlier of request.result.objectStoreNames) request.result.deleteObjectStore(earlier);
    make(request.result);
  };
  // The stores have just been made as the layout says.
  return (await wrap(request)) as unknown as IDBPDatabase<Layout>;
}
