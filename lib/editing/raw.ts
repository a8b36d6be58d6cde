/**
 * Values of an entry as a form holds them: every leaf a text (or yes and no), nothing left out, so that
 * whatever was typed can be kept, also what no entry may hold.
 */
import type { MemberField, Place, Value, ValueFault } from '../glossary/entry-edits';
import type { Fact } from '../glossary/schema';

export type Raw = string | boolean | readonly Raw[] | { readonly [key: string]: Raw };
export type RawObject = { readonly [key: string]: Raw };
type Field = Place['field'];

/** Keys and indexes into a raw value. */
export type RawPath = readonly (string | number)[];

const WHEN = { from: '', to: '', circa: false, disclosed: '' } as const;
const DISPUTED = { text: '', sources: [] } as const;
const FACT_PARTS: Readonly<Record<Fact['type'], RawObject>> = {
  post: { office: '', body: { entry: '', name: '' }, leads: false, acting: false },
  status: { text: '' },
  event: { text: '' },
  designation: { by: '', as: '' },
};

export const BLANK_CUE = { in: 'story', words: '' } as const;
export const BLANK_SENTENCE = { text: '', sources: [] } as const;

/** A fact of a type with nothing in it. */
export function blankFact(type: Fact['type']): RawObject {
  return { key: '', type, ...FACT_PARTS[type], ...WHEN, sources: [], disputed: DISPUTED };
}

const BLANKS: Readonly<Record<Exclude<Field, 'facts'>, Raw>> = {
  kind: '',
  familiarity: '',
  name: '',
  ownScript: { text: '', lang: '' },
  say: '',
  summary: '',
  background: [],
  naming: { text: '', sources: [] },
  coordinates: { latitude: '', longitude: '' },
  checked: '',
  wikidata: '',
  aliases: { key: '', text: '', lang: '', case: 'any', alone: 'yes', from: '', to: '', for: [], against: [] },
  short: { text: '', lang: '', alone: 'no' },
  relations: { key: '', kind: '', with: '', from: '', to: '', sources: [] },
  sources: { ref: '', title: '', publisher: '', url: '', date: '' },
};

/** A member with nothing in it but its key. */
export function blankMember(field: MemberField, key: string): RawObject {
  // Members are objects, whole fields need not be.
  const blank = field === 'facts' ? blankFact('event') : (BLANKS[field] as RawObject);
  if (field === 'short') return blank;
  return { ...blank, [field === 'sources' ? 'ref' : 'key']: key };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function blankOf(field: Field, value: Value): Raw {
  if (field !== 'facts') return BLANKS[field];
  // A fact's type is one of the table's.
  return blankFact((isObject(value) ? value.type : 'event') as Fact['type']);
}

function filled(blank: Raw, value: unknown): Raw {
  if (value === undefined || value === null) return blank;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map((one) => filledMember(one));
  if (!isObject(value)) return blank;
  const base = isObject(blank) ? (blank as RawObject) : {};
  const keys = new Set([...Object.keys(base), ...Object.keys(value)]);
  return Object.fromEntries([...keys].map((key) => [key, filled(base[key] ?? '', value[key])]));
}

/** Of lists: references stay texts; a cue's words become lines; a sentence has its sources. */
function filledMember(value: unknown): Raw {
  if (!isObject(value)) return filled('', value);
  if (Array.isArray(value.words))
    return { ...(filled(BLANK_CUE, { in: value.in }) as RawObject), words: value.words.join('\n') };
  return filled(BLANK_SENTENCE, value);
}

/** What a form shows of a value; undefined gives the blank one. */
export function rawOf(field: Field, value: Value): Raw {
  return filled(blankOf(field, value), value);
}

/** Nothing was typed: every text is empty, every list too, and choices stand as they are at first. */
export function isBlank(field: Field, raw: Raw): boolean {
  const blank =
    field === 'facts' && isObject(raw) ? blankFact(raw.type as Fact['type']) : blankOf(field, raw);
  const bare = (one: Raw): string =>
    isObject(one) ? JSON.stringify({ ...one, key: '', ref: '', type: '' }) : JSON.stringify(one);
  return bare(raw) === bare(blank);
}

/** A value that is to be checked, and the place in it that each list's members had in the raw one. */
export interface Shaped {
  readonly value: Value;
  /** Turns a path into the value into one into the raw. */
  toRaw(path: ValueFault['path']): RawPath;
}

/** Properties that are left out where they are empty; numbers and lists of lines are read. */
function shapedPart(raw: Raw, places: Map<string, number[]>, at: string): unknown {
  if (typeof raw === 'string') return raw.trim() === '' ? undefined : raw;
  if (typeof raw === 'boolean') return raw || undefined;
  if (Array.isArray(raw)) {
    const shaped = raw.map((one, i) => [shapedPart(one, places, `${at}/${i}`), i] as const);
    const kept = shaped.filter(([value]) => value !== undefined);
    places.set(
      at,
      kept.map(([, i]) => i),
    );
    return kept.map(([value]) => value);
  }
  const parts = Object.entries(raw).map(([key, part]) => {
    if (key === 'words' && typeof part === 'string') return [key, linesOf(part)] as const;
    if (key === 'latitude' || key === 'longitude') return [key, numberOf(part)] as const;
    return [key, shapedPart(part, places, `${at}/${key}`)] as const;
  });
  const kept = parts.filter(([, value]) => value !== undefined);
  const says = kept.some(([key, value]) => key !== 'in' && !(Array.isArray(value) && value.length === 0));
  return says ? Object.fromEntries(kept) : undefined;
}

function linesOf(text: string): string[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 0 ? lines : undefined;
}

/** As people write degrees; what is no number is left for the check to refuse. */
function numberOf(raw: Raw | undefined): unknown {
  const text = typeof raw === 'string' ? raw.trim().replace(',', '.').replace('−', '-') : '';
  if (text === '') return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

/** The value that a raw one comes to; undefined where it says nothing. */
export function shapedValue(raw: Raw): Shaped {
  const places = new Map<string, number[]>();
  const value = shapedPart(raw, places, '');
  return {
    value,
    toRaw(path) {
      const found: (string | number)[] = [];
      for (const step of path) {
        const kept = places.get(found.map((one) => `/${one}`).join(''));
        // A cue's words are lines of one field.
        if (found.at(-1) === 'words') break;
        found.push(typeof step === 'number' ? (kept?.[step] ?? step) : step);
      }
      return found;
    },
  };
}

/** A raw value with one part of it replaced. */
export function withRaw(raw: Raw, path: RawPath, part: Raw): Raw {
  const [step, ...rest] = path;
  if (step === undefined) return part;
  if (Array.isArray(raw)) return raw.map((one, i) => (i === step ? withRaw(one, rest, part) : one));
  if (!isObject(raw)) return raw;
  // What is no list is an object of raws.
  const known = raw as RawObject;
  return { ...known, [step]: withRaw(known[step] ?? '', rest, part) };
}

/** The part of a raw value at a path; empty where there is none. */
export function rawAt(raw: Raw, path: RawPath): Raw {
  let part: Raw = raw;
  for (const step of path) {
    // As above.
    part = (Array.isArray(part) ? part[Number(step)] : isObject(part) ? (part as RawObject)[step] : '') ?? '';
  }
  return part;
}
