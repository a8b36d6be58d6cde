/**
 * What can keep the store from working, each with its own remedy:
 *
 * - `full`: the disk or the browser's quota. - `unavailable`: the browser gives no database, as in
 *   some private modes. - `blocked`: a page with an older version of the extension keeps the database.
 * - `newer`: a newer version of the extension has written it; it can be read. - `damaged`: a step or
 *   snapshot cannot be read. - `failed`: anything else.
 */
export type StoreFailure = 'full' | 'unavailable' | 'blocked' | 'newer' | 'damaged' | 'failed';

/** A failure of the user's store. What was stored before is intact: a transaction happens whole or not at all. */
export class StoreError extends Error {
  readonly failure: StoreFailure;

  constructor(failure: StoreFailure, cause?: unknown) {
    super(`The user's glossary: ${failure}`, { cause });
    this.name = 'StoreError';
    this.failure = failure;
  }
}

/** Names of the errors by which browsers refuse a database altogether. */
const REFUSALS: ReadonlySet<string> = new Set(['InvalidStateError', 'SecurityError', 'NotAllowedError']);

/** Less room than this left, in bytes, counts as none: browsers say "unknown error" of a disk that is full. */
const NO_ROOM_BYTES = 1024 * 1024;

async function hasRoom(): Promise<boolean> {
  try {
    const { usage = 0, quota = Number.POSITIVE_INFINITY } = await navigator.storage.estimate();
    return quota - usage > NO_ROOM_BYTES;
  } catch {
    return true;
  }
}

/** The failure behind an error of the database. */
export async function storeErrorOf(error: unknown, during: 'opening' | 'use' = 'use'): Promise<StoreError> {
  if (error instanceof StoreError) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return new StoreError('full', error);
  if (name === 'VersionError') return new StoreError('newer', error);
  if (!(await hasRoom())) return new StoreError('full', error);
  const isRefused = during === 'opening' && (REFUSALS.has(name) || error instanceof ReferenceError);
  return new StoreError(isRefused ? 'unavailable' : 'failed', error);
}
