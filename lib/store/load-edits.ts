import { type EntryEdit, readEntryEdit } from '../glossary/entry-edits';
import { readAllRecords } from './all-records';
import { changesSince } from './head';
import type { Database, Reading } from './layout';

const OTHER_ID = 'stored under another id';

/** A stored record that cannot be read. It stays where it is, and is in every export. */
export interface StoredFault {
  readonly id: string;
  readonly fault: string;
}

/** All that the user did, as of one edition. */
export interface UserEdits {
  readonly edition: string;
  readonly edits: readonly EntryEdit[];
  readonly faults: readonly StoredFault[];
}

/** All that is stored; `onPiece` is told of the edits as they come. */
export async function loadEdits(
  db: Database,
  onPiece: (edits: readonly EntryEdit[]) => void = () => {},
): Promise<UserEdits> {
  const { edition, records } = await readAllRecords(db, readRecordAs, (piece) =>
    onPiece(piece.flatMap(({ edit }) => edit ?? [])),
  );
  const edits: EntryEdit[] = [];
  const faults: StoredFault[] = [];
  for (const { edit, fault } of records.values()) {
    if (edit) edits.push(edit);
    else faults.push(fault);
  }
  return { edition, edits, faults };
}

/** A record as an edit, or what keeps it from being one. */
type ReadRecord =
  | { readonly edit: EntryEdit; readonly fault: null }
  | { readonly edit: null; readonly fault: StoredFault };

function readRecordAs(raw: unknown, id: string): ReadRecord {
  const { edit, fault } = readEntryEdit(raw);
  return edit?.id === id ? { edit, fault: null } : { edit: null, fault: { id, fault: fault ?? OTHER_ID } };
}

/** The edits under these ids, without those that cannot be read. */
export async function loadSome(tx: Reading, ids: readonly string[]): Promise<EntryEdit[]> {
  const values = await Promise.all(ids.map((id) => tx.objectStore('edits').get(id)));
  return values.flatMap((value, i) => readRecordAs(value, ids[i] ?? '').edit ?? []);
}

/**
 * What was known with the changed records read again; null where only loading all can tell. What has
 * not changed stays the same object.
 */
export async function broughtUp(tx: Reading, known: UserEdits): Promise<UserEdits | null> {
  const changes = await changesSince(tx, known.edition);
  if (!changes) return null;
  const { edition, ids } = changes;
  if (ids.length === 0) return { ...known, edition };
  const changed = new Set(ids);
  const values = await Promise.all(ids.map((id) => tx.objectStore('edits').get(id)));
  await tx.done;
  const edits = new Map(known.edits.map((edit) => [edit.id, edit]));
  const faults = known.faults.filter(({ id }) => !changed.has(id));
  for (const [i, id] of ids.entries()) {
    edits.delete(id);
    if (values[i] === undefined) continue;
    const { edit, fault } = readRecordAs(values[i], id);
    if (edit) edits.set(id, edit);
    else faults.push(fault);
  }
  return { edition, edits: [...edits.values()], faults };
}
