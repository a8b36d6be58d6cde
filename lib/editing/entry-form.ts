/**
 * The form of one entry, as plain state: what was typed at each place, and the value that it was typed
 * over. What fits is saved place by place; what does not stays as it was typed.
 */
import {
  MEMBER_SCHEMAS,
  type MemberField,
  memberKey,
  type Place,
  readValueAt,
  sameValue,
  type Value,
  type ValueFault,
  WHOLE_FIELDS,
  type WholeField,
} from '../glossary/entry-edits';
import type { FieldEdit } from '../glossary/make-edit';
import type { Entry } from '../glossary/schema';
import { blankMember, isBlank, type Raw, type RawPath, rawOf, shapedValue, withRaw } from './raw';

export type FormField = WholeField | MemberField;
export const MEMBER_FIELDS = Object.keys(MEMBER_SCHEMAS) as MemberField[];

/** One place of the form: a whole field, or a member of a list. */
export interface Slot {
  readonly field: FormField;
  /** Of a member, a name that stays while the form is open; of a whole field, empty. */
  readonly row: string;
  /** The saved value that it was typed over; undefined: there was none. */
  readonly seen: Value;
  readonly raw: Raw;
  readonly isRemoved: boolean;
  /** What another tab has put there meanwhile, until the user takes either. */
  readonly clash: { readonly theirs: Value } | null;
}

export interface EntryForm {
  /** Null: it is not in the glossary yet. */
  readonly id: string | null;
  readonly slots: readonly Slot[];
}

/** What is wrong with something that was typed, and where. */
export interface FormFault {
  readonly field: FormField;
  readonly row: string;
  readonly path: RawPath;
  readonly rule: string;
  readonly limit: number | null;
}

export const isMemberField = (field: FormField): field is MemberField => field in MEMBER_SCHEMAS;

const slotName = ({ field, row }: Pick<Slot, 'field' | 'row'>) => `${field} ${row}`;

function slotOf(field: FormField, row: string, seen: Value): Slot {
  return { field, row, seen, raw: rawOf(field, seen), isRemoved: false, clash: null };
}

const membersOf = (entry: Entry, field: MemberField): readonly unknown[] => entry[field];

/** The form of an entry as it is saved. */
export function formOf(entry: Entry): EntryForm {
  const whole = WHOLE_FIELDS.map((field) => slotOf(field, '', entry[field]));
  const members = MEMBER_FIELDS.flatMap((field) =>
    membersOf(entry, field).map((member) => slotOf(field, memberKey(field, member), member)),
  );
  return { id: entry.id, slots: [...whole, ...members] };
}

/** The form of an entry that is still to be added, with what is known of it. */
export function formOfNew(known: Entry): EntryForm {
  const { slots } = formOf(known);
  return { id: null, slots: slots.map((slot) => ({ ...slot, seen: undefined })) };
}

function changed(form: EntryForm, which: Pick<Slot, 'field' | 'row'>, to: (slot: Slot) => Slot): EntryForm {
  const name = slotName(which);
  return { ...form, slots: form.slots.map((slot) => (slotName(slot) === name ? to(slot) : slot)) };
}

export function typed(
  form: EntryForm,
  which: Pick<Slot, 'field' | 'row'>,
  path: RawPath,
  part: Raw,
): EntryForm {
  return changed(form, which, (slot) => ({ ...slot, raw: withRaw(slot.raw, path, part) }));
}

/** Adds a member with nothing in it, under a key that no other tab will choose. */
export function withBlank(form: EntryForm, field: MemberField, key: string): EntryForm {
  const slot: Slot = { ...slotOf(field, key, undefined), raw: blankMember(field, key) };
  return { ...form, slots: [...form.slots, slot] };
}

export function withoutMember(form: EntryForm, which: Pick<Slot, 'field' | 'row'>): EntryForm {
  return changed(form, which, (slot) => ({ ...slot, isRemoved: true }));
}

