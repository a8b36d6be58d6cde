/**
 * The user's actions on one entry's record, as pure functions: what the record is afterwards, or why
 * it stays. An action says from which value it was made, so that of two pages which touch the same
 * place, the later one hears of it instead of writing over the earlier.
 */
import * as v from 'valibot';
import { editedEntry, orderedChanges } from './apply-edit';
import {
  type Change,
  type EntryEdit,
  isValueAt,
  type Place,
  placeKey,
  sameValue,
  type Value,
  valueAt,
} from './entry-edits';
import { placeOf } from './overlay';
import { type Entry, entrySchema } from './schema';

/** A place to be changed from the value that the user saw there to hers; undefined: not there. */
export type FieldEdit = Place & { readonly from?: Value; readonly mine?: Value };

/** A place that another page changed since: what this page wanted, and what stands there now. */
export interface Clash {
  /** Null: the entry as a whole. */
  readonly place: Place | null;
  readonly mine: Value;
  readonly theirs: Value;
}

export type Decision =
  /** The record as it is to be; null where nothing is left of the edits. */
  | { readonly outcome: 'edited'; readonly record: EntryEdit | null }
  /** Already so. */
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'clash'; readonly clashes: readonly Clash[] }
  /** A value does not fit its place. */
  | { readonly outcome: 'invalid'; readonly faults: readonly string[] };

function emptyRecord(id: string): EntryEdit {
  return { id, added: null, under: null, changes: [], hidden: false };
}

/** A record that says anything, or null. */
function settled(before: EntryEdit | null, record: EntryEdit): Decision {
  const kept = record.changes.length > 0 || record.added ? record : { ...record, under: null };
  const isEmpty = !kept.added && kept.changes.length === 0 && !kept.hidden;
  if (sameValue(before, isEmpty ? null : kept)) return { outcome: 'unchanged' };
  return { outcome: 'edited', record: isEmpty ? null : kept };
}

function clash(place: Place | null, mine: Value, theirs: Value): Decision {
  return { outcome: 'clash', clashes: [{ place, mine, theirs }] };
}

/**
 * Changes places of an entry, all or none. A place that comes to what lies beneath is no change any
 * more.
 *
 * @param id of the record: the entry's, where there is none yet.
 * @param ground the entry beneath the user's edits, null where there is none.
 */
export function editPlaces(
  record: EntryEdit | null,
  id: string,
  ground: Entry | null,
  edits: readonly FieldEdit[],
): Decision {
  const before = record ?? emptyRecord(id);
  const shown = editedEntry(ground, before);
  if (!shown) return clash(null, undefined, undefined);
  const faults = edits.filter((edit) => !isValueAt(edit, edit.mine)).map(placeKey);
  if (faults.length > 0) return { outcome: 'invalid', faults };
  const clashes = edits
    .map((edit) => ({ place: placeOf(edit), mine: edit.mine, from: edit.from, theirs: valueAt(shown, edit) }))
    .filter(({ from, mine, theirs }) => !sameValue(theirs, from) && !sameValue(theirs, mine))
    .map(({ place, mine, theirs }): Clash => ({ place, mine, theirs }));
  if (clashes.length > 0) return { outcome: 'clash', clashes };
  if (before.added) return settled(record, { ...before, added: withEdits(before.added, edits) });

  const under = ground ?? before.under;
  const known = new Map(before.changes.map((change) => [placeKey(change), change]));
  for (const edit of edits) {
    const beneath = valueAt(under, edit);
    const base = known.has(placeKey(edit)) ? known.get(placeKey(edit))?.base : beneath;
    if (sameValue(edit.mine, beneath)) known.delete(placeKey(edit));
    else known.set(placeKey(edit), changeAt(edit, base, edit.mine));
  }
  return settled(record, { ...before, under, changes: orderedChanges([...known.values()]) });
}

function withEdits(added: Entry, edits: readonly FieldEdit[]): Entry {
  const edit = { ...emptyRecord(added.id), changes: edits.map((one) => changeAt(one, one.from, one.mine)) };
  return editedEntry(added, edit) ?? added;
}

/** Undefined sides are left out, so that a record is the same as read from a file. */
function changeAt(place: Place, base: Value, mine: Value): Change {
  return {
    ...placeOf(place),
    ...(base === undefined ? {} : { base }),
    ...(mine === undefined ? {} : { mine }),
  };
}

/** Adds an entry of the user's own. One that is there already, beneath or added, is a clash. */
export function addEntry(record: EntryEdit | null, ground: Entry | null, input: unknown): Decision {
  const read = v.safeParse(entrySchema, input);
  if (!read.success)
    return { outcome: 'invalid', faults: read.issues.map((issue) => v.getDotPath(issue) ?? '') };
  const entry = read.output;
  const there = record ? editedEntry(ground, record) : ground;
  if (there) return sameValue(there, entry) ? { outcome: 'unchanged' } : clash(null, entry, there);
  return settled(record, { ...emptyRecord(entry.id), added: entry });
}

/** Hides an entry, or shows it again. */
export function setHidden(record: EntryEdit | null, id: string, hidden: boolean): Decision {
  return settled(record, { ...(record ?? emptyRecord(id)), hidden });
}

/** Takes back all that the user did to an entry; one that she added goes. `from` is the record that she saw. */
export function withdrawEdits(record: EntryEdit | null, from: EntryEdit): Decision {
  if (record && !sameValue(record, from)) return clash(null, undefined, record);
  return record ? { outcome: 'edited', record: null } : { outcome: 'unchanged' };
}

/**
 * Settles a difference that an update brought: keeps the user's side, which from now on replaces what
 * the update brought, or takes theirs.
 *
 * @param place null: the entry as a whole.
 * @param mine the user's side as she saw it listed.
 */
export function settleConflict(
  record: EntryEdit | null,
  ground: Entry | null,
  place: Place | null,
  mine: Value,
  take: 'mine' | 'theirs',
): Decision {
  if (!record) return clash(place, mine, undefined);
  if (place === null) return settleWhole(record, ground, mine, take);
  const change = record.changes.find((one) => placeKey(one) === placeKey(place));
  if (!change || !sameValue(change.mine, mine)) return clash(place, mine, change?.mine);
  const rest = record.changes.filter((one) => one !== change);
  const kept = take === 'mine' ? [...rest, changeAt(place, valueAt(ground, place), mine)] : rest;
  return settled(record, { ...record, under: ground ?? record.under, changes: orderedChanges(kept) });
}

function settleWhole(
  record: EntryEdit,
  ground: Entry | null,
  mine: Value,
  take: 'mine' | 'theirs',
): Decision {
  const whole = editedEntry(null, record);
  if (!whole || !sameValue(whole, mine)) return clash(null, mine, whole ?? undefined);
  if (take === 'theirs') return settled(record, { ...record, added: null, under: null, changes: [] });
  return settled(record, { ...record, added: { ...whole, id: record.id }, under: ground, changes: [] });
}
