/**
 * An entry as a file gives it: what it says and what it leaves open, with its place in the file. One
 * that has a fault is refused whole, so that nothing is taken by halves unseen.
 */
import * as v from 'valibot';
import { MEMBER_SCHEMAS, type MemberField, memberKey } from '../glossary/entry-edits';
import { type Entry, type EntryKind, entrySchema } from '../glossary/schema';
import { OTHER_KIND } from './columns';
import type { Fault, FaultCode, Flag } from './faults';
import { DEEPEST, LONGEST_VALUE, MOST_FAULTS, MOST_MEMBERS } from './limits';
import { hasStrayJoiner, isPlain } from './text-cell';

/** Key of an alias or ref of a source that came without one: it is found by its text or address, or gets one. */
export const NO_KEY = '';

type Fields = Omit<Entry, 'id'>;
/** What a file says of an entry's fields; null: that there is nothing. A field that it does not speak of is absent. */
export type Given = { readonly [Field in keyof Fields]?: Fields[Field] | null | undefined };

export interface Candidate {
  /** Of the file, from 1: where the entry begins. */
  readonly line: number;
  /** As far as it can be read. */
  readonly name: string;
  /** Null where the file gives none. */
  readonly id: string | null;
  readonly given: Given;
  /** Its short forms are texts alone: of their rules the file says nothing. */
  readonly isBareShort: boolean;
  /** A field that is not there is one that the entry does not have, as in our own JSON. */
  readonly isWhole: boolean;
  /** Of a new entry whose kind the file does not say. */
  readonly otherKind: EntryKind;
  /** Empty, or the entry is refused. */
  readonly faults: readonly Fault[];
  readonly flags: readonly Flag[];
}

/** Own keys by which an object could reach its prototype. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** A fault without its line. */
export interface ValueFault {
  readonly code: FaultCode;
  readonly path: string;
  readonly detail: string;
}

const stepInto = (path: string, key: string | number) =>
  typeof key === 'number' ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;

/**
 * What no value of an entry may be, whatever its field: too deep, too long, too many, half a
 * character, or with keys of the language's own. Looks at each value once and stops at the first
 * fault, so that the schema is only asked about what has bounds.
 */
export function shapeFault(value: unknown): ValueFault | null {
  // Most values are short and plain, and are asked about by the hundred thousand.
  if (typeof value === 'string' && value.length <= LONGEST_VALUE && isPlain(value)) return null;
  const waiting: [value: unknown, path: string, depth: number][] = [[value, '', 0]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [one, path, depth] = next;
    if (typeof one === 'string' && (one.length > LONGEST_VALUE || !isPlain(one))) {
      if (one.length > LONGEST_VALUE) return { code: 'tooLong', path, detail: String(LONGEST_VALUE) };
      if (/\p{Cs}/u.test(one)) return { code: 'surrogate', path, detail: '' };
    }
    if (typeof one !== 'object' || one === null) continue;
    if (depth === DEEPEST) return { code: 'nested', path, detail: String(DEEPEST) };
    // Before its keys are listed: a list may have millions.
    const isTooLong = Array.isArray(one) && one.length > MOST_MEMBERS;
    const keys = isTooLong ? [] : Object.keys(one);
    if (isTooLong || keys.length > MOST_MEMBERS)
      return { code: 'tooMany', path, detail: String(MOST_MEMBERS) };
    for (const key of keys) {
      if (FORBIDDEN_KEYS.has(key)) return { code: 'unknown', path: stepInto(path, key), detail: key };
      const member: unknown = (one as Record<string, unknown>)[key];
      waiting.push([member, stepInto(path, Array.isArray(one) ? Number(key) : key), depth + 1]);
    }
  }
  return null;
}

/** Fields by the last step of a path, of which the schema's own words are not the best. */
const CODE_BY_FIELD: Readonly<Record<string, FaultCode>> = {
  ...{ from: 'date', to: 'date', disclosed: 'date', date: 'date', checked: 'date' },
  ...{ url: 'address', lang: 'language', id: 'id', key: 'id', ref: 'id', with: 'id', entry: 'id' },
  ...{ latitude: 'number', longitude: 'number' },
};

