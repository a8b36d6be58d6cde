import type { Entry, EntryKind } from './schema';

/** Enough of an entry to list it. */
export interface NameBrief {
  readonly id: string;
  readonly name: string;
  readonly kind: EntryKind;
  /** Null where the entry has none yet. */
  readonly summary: string | null;
}

export function nameBriefOf(entry: Entry): NameBrief {
  return { id: entry.id, name: entry.name, kind: entry.kind, summary: entry.summary ?? null };
}
