/**
 * The one way in which the user's glossary changes: records, the step that can be undone, and the
 * head move in one durable transaction. It is acknowledged when that is complete, and never before.
 */
import * as v from 'valibot';
import { type EntryEdit, readEntryEdit, sameValue } from '../glossary/entry-edits';
import { type Entry, entrySchema } from '../glossary/schema';
import { setAside } from './aside';
import { moveHead, readHead } from './head';
import {
  type Database,
  LAYER_ITSELF,
  type Label,
  type Layer,
  layerSchema,
  MOST_IN_JOURNAL,
  MOST_PIECES,
  MOST_STEPS,
  PIECE_RECORDS,
  type Step,
  type StepRecords,
  type StoreName,
  stepRecordsSchema,
  stepSchema,
  type Writing,
} from './layout';
import { StoreError, storeErrorOf } from './store-error';

/** What a step touches. Not the snapshots: to write one of 100,000 records takes long, and edits do not wait for it. */
const STEP_STORES: readonly StoreName[] = [
  ...(['edits', 'steps', 'pieces', 'meta', 'aside', 'layers', 'layered'] as const),
];

type StepRecord = StepRecords[number];
type RecordKey = Pick<StepRecord, 'id' | 'layer'>;

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

/** Where a record lies: reading and writing it there. */
function placeIn(tx: Writing, { id, layer }: RecordKey) {
  if (layer === undefined) {
    const edits = tx.objectStore('edits');
    return {
      get: () => edits.get(id),
      put: (value: unknown) => edits.put(value, id),
      delete: () => edits.delete(id),
    };
  }
  if (id === LAYER_ITSELF) {
    const layers = tx.objectStore('layers');
    return {
      get: () => layers.get(layer),
      put: (value: unknown) => layers.put(value, layer),
      delete: () => layers.delete(layer),
    };
  }
  const layered = tx.objectStore('layered');
  return {
    get: () => layered.get([layer, id]),
    put: (value: unknown) => layered.put(value, [layer, id]),
    delete: () => layered.delete([layer, id]),
  };
}

/** A record as it is stored, null where there is none, or what is there cannot be read. */
async function readPlain(tx: Writing, key: RecordKey): Promise<unknown> {
  if (key.layer === undefined) return (await readRecord(tx, key.id)).edit;
  const raw = (await placeIn(tx, key).get()) ?? null;
  return isReadable(key, raw) ? raw : null;
}

/**
 * Puts records in the place of others. What lies there and is not what it is taken for is set aside
 * first.
 */
async function replaceRecords(tx: Writing, records: StepRecords): Promise<void> {
  const found = await Promise.all(records.map((record) => placeIn(tx, record).get()));
  await Promise.all(
    records.map(async (record, i) => {
      const { id, layer, before, after } = record;
      const raw = found[i] ?? null;
      if (raw !== null && !sameValue(raw, before)) await setAside(tx, layer ? `${layer} ${id}` : id, raw);
      if (after === null) await placeIn(tx, record).delete();
      else await placeIn(tx, record).put(after);
    }),
  );
}

/** The ids that an entry had before; of what is none, none. */
function formerIdsOf(entry: unknown): readonly string[] {
  const { formerIds } = (entry ?? {}) as { readonly formerIds?: unknown };
  return Array.isArray(formerIds) ? formerIds.filter((one) => typeof one === 'string') : [];
}

/** The ids of entries that are others now, or may be, since a record was replaced. */
async function idsTouched(tx: Writing, { id, layer, before, after }: StepRecord): Promise<string[]> {
  if (layer === undefined) return [id];
  // An edit under an earlier id belongs to the entry as long as that is there.
  if (id !== LAYER_ITSELF) return [id, ...formerIdsOf(before), ...formerIdsOf(after)];
  const ranks = [before, after].map((value) => (v.is(layerSchema, value) ? value.rank : null));
  if (ranks[0] === ranks[1]) return [];
  const all = IDBKeyRange.bound([layer], [layer, []]);
  const layered = tx.objectStore('layered');
  // Of more than the journal names, no more is asked than that they are more.
  const [keys, entries] = await Promise.all([
    layered.getAllKeys(all, MOST_IN_JOURNAL + 1),
    layered.getAll(all, MOST_IN_JOURNAL + 1),
  ]);
  return [...keys.map(([, entryId]) => entryId), ...entries.flatMap(formerIdsOf)];
}

/** Follows a step of many records while it is written, and may call it off. */
export interface StepWatch {
  onProgress(written: number, all: number): void;
  /** Asked between two pieces; then nothing of the step remains. */
  isCancelled(): boolean;
}

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
 * @param stores all that the plan reads or writes.
 */
