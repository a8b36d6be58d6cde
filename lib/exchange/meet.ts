/** What becomes of an entry that is there when a file speaks of it too. */
import {
  type EntryEdit,
  MEMBER_SCHEMAS,
  type MemberField,
  memberKey,
  type Place,
  placeKey,
  sameValue,
  type Value,
  valueAt,
  WHOLE_FIELDS,
} from '../glossary/entry-edits';
import type { FieldEdit } from '../glossary/make-edit';
import type { Alias, Entry, Source } from '../glossary/schema';
import { type Candidate, NO_KEY } from './candidate';
import { isPlain } from './text-cell';

/**
 * - `merge`: what the file says comes in; where the user has said something else herself, hers stays.
 *   What the file leaves empty stays as it is.
 * - `replace`: the file's side everywhere that it speaks of, emptied fields included.
 * - `add`: only entries that are not there yet.
 */
export const MODES = ['merge', 'replace', 'add'] as const;
export type Mode = (typeof MODES)[number];

/** What the file would do to an entry. */
export interface Meeting {
  /** To be made. */
  readonly edits: readonly FieldEdit[];
  /** Where the user's own words stand against the file's, and stay. */
  readonly conflicts: readonly FieldEdit[];
}

const MEMBER_FIELDS = Object.keys(MEMBER_SCHEMAS) as MemberField[];
/** As an entry holds a field that has nothing in it. */
const EMPTY: Partial<Record<Place['field'], Value>> = { background: [], familiarity: 'regular' };
const isEmpty = (value: Value) =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

/** A key that none of `taken` is: the words of a text, numbered. */
export function freeKey(text: string, taken: ReadonlySet<string>): string {
  const words = (isPlain(text) ? text : text.normalize('NFKD'))
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const base = words?.join('-').slice(0, 40).replace(/-$/, '') ?? 'name';
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number++;
  return `${base}-${number}`;
}

/** Aliases with keys: one that came without is the one of the same text that is there, or gets a key of its own. */
export function keyedAliases(given: readonly Alias[], present: readonly Alias[]): Alias[] {
  const taken = new Set([...given, ...present].map(({ key }) => key));
  const known = new Map(present.map((alias) => [alias.text, alias]));
  return given.flatMap((alias) => {
    if (alias.key !== NO_KEY) return [alias];
    const same = known.get(alias.text);
    if (same) return [same];
    const keyed = { ...alias, key: freeKey(alias.text, taken) };
    taken.add(keyed.key);
    known.set(alias.text, keyed);
    return [keyed];
  });
}

/** Sources with refs, in the same way, by their addresses. */
export function keyedSources(given: readonly Source[], present: readonly Source[]): Source[] {
  const taken = new Set([...given, ...present].map(({ ref }) => ref));
  const known = new Map(present.map((source) => [source.url, source]));
  return given.flatMap((source) => {
    if (source.ref !== NO_KEY) return [source];
    const same = known.get(source.url);
    if (same) return [same];
    const keyed = { ...source, ref: freeKey(source.publisher, taken) };
    taken.add(keyed.ref);
    known.set(source.url, keyed);
    return [keyed];
  });
}

/** Aliases that are there already, under keys of their own, are no second ones. */
function withPresentKeys(given: readonly Alias[], present: readonly Alias[]): Alias[] {
  const keys = new Set(present.map(({ key }) => key));
  const givenKeys = new Set(given.map(({ key }) => key));
  // One of which the file says something else is about to be changed.
  const staying = present.filter(({ key }) => !givenKeys.has(key));
  const known = new Map(staying.map((alias) => [alias.text, alias]));
  return given.map((alias) => (keys.has(alias.key) ? alias : (known.get(alias.text) ?? alias)));
}

/** The members that a file gives of a list, each once and with its key. */
function membersOf(
  field: MemberField,
  { given, isBareShort }: Pick<Candidate, 'given' | 'isBareShort'>,
  entry: Entry,
  mode: Mode,
): readonly unknown[] {
  if (field === 'aliases') {
    const known = mode === 'merge' ? withPresentKeys(given.aliases ?? [], entry.aliases) : given.aliases;
    const present = new Set(entry.aliases.map(({ text }) => text));
    const names = new Set([entry.name, entry.ownScript?.text]);
    // A name that the entry has as such needs no alias.
    const others = (known ?? []).filter(
      ({ key, text }) => key !== NO_KEY || present.has(text) || !names.has(text),
    );
    return uniqueBy(field, keyedAliases(others, entry.aliases));
  }
  if (field === 'sources') return uniqueBy(field, keyedSources(given.sources ?? [], entry.sources));
  if (field === 'short' && isBareShort) {
    // In whatever language: those of any are written as English.
    const known = new Map(entry.short.map((one) => [one.text, one]));
    return uniqueBy(
      field,
      (given.short ?? []).map((one) => known.get(one.text) ?? one),
    );
  }
  return given[field] ?? [];
}

const uniqueBy = (field: MemberField, members: readonly unknown[]) => [
  ...new Map(members.map((member) => [memberKey(field, member), member])).values(),
];

/** Whether the user has said herself what stands there. */
function isHers(record: EntryEdit | null, place: Place): boolean {
  if (!record) return false;
  if (record.added) return !isEmpty(valueAt(record.added, place));
  return record.changes.some((change) => placeKey(change) === placeKey(place));
}

/**
 * @param isNamed the entry was found by a name of it: how the file writes that is no new name.
 * @param entry as it is in force, with the user's `record` in it.
 */
export function meet(
  candidate: Pick<Candidate, 'given' | 'isBareShort'>,
  entry: Entry,
  record: EntryEdit | null,
  mode: Exclude<Mode, 'add'>,
  isNamed: boolean,
): Meeting {
  const { given } = candidate;
  const edits: FieldEdit[] = [];
  const conflicts: FieldEdit[] = [];
  const turn = (place: Place, mine: Value) => {
    const from = valueAt(entry, place);
    if (sameValue(from, mine)) return;
    const edit: FieldEdit = { ...place, from, mine };
    // What is not there cannot stand against the file, unless the user took it away.
    (mode === 'merge' && isHers(record, place) ? conflicts : edits).push(edit);
  };
  for (const field of WHOLE_FIELDS) {
    if (given[field] === undefined || (field === 'name' && isNamed)) continue;
    if (!isEmpty(given[field])) turn({ field, member: null }, given[field]);
    else if (mode === 'replace') turn({ field, member: null }, EMPTY[field]);
  }
  for (const field of MEMBER_FIELDS) {
    if (given[field] === undefined) continue;
    const members = membersOf(field, candidate, entry, mode);
    const keys = new Set(members.map((member) => memberKey(field, member)));
    for (const member of members) turn({ field, member: memberKey(field, member) }, member);
    if (mode !== 'replace') continue;
    for (const member of entry[field] as readonly unknown[]) {
      const key = memberKey(field, member);
      if (!keys.has(key)) turn({ field, member: key }, undefined);
    }
  }
  return { edits, conflicts };
}
