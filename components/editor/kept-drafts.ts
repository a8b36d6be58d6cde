/**
 * What was typed and cannot be saved yet, kept over a reload. In the page's own storage, which is written
 * before the next key is pressed; story pages do not hear of it.
 */
import * as v from 'valibot';
import { type KeptSlot, MEMBER_FIELDS } from '../../lib/editing/entry-form';
import type { Raw } from '../../lib/editing/raw';
import { WHOLE_FIELDS } from '../../lib/glossary/entry-edits';

const keyOf = (id: string | null) => `newsgloss-draft:${id ?? ''}`;

const raw: v.GenericSchema<Raw> = v.lazy(() =>
  v.union([v.string(), v.boolean(), v.array(raw), v.record(v.string(), raw)]),
);
const keptSlots = v.array(
  v.strictObject({
    field: v.picklist([...WHOLE_FIELDS, ...MEMBER_FIELDS]),
    row: v.string(),
    seen: v.optional(v.unknown()),
    raw,
    isRemoved: v.boolean(),
  }),
);

/** Keeps the unsaved part of an entry's form (null: of the one that is still to be added); empty lets it go. */
export function keepDraft(id: string | null, slots: readonly KeptSlot[]): void {
  try {
    if (slots.length === 0) localStorage.removeItem(keyOf(id));
    else localStorage.setItem(keyOf(id), JSON.stringify(slots));
  } catch (error) {
    console.warn('Newsgloss could not keep what was typed over a reload:', error);
  }
}

/** What was kept of an entry's form; empty for nothing, and for what cannot be read. */
export function keptDraft(id: string | null): readonly KeptSlot[] {
  try {
    const read = v.safeParse(keptSlots, JSON.parse(localStorage.getItem(keyOf(id)) ?? '[]'));
    // A slot without a value seen is one that had none.
    return read.success ? read.output.map((slot) => ({ ...slot, seen: slot.seen })) : [];
  } catch {
    return [];
  }
}
