/** What the database had lost and got back, in its `meta` store: for the user to be told once. */
import * as v from 'valibot';
import type { Reading, Writing } from './layout';

const KEY = 'recovery';

const recoverySchema = v.strictObject({
  /** Of the lost database, as far as it was copied: what was put back once is not put back again. */
  edition: v.string(),
  /** When that was, ISO 8601. */
  copiedAt: v.string(),
  /** Of edits that were put back. */
  count: v.number(),
  /** Shared glossaries that the user took part in: only she can say who is asked again. */
  shared: v.array(v.strictObject({ address: v.string(), title: v.string() })),
  isSeen: v.boolean(),
});
export type Recovery = v.InferOutput<typeof recoverySchema>;

/** The last one, also where the user has seen it; null for none. */
export async function readRecovery(tx: Reading): Promise<Recovery | null> {
  const read = v.safeParse(recoverySchema, await tx.objectStore('meta').get(KEY));
  return read.success ? read.output : null;
}

export async function writeRecovery(tx: Writing, recovery: Recovery): Promise<void> {
  await tx.objectStore('meta').put(recovery, KEY);
}
