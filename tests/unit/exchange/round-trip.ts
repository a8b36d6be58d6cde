/** A file written of entries and read again, as any other file would be. */
import type { Candidate } from '../../../lib/exchange/candidate';
import { inForce } from '../../../lib/exchange/in-force';
import type { Format } from '../../../lib/exchange/losses';
import type { Mode } from '../../../lib/exchange/meet';
import { candidatesOf, openFile, type Source, type Wishes } from '../../../lib/exchange/open-file';
import { type Preview, preview } from '../../../lib/exchange/preview';
import { fileParts } from '../../../lib/exchange/write-file';
import type { EntryEdit } from '../../../lib/glossary/entry-edits';
import { groundOf, overlay } from '../../../lib/glossary/overlay';
import type { Entry } from '../../../lib/glossary/schema';

export const bytesOf = (text: string) => new TextEncoder().encode(text);
export const fileOf = (format: Format, entries: readonly Entry[]) =>
  bytesOf([...fileParts(format, entries)].join(''));

/** The candidates of a file that can be read. */
export function candidatesIn(
  source: Source,
  wishes: Wishes = {},
  bundled: readonly Entry[] = [],
): Candidate[] {
  const reading = openFile(source, wishes);
  if ('fault' in reading) throw new Error(`${reading.fault.code} ${reading.fault.detail}`);
  return candidatesOf(reading, groundOf(bundled, []));
}

/** What importing a file into a glossary would do. */
export function previewOf(
  source: Source,
  {
    mode = 'merge',
    bundled = [],
    edits = [],
    wishes = {},
    takes = [],
  }: {
    readonly mode?: Mode;
    readonly bundled?: readonly Entry[];
    readonly edits?: readonly EntryEdit[];
    readonly wishes?: Wishes;
    readonly takes?: readonly number[];
  } = {},
): Preview {
  const glossary = inForce(groundOf(bundled, []), edits);
  return preview(candidatesIn(source, wishes, bundled), glossary, mode, new Set(takes));
}

/** The edits after an import. */
export function editsAfterImport(edits: readonly EntryEdit[], { records }: Preview): EntryEdit[] {
  const all = new Map<string, EntryEdit | null>(edits.map((edit) => [edit.id, edit]));
  for (const [id, record] of records) all.set(id, record);
  return [...all.values()].filter((record) => record !== null);
}

/** The entries of an import into an empty glossary, by id. */
export function imported(source: Source, wishes: Wishes = {}): Entry[] {
  return [...overlay([], [], editsAfterImport([], previewOf(source, { wishes }))).entries];
}
