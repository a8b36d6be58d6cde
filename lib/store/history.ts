import * as v from 'valibot';
import { readHead } from './head';
import { editionOf, type Label, type Reading, stepSchema } from './layout';
import { type Recovery, readRecovery } from './recovery';
import { type KeptSnapshot, listSnapshots } from './snapshots';

/** A step by its number, with what it was; the label is null where that cannot be read. */
export interface StepBrief {
  readonly seq: number;
  readonly label: Label | null;
  /** So many records that a page lets its worker move it. */
  readonly isLarge: boolean;
}

/** Where the user stands among her steps. */
export interface History {
  readonly edition: string;
  /** What undo would take back and redo do again; null where there is nothing. */
  readonly undo: StepBrief | null;
  readonly redo: StepBrief | null;
  /** Newest first. */
  readonly snapshots: readonly KeptSnapshot[];
  /** What the browser had thrown away and was put back, until the user has seen it; mostly null. */
  readonly recovery: Recovery | null;
  /** A newer version of the extension wrote the database: nothing can be changed here. */
  readonly isReadOnly: boolean;
}

export async function readHistory(tx: Reading, isReadOnly: boolean): Promise<History> {
  const { head } = await readHead(tx);
  const steps = tx.objectStore('steps');
  const brief = async (seq: number | undefined): Promise<StepBrief | null> => {
    const stored = seq === undefined || seq === 0 ? undefined : await steps.get(seq);
    if (seq === undefined || stored === undefined) return null;
    const read = v.safeParse(stepSchema, stored);
    const { label = null, pieces = 0 } = read.success ? read.output : {};
    return { seq, label, isLarge: pieces > 0 };
  };
  const recovery = await readRecovery(tx);
  const [next] = await steps.getAllKeys(IDBKeyRange.lowerBound(head.step, true), 1);
  return {
    edition: editionOf(head),
    undo: await brief(head.step),
    redo: await brief(next),
    snapshots: await listSnapshots(tx),
    recovery: recovery && recovery.count > 0 && !recovery.isSeen ? recovery : null,
    isReadOnly,
  };
}
