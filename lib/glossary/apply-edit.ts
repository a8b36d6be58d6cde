import {
  type Change,
  type EntryEdit,
  type MemberField,
  memberKey,
  type Place,
  placeKey,
  type Value,
} from './entry-edits';
import type { Entry } from './schema';

/** Values that a field has by default, where the user takes it away. */
const EMPTIED: Partial<Record<Place['field'], Value>> = { familiarity: 'regular', background: [] };

function membersWith(field: MemberField, members: readonly unknown[], changes: ReadonlyMap<string, Change>) {
  const met = new Set<string>();
  const kept = members.flatMap((member) => {
    const key = memberKey(field, member);
    const change = changes.get(key);
    if (!change) return [member];
    if (met.has(key)) return [];
    met.add(key);
    return change.mine === undefined ? [] : [change.mine];
  });
  // By key, so that the order of independent edits leaves no trace.
  const added = [...changes].filter(([key, { mine }]) => !met.has(key) && mine !== undefined);
  added.sort(([a], [b]) => (a < b ? -1 : 1));
  return [...kept, ...added.map(([, { mine }]) => mine)];
}

/** An entry with changes laid over it; the same object where there are none. */
export function withChanges(entry: Entry, changes: readonly Change[]): Entry {
  if (changes.length === 0) return entry;
  const changed: Record<string, Value> = { ...entry };
  const byField = new Map<MemberField, Map<string, Change>>();
  for (const change of changes) {
    if (change.member !== null) {
      const ofField = byField.get(change.field) ?? new Map<string, Change>();
      byField.set(change.field, ofField.set(change.member, change));
    } else if (change.mine !== undefined) changed[change.field] = change.mine;
    else if (change.field in EMPTIED) changed[change.field] = EMPTIED[change.field];
    else delete changed[change.field];
  }
  for (const [field, ofField] of byField) changed[field] = membersWith(field, entry[field], ofField);
  // Each value fits its place (isValueAt), and the schema binds no two places to one another.
  return changed as Entry;
}

/**
 * The entry as its user sees it: made by her, or what lies beneath with her changes. Null where there
 * is nothing to show. `ground` is what lies beneath now; where an update dropped it, the version counts
 * that she last saw.
 */
export function editedEntry(ground: Entry | null, edit: EntryEdit): Entry | null {
  if (edit.added) return edit.added;
  const under = ground ?? (edit.changes.length > 0 ? edit.under : null);
  return under && withChanges(under, edit.changes);
}

/** Changes ordered by place, one for each. A later one in the list wins. */
export function orderedChanges(changes: readonly Change[]): Change[] {
  const byPlace = new Map(changes.map((change) => [placeKey(change), change]));
  return [...byPlace].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, change]) => change);
}
