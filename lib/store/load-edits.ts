import { type EntryEdit, readEntryEdit } from '../glossary/entry-edits';
import { changedSince, readHead } from './head';
import { editionOf, type Head, type Reading } from './layout';

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

/** All records, or those of `known` brought up to what is stored now; what has not changed stays the same object. */
export async function loadEdits(tx: Reading, known: UserEdits | null): Promise<UserEdits> {
  const changes = known && (await changesSince(tx, known.edition));
  if (changes) return broughtUp(tx, known, changes);
  const { head } = await readHead(tx);
  const store = tx.objectStore('edits');
  const [ids, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  // The transaction ends before any work on what it read: until then every edit would wait for that.
  await tx.done;
  const edits: EntryEdit[] = [];
  const faults: StoredFault[] = [];
  for (const [i, id] of ids.entries()) {
    const { edit, fault } = readEntryEdit(values[i]);
    if (edit?.id === id) edits.push(edit);
    else faults.push({ id, fault: fault ?? OTHER_ID });
  }
  return { edition: editionOf(head), edits, faults };
}

/** The revision of an edition of this database, or null where it is of another. */
function revisionIn(edition: string, { epoch, revision }: Head): number | null {
  const known = edition.startsWith(`${epoch}.`) ? Number(edition.slice(epoch.length + 1)) : Number.NaN;
  return known <= revision ? known : null;
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

/** The edits under these ids, without those that cannot be read. */
export async function loadSome(tx: Reading, ids: readonly string[]): Promise<EntryEdit[]> {
  const values = await Promise.all(ids.map((id) => tx.objectStore('edits').get(id)));
  return values.flatMap((value, i) => {
    const edit = value === undefined ? null : readEntryEdit(value).edit;
    return edit && edit.id === ids[i] ? [edit] : [];
  });
}

/** What was known with the changed records read again. */
async function broughtUp(tx: Reading, known: UserEdits, { edition, ids }: Changes): Promise<UserEdits> {
  if (ids.length === 0) return { ...known, edition };
  const changed = new Set(ids);
  const values = await Promise.all(ids.map((id) => tx.objectStore('edits').get(id)));
  // As above.
  await tx.done;
  const edits = new Map(known.edits.map((edit) => [edit.id, edit]));
  const faults = known.faults.filter(({ id }) => !changed.has(id));
  for (const [i, id] of ids.entries()) {
    edits.delete(id);
    const stored = values[i];
    if (stored === undefined) continue;
    const { edit, fault } = readEntryEdit(stored);
    if (edit?.id === id) edits.set(id, edit);
    else faults.push({ id, fault: fault ?? OTHER_ID });
  }
  return { edition, edits: [...edits.values()], faults };
}