export function writeStep<Result>(
  db: Database,
  plan: (tx: Writing) => Promise<StepPlan<Result>>,
  stores: readonly StoreName[] = STEP_STORES,
): Promise<StepOutcome<Result>> {
  return transact(db, stores, (tx) => stepIn(tx, plan, null));
}

/** The same of many records, which is told how far it is and may call it off. */
export async function writeWatchedStep<Result>(
  db: Database,
  plan: (tx: Writing) => Promise<StepPlan<Result>>,
  watch: StepWatch,
): Promise<StepOutcome<Result> | typeof CANCELLED> {
  try {
    return await transact(db, STEP_STORES, (tx) => stepIn(tx, plan, watch));
  } catch (error) {
    if (error instanceof StoreError && error.cause instanceof Cancelled) return CANCELLED;
    throw error;
  }
}

async function stepIn<Result>(
  tx: Writing,
  plan: (tx: Writing) => Promise<StepPlan<Result>>,
  watch: StepWatch | null,
): Promise<StepOutcome<Result>> {
  const planned = await plan(tx);
  if ('result' in planned) return planned.result;
  const before = await readHead(tx);
  const seq = before.head.last + 1;
  await dropUndone(tx, before.head.step);
  const wanted: readonly Omit<StepRecord, 'before'>[] = [
    ...[...planned.records].map(([id, after]) => ({ id, after })),
    ...(planned.layers ?? []),
  ];
  const touched = new Set<string>();
  const isLarge = wanted.length > PIECE_RECORDS;
  let pieces = 0;
  let records: StepRecords = [];
  for (let from = 0; from < wanted.length; from += PIECE_RECORDS) {
    if (watch?.isCancelled()) throw new Cancelled('the step was called off');
    const piece: StepRecords = await Promise.all(
      wanted
        .slice(from, from + PIECE_RECORDS)
        .map(async (record) => ({ ...record, before: await readPlain(tx, record) })),
    );
    if (isLarge) await tx.objectStore('pieces').put(piece, [seq, pieces++]);
    else records = piece;
    await replaceRecords(tx, piece);
    for (const record of piece) for (const id of await idsTouched(tx, record)) touched.add(id);
    watch?.onProgress(Math.min(from + PIECE_RECORDS, wanted.length), wanted.length);
  }
  const step: Step = { at: new Date().toISOString(), label: planned.label, records, pieces };
  await tx.objectStore('steps').put(step, seq);
  await dropOldSteps(tx, seq);
  const edition = await moveHead(tx, before, { step: seq, last: seq }, [...touched]);
  return { outcome: 'written', edition };
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
    if (!read.success) throw new StoreError('damaged');
    const touched = new Set<string>();
    for await (const piece of recordsOfStep(tx, moved, read.output)) {
      const records = piece.map((record) =>
        direction === 'undo' ? { ...record, before: record.after, after: record.before } : record,
      );
      await replaceRecords(tx, records);
      for (const record of records) for (const id of await idsTouched(tx, record)) touched.add(id);
    }
    const step = direction === 'undo' ? (earlier ?? 0) : moved;
    return {
      outcome: 'written',
      edition: await moveHead(tx, before, { step }, [...touched]),
    };
  });
}

/** The records of a step, in pieces. @throws StoreError `damaged` where one of them cannot be read. */
async function* recordsOfStep(tx: Writing, seq: number, step: Step): AsyncGenerator<StepRecords, void> {
  if (step.records.length > 0) yield checkedRecords(step.records);
  for (let i = 0; i < step.pieces; i++) {
    const read = v.safeParse(stepRecordsSchema, await tx.objectStore('pieces').get([seq, i]));
    if (!read.success) throw new StoreError('damaged');
    yield checkedRecords(read.output);
  }
}

function checkedRecords(records: StepRecords): StepRecords {
  const isWhole = (record: StepRecord) =>
    [record.before, record.after].every((one) => isReadable(record, one));
  if (!records.every(isWhole)) throw new StoreError('damaged');
  return records;
}

/** Whether a value may lie in the place of a record; null always may. */
function isReadable({ id, layer }: RecordKey, value: unknown): boolean {
  if (value === null) return true;
  if (layer === undefined) return readEntryEdit(value).edit !== null;
  return v.is(id === LAYER_ITSELF ? layerSchema : entrySchema, value);
}

async function keyBeside(
  tx: Writing,
  range: IDBKeyRange,
  direction: 'prev' | 'next',
): Promise<number | null> {
  const cursor = await tx.objectStore('steps').openKeyCursor(range, direction);
  return cursor?.key ?? null;
}
