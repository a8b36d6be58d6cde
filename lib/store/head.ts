/** Where the database stands, and what the last writes touched. */
import * as v from 'valibot';
import { setAside } from './aside';
import {
  editionOf,
  type Head,
  headSchema,
  isOfEpoch,
  journalSchema,
  LONGEST_JOURNAL,
  MOST_IN_JOURNAL,
  type Reading,
  type Writing,
} from './layout';

/** The head; where it cannot be read, one that fits the steps, so that nothing of them is lost. */
export async function readHead(tx: Reading): Promise<{ head: Head; raw: unknown }> {
  const raw = await tx.objectStore('meta').get('head');
  const read = v.safeParse(headSchema, raw);
  if (read.success) return { head: read.output, raw };
  const last = Math.max(0, ...(await tx.objectStore('steps').getAllKeys()));
  return { head: { epoch: `rebuilt-${last}`, revision: 0, step: last, last }, raw };
}

/** The ids of the records that changed after a revision; null where only a full reading can tell. */
async function changedSince(tx: Reading, revision: number, now: number): Promise<Set<string> | null> {
  const read = v.safeParse(journalSchema, await tx.objectStore('meta').get('journal'));
  const later = (read.success ? read.output : []).filter((write) => write.revision > revision);
  if (later.length !== now - revision) return null;
  const ids = new Set<string>();
  for (const write of later) {
    if (!write.ids) return null;
    for (const id of write.ids) ids.add(id);
  }
  return ids;
}

/** The revision of an edition of this database, or null where it is of another. */
function revisionIn(edition: string, head: Head): number | null {
  const known = isOfEpoch(edition, head) ? Number(edition.slice(head.epoch.length + 1)) : Number.NaN;
  return known <= head.revision ? known : null;
}

/** Records that were written since an edition, and the edition now. */
interface Changes {
  readonly edition: string;
  readonly ids: string[];
}

/** Null where only a full reading can tell. */
export async function changesSince(tx: Reading, edition: string): Promise<Changes | null> {
  const { head } = await readHead(tx);
  const since = revisionIn(edition, head);
  const changed = since === null ? null : await changedSince(tx, since, head.revision);
  return changed && { edition: editionOf(head), ids: [...changed] };
}

/** The ids of all records, those of shared glossaries' entries among them, and the edition now. */
export async function allIds(tx: Reading): Promise<Changes> {
  const [{ head }, edited, layered] = await Promise.all([
    readHead(tx),
    tx.objectStore('edits').getAllKeys(),
    tx.objectStore('layered').getAllKeys(),
  ]);
  return { edition: editionOf(head), ids: [...new Set([...edited, ...layered.map(([, id]) => id)])] };
}

/** The ids of the records that the last writes touched, the latest first, each once; of large writes none. */
export async function recentIds(tx: Reading): Promise<string[]> {
  const read = v.safeParse(journalSchema, await tx.objectStore('meta').get('journal'));
  const writes = read.success ? [...read.output].reverse() : [];
  return [...new Set(writes.flatMap(({ ids }) => ids ?? []))];
}

async function writeJournal(tx: Writing, revision: number, ids: readonly string[]): Promise<void> {
  const meta = tx.objectStore('meta');
  const read = v.safeParse(journalSchema, await meta.get('journal'));
  const earlier = read.success ? read.output.slice(1 - LONGEST_JOURNAL) : [];
  const named = ids.length > MOST_IN_JOURNAL ? null : [...ids];
  await meta.put([...earlier, { revision, ids: named }], 'journal');
}

/** Moves the head, keeping aside one that could not be read. `ids` are the records that were written. Gives the new edition. */
export async function moveHead(
  tx: Writing,
  before: { head: Head; raw: unknown },
  to: Partial<Head>,
  ids: readonly string[],
): Promise<string> {
  if (before.raw !== undefined && !v.is(headSchema, before.raw)) await setAside(tx, 'head', before.raw);
  const head = { ...before.head, ...to, revision: before.head.revision + 1 };
  await tx.objectStore('meta').put(head, 'head');
  await writeJournal(tx, head.revision, ids);
  return editionOf(head);
}
