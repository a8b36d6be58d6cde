/**
 * Steps that put one state of all the user's edits in the place of another. They need no page: whoever calls
 * them announces the edition.
 */
import { type EntryEdit, readEntryEdit, sameValue } from '../glossary/entry-edits';
import { type KnownShared, readBackup } from './backup';
import { readHead } from './head';
import { type Database, editionOf, type Label, type Snapshot, STORES, type Writing } from './layout';
import { recordsOfSnapshot, takeSnapshot } from './snapshots';
import { type StepOutcome, type StepWatch, UNWATCHED, writeWatchedStep } from './write-step';

/** A snapshot by its number, and the time that it is called by. */
export type SnapshotName = Pick<Snapshot, 'at'> & { readonly key: number };

export type RestoreOutcome = StepOutcome<{ readonly outcome: 'unchanged' | 'cancelled' }>;
export type BackupOutcome =
  /** What it knew of shared glossaries, which stay as they are: only the user can say who is asked. */
  | (RestoreOutcome & { readonly shared: readonly KnownShared[] })
  | { readonly outcome: 'unreadable'; readonly fault: string };

/** Goes back to a snapshot. @throws StoreError `damaged` where one of its records cannot be read. */
export function restoreSnapshot(
  db: Database,
  { key, at }: SnapshotName,
  watch: StepWatch = UNWATCHED,
): Promise<RestoreOutcome> {
  const label: Label = { action: 'restore', about: at };
  return writeWatchedStep<{ readonly outcome: 'unchanged' }>(
    db,
    async (tx) => replacing(tx, await recordsOfSnapshot(tx, key), label),
    watch,
    STORES,
  );
}

/** Puts the edits of an exported file in the place of those that are here, of which a snapshot is taken first. @throws StoreError */
export async function restoreBackup(
  db: Database,
  text: string,
  fileName: string,
  watch: StepWatch = UNWATCHED,
): Promise<BackupOutcome> {
  const backup = readBackup(text);
  if (!backup.ok) return { outcome: 'unreadable', fault: backup.fault };
  const records = new Map(backup.edits.map((edit) => [edit.id, edit]));
  const outcome = await writeWatchedStep<{ readonly outcome: 'unchanged' }>(
    db,
    async (tx) => {
      const { head } = await readHead(tx);
      const present = await tx.objectStore('edits').getAll();
      const about = { reason: 'import', version: db.version, edition: editionOf(head) } as const;
      await takeSnapshot(tx, about, present);
      return replacing(tx, records, { action: 'import', about: fileName });
    },
    watch,
    STORES,
  );
  return { ...outcome, shared: backup.shared };
}

/** The plan that leaves exactly these records. What cannot be read stays, and is set aside if one takes its place. */
async function replacing(tx: Writing, wanted: ReadonlyMap<string, EntryEdit>, label: Label) {
  const store = tx.objectStore('edits');
  const [ids, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const present = new Map(ids.map((id, i) => [id, values[i]]));
  const records = new Map<string, EntryEdit | null>();
  for (const [id, edit] of wanted) if (!sameValue(present.get(id), edit)) records.set(id, edit);
  for (const [id, raw] of present) {
    if (!wanted.has(id) && readEntryEdit(raw).edit) records.set(id, null);
  }
  if (records.size === 0) return { result: { outcome: 'unchanged' } as const };
  return { records, label };
}
