/** The glossary that an import meets: what lies beneath, what the user did, and who has which name. */
import { editedEntry } from '../glossary/apply-edit';
import type { EntryEdit } from '../glossary/entry-edits';
import { type Ground, recordsByEntry } from '../glossary/overlay';
import type { Entry, EntryKind } from '../glossary/schema';
import { foldKey } from '../text/fold';

/** One entry as it is now. */
export interface Standing {
  readonly entry: Entry;
  readonly ground: Entry | null;
  /** The user's edits of it; null where she has none. */
  readonly record: EntryEdit | null;
}

export interface InForce {
  get(id: string): Standing | null;
  /** The user's record under an id, also where nothing of it is to be seen. */
  record(id: string): EntryEdit | null;
  /** An id that nothing has or had may be given to a new entry. */
  isTaken(id: string): boolean;
  /** Entries of that name and kind (null: of any kind), hidden ones too. */
  named(name: string, kind: EntryKind | null): readonly string[];
  /** Entries that have the name among their aliases, or as the one in their own script. */
  alsoCalled(name: string, kind: EntryKind | null): readonly string[];
}

function push(map: Map<string, string[]>, key: string, id: string): void {
  const known = map.get(key);
  if (!known) map.set(key, [id]);
  else if (!known.includes(id)) known.push(id);
}

/** Builds the look-ups in one pass over the glossary. */
export function inForce(ground: Ground, edits: readonly EntryEdit[]): InForce {
  const byEntry = recordsByEntry(ground, edits);
  const standing = new Map<string, Standing>();
  const taken = new Set<string>();
  const names = new Map<string, string[]>();
  const aliases = new Map<string, string[]>();
  const add = (id: string, beneath: Entry | null) => {
    const [record = null] = byEntry.get(id) ?? [];
    const entry = record ? editedEntry(beneath, record) : beneath;
    taken.add(id);
    if (!entry) return;
    for (const former of entry.formerIds) taken.add(former);
    standing.set(id, { entry, ground: beneath, record });
    push(names, foldKey(entry.name), id);
    for (const { text } of entry.aliases) push(aliases, foldKey(text), id);
    if (entry.ownScript) push(aliases, foldKey(entry.ownScript.text), id);
  };
  for (const entry of ground.entries.values()) add(entry.id, entry);
  for (const id of byEntry.keys()) if (!ground.entries.has(id)) add(id, null);
  const records = new Map(edits.map((edit) => [edit.id, edit]));
  const ofKind = (ids: readonly string[] | undefined, kind: EntryKind | null) =>
    (ids ?? []).filter((id) => kind === null || standing.get(id)?.entry.kind === kind);
  return {
    get: (id) => standing.get(ground.idNow(id)) ?? null,
    record: (id) => records.get(id) ?? null,
    isTaken: (id) => taken.has(id) || records.has(id),
    named: (name, kind) => ofKind(names.get(foldKey(name)), kind),
    alsoCalled: (name, kind) => ofKind(aliases.get(foldKey(name)), kind),
  };
}
