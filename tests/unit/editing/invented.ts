/** Entries and edits for tests of the editor's modules. */
import * as v from 'valibot';
import type { EntryEdit } from '../../../lib/glossary/entry-edits';
import { type Entry, type EntryInput, entrySchema } from '../../../lib/glossary/schema';

export const entryOf = (id: string, input: Partial<EntryInput> = {}): Entry =>
  v.parse(entrySchema, { kind: 'group', name: `The ${id}`, ...input, id });

export const editOf = (id: string, more: Partial<EntryEdit>): EntryEdit => ({
  ...{ id, added: null, under: null, changes: [], hidden: false },
  ...more,
});

export const ownEdit = (entry: Entry): EntryEdit => editOf(entry.id, { added: entry });
