import type { EntryKind, Familiarity } from './schema';

/** Enough of an entry to list it. */
export interface NameBrief {
  readonly id: string;
  readonly name: string;
  readonly kind: EntryKind;
  readonly familiarity: Familiarity;
  /** Null where the entry has none yet. */
  readonly summary: string | null;
}
