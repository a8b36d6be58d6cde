/**
 * What a user changed of one entry, as plain data: a record lies beside the bundled entry, which is
 * never modified. The schema here is the authority on how records are stored and exported.
 */
import * as v from 'valibot';
import { type Entry, entrySchema } from './schema';

const fields = entrySchema.entries;

/** Fields whose members have keys of their own, by which a change names one of them. */
export const MEMBER_SCHEMAS = {
  aliases: fields.aliases.wrapped.item,
  short: fields.short.wrapped.item,
  facts: fields.facts.wrapped.item,
  relations: fields.relations.wrapped.item,
  sources: fields.sources.wrapped.item,
} as const;

/** Fields that are changed as a whole. The ids are not the user's to change: edits are found by them. */
export const WHOLE_FIELDS = [
  'kind',
  'familiarity',
  'name',
  'ownScript',
  'say',
  'summary',
  'background',
  'naming',
  'coordinates',
  'checked',
  'wikidata',
] as const satisfies readonly (keyof Entry)[];

export type MemberField = keyof typeof MEMBER_SCHEMAS;
export type WholeField = (typeof WHOLE_FIELDS)[number];

const MEMBER_FIELDS = Object.keys(MEMBER_SCHEMAS) as MemberField[];

/** What a change is about: a field as a whole (`member` null), or the member with a key. */
export type Place =
  | { readonly field: WholeField; readonly member: null }
  | { readonly field: MemberField; readonly member: string };

/** A value of an entry's field, or a member of one; undefined: not there. JSON data. */
export type Value = unknown;

/** One changed place, with the value that it replaced; undefined on either side: not there. */
export type Change = Place & { readonly base?: Value; readonly mine?: Value };

const wholeChange = v.strictObject({
  field: v.picklist(WHOLE_FIELDS),
  member: v.null(),
  base: v.optional(v.unknown()),
  mine: v.optional(v.unknown()),
});

const memberChange = v.strictObject({
  field: v.picklist(MEMBER_FIELDS),
  member: v.string(),
  base: v.optional(v.unknown()),
  mine: v.optional(v.unknown()),
});

/** The values that a field may have where it is there. */
function schemaAt({ field, member }: Place): v.GenericSchema {
  if (member !== null) return MEMBER_SCHEMAS[field];
  const schema = fields[field];
  return 'wrapped' in schema ? schema.wrapped : schema;
}

/** True where `value` may stand there: of the field's schema, and under the key that the place names. */
export function isValueAt(place: Place, value: Value): boolean {
  if (value === undefined) return place.field !== 'kind' && place.field !== 'name';
  if (!v.is(schemaAt(place), value)) return false;
  return place.member === null || memberKey(place.field, value) === place.member;
}

/** What is wrong with a value: where in it, and by which rule of the schema. */
export interface ValueFault {
  /** Keys and indexes into the value; empty for the value itself. */
  readonly path: readonly (string | number)[];
  /** The schema's own name of the rule: `max_length`, `non_empty`, `regex`, `check`, … */
  readonly rule: string;
  /** What the rule asks for, where that is a number. */
  readonly limit: number | null;
}

/** A value as it may be stored at a place, its texts trimmed and its defaults filled in; or what is wrong with it. */
export function readValueAt(
  place: Place,
  value: Value,
): { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly faults: ValueFault[] } {
  if (value === undefined) {
    if (isValueAt(place, value)) return { ok: true, value };
    return { ok: false, faults: [{ path: [], rule: 'non_empty', limit: null }] };
  }
  const read = v.safeParse(schemaAt(place), value);
  if (read.success) return { ok: true, value: read.output };
  const faults = read.issues.map((issue): ValueFault => {
    const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
    const { requirement } = issue as { readonly requirement?: unknown };
    return { path, rule: issue.type, limit: typeof requirement === 'number' ? requirement : null };
  });
  return { ok: false, faults };
}

const change = v.pipe(
  v.union([wholeChange, memberChange]),
  v.check((read) => isValueAt(read, read.mine), 'must hold a value that the field may have'),
);

/** The user's edits of one entry. */
export const entryEditSchema = v.strictObject({
  /** The entry's id when it was first edited; found by its former ids, should an update rename it. */
  id: fields.id,
  /** The whole entry, where the user made it. */
  added: v.nullable(entrySchema),
  /** What lay beneath at the last edit; keeps the user's version whole should an update drop the entry. */
  under: v.nullable(entrySchema),
  /** At most one for each place, ordered by place. */
  changes: v.array(change),
  hidden: v.boolean(),
});

export interface EntryEdit {
  readonly id: string;
  readonly added: Entry | null;
  readonly under: Entry | null;
  readonly changes: readonly Change[];
  readonly hidden: boolean;
}

/** The record that a stored value holds, or null and what is wrong with it. Nothing is repaired. */
export function readEntryEdit(stored: unknown): { edit: EntryEdit | null; fault: string | null } {
  const read = v.safeParse(entryEditSchema, stored);
  if (!read.success) {
    const [issue] = read.issues;
    return { edit: null, fault: `${v.getDotPath(issue) ?? ''} ${issue.message}`.trim() };
  }
  const { output } = read;
  if (output.added && output.added.id !== output.id) return { edit: null, fault: 'added has another id' };
  // Every change has passed the check of its place.
  return { edit: output as EntryEdit, fault: null };
}

/** The key of a member: a short form has its language and text, the others say theirs. */
export function memberKey(field: MemberField, member: unknown): string {
  // Members come out of the schema, or are compared by a key that then fits none.
  const { key, ref, lang, text } = (member ?? {}) as Partial<Record<string, string>>;
  if (field === 'short') return `${lang ?? ''}:${text ?? ''}`;
  return (field === 'sources' ? ref : key) ?? '';
}

/** Names a place within an entry; two changes of one record never share it. */
export const placeKey = ({ field, member }: Place) => (member === null ? field : `${field}.${member}`);

/** What stands at a place of an entry; undefined where nothing does. */
export function valueAt(entry: Entry | null, { field, member }: Place): Value {
  if (!entry) return undefined;
  if (member === null) return entry[field];
  const members: readonly unknown[] = entry[field];
  return members.find((one) => memberKey(field, one) === member);
}

/** Whether two values are the same JSON data, whatever the order of their properties. */
export function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = definedOf(a);
  const right = definedOf(b);
  return (
    left.size === right.size &&
    [...left].every(([key, value]) => right.has(key) && sameValue(value, right.get(key)))
  );
}

/** An undefined property is as good as none: neither JSON nor the schema tells them apart. */
const definedOf = (value: object) =>
  new Map(Object.entries(value).filter(([, property]) => property !== undefined));