function codeOf(issue: v.BaseIssue<unknown>, field: string): FaultCode {
  if (issue.type === 'max_length') return typeof issue.input === 'string' ? 'tooLong' : 'tooMany';
  if (issue.type === 'non_empty') return 'missing';
  if (issue.type === 'picklist') return 'choice';
  if (issue.type === 'strict_object')
    return issue.expected === 'never' ? 'unknown' : issue.received === 'undefined' ? 'missing' : 'json';
  if (issue.type === 'regex' && !(field in CODE_BY_FIELD)) {
    // The only expressions of other fields than these are for invisible characters and Wikidata items.
    return field === 'wikidata' ? 'id' : 'invisible';
  }
  return CODE_BY_FIELD[field] ?? (issue.received === 'undefined' ? 'missing' : 'invalid');
}

/** Issues of the schema as faults; `root` is the path of what was checked. */
function faultsOfIssues(issues: readonly v.BaseIssue<unknown>[], root: string): ValueFault[] {
  return issues.slice(0, MOST_FAULTS).map((issue) => {
    const keys = (issue.path ?? []).map(({ key }) => key as string | number);
    const path = keys.reduce<string>(stepInto, root);
    const field = String(keys.findLast((key) => typeof key === 'string') ?? root);
    const code = codeOf(issue, field);
    const detail = code === 'tooLong' || code === 'tooMany' ? String(issue.requirement) : issue.message;
    return { code, path, detail: code === 'choice' ? (issue.expected ?? '') : detail };
  });
}

/** The value of a schema, or what is wrong with it. */
export function checkedBy<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  root: string,
): { value: v.InferOutput<Schema>; faults: null } | { value: null; faults: ValueFault[] } {
  const shape = shapeFault(value);
  if (shape) {
    const isStep = root === '' || shape.path === '' || shape.path.startsWith('[');
    return { value: null, faults: [{ ...shape, path: `${root}${isStep ? '' : '.'}${shape.path}` }] };
  }
  const read = v.safeParse(schema, value);
  if (!read.success) return { value: null, faults: faultsOfIssues(read.issues, root) };
  return { value: read.output, faults: null };
}

/** Lists whose members are named by a key; two with one key could not be told apart in an edit. */
const MEMBER_FIELDS = Object.keys(MEMBER_SCHEMAS) as MemberField[];

export function sameKeyFault(given: Given): ValueFault | null {
  for (const field of MEMBER_FIELDS) {
    const keys = new Set<string>();
    for (const member of given[field] ?? []) {
      const key = memberKey(field, member);
      if (key === NO_KEY) continue;
      if (keys.has(key)) return { code: 'sameKey', path: field, detail: key };
      keys.add(key);
    }
  }
  return null;
}

/** The flag of an entry with a name that holds what nobody sees; none where all can be seen. */
export function joinerFlags({ name, ownScript, aliases, short }: Given): Flag[] {
  const names = [name, ownScript?.text, ...[...(aliases ?? []), ...(short ?? [])].map(({ text }) => text)];
  return names.some((one) => one && hasStrayJoiner(one)) ? [{ code: 'joiner', detail: '' }] : [];
}

/** The entry that a JSON value holds, as a candidate. Everything that it does not say is not there. */
export function candidateOf(data: unknown, line: number): Candidate {
  const about = (data ?? {}) as { readonly id?: unknown; readonly name?: unknown };
  const name = typeof about.name === 'string' ? about.name.slice(0, 120) : '';
  const read = checkedBy(entrySchema, data, '');
  const { id, ...given } = read.value ?? { id: typeof about.id === 'string' ? about.id.slice(0, 80) : null };
  const same = read.value && sameKeyFault(given);
  const faults = read.faults ?? (same ? [same] : []);
  return {
    ...{ line, name, id, given: read.value ? given : {}, isWhole: true, isBareShort: false },
    ...{ otherKind: OTHER_KIND, flags: joinerFlags(read.value ?? {}) },
    faults: faults.map(({ code, path, detail }) => ({ code, line, column: path, detail })),
  };
}
