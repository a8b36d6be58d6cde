/**
 * Tables as text: RFC 4180 with any delimiter, read with the place of each cell. What programs get
 * wrong is read as a person would: line ends of any kind, also mixed; a quotation mark inside a cell;
 * one that opens a cell and is not closed before a delimiter (then it is a character like others).
 */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** One row. */
export interface TableRow {
  readonly cells: readonly string[];
  /** In which it begins, from 1; see {@link lineOfCell} for its cells. */
  readonly line: number;
  /** A quotation mark opens one of its cells, and nothing closes it. */
  readonly hasOpenQuote: boolean;
}

/** The line in which a cell begins, from 1. */
export function lineOfCell({ cells, line }: TableRow, at: number): number {
  let breaks = 0;
  for (const cell of cells.slice(0, at)) breaks += cell.split('\n').length - 1;
  return line + breaks;
}

/** The line that Excel takes as a word on the delimiter. */
const SEPARATOR_LINE = /^sep=([,;\t|])(?:\r\n|\r|\n|$)/i;

/** The delimiter that the text itself names in its first line, and where the table begins after it. */
function separatorLine(text: string): { delimiter: Delimiter; end: number } | null {
  const found = SEPARATOR_LINE.exec(text);
  const delimiter = DELIMITERS.find((one) => one === found?.[1]);
  return found && delimiter ? { delimiter, end: found[0].length } : null;
}

/**
 * The rows of a table, one after the other; empty ones are left out. One pass: a quoted cell that
 * turns out not to be one is read again to the end of its line only.
 */
export function* readRows(text: string, delimiter: Delimiter): Generator<TableRow, void> {
  const named = separatorLine(text);
  let at = named?.end ?? 0;
  let line = named ? 2 : 1;
  while (at < text.length) {
    const cells: string[] = [];
    const first = line;
    let hasOpenQuote = false;
    for (;;) {
      const quoted = text[at] === '"' ? quotedCell(text, at, delimiter) : null;
      if (quoted) {
        cells.push(quoted.cell);
        line += quoted.breaks;
        at = quoted.end;
      } else {
        if (text[at] === '"') hasOpenQuote = true;
        const end = plainEnd(text, at, delimiter);
        cells.push(text.slice(at, end));
        at = end;
      }
      if (text[at] !== delimiter) break;
      at++;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    line++;
    if (cells.some((cell) => cell !== '')) yield { cells, line: first, hasOpenQuote };
  }
}

function plainEnd(text: string, from: number, delimiter: Delimiter): number {
  let end = from;
  for (; end < text.length; end++) {
    const character = text[end];
    if (character === delimiter || character === '\n' || character === '\r') break;
  }
  return end;
}

/** The cell whose quotation mark stands at `from`, its line ends as `\n`; null where it is none. */
function quotedCell(text: string, from: number, delimiter: Delimiter) {
  let close = from;
  for (;;) {
    close = text.indexOf('"', close + 1);
    if (close < 0) return null;
    if (text[close + 1] !== '"') break;
    close++;
  }
  const next = text[close + 1];
  if (next !== undefined && next !== delimiter && next !== '\n' && next !== '\r') return null;
  const written = text.slice(from + 1, close);
  const pieces = written.split(/\r\n|\r|\n/);
  return { cell: pieces.join('\n').replaceAll('""', '"'), breaks: pieces.length - 1, end: close + 1 };
}

/** Rows by which a delimiter is judged. */
const SAMPLE_ROWS = 50;
/** Characters by which a delimiter is judged. */
const SAMPLE_CHARACTERS = 200_000;

/**
 * The delimiter by which the first rows fall into the same number of cells most often; of equals the
 * one with more cells. A comma where there is only one column.
 */
export function detectDelimiter(text: string): Delimiter {
  const named = separatorLine(text);
  if (named) return named.delimiter;
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  let best: { delimiter: Delimiter; alike: number; width: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const widths = new Map<number, number>();
    let rows = 0;
    for (const { cells } of readRows(sample, delimiter)) {
      if (++rows > SAMPLE_ROWS) break;
      widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
    }
    // The first row holds the names of columns: its width counts for the table's.
    const [first] = widths.keys();
    const width = first ?? 1;
    const alike = (widths.get(width) ?? 0) / Math.max(1, Math.min(rows, SAMPLE_ROWS));
    if (width < 2) continue;
    if (!best || alike > best.alike || (alike === best.alike && width > best.width))
      best = { delimiter, alike, width };
  }
  return best?.delimiter ?? ',';
}

/** A row as it is written, with its line end (RFC 4180: CR LF). */
export function writeRow(cells: readonly string[], delimiter: Delimiter): string {
  return `${cells.map((cell) => writeCell(cell, delimiter)).join(delimiter)}\r\n`;
}

/** Spaces at the ends are quoted too: some programs drop them else. */
function writeCell(cell: string, delimiter: Delimiter): string {
  const isPlain = !cell.includes(delimiter) && !/["\r\n]|^\s|\s$/.test(cell);
  return isPlain ? cell : `"${cell.replaceAll('"', '""')}"`;
}