/** Puts a value of before (the bundled one, say) in place of what was typed; a member that is gone comes back. */
export function withValue(form: EntryForm, place: Place, value: Value): EntryForm {
  const row = place.member ?? '';
  const isThere = form.slots.some(
    (slot) => slot.field === place.field && slot.row === row && !slot.isRemoved,
  );
  if (!isThere && place.member !== null) {
    const gone = form.slots.find((slot) => slot.field === place.field && slot.row === row);
    const slot: Slot = { ...slotOf(place.field, row, undefined), raw: rawOf(place.field, value) };
    if (gone) return changed(form, gone, () => ({ ...slot, seen: gone.seen }));
    return { ...form, slots: [...form.slots, slot] };
  }
  if (value === undefined && place.member !== null) return withoutMember(form, { field: place.field, row });
  return changed(form, { field: place.field, row }, (slot) => ({ ...slot, raw: rawOf(place.field, value) }));
}

/** A slot as it reads: the value that it comes to, or why it comes to none. */
type Reading =
  | { readonly is: 'value'; readonly value: Value }
  /** A member that was begun and says nothing yet. */
  | { readonly is: 'nothing' }
  | { readonly is: 'faulty'; readonly faults: readonly FormFault[] };

function placeAt(field: FormField, value: Value): Place {
  // A member field has members, a whole one none.
  return { field, member: isMemberField(field) ? memberKey(field, value) : null } as Place;
}

export function readSlot(slot: Slot): Reading {
  const { field, row, seen, raw } = slot;
  if (slot.isRemoved) return { is: 'value', value: undefined };
  if (seen !== undefined && sameValue(raw, rawOf(field, seen))) return { is: 'value', value: seen };
  if (isMemberField(field) && seen === undefined && isBlank(field, raw)) return { is: 'nothing' };
  const shaped = shapedValue(raw);
  // A list that a field always has; and a member is an object, whatever it lacks.
  const bare = field === 'background' ? [] : isMemberField(field) ? {} : undefined;
  const value = shaped.value ?? bare;
  const read = readValueAt(placeAt(field, value), value);
  if (read.ok) return { is: 'value', value: read.value };
  const toFault = ({ path, rule, limit }: ValueFault): FormFault => ({
    ...{ field, row, path: shaped.toRaw(path), rule, limit },
  });
  return { is: 'faulty', faults: read.faults.map(toFault) };
}

/** Everything that was typed and cannot be saved, in the order of the form. */
export function faultsOf(form: EntryForm): FormFault[] {
  return form.slots.flatMap((slot) => {
    const reading = readSlot(slot);
    return reading.is === 'faulty' ? reading.faults : [];
  });
}

/** A place that is to be saved: the edits that do it, and what will stand there then. */
export interface Pending {
  readonly slot: Slot;
  readonly value: Value;
  readonly edits: readonly FieldEdit[];
}

function editsFor({ field, seen }: Slot, value: Value): FieldEdit[] {
  const before = seen === undefined ? null : placeAt(field, seen);
  if (value === undefined) {
    const place = before ?? placeAt(field, value);
    return [{ ...place, ...(seen !== undefined && { from: seen }) }];
  }
  const after = placeAt(field, value);
  if (before && before.member !== after.member)
    return [
      { ...before, from: seen },
      { ...after, mine: value },
    ];
  return [{ ...after, ...(seen !== undefined && { from: seen }), mine: value }];
}

/** What was typed, fits, and is not saved yet; without what another tab has a say in. */
export function pendingOf(form: EntryForm): Pending[] {
  const taken = new Set<string>();
  return form.slots.flatMap((slot) => {
    if (slot.clash) return [];
    const reading = readSlot(slot);
    if (reading.is !== 'value' || sameValue(reading.value, slot.seen)) return [];
    const edits = editsFor(slot, reading.value);
    const names = edits.map(({ field, member }) => `${field} ${member ?? ''}`);
    // Two short forms that were made alike: the first counts, the other waits.
    if (names.some((name) => taken.has(name))) return [];
    for (const name of names) taken.add(name);
    return [{ slot, value: reading.value, edits }];
  });
}

/** The form once these places were saved; what was typed into them meanwhile stays to be saved. */
export function saved(form: EntryForm, pending: readonly Pending[]): EntryForm {
  const done = new Map(pending.map((one) => [slotName(one.slot), one]));
  return {
    ...form,
    slots: form.slots.flatMap((slot) => {
      const one = done.get(slotName(slot));
      if (!one) return [slot];
      if (slot.isRemoved && one.value === undefined) return [];
      return [{ ...slot, seen: one.value }];
    }),
  };
}

