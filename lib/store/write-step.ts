/**
 * The one way in which the user's glossary changes: records, the step that can be undone, and the
 * head move in one durable transaction. It is acknowledged when that is complete, and never before.
 */
import type { EntryEdit } from '../glossary/entry-edits';
import type { Entry } from '../glossary/schema';
import { moveHead, readHead } from './head';
import {
  type Database,
  type LAYER_ITSELF,
  type Label,
  type Layer,
  MOST_PIECES,
  MOST_STEPS,
  PIECE_RECORDS,
  type Step,
  type StepRecords,
  type StoreName,
  type Writing,
} from './layout';
import { addTouched, lookUp, plainOf, replaceRecords, type StepRecord } from './record-places';
import { StoreError, storeErrorOf } from './store-error';

/** What a step touches. Not the snapshots: to write one of 100,000 records takes long, and edits do not wait for it. */
export const STEP_STORES: readonly StoreName[] = [
  ...(['edits', 'steps', 'pieces', 'meta', 'aside', 'layers', 'layered'] as const),
];

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

/** Follows a step of many records while it is written, and may call it off. */
export interface StepWatch {
  onProgress(written: number, all: number): void;
  /** Asked between two pieces; then nothing of the step remains. */
  isCancelled(): boolean;
}

export const UNWATCHED: StepWatch = { onProgress: () => undefined, isCancelled: () => false };

/** Thrown inside a transaction to end it without a trace. */
class Cancelled extends Error {}

/** What becomes of a layer, or of one of its entries. */
export type LayerChange =
  | { readonly layer: string; readonly id: typeof LAYER_ITSELF; readonly after: Layer | null }
  | { readonly layer: string; readonly id: string; readonly after: Entry | null };

/** What a transaction decided: records as they are to be by id (null: gone), or a result without a write. */
export type StepPlan<Result> =
  | {
      readonly records: ReadonlyMap<string, EntryEdit | null>;
      readonly layers?: readonly LayerChange[];
      readonly label: Label;
    }
  | { readonly result: Result };

/** Written and on the disk, as this edition; or what kept it from being written. */
export type StepOutcome<Result> = { readonly outcome: 'written'; readonly edition: string } | Result;

const CANCELLED = { outcome: 'cancelled' } as const;

/**
 * One action of the user.
 *
 * @param plan reads what it needs inside the transaction and decides; nothing is written where it
 *   gives a result instead of records.
 */
export function writeStep<Result>(
  db: Database,
  plan: (tx: Writing) => Promise<StepPlan<Result>>,
): Promise<StepOutcome<Result>> {
  return transact(db, STEP_STORES, (tx) => stepIn(tx, plan, UNWATCHED));
}

/**
 * The same of many records, which is told how far it is and may call it off.
 *
 * @param stores all that the plan reads or writes.
 */
export async function writeWatchedStep<Result>(
  db: Database,
  plan: (tx: Writing) => Promise<StepPlan<Result>>,
  watch: StepWatch,
  stores: readonly StoreName[] = STEP_STORES,
): Promise<StepOutcome<Result> | typeof CANCELLED> {
  try {
    return await transact(db, stores, (tx) => stepIn(tx, plan, watch));
  } catch (error) {
    if (error instanceof StoreError && error.cause instanceof Cancelled) return CANCELLED;
    throw error;
  }
}

async function stepIn<Result>(
  tx: Writing,
  plan: (tx: Writing) => Promise<StepPlan<Result>>,
  watch: StepWatch,
): Promise<StepOutcome<Result>> {
  const planned = await plan(tx);
  if ('result' in planned) return planned.result;
  const before = await readHead(tx);
  const seq = before.head.last + 1;
  await dropUndone(tx, before.head.step);
  const wanted = inStoredOrder([
    ...[...planned.records].map(([id, after]) => ({ id, after })),
    ...(planned.layers ?? []),
  ]);
  const touched = new Set<string>();
  const isLarge = wanted.length > PIECE_RECORDS;
  let pieces = 0;
  let records: StepRecords = [];
  for (let from = 0; from < wanted.length; from += PIECE_RECORDS) {
    if (watch.isCancelled()) throw new Cancelled('the step was called off');
    const some = wanted.slice(from, from + PIECE_RECORDS);
    const found = await lookUp(tx, some);
    const piece = some.map((record, i) => ({ ...record, before: plainOf(record, found.raw[i]) }));
    if (isLarge) await tx.objectStore('pieces').put(piece, [seq, pieces++]);
    else records = piece;
    await replaceRecords(tx, piece, found);
    await addTouched(tx, piece, touched);
    watch.onProgress(Math.min(from + PIECE_RECORDS, wanted.length), wanted.length);
  }
  const step: Step = { at: new Date().toISOString(), label: planned.label, records, pieces };
  await tx.objectStore('steps').put(step, seq);
  await dropOldSteps(tx, seq);
  const edition = await moveHead(tx, before, { step: seq, last: seq }, [...touched]);
  return { outcome: 'written', edition };
}

/** Records in the order in which the database keeps them: those of one piece lie together. */
function inStoredOrder(wanted: readonly Omit<StepRecord, 'before'>[]): readonly Omit<StepRecord, 'before'>[] {
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...wanted].sort((a, b) => order(a.layer ?? '', b.layer ?? '') || order(a.id, b.id));
}

/** What was undone and not redone gives way to what is done instead. */
async function dropUndone(tx: Writing, step: number): Promise<void> {
  await tx.objectStore('steps').delete(IDBKeyRange.lowerBound(step, true));
  await tx.objectStore('pieces').delete(IDBKeyRange.lowerBound([step + 1]));
}

/** Lets the oldest steps go, never the one that was just made. */
async function dropOldSteps(tx: Writing, made: number): Promise<void> {
  const steps = tx.objectStore('steps');
  const pieces = tx.objectStore('pieces');
  const excess = (await steps.count()) - MOST_STEPS;
  const oldest = excess > 0 ? await steps.getAllKeys(null, excess) : [];
  const excessPieces = (await pieces.count()) - MOST_PIECES;
  const oldestPieces = excessPieces > 0 ? await pieces.getAllKeys(null, excessPieces) : [];
  const last = Math.min(made - 1, Math.max(oldest.at(-1) ?? 0, oldestPieces.at(-1)?.[0] ?? 0));
  if (last <= 0) return;
  await steps.delete(IDBKeyRange.upperBound(last));
  await pieces.delete(IDBKeyRange.upperBound([last + 1], true));
}
