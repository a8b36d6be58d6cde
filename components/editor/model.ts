import type { EntryEdit, Place, Value } from '../../lib/glossary/entry-edits';
import {
  type Conflict,
  entryBehind,
  type Ground,
  groundOf,
  overlay,
  recordsByEntry,
} from '../../lib/glossary/overlay';
import type { Entry } from '../../lib/glossary/schema';
import type { StoredFault, UserEdits } from '../../lib/store/load-edits';
import type { History } from '../../lib/store/user-glossary';

/** One entry that the user edited. */
export interface EditedEntry {
  readonly record: EntryEdit;
  readonly name: string;
  readonly state: 'added' | 'hidden' | 'changed';
  /** Fields that differ from what lies beneath, each once; empty for one that was added. */
  readonly fields: readonly Place['field'][];
}

/** A difference that an update brought, with the entry's name and what lies beneath it now. */
export interface ListedConflict extends Conflict {
  readonly name: string;
  readonly ground: Entry | null;
}

/** The entry that the page was opened at, as it is in force, over what lies beneath the user's edits. */
export interface OpenedEntry {
  readonly entry: Entry;
  readonly ground: Entry | null;
}

/** What the page of the user's own entries shows. */
export interface MyGlossary {
  /** By name. */
  readonly entries: readonly EditedEntry[];
  readonly conflicts: readonly ListedConflict[];
  readonly faults: readonly StoredFault[];
  readonly history: History;
  /** Null where it was opened at none, or there is no such entry. */
  readonly opened: OpenedEntry | null;
}

export function myGlossaryOf(
  bundled: readonly Entry[],
  { edits, faults }: UserEdits,
  history: History,
  openedId: string | null,
): MyGlossary {
  const ground = groundOf(bundled, []);
  const byEntry = recordsByEntry(ground, edits);
  const names = new Map<string, string>();
  const entries: EditedEntry[] = [];
  for (const [id, records] of byEntry) {
    const name = entryBehind(ground.entries.get(id) ?? null, records, id)?.name ?? id;
    names.set(id, name);
    for (const record of records) {
      const fields = [...new Set(record.changes.map(({ field }) => field))];
      const state = record.hidden ? 'hidden' : record.added ? 'added' : 'changed';
      entries.push({ record, name, state, fields });
    }
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const conflicts = overlay(bundled, [], edits).conflicts.map((conflict) => ({
    ...conflict,
    name: names.get(conflict.entryId) ?? conflict.entryId,
    ground: ground.entries.get(conflict.entryId) ?? null,
  }));
  return { entries, conflicts, faults, history, opened: openedAt(openedId, ground, byEntry) };
}

function openedAt(
  openedId: string | null,
  ground: Ground,
  byEntry: ReadonlyMap<string, readonly EntryEdit[]>,
): OpenedEntry | null {
  if (openedId === null) return null;
  const id = ground.idNow(openedId);
  const beneath = ground.entries.get(id) ?? null;
  const entry = entryBehind(beneath, byEntry.get(id) ?? [], id);
  return entry && { entry, ground: beneath };
}

/** A value in words for a list: its text where it has one. */
export function valueInWords(value: Value): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(valueInWords).join(' ');
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  const { text, title, office, name } = value as Record<string, unknown>;
  const said = [text, title, office, name].find((one) => typeof one === 'string');
  return typeof said === 'string' ? said : JSON.stringify(value);
}
