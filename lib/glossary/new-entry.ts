import * as v from 'valibot';
import { type Entry, type EntryKind, entrySchema } from './schema';

/** What a user says of a name that she adds. */
export interface NewName {
  readonly name: string;
  readonly kind: EntryKind;
  /** Empty for none. */
  readonly summary: string;
  /** An acronym of it, which matches only as written; null for none. */
  readonly short: string | null;
}

/** The entry of a name that the user adds; throws where something of it does not fit the format. */
export function newEntry(id: string, { name, kind, summary, short }: NewName): Entry {
  const aliases = short === null ? [] : [{ key: 'acronym', text: short, case: 'exact' }];
  return v.parse(entrySchema, { id, kind, name, aliases, ...(summary === '' ? {} : { summary }) });
}