const isTouched = (slot: Slot) => {
  const reading = readSlot(slot);
  return reading.is !== 'value' || !sameValue(reading.value, slot.seen) || slot.clash !== null;
};

/** A slot beside what is saved there now: followed where nothing was typed, else kept, and told where both differ. */
function caughtUpSlot(slot: Slot, now: Value): Slot | null {
  if (sameValue(slot.seen, now)) return slot;
  const reading = readSlot(slot);
  const typedValue = reading.is === 'value' ? reading.value : null;
  if (reading.is === 'value' && sameValue(typedValue, now))
    return now === undefined && isMemberField(slot.field) ? null : { ...slot, seen: now, clash: null };
  if (isTouched(slot)) return { ...slot, clash: { theirs: now } };
  if (now === undefined && isMemberField(slot.field)) return null;
  return slotOf(slot.field, slot.row, now);
}

/** The form after the entry was saved by somebody else (another tab, an undo). What was typed and not saved stays. */
export function caughtUp(form: EntryForm, entry: Entry): EntryForm {
  const known = new Set<string>();
  const slots = form.slots.flatMap((slot) => {
    const { field, seen } = slot;
    if (!isMemberField(field)) return caughtUpSlot(slot, entry[field]) ?? [];
    const key = seen === undefined ? slot.row : memberKey(field, seen);
    known.add(`${field} ${key}`);
    const now = membersOf(entry, field).find((member) => memberKey(field, member) === key);
    return caughtUpSlot(slot, now) ?? [];
  });
  const come = MEMBER_FIELDS.flatMap((field) =>
    membersOf(entry, field)
      .filter((member) => !known.has(`${field} ${memberKey(field, member)}`))
      .map((member) => slotOf(field, memberKey(field, member), member)),
  );
  return { id: entry.id, slots: [...slots, ...come] };
}

/** Settles a place that another tab changed too: hers goes over it, or theirs takes its place. */
export function settled(
  form: EntryForm,
  which: Pick<Slot, 'field' | 'row'>,
  take: 'mine' | 'theirs',
): EntryForm {
  const slots = form.slots.flatMap((slot) => {
    if (slotName(slot) !== slotName(which) || !slot.clash) return [slot];
    const { theirs } = slot.clash;
    if (take === 'mine') return [{ ...slot, seen: theirs, clash: null }];
    return theirs === undefined && isMemberField(slot.field) ? [] : [slotOf(slot.field, slot.row, theirs)];
  });
  return { ...form, slots };
}

/** The entry that the form comes to, with what was saved last where it does not fit; `base` as it is saved. */
export function draftEntry(form: EntryForm, base: Entry): Entry {
  const draft: Record<string, Value> = { ...base };
  for (const field of MEMBER_FIELDS) draft[field] = [];
  for (const slot of form.slots) {
    const reading = readSlot(slot);
    const value = reading.is === 'value' ? reading.value : slot.seen;
    if (isMemberField(slot.field)) {
      // It was made a list just above.
      if (value !== undefined) (draft[slot.field] as Value[]).push(value);
    } else if (value !== undefined) draft[slot.field] = value;
    else if (slot.field !== 'kind' && slot.field !== 'name' && slot.field !== 'familiarity')
      delete draft[slot.field];
  }
  // Every value fits its place, and the schema binds no two places to one another.
  return draft as Entry;
}

/** What of a form would be lost with its page. */
export type KeptSlot = Omit<Slot, 'clash'>;

/** What was typed and is not saved; empty where all is. */
export function unsavedOf(form: EntryForm): KeptSlot[] {
  return form.slots
    .filter(isTouched)
    .filter((slot) => readSlot(slot).is !== 'nothing')
    .map(({ field, row, seen, raw, isRemoved }) => ({ field, row, seen, raw, isRemoved }));
}

/** The form of an entry with what was typed before its page was left, beside what is saved now. */
export function withUnsaved(form: EntryForm, kept: readonly KeptSlot[], entry: Entry | null): EntryForm {
  let slots = [...form.slots];
  for (const one of kept) {
    const slot: Slot = { ...one, clash: null };
    const at = slots.findIndex((other) => slotName(other) === slotName(one));
    if (at < 0) slots = [...slots, slot];
    else slots[at] = slot;
  }
  const restored = { ...form, slots };
  return entry ? caughtUp(restored, entry) : restored;
}
