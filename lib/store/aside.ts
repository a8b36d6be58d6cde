import type { Writing } from './layout';

/** Keeps a value that is about to be replaced without having been understood. */
export async function setAside(tx: Writing, key: string, raw: unknown): Promise<void> {
  await tx.objectStore('aside').put({ key, raw, at: new Date().toISOString() });
}
