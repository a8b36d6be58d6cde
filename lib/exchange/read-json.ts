/** JSON files of ours: a glossary, or a backup of the user's store. Nothing in them is trusted. */
import * as v from 'valibot';
import { editedEntry } from '../glossary/apply-edit';
import { readEntryEdit } from '../glossary/entry-edits';
import type { Ground } from '../glossary/overlay';
import { GLOSSARY_FORMAT, GLOSSARY_VERSION, glossaryFileSchema } from '../glossary/schema';
import { type Candidate, candidateOf, shapeFault } from './candidate';
import type { FileFault } from './faults';
import { DEEPEST, MOST_ENTRIES, MOST_PARTS } from './limits';

/** Of a backup's records: lib/store/backup.ts writes them, and reads a whole one back. */
const BACKUP_FORMAT = 'newsgloss-backup';
/** Levels of lists and objects around an entry's own. */
const AROUND = 6;

/** Where the members of a JSON text's lists begin, and how deep it goes. */
interface JsonPlaces {
  readonly deepest: number;
  /** Lists and objects in all. */
  readonly parts: number;
  /** Lines, from 1, in which the members of the root's one list begin, in order. */
  readonly lines: readonly number[];
}

const [QUOTE, COMMA, BACKSLASH] = [0x22, 0x2c, 0x5c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** One pass over the text, which need not be valid; stops where it is deeper than `most`, or has too many parts. */
export function jsonPlaces(text: string, most: number): JsonPlaces {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let deepest = 0;
  let parts = 0;
  let isAwaited = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x0a) line++;
    if (unit <= 0x20) continue;
    if (isAwaited && unit !== CLOSE_LIST) lines.push(line);
    isAwaited = depth === 2 && unit === COMMA;
    if (unit === QUOTE) {
      // To the end of the string, over what a backslash protects.
      for (i++; i < text.length && text.charCodeAt(i) !== QUOTE; i++) {
        if (text.charCodeAt(i) === BACKSLASH) i++;
        else if (text.charCodeAt(i) === 0x0a) line++;
      }
    } else if (unit === OPEN_OBJECT || unit === OPEN_LIST) {
      deepest = Math.max(deepest, ++depth);
      isAwaited = depth === 2 && unit === OPEN_LIST;
      if (deepest > most || ++parts > MOST_PARTS) break;
    } else if (unit === CLOSE_OBJECT || unit === CLOSE_LIST) depth--;
  }
  return { deepest, parts, lines };
}

/** Line and column of a character, from 1. */
function placeAt(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: at - start + 1 };
}

/** Where V8 says that a text goes wrong; newer versions say it of some faults only. */
const positionIn = (fault: string) => Number(/position (\d+)/.exec(fault)?.[1] ?? Number.NaN);

/** Whether a text breaks off, and is right as far as it goes. */
const breaksOff = (fault: string, text: string) =>
  /end of|unterminated/i.test(fault) || positionIn(fault) >= text.length;

const faultOfParsing = (text: string): string | null => {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** Where JSON.parse stopped: the engine's word for it, or else found by halving the text. */
function syntaxFault(text: string, detail: string): FileFault {
  const [, line, column] = /line (\d+) column (\d+)/.exec(detail) ?? [];
  if (line && column) return { code: 'jsonSyntax', line: Number(line), column: Number(column), detail };
  if (positionIn(detail) >= 0) return { code: 'jsonSyntax', ...placeAt(text, positionIn(detail)), detail };
  let right = 0;
  let wrong = text.length;
  while (!breaksOff(detail, text) && wrong - right > 1) {
    const middle = Math.floor((right + wrong) / 2);
    const start = text.slice(0, middle);
    const fault = faultOfParsing(start);
    if (fault === null || breaksOff(fault, start)) right = middle;
    else wrong = middle;
  }
  return { code: 'jsonSyntax', ...placeAt(text, Math.max(0, wrong - 1)), detail };
}

export type JsonFile =
  | {
      readonly form: 'glossary';
      /** Null where there is none, or one that cannot be shown. */
      readonly title: string | null;
      readonly entries: readonly unknown[];
      readonly lines: readonly number[];
    }
  | { readonly form: 'backup'; readonly records: readonly unknown[]; readonly lines: readonly number[] };

/** What a JSON file holds, not yet looked at entry by entry. */
export function readJson(text: string): JsonFile | FileFault {
  const { deepest, parts, lines } = jsonPlaces(text, DEEPEST + AROUND);
  if (deepest > DEEPEST + AROUND)
    return { code: 'nested', line: null, column: null, detail: String(DEEPEST + AROUND) };
  if (parts > MOST_PARTS)
    return { code: 'tooManyRows', line: null, column: null, detail: String(MOST_ENTRIES) };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return syntaxFault(text, error instanceof Error ? error.message : String(error));
  }
  const file = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  const form = (detail: string): FileFault => ({ code: 'jsonForm', line: null, column: null, detail });
  const stores = (typeof file.stores === 'object' && file.stores !== null ? file.stores : {}) as Record<
    string,
    unknown
  >;
  const isGlossary = file.format === GLOSSARY_FORMAT;
  if (!isGlossary && file.format !== BACKUP_FORMAT) return form(String(file.format ?? '').slice(0, 40));
  if (file.version !== GLOSSARY_VERSION) return form(`${file.format} ${String(file.version).slice(0, 10)}`);
  const list: unknown = isGlossary ? file.entries : stores.edits;
  if (!Array.isArray(list)) return form(isGlossary ? 'entries' : 'stores.edits');
  if (list.length > MOST_ENTRIES)
    return { code: 'tooManyRows', line: null, column: null, detail: String(MOST_ENTRIES) };
  if (isGlossary) {
    const title = v.safeParse(glossaryFileSchema.entries.title, file.title);
    return { form: 'glossary', title: (title.success && title.output) || null, entries: list, lines };
  }
  return { form: 'backup', records: list, lines: [] };
}

/** The candidate of one entry of a file. */
export const candidateAt = (file: JsonFile, i: number, ground: Ground): Candidate =>
  file.form === 'glossary'
    ? candidateOf(file.entries[i], file.lines[i] ?? i + 1)
    : candidateOfRecord(file.records[i], i + 1, ground);

/** The entry that a backup's record makes here: the user's own, or what lies beneath with her changes. */
function candidateOfRecord(row: unknown, line: number, ground: Ground): Candidate {
  const stored: unknown = (row as { readonly value?: unknown } | null)?.value;
  const shape = shapeFault(stored);
  const { edit, fault } = shape ? { edit: null, fault: shape.path } : readEntryEdit(stored);
  const { id } = (stored ?? {}) as { readonly id?: unknown };
  const refused: Candidate = {
    ...{ line, name: typeof id === 'string' ? id.slice(0, 80) : '', id: null, given: {}, isWhole: true },
    ...{ isBareShort: false, otherKind: 'term', flags: [] },
    faults: [{ code: 'json', line, column: 'edits', detail: fault ?? '' }],
  };
  if (!edit) return refused;
  const now = ground.idNow(edit.id);
  const entry = editedEntry(ground.entries.get(now) ?? null, edit);
  // It only hides an entry: nothing of it can come in as one.
  if (!entry) return { ...refused, faults: [{ code: 'missing', line, column: '', detail: '' }] };
  return { ...candidateOf(entry, line), id: edit.added ? edit.id : now };
}
