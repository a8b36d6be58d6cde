/** A file or a pasted text: what it is, how it is to be read, and the entries in it. */
import type { Ground } from '../glossary/overlay';
import type { EntryKind } from '../glossary/schema';
import type { Candidate } from './candidate';
import { guessMapping, looksLikeHeader, type Mapping, OTHER_KIND } from './columns';
import { decode, detectEncoding, type Encoding } from './encoding';
import type { FileFault } from './faults';
import { MOST_BYTES, MOST_COLUMNS, MOST_ENTRIES } from './limits';
import { candidateAt, type JsonFile, readJson } from './read-json';
import { candidateOfRow } from './read-table';
import { candidateOfConcept, readTbx, type TbxFile } from './read-tbx';
import { type Delimiter, detectDelimiter, readRows, type TableRow } from './table-text';

/** How a file is to be read, as far as the user has said; the rest is found out. */
export interface Wishes {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  readonly hasHeader?: boolean;
  readonly mapping?: Mapping;
  /** Of entries whose kind the file does not say. */
  readonly kind?: EntryKind;
  /** Of a terminology: the one whose terms are the names. */
  readonly language?: string;
}

/** Rows shown of a table, and looked at to find out what its columns are. */
const SAMPLE_ROWS = 20;

interface Opened {
  /** Null of a pasted text. */
  readonly encoding: Encoding | null;
  readonly kind: EntryKind;
  /** Entries, or rows without the header. */
  readonly count: number;
}

/** A table, its columns and first rows. */
export interface OpenedTable extends Opened {
  readonly form: 'table';
  readonly delimiter: Delimiter;
  readonly hasHeader: boolean;
  readonly header: readonly string[];
  readonly mapping: Mapping;
  readonly sample: readonly (readonly string[])[];
}
export interface OpenedTbx extends Opened {
  readonly form: 'tbx';
  readonly language: string;
  readonly languages: readonly string[];
}
export interface OpenedJson extends Opened {
  readonly form: JsonFile['form'];
}
export type OpenedFile = OpenedTable | OpenedTbx | OpenedJson;

/** A file as it was opened, with what its entries are made of. */
export type Reading =
  | { readonly about: OpenedTable; readonly rows: readonly TableRow[] }
  | { readonly about: OpenedTbx; readonly tbx: TbxFile }
  | { readonly about: OpenedJson; readonly json: JsonFile };

/** The bytes of a file, or a text as it was pasted. */
export type Source = Uint8Array | string;

const fileFault = (code: FileFault['code'], detail = ''): FileFault => ({
  ...{ code, line: null, column: null, detail },
});

/** What is said of a file that is too large, which need not be read for it. */
export const tooLarge = () => ({ fault: fileFault('tooLarge', String(MOST_BYTES)) });

/** The encoding that an XML declaration names, where we know it. */
function xmlEncoding(bytes: Uint8Array): Encoding | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const named = /^<\?xml[^>]*\sencoding=["']([A-Za-z0-9_-]+)["']/.exec(start)?.[1];
  if (!named) return null;
  try {
    // Whatever the browser knows; only its own spelling of the label is compared.
    return new TextDecoder(named).encoding as Encoding;
  } catch {
    return null;
  }
}

/** Opens a file. Every step is bounded by what lib/exchange/limits.ts lets in. */
export function openFile(source: Source, wishes: Wishes = {}): Reading | { readonly fault: FileFault } {
  if (source.length > MOST_BYTES) return tooLarge();
  const encoding =
    typeof source === 'string' ? null : (wishes.encoding ?? xmlEncoding(source) ?? detectEncoding(source));
  const text = (typeof source === 'string' ? source : decode(source, encoding ?? 'utf-8')).replace(
    /^\ufeff/,
    '',
  );
  const start = text.slice(0, 4_096).trimStart();
  if (start === '') return { fault: fileFault('empty') };
  const kind = wishes.kind ?? OTHER_KIND;
  if (start.startsWith('{')) {
    const json = readJson(text);
    if ('code' in json) return { fault: json };
    const count = json.form === 'glossary' ? json.entries.length : json.records.length;
    return { about: { form: json.form, encoding, kind, count }, json };
  }
  if (/^<(?:\?xml|!DOCTYPE|!--|tbx\b|martif\b)/.test(start)) {
    const tbx = readTbx(text);
    if ('code' in tbx) return { fault: tbx };
    const { languages, concepts } = tbx;
    const language = wishes.language ?? languages[0] ?? '';
    return { about: { form: 'tbx', encoding, kind, count: concepts.length, language, languages }, tbx };
  }
  return openTable(text, encoding, kind, wishes);
}

function openTable(
  text: string,
  encoding: Encoding | null,
  kind: EntryKind,
  wishes: Wishes,
): Reading | { readonly fault: FileFault } {
  const delimiter = wishes.delimiter ?? detectDelimiter(text);
  const rows: TableRow[] = [];
  for (const row of readRows(text, delimiter)) {
    if (rows.length > MOST_ENTRIES) return { fault: fileFault('tooManyRows', String(MOST_ENTRIES)) };
    rows.push(row);
  }
  const [first] = rows;
  if (!first) return { fault: fileFault('empty') };
  const hasHeader = wishes.hasHeader ?? looksLikeHeader(first.cells.slice(0, MOST_COLUMNS));
  const body = hasHeader ? rows.slice(1) : rows;
  const header = hasHeader ? first.cells.slice(0, MOST_COLUMNS).map((cell) => cell.trim()) : [];
  const sample = body.slice(0, SAMPLE_ROWS).map(({ cells }) => cells.slice(0, MOST_COLUMNS));
  const width = hasHeader ? header.length : Math.max(...sample.map((cells) => cells.length), 1);
  // Names alone, one in each line, are what a list without a header is.
  const guessed: Mapping = hasHeader
    ? guessMapping(header, sample)
    : Array.from({ length: width }, (_, i) => (i === 0 ? 'name' : null));
  const wished = wishes.mapping?.length === width ? wishes.mapping : null;
  const about: OpenedTable = {
    ...{ form: 'table', encoding, kind, count: body.length },
    ...{ delimiter, hasHeader, header, mapping: wished ?? guessed, sample },
  };
  return { about, rows: body };
}

const EVERY = 1_000;

/** The entries of a file, in its order. `onProgress` hears now and then how many are read. */
export function candidatesOf(
  reading: Reading,
  ground: Ground,
  onProgress: (done: number) => void = () => undefined,
): Candidate[] {
  const candidates: Candidate[] = [];
  const { count } = reading.about;
  for (let i = 0; i < count; i++) {
    if (i % EVERY === 0) onProgress(i);
    candidates.push(candidateIn(reading, i, ground));
  }
  return candidates;
}

function candidateIn(reading: Reading, i: number, ground: Ground): Candidate {
  if ('json' in reading) return candidateAt(reading.json, i, ground);
  if ('tbx' in reading) {
    const { language, kind } = reading.about;
    const concept = reading.tbx.concepts[i];
    if (!concept) throw new RangeError('a file has as many concepts as it was said to have');
    return candidateOfConcept(concept, language, kind);
  }
  const row = reading.rows[i];
  if (!row) throw new RangeError('a table has as many rows as it was said to have');
  return candidateOfRow(row, reading.about);
}
