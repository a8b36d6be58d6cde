/** Rows of a table, by a mapping of its columns, as candidates. */
import type { GenericSchema } from 'valibot';
import { ENTRY_KINDS, type EntryKind, entrySchema, type Source } from '../glossary/schema';
import { type Candidate, checkedBy, type Given, joinerFlags, NO_KEY, sameKeyFault } from './candidate';
import { type Column, kindOf, type Mapping } from './columns';
import type { Fault, FaultCode, Flag } from './faults';
import { unescapeFormula } from './formula';
import { LONGEST_CELL, LONGEST_VALUE, MOST_COLUMNS, MOST_FAULTS, MOST_MEMBERS } from './limits';
import { lineOfCell, type TableRow } from './table-text';
import { cleanText, isPlain, splitList } from './text-cell';

export interface TableSettings {
  readonly mapping: Mapping;
  /** The names of the columns, for faults; empty where the file has none. */
  readonly header: readonly string[];
  /** Of rows that say none. */
  readonly kind: EntryKind;
}

/** A column as a person finds it: by its name, else by the letter of spreadsheet programs. */
export function columnName(header: readonly string[], at: number): string {
  const name = header[at]?.trim();
  if (name) return name;
  let letters = '';
  for (let rest = at + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

const fields = entrySchema.entries;
/** A key that the schema takes, where none is known yet. */
const ANY_KEY = 'x';

const NOWHERE: readonly number[] = [];
/** By mapping: asked for each of many rows. */
const knownPlaces = new WeakMap<Mapping, ReadonlyMap<Column, readonly number[]>>();

/** Where each column of a mapping stands. */
function placesOf(mapping: Mapping): ReadonlyMap<Column, readonly number[]> {
  const known = knownPlaces.get(mapping);
  if (known) return known;
  const places = new Map<Column, number[]>();
  for (const [at, column] of mapping.entries()) {
    if (column) places.set(column, [...(places.get(column) ?? []), at]);
  }
  knownPlaces.set(mapping, places);
  return places;
}

/** Reads one row. What is found on the way is gathered, so that one look tells all that is wrong. */
class RowReader {
  readonly faults: Fault[] = [];
  readonly flags = new Map<Flag['code'], Flag>();
  readonly given: { -readonly [Field in keyof Given]: Given[Field] } = {};
  readonly #row: TableRow;
  readonly #settings: TableSettings;
  readonly #byColumn: ReadonlyMap<Column, readonly number[]>;

  constructor(row: TableRow, settings: TableSettings) {
    this.#row = row;
    this.#settings = settings;
    this.#byColumn = placesOf(settings.mapping);
    if (row.hasOpenQuote) this.flag('quote');
  }

  /** The places of the columns that are mapped to this. */
  #places(column: Column): readonly number[] {
    return this.#byColumn.get(column) ?? NOWHERE;
  }

  isMapped(column: Column): boolean {
    return this.#byColumn.has(column);
  }

  flag(code: Flag['code']): void {
    this.flags.set(code, { code, detail: '' });
  }

  fault(code: FaultCode, at: number | null, detail = '', path = ''): void {
    if (this.faults.length === MOST_FAULTS) return;
    const name = at === null ? '' : columnName(this.#settings.header, at);
    const column = path === '' ? name : `${name}: ${path}`;
    const line = lineOfCell(this.#row, at ?? 0);
    this.faults.push({ code, line, column, detail });
  }

  /** The filled cells of a column, as they were before they were written. */
  cells(column: Column): { readonly text: string; readonly at: number }[] {
    const cells: { readonly text: string; readonly at: number }[] = [];
    for (const at of this.#places(column)) {
      const text = unescapeFormula(this.#row.cells[at] ?? '');
      if (text.trim() === '') continue;
      if (text.length > LONGEST_CELL) this.fault('tooLong', at, String(LONGEST_CELL));
      else cells.push({ text, at });
    }
    return cells;
  }

  #clean(raw: string, at: number): string {
    if (raw.length > LONGEST_VALUE) {
      this.fault('tooLong', at, String(LONGEST_VALUE));
      return '';
    }
    if (isPlain(raw)) return raw.trim();
    if (/\p{Cs}/u.test(raw)) this.fault('surrogate', at);
    const { text, isCleaned } = cleanText(raw);
    if (isCleaned) this.flag('cleaned');
    if (text.includes('\ufffd')) this.flag('replaced');
    return text;
  }

  /** The text of a column, several joined by a space; empty where there is none. */
  text(column: Column): { readonly text: string; readonly at: number } {
    const cells = this.cells(column);
    const text = cells
      .map((cell) => this.#clean(cell.text, cell.at))
      .filter((one) => one !== '')
      .join(' ');
    return { text, at: cells[0]?.at ?? 0 };
  }

  /** The value of a schema, or null with its faults noted. */
  checked<Schema extends GenericSchema>(schema: Schema, value: unknown, at: number, field: string) {
    const read = checkedBy(schema, value, field);
    for (const { code, path, detail } of read.faults ?? [])
      this.fault(code, at, detail, path.slice(field.length).replace(/^\./, ''));
    return read.value;
  }

  /** Sets a field that one text fills; an empty cell says that there is nothing. */
  set<Field extends keyof Given>(
    field: Field,
    column: Column,
    read: (text: string) => unknown = (text) => text,
  ) {
    if (!this.isMapped(column)) return;
    const { text, at } = this.text(column);
    // The schema of the field gives the field's values.
    this.given[field] = (
      text === '' ? null : this.checked(fields[field], read(text), at, field)
    ) as Given[Field];
  }

  /** Sets a field that holds JSON; null where it is empty. */
  setJson<Field extends 'facts' | 'relations' | 'naming'>(field: Field) {
    if (!this.isMapped(field)) return;
    const [cell] = this.cells(field);
    this.given[field] = (cell ? this.#json(field, cell.text, cell.at) : null) as Given[Field];
  }

  #json(field: keyof Given, text: string, at: number) {
    let data: unknown;
    try {
      data = JSON.parse(text);
    } catch (error) {
      this.fault('json', at, error instanceof Error ? error.message : '');
      return null;
    }
    return this.checked(fields[field], data, at, field);
  }

  /** Sets a list: as JSON with all that its members hold, or as texts separated by `|`. */
  setList<Field extends 'aliases' | 'short' | 'background' | 'sources'>(
    field: Field,
    memberOf: (text: string) => unknown,
    afterwards: (member: NonNullable<Given[Field]>[number]) => NonNullable<Given[Field]>[number] = (one) =>
      one,
  ) {
    if (!this.isMapped(field)) return;
    const members: unknown[] = [];
    for (const { text, at } of this.cells(field)) {
      if (isJsonList(text)) {
        members.push(...((this.#json(field, text, at) as unknown[] | null) ?? []));
        continue;
      }
      const texts = splitList(text);
      if (texts.length > MOST_MEMBERS) {
        this.fault('tooMany', at, String(MOST_MEMBERS));
        continue;
      }
      for (const one of new Set(texts.map((raw) => this.#clean(raw, at)))) {
        if (one === '') continue;
        const member = this.checked(fields[field].wrapped.item, memberOf(one), at, field);
        // The schema of the field's members has checked it.
        if (member) members.push(afterwards(member as NonNullable<Given[Field]>[number]));
      }
    }
    if (members.length > MOST_MEMBERS) this.fault('tooMany', null, String(MOST_MEMBERS));
    this.given[field] = (members.length === 0 ? null : members) as Given[Field];
  }

  setCoordinates() {
    if (!this.isMapped('latitude') || !this.isMapped('longitude')) return;
    const [latitude, longitude] = [this.text('latitude'), this.text('longitude')];
    if (latitude.text === '' && longitude.text === '') {
      this.given.coordinates = null;
      return;
    }
    const value = { latitude: degrees(latitude.text), longitude: degrees(longitude.text) };
    this.given.coordinates = this.checked(fields.coordinates, value, latitude.at, 'coordinates') ?? null;
  }

  setOwnScript() {
    if (!this.isMapped('ownScript')) return;
    const own = this.text('ownScript');
    const language = this.text('ownScriptLanguage');
    const value = { text: own.text, lang: language.text === '' ? 'und' : language.text };
    this.given.ownScript =
      own.text === '' ? null : (this.checked(fields.ownScript, value, own.at, 'ownScript') ?? null);
  }
}

const isJsonList = (cell: string) => cell.trimStart().startsWith('[');

/** Degrees with a decimal point or comma; NaN where it is no number. */
function degrees(text: string): number {
  const plain = text.replace('−', '-').replace(',', '.');
  return /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
}

/** A date as ISO writes it; `15.08.2021`, as several languages do, and a time of day behind it are read too. */
function isoDate(text: string): string {
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  if (dotted)
    return `${dotted[3]}-${(dotted[2] ?? '').padStart(2, '0')}-${(dotted[1] ?? '').padStart(2, '0')}`;
  return text.replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/, '$1');
}

/** A source of which only the address is known. */
export function sourceOf(address: string): Source {
  const host = /^https:\/\/([^/?#]+)/.exec(address)?.[1] ?? address.slice(0, 120);
  return {
    ref: ANY_KEY,
    title: address.replace(/^https:\/\//, '').slice(0, 300),
    publisher: host.slice(0, 120),
    url: address,
  };
}

/** The candidate of one row. */
export function candidateOfRow(row: TableRow, settings: TableSettings): Candidate {
  const reader = new RowReader(row, settings);
  const extra = row.cells.findIndex((cell, at) => at >= settings.mapping.length && cell.trim() !== '');
  if (row.cells.length > MOST_COLUMNS) reader.fault('tooMany', null, String(MOST_COLUMNS));
  else if (extra >= 0) reader.fault('tooMany', extra, String(settings.mapping.length));
  const id = reader.text('id');
  const checkedId = id.text === '' ? null : reader.checked(fields.id, id.text, id.at, 'id');
  const name = reader.text('name');
  if (name.text === '')
    reader.fault('missing', settings.mapping.indexOf('name') < 0 ? null : settings.mapping.indexOf('name'));
  else reader.given.name = reader.checked(fields.name, name.text, name.at, 'name') ?? '';
  const kind = reader.text('kind');
  const known = kindOf(kind.text);
  if (known) reader.given.kind = known;
  else if (kind.text !== '') reader.fault('choice', kind.at, ENTRY_KINDS.join(', '));
  reader.set('familiarity', 'familiarity', (text) => text.toLowerCase());
  reader.set('say', 'say');
  reader.set('summary', 'summary');
  reader.set('checked', 'checked', isoDate);
  reader.set('wikidata', 'wikidata', (text) => /Q[1-9]\d*$/.exec(text)?.[0] ?? text);
  reader.set('formerIds', 'formerIds', splitList);
  reader.setOwnScript();
  reader.setCoordinates();
  reader.setList('background', (text) => ({ text }));
  reader.setList('short', (text) => ({ text }));
  reader.setList(
    'aliases',
    (text) => ({ key: ANY_KEY, text }),
    (alias) => ({ ...alias, key: NO_KEY }),
  );
  reader.setList('sources', sourceOf, (source) => ({ ...source, ref: NO_KEY }));
  for (const field of ['facts', 'relations', 'naming'] as const) reader.setJson(field);
  const same = reader.faults.length === 0 && sameKeyFault(reader.given);
  if (same) reader.fault(same.code, settings.mapping.indexOf(same.path as Column), same.detail);
  return {
    line: row.line,
    name: name.text.slice(0, 120),
    id: checkedId,
    given: reader.faults.length === 0 ? reader.given : {},
    isWhole: false,
    isBareShort: !reader.cells('short').some(({ text }) => isJsonList(text)),
    otherKind: settings.kind,
    faults: reader.faults,
    flags: [...reader.flags.values(), ...joinerFlags(reader.given)],
  };
}
