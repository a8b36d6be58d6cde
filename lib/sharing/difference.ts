/** What an update of a shared glossary would change. Pure. */
import type { Fault } from '../exchange/faults';
import { MEMBER_SCHEMAS, type Place, sameValue, type Value, WHOLE_FIELDS } from '../glossary/entry-edits';
import type { Entry } from '../glossary/schema';
import type { SharedFile } from './read-shared';

export const SHARED_CHANGES = ['new', 'changed', 'gone', 'refused', 'same'] as const;
export type SharedChange = (typeof SHARED_CHANGES)[number];

/** A field before and after; undefined: not there. */
export interface FieldChange {
  readonly field: Place['field'];
  readonly before: Value;
  readonly after: Value;
}

/** One entry, in the order of the file; those that are gone come last. */
export interface SharedRow {
  /** Null of a refused one whose id cannot be read. */
  readonly id: string | null;
  readonly name: string;
  readonly change: SharedChange;
  /** Of a refused entry: why. The layer keeps what it had under its id. */
  readonly faults: readonly Fault[];
}

export type SharedCounts = Readonly<Record<SharedChange, number>>;

export interface Difference {
  readonly rows: readonly SharedRow[];
  readonly counts: SharedCounts;
  /** What is to be written: entries by id, null for those that go. */
  readonly entries: ReadonlyMap<string, Entry | null>;
}

/**
 * Holds a file against the entries that were taken from it before (none: all of it is new).
 *
 * An entry that the file has and that is refused stays as it was: a slip of its keeper takes nothing away.
 */
export function differenceOf(before: ReadonlyMap<string, Entry>, file: SharedFile): Difference {
  const rows: SharedRow[] = [];
  const entries = new Map<string, Entry | null>();
  for (const [id, entry] of file.entries) {
    const known = before.get(id);
    const change = !known ? 'new' : sameValue(known, entry) ? 'same' : 'changed';
    if (change !== 'same') entries.set(id, entry);
    rows.push({ id, name: entry.name, change, faults: [] });
  }
  const kept = new Set(file.refused.map(({ id }) => id));
  for (const { id, name, faults } of file.refused) rows.push({ id, name, change: 'refused', faults });
  for (const [id, { name }] of before) {
    if (file.entries.has(id) || kept.has(id)) continue;
    entries.set(id, null);
    rows.push({ id, name, change: 'gone', faults: [] });
  }
  const counts = Object.fromEntries(SHARED_CHANGES.map((change) => [change, 0])) as Record<
    SharedChange,
    number
  >;
  for (const { change } of rows) counts[change]++;
  return { rows, counts, entries };
}

const FIELDS = [...WHOLE_FIELDS, ...(Object.keys(MEMBER_SCHEMAS) as (keyof typeof MEMBER_SCHEMAS)[])];

const isEmpty = (value: Value) => value === undefined || (Array.isArray(value) && value.length === 0);

/** The fields in which two versions of an entry differ; of a new one (null before) all that it has. */
export function changedFields(before: Entry | null, after: Entry): FieldChange[] {
  const differs = (field: Place['field']) =>
    before ? !sameValue(before[field], after[field]) : !isEmpty(after[field]);
  return FIELDS.filter(differs).map((field) => ({ field, before: before?.[field], after: after[field] }));
}

/** Of all entries, more than which no update takes away unseen. */
const MOST_GONE = 0.5;

/** Whether somebody should look at an update even of a glossary whose updates are trusted. */
export function isSuspect({ counts }: Pick<Difference, 'counts'>): boolean {
  const { same, changed, gone, refused } = counts;
  return refused > 0 || gone > (same + changed + gone) * MOST_GONE;
}
