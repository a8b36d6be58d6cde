/**
 * The one way in which the user's glossary changes: records, the step that can be undone, and the
 * head move in one durable transaction. It is acknowledged when that is complete, and never before.
 */
import * as v from 'valibot';
import { type EntryEdit, readEntryEdit, sameValue } from '../glossary/entry-edits';
import { setAside } from './aside';
import { moveHead, readHead } from './head';
import {
  type Database,
  type Label,
  MOST_STEPS,
  type Step,
  type StoreName,
  stepSchema,
  type Writing,
} from './layout';
import { StoreError, storeErrorOf } from './store-error';

/** What a step touches. Not the snapshots: to write one of 100,000 records takes long, and edits do not wait for it. */
const STEP_STORES: readonly StoreName[] = ['edits', 'steps', 'meta', 'aside'];

/** What is stored under an id: a record, or what cannot be read as one (`edit` null, `raw` not). */
export interface StoredRecord {
  readonly raw: unknown;
  readonly edit: EntryEdit | null;
}

/** Runs a transaction over stores of the database until it is on the disk. @throws StoreError */
export async function transact<Result>(
  db: Database,
  stores: readonly StoreName[],
  work: (tx: Writing) => Promise<Result>,
): Promise<Result> {
  try {
    const tx = db.transaction([...stores], 'readwrite', { durability: 'strict' });
    // Both are awaited from the start: where one fails, so does the other, and neither goes unheard.
    const [result] = await Promise.all([
      work(tx).catch((error: unknown) => {
        abort(tx);
        throw tx.error ?? error;
      }),
      tx.done,
    ]);
    return result;
  } catch (error) {
    throw await storeErrorOf(error);
  }
}

function abort(tx: Writing): void {
  try {
    tx.abort();
  } catch {
    // A failed request has aborted it.
  }
}

export async function readRecord(tx: Writing, id: string): Promise<StoredRecord> {
  const raw = await tx.objectStore('edits').get(id);
  return { raw: raw ?? null, edit: raw === undefined ? null : readEntryEdit(raw).edit };
}

/**
 * Puts records in the place of others. What lies there and is not what it is taken for is set aside
 * first.
 */
export async function replaceRecords(
  tx: Writing,
  records: readonly { readonly id: string; readonly before: unknown; readonly after: unknown }[],
): Promise<void> {
  const edits = tx.objectStore('edits');
  await Promise.all(
    records.map(async ({ id, before, after }) => {
      const raw = (await edits.get(id)) ?? null;
      if (raw !== null && !sameValue(raw, before)) await setAside(tx, id, raw);
      if (after === null) await edits.delete(id);
      else await edits.put(after, id);
    }),
  );
}

/** What a transaction decided: records as they are to be by id (null: gone), or a result without a write. */
export type StepPlan<Result> =
  | { readonly records: ReadonlyMap<string, EntryEdit | null>; readonly label: Label }
  | { readonly result: Result };

/** Written and on the disk, as this edition; or what kept it from being written. */
export type StepOutcome<Result> = { readonly outcome: 'written'; readonly edition: string } | Result;

/**
 * One action of the user.
 *
 * @param plan reads what it needs inside the transaction and decides; nothing is written where it
 *   gives a result instead of records.
 * @param stores all that the plan reads or writes.
 */
export function writeStep<Result>(
  db: Database,
  plan: (tx: Writing) => Promise<StepPlan<Result>>,
  stores: readonly StoreName[] = STEP_STORES,
): Promise<StepOutcome<Result>> {
  return transact(db, stores, async (tx): Promise<StepOutcome<Result>> => {
    const planned = await plan(tx);
    if ('result' in planned) return planned.result;
    const before = await readHead(tx);
    const records = await Promise.all(
      [...planned.records].map(async ([id, after]) => ({
        ...{ id, before: (await readRecord(tx, id)).edit, after },
      })),
    );
    const seq = before.head.last + 1;
    const step: Step = { at: new Date().toISOString(), label: planned.label, records };
    const steps = tx.objectStore('steps');
    // What was undone and not redone gives way to what is done instead.
    await steps.delete(IDBKeyRange.lowerBound(before.head.step, true));
    await steps.put(step, seq);
    await replaceRecords(tx, records);
    await dropOldSteps(tx);
    return {
      outcome: 'written',
      edition: await moveHead(tx, before, { step: seq, last: seq }, [...planned.records.keys()]),
    };
  });
}

async function dropOldSteps(tx: Writing): Promise<void> {
  const steps = tx.objectStore('steps');
  const excess = (await steps.count()) - MOST_STEPS;
  if (excess <= 0) return;
  const oldest = await steps.getAllKeys(null, excess);
  await steps.delete(IDBKeyRange.upperBound(oldest.at(-1)));
}

export type UndoOutcome =
  | { readonly outcome: 'written'; readonly edition: string }
  /** Nothing is left to undo or redo. */
  | { readonly outcome: 'nothing' }
  /** Another page has done something since; `from` is no longer the step in force. */
  | { readonly outcome: 'moved' };

/**
 * Takes the step in force back, or does the next one again.
 *
 * @param from the step in force as the user saw it.
 * @throws StoreError `damaged` where the step cannot be read; nothing is changed then.
 */
export function moveStep(db: Database, direction: 'undo' | 'redo', from: number): Promise<UndoOutcome> {
  return transact(db, STEP_STORES, async (tx): Promise<UndoOutcome> => {
    const before = await readHead(tx);
    const { step: current } = before.head;
    if (current !== from) return { outcome: 'moved' };
    const steps = tx.objectStore('steps');
    const earlier = await keyBeside(tx, IDBKeyRange.upperBound(current, true), 'prev');
    const later = await keyBeside(tx, IDBKeyRange.lowerBound(current, true), 'next');
    const moved = direction === 'undo' ? current : (later ?? 0);
    if (moved === 0) return { outcome: 'nothing' };
    const stored = await steps.get(moved);
    if (stored === undefined && direction === 'undo') return { outcome: 'nothing' };
    const read = v.safeParse(stepSchema, stored);
    if (!read.success || !read.output.records.every(isReadable)) throw new StoreError('damaged');
    const records = read.output.records.map(({ id, before: old, after }) =>
      direction === 'undo' ? { id, before: after, after: old } : { id, before: old, after },
    );
    await replaceRecords(tx, records);
    const step = direction === 'undo' ? (earlier ?? 0) : moved;
    return {
      outcome: 'written',
      edition: await moveHead(
        tx,
        before,
        { step },
        records.map(({ id }) => id),
      ),
    };
  });
}

const isReadable = ({ before, after }: Step['records'][number]) =>
  [before, after].every((record) => record === null || readEntryEdit(record).edit !== null);

async function keyBeside(
  tx: Writing,
  range: IDBKeyRange,
  direction: 'prev' | 'next',
): Promise<number | null> {
  const cursor = await tx.objectStore('steps').openKeyCursor(range, direction);
  return cursor?.key ?? null;
}
