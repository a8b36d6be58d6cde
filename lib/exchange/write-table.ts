/** Entries as rows of a table. */
import type { Entry } from '../glossary/schema';
import { COLUMNS, type Column, SIMPLE_COLUMNS } from './columns';
import { escapeFormula } from './formula';
import { type Delimiter, writeRow } from './table-text';
import { joinList } from './text-cell';

/** Without it Excel takes UTF-8 for the machine's old encoding. */
const BYTE_ORDER_MARK = '\ufeff';

const json = (value: unknown) =>
  value === undefined || (Array.isArray(value) && value.length === 0) ? '' : JSON.stringify(value);

/** Every field, lists as JSON. */
function fullCell(entry: Entry, column: Column): string {
  switch (column) {
    case 'ownScript':
      return entry.ownScript?.text ?? '';
    case 'ownScriptLanguage':
      return entry.ownScript?.lang ?? '';
    case 'latitude':
    case 'longitude':
      return entry.coordinates === undefined ? '' : String(entry.coordinates[column]);
    case 'formerIds':
      return joinList(entry.formerIds);
    case 'background':
    case 'aliases':
    case 'short':
    case 'facts':
    case 'relations':
    case 'naming':
    case 'sources':
      return json(entry[column]);
    default:
      return entry[column] ?? '';
  }
}

/** What a person edits by hand: lists as texts. */
function simpleCell(entry: Entry, column: Column): string {
  if (column === 'aliases') return joinList(entry.aliases.map(({ text }) => text));
  if (column === 'sources') return joinList(entry.sources.map(({ url }) => url));
  return fullCell(entry, column);
}

/** A table with a row of names and one for each entry, in parts to be joined. */
export function* tableParts(
  entries: Iterable<Entry>,
  delimiter: Delimiter,
  form: 'full' | 'simple',
): Generator<string, void> {
  const columns = form === 'full' ? COLUMNS : SIMPLE_COLUMNS;
  const cellOf = form === 'full' ? fullCell : simpleCell;
  yield BYTE_ORDER_MARK + writeRow(columns, delimiter);
  for (const entry of entries)
    yield writeRow(
      columns.map((column) => escapeFormula(cellOf(entry, column))),
      delimiter,
    );
}
