import * as v from 'valibot';
import { type EntryEdit, readEntryEdit } from '../glossary/entry-edits';
import { localToday } from '../platform/today';
import { readAllRecords } from './all-records';
import { readHead } from './head';
import {
  type Database,
  editionOf,
  MOST_SNAPSHOTS,
  type Reading,
  type Snapshot,
  snapshotSchema,
  type Writing,
} from './layout';
import { StoreError } from './store-error';
import { transact } from './write-step';

/** A snapshot with the number by which it is restored. */
export type KeptSnapshot = Snapshot & { readonly key: number };

/** The snapshots that can be read, newest first. */
export async function listSnapshots(tx: Reading): Promise<KeptSnapshot[]> {
  const store = tx.objectStore('snapshots');
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const kept = values.flatMap((value, i) => {
    const read = v.safeParse(snapshotSchema, value);
    const key = keys[i];
    return read.success && key !== undefined ? [{ ...read.output, key }] : [];
  });
  return kept.sort((a, b) => b.key - a.key);
}

/** Keeps records as they lie in the database, and lets the oldest snapshot of the same reason go. */
export async function takeSnapshot(
  tx: Writing,
  snapshot: Omit<Snapshot, 'at' | 'day' | 'count'>,
  records: readonly unknown[],
): Promise<void> {
  const taken: Snapshot = {
    ...snapshot,
    at: new Date().toISOString(),
    day: localToday(),
    count: records.length,
  };
  const key = await tx.objectStore('snapshots').put(taken);
  await tx.objectStore('contents').put(records, key);
  const alike = (await listSnapshots(tx)).filter(({ reason }) => reason === snapshot.reason);
  for (const { key: old } of alike.slice(MOST_SNAPSHOTS)) {
    await tx.objectStore('snapshots').delete(old);
    await tx.objectStore('contents').delete(old);
  }
}

/** The records of a snapshot by id. @throws StoreError `damaged` where there is none, or one of them cannot be read. */
export async function recordsOfSnapshot(tx: Writing, key: number): Promise<Map<string, EntryEdit>> {
  const records = await tx.objectStore('contents').get(key);
  const read = Array.isArray(records) ? records.map((raw) => readEntryEdit(raw).edit) : [null];
  const whole = read.filter((edit) => edit !== null);
  if (whole.length < read.length) throw new StoreError('damaged');
  return new Map(whole.map((edit) => [edit.id, edit]));
}

/** Whether the day's snapshot is still to be taken, and something has changed since the last one. */
export async function isSnapshotDue(tx: Reading): Promise<boolean> {
  const { head } = await readHead(tx);
  return head.revision > 0 && isDue(await listSnapshots(tx), localToday(), editionOf(head));
}

/**
 * Takes the day's snapshot, unless it is there or nothing has changed since the last one. The records
 * are read first and stored by a transaction of their own, so that no edit has to wait for them.
 */
export async function takeDailySnapshot(db: Database): Promise<boolean> {
  const today = localToday();
  if (!(await isSnapshotDue(db.transaction(['meta', 'steps', 'snapshots'], 'readonly')))) return false;
  const { edition, records } = await readAllRecords(db, (raw) => raw);
  return transact(db, ['snapshots', 'contents'], async (tx) => {
    // Another page may have been faster.
    if (!isDue(await listSnapshots(tx), today, edition)) return false;
    await takeSnapshot(tx, { reason: 'daily', version: db.version, edition }, [...records.values()]);
    return true;
  });
}

function isDue(snapshots: readonly Snapshot[], today: string, edition: string): boolean {
  return !snapshots.some((one) => (one.reason === 'daily' && one.day === today) || one.edition === edition);
}
