/**
 * What addresses of shared glossaries sent last and waits to be looked at, so that nobody is asked for it
 * again. All of it can be had from there: nothing here fails, and what is missing is asked for.
 */
import type { DBSchema, IDBPDatabase } from 'idb';
import * as v from 'valibot';
import { openApart } from './apart-database';

const DATABASE = 'newsgloss-answers';
const VERSION = 1;
/** Bytes of all answers together, beyond which the oldest go: of one alone, lib/sharing/fetch-shared.ts. */
const MOST_BYTES = 48 * 1024 * 1024;

export interface KeptAnswer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The server's mark of it; null for none. */
  readonly etag: string | null;
}

const aboutSchema = v.strictObject({
  version: v.string(),
  etag: v.nullable(v.string()),
  size: v.number(),
  /** ms of the epoch. */
  keptMs: v.number(),
});
const bytesSchema = v.instance(Uint8Array<ArrayBuffer>);

/** By address. */
interface Layout extends DBSchema {
  about: { key: string; value: unknown };
  bytes: { key: string; value: unknown };
}

/** Opened for each use, so that no worker keeps a newer version of the extension waiting. */
async function withAnswers<Result>(
  work: (db: IDBPDatabase<Layout>) => Promise<Result>,
  otherwise: Result,
): Promise<Result> {
  try {
    const db = await openApart<Layout>('newsgloss-derived', DATABASE, VERSION, (made) => {
      made.createObjectStore('about');
      made.createObjectStore('bytes');
    });
    try {
      return await work(db);
    } finally {
      db.close();
    }
  } catch (error) {
    console.warn('Newsgloss asks shared glossaries again:', error);
    return otherwise;
  }
}

/** Keeps the one answer of an address that is to be looked at; `version` as lib/sharing/read-shared.ts gives it. */
export function keepAnswer(address: string, version: string, { bytes, etag }: KeptAnswer): Promise<void> {
  return withAnswers(async (db) => {
    const tx = db.transaction(['about', 'bytes'], 'readwrite');
    const [abouts, kept] = [tx.objectStore('about'), tx.objectStore('bytes')];
    const [addresses, values] = await Promise.all([abouts.getAllKeys(), abouts.getAll()]);
    const others = addresses.flatMap((one, i) => {
      const read = v.safeParse(aboutSchema, values[i]);
      return one === address ? [] : [{ address: one, ...(read.success ? read.output : GONE) }];
    });
    others.sort((a, b) => b.keptMs - a.keptMs);
    let left = MOST_BYTES - bytes.length;
    const writes: Promise<unknown>[] = [];
    for (const other of others) {
      left -= other.size;
      if (left < 0) writes.push(abouts.delete(other.address), kept.delete(other.address));
    }
    const about = { version, etag, size: bytes.length, keptMs: Date.now() };
    writes.push(abouts.put(about, address), kept.put(bytes, address));
    await Promise.all([...writes, tx.done]);
  }, undefined);
}

/** Stands for what cannot be read: the first to go. */
const GONE = { size: MOST_BYTES, keptMs: 0 };

/** The answer of an address that was kept as this version; null where it was not, or is no longer. */
export function keptAnswer(address: string, version: string): Promise<KeptAnswer | null> {
  return withAnswers(async (db) => {
    const tx = db.transaction(['about', 'bytes']);
    const [about, bytes] = await Promise.all([
      tx.objectStore('about').get(address),
      tx.objectStore('bytes').get(address),
    ]);
    const read = v.safeParse(aboutSchema, about);
    if (!read.success || read.output.version !== version || !v.is(bytesSchema, bytes)) return null;
    return { bytes, etag: read.output.etag };
  }, null);
}

/** Nothing of an address waits any more. */
export function forgetAnswer(address: string): Promise<void> {
  return withAnswers(async (db) => {
    const tx = db.transaction(['about', 'bytes'], 'readwrite');
    await Promise.all([
      tx.objectStore('about').delete(address),
      tx.objectStore('bytes').delete(address),
      tx.done,
    ]);
  }, undefined);
}
