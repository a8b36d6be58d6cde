/**
 * The glossary as its user sees it: the bundled entries, further layers over them, her edits on top.
 *
 * Nothing that she did is lost by an update of what lies beneath: where it changed what she changed,
 * hers stays in force and the difference is listed, with both sides, until she settles it.
 */
import { editedEntry, orderedChanges } from './apply-edit';
import {
  type Change,
  type EntryEdit,
  type Place,
  placeKey,
  sameValue,
  type Value,
  valueAt,
} from './entry-edits';
import type { Entry } from './schema';

/** A difference between the user's edit and what an update brought. */
export interface Conflict {
  /** The entry as it is called now. */
  readonly entryId: string;
  /** The record with the edit; another id where an update has renamed the entry. */
  readonly recordId: string;
  /** Null: the entry as a whole, which an update has dropped, or brought beside the user's own. */
  readonly place: Place | null;
  /** What the edit replaced. */
  readonly base: Value;
  readonly mine: Value;
  readonly theirs: Value;
  /**
   * `mine`, but where an update has made one entry of two that the user had edited in the same place:
   * then the edit of the one that kept its id counts, and the other is listed here.
   */
  readonly inForce: 'mine' | 'theirs';
}

export interface Overlay {
  /** Those beneath in their order, then those that the user added or kept, by id. Hidden ones are left out. */
  readonly entries: readonly Entry[];
  /** In the order of the records' ids. */
  readonly conflicts: readonly Conflict[];
}

/** What lies beneath the user's edits. */
export interface Ground {
  readonly entries: ReadonlyMap<string, Entry>;
  /** The id that an entry has now, by each that it had or has. */
  idNow(id: string): string;
}

/** Bundled entries with layers over them: an entry of a later layer takes the whole place of an earlier one's. */
export function groundOf(bundled: readonly Entry[], layers: readonly (readonly Entry[])[]): Ground {
  const entries = new Map<string, Entry>();
  const idsNow = new Map<string, string>();
  for (const entry of [bundled, ...layers].flat()) {
    entries.set(entry.id, entry);
    // Also of an entry whose place another one takes: what was edited under an earlier id is still about it.
    for (const former of entry.formerIds) idsNow.set(former, entry.id);
  }
  return { entries, idNow: (id) => (entries.has(id) ? id : (idsNow.get(id) ?? id)) };
}

/** Several records of what is one entry now as one, and the changes that found their place taken. */
function joined(
  records: readonly EntryEdit[],
  id: string,
): { edit: EntryEdit; shadowed: [string, Change][] } {
  const [first, ...rest] = records;
  if (!first) throw new Error('an entry without records is not joined');
  if (rest.length === 0) return { edit: first, shadowed: [] };
  const places = new Map(first.changes.map((change) => [placeKey(change), change]));
  const shadowed: [string, Change][] = [];
  for (const record of rest) {
    for (const change of record.changes) {
      const known = places.get(placeKey(change));
      if (!known && !first.added) places.set(placeKey(change), change);
      else if (!sameValue(known ? known.mine : valueAt(first.added, change), change.mine))
        shadowed.push([record.id, change]);
    }
  }
  const under = records.find((record) => record.under)?.under ?? null;
  // The record under the present id knows whether this entry is wanted; former ones only where it is silent.
  const hidden = first.id === id ? first.hidden : records.some((record) => record.hidden);
  return { edit: { ...first, under, hidden, changes: orderedChanges([...places.values()]) }, shadowed };
}

function conflictsOf(ground: Entry | null, records: readonly EntryEdit[], id: string): Conflict[] {
  const { edit, shadowed } = joined(records, id);
  const owner = (change: Change) => records.find((record) => record.changes.includes(change))?.id ?? edit.id;
  const whole = (mine: Value): Conflict => ({
    ...{ entryId: id, recordId: edit.id, place: null },
    ...{ base: edit.under ?? undefined, mine, theirs: ground ?? undefined, inForce: 'mine' },
  });
  if (edit.added) {
    const isNews = ground !== null && !sameValue(ground, edit.under) && !sameValue(ground, edit.added);
    return isNews ? [whole(edit.added)] : [];
  }
  if (!ground) return edit.changes.length > 0 ? [whole(editedEntry(null, edit) ?? undefined)] : [];
  const conflicts: Conflict[] = [];
  for (const change of edit.changes) {
    const { base, mine } = change;
    const theirs = valueAt(ground, change);
    if (sameValue(theirs, base) || sameValue(theirs, mine)) continue;
    conflicts.push({
      ...{ entryId: id, recordId: owner(change), place: placeOf(change) },
      ...{ base, mine, theirs, inForce: 'mine' },
    });
  }
  for (const [recordId, change] of shadowed) {
    conflicts.push({
      ...{ entryId: id, recordId, place: placeOf(change), base: change.base, mine: change.mine },
      ...{ theirs: valueAt(editedEntry(ground, edit), change), inForce: 'theirs' },
    });
  }
  return conflicts;
}

/** A change's place alone. */
export function placeOf({ field, member }: Place): Place {
  // The two come from one place, where they fit each other.
  return { field, member } as Place;
}

/** The records that are about one entry, the one under its present id first; in the order of their ids. */
export function recordsByEntry(ground: Ground, edits: readonly EntryEdit[]): Map<string, EntryEdit[]> {
  const byEntry = new Map<string, EntryEdit[]>();
  const ordered = [...edits].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const edit of ordered) {
    const id = edit.added ? edit.id : ground.idNow(edit.id);
    const known = byEntry.get(id);
    if (!known) byEntry.set(id, [edit]);
    else if (edit.id === id) known.unshift(edit);
    else known.push(edit);
  }
  return byEntry;
}

/**
 * Lays the user's edits over the bundled entries and further layers. Pure; entries that nothing
 * touches are the same objects. `edits` hold at most one record for each id.
 */
export function overlay(
  bundled: readonly Entry[],
  layers: readonly (readonly Entry[])[],
  edits: readonly EntryEdit[],
): Overlay {
  const ground = groundOf(bundled, layers);
  const byEntry = recordsByEntry(ground, edits);
  const entries: Entry[] = [];
  for (const entry of ground.entries.values()) {
    const records = byEntry.get(entry.id);
    const shown = records ? shownEntry(entry, records, entry.id) : entry;
    if (shown) entries.push(shown);
  }
  const conflicts: Conflict[] = [];
  for (const [id, records] of byEntry) {
    const under = ground.entries.get(id) ?? null;
    conflicts.push(...conflictsOf(under, records, id));
    const kept = under ? null : shownEntry(null, records, id);
    if (kept) entries.push(kept);
  }
  return { entries, conflicts };
}

/** The entry as it is in force; null where it is hidden, or nothing is left to show. */
function shownEntry(ground: Entry | null, records: readonly EntryEdit[], id: string): Entry | null {
  const { edit } = joined(records, id);
  return edit.hidden ? null : editedEntry(ground, edit);
}

/** The entry of these records, hidden or not; null where nothing is left of it. */
export function entryBehind(ground: Entry | null, records: readonly EntryEdit[], id: string): Entry | null {
  return records.length === 0 ? ground : editedEntry(ground, joined(records, id).edit);
}
