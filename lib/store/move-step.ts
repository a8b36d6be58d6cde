/** Undo and redo: a step in force taken back, or the next one done again, in one durable transaction. */
import * as v from 'valibot';
import { moveHead, readHead } from './head';
import {
  type Database,
  type Step,
  type StepRecords,
  stepRecordsSchema,
  stepSchema,
  type Writing,
} from './layout';
import { addTouched, isReadable, lookUp, replaceRecords } from './record-places';
import { StoreError } from './store-error';
import { STEP_STORES, transact } from './write-step';

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
      if (!records.every((record) => isReadable(record, record.after))) throw new StoreError('damaged');
      await replaceRecords(tx, records, await lookUp(tx, records));
      await addTouched(tx, records, touched);
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
  if (step.records.length > 0) yield step.records;
  for (let i = 0; i < step.pieces; i++) {
    const read = v.safeParse(stepRecordsSchema, await tx.objectStore('pieces').get([seq, i]));
    if (!read.success) throw new StoreError('damaged');
    yield read.output;
  }
}

async function keyBeside(
  tx: Writing,
  range: IDBKeyRange,
  direction: 'prev' | 'next',
): Promise<number | null> {
  const cursor = await tx.objectStore('steps').openKeyCursor(range, direction);
  return cursor?.key ?? null;
}
