import type { Entry } from '../glossary/schema';
import type { Format } from './losses';
import { jsonParts } from './write-json';
import { tableParts } from './write-table';
import { tbxParts } from './write-tbx';

/** Endings and types of the files. */
export const FILE_TYPES: Readonly<Record<Format, { readonly ending: string; readonly type: string }>> = {
  json: { ending: 'json', type: 'application/json' },
  csv: { ending: 'csv', type: 'text/csv' },
  tsv: { ending: 'tsv', type: 'text/tab-separated-values' },
  simple: { ending: 'csv', type: 'text/csv' },
  tbx: { ending: 'tbx', type: 'application/xml' },
};

/** A file of these entries in parts to be joined. */
export function fileParts(format: Format, entries: Iterable<Entry>): Generator<string, void> {
  if (format === 'json') return jsonParts(entries);
  if (format === 'tbx') return tbxParts(entries);
  return tableParts(entries, format === 'tsv' ? '\t' : ',', format === 'simple' ? 'simple' : 'full');
}
