/** What is done to entries, planned inside the transaction that does it: each on the record as it is then. */
import type { EntryEdit } from '../glossary/entry-edits';
import type { Decision } from '../glossary/make-edit';
import type { Entry } from '../glossary/schema';
import type { Label, Writing } from './layout';
import { readRecord } from './record-places';
import type { StepPlan } from './write-step';

/** An entry to be edited: its id, and what lies beneath the user's edits (null: it is her own). */
export interface Target {
  readonly id: string;
  readonly ground: Entry | null;
}

/** What is done to one entry; `id` is that of its record, which may be one that it had before. */
export interface Act {
  readonly target: Target;
  readonly decide: (record: EntryEdit | null, id: string) => Decision;
}

/**
 * The records that acts lead to, all or none: nothing is written where one of them clashes or does not fit;
 * those that are so already are passed over.
 */
export async function planActs(
  tx: Writing,
  acts: readonly Act[],
  label: Label,
): Promise<StepPlan<Exclude<Decision, { outcome: 'edited' }>>> {
  const found = await Promise.all(acts.map(({ target }) => recordOf(tx, target)));
  const records = new Map<string, EntryEdit | null>();
  for (const [i, { target, decide }] of acts.entries()) {
    const record = found[i] ?? null;
    const id = record?.id ?? target.id;
    const decision = decide(record, id);
    if (decision.outcome === 'edited') records.set(id, decision.record);
    else if (decision.outcome !== 'unchanged') return { result: decision };
  }
  if (records.size === 0) return { result: { outcome: 'unchanged' } };
  return { records, label: records.size > 1 ? { ...label, count: records.size } : label };
}

/** The record of an entry: under its id, or under one that it had when it was first edited. */
async function recordOf(tx: Writing, { id, ground }: Target): Promise<EntryEdit | null> {
  for (const one of [id, ...(ground?.formerIds ?? [])]) {
    const { edit } = await readRecord(tx, one);
    if (edit) return edit;
  }
  return null;
}
