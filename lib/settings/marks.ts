/**
 * How the reader likes names to be marked. Each setting is a key of local storage, written only where it
 * differs from the default; a value that cannot be read counts as the default.
 */
import type { EntryKind, Familiarity } from '../glossary/schema';
import { type StoredChange, writeStored } from '../platform/storage';
import { followStored } from './follow';

/** What a mark looks like. */
export const MARK_LOOKS = ['dotted', 'solid', 'tint', 'none'] as const;
export type MarkLook = (typeof MARK_LOOKS)[number];

/** Which mentions of one entry are marked: the first in each section, the first in the story, all. */
export const MARK_REPEATS = ['section', 'story', 'all'] as const;
export type MarkRepeat = (typeof MARK_REPEATS)[number];

export interface MarkSettings {
  readonly look: MarkLook;
  readonly repeat: MarkRepeat;
  /** Entries of these are not marked; they still answer the pointer. */
  readonly unmarkedFamiliarities: ReadonlySet<Familiarity>;
  readonly unmarkedKinds: ReadonlySet<EntryKind>;
}

/** Quiet: what everybody knows is not marked, and the rest once a section. */
export const DEFAULT_MARKS: MarkSettings = {
  look: 'dotted',
  repeat: 'section',
  unmarkedFamiliarities: new Set(['household']),
  unmarkedKinds: new Set(),
};

const LOOK_KEY = 'marks:look';
const REPEAT_KEY = 'marks:repeat';
const FAMILIARITY = 'marks:familiarity:';
const KIND = 'marks:kind:';

export function setMarkLook(look: MarkLook): Promise<void> {
  return writeStored(LOOK_KEY, look === DEFAULT_MARKS.look ? undefined : look);
}

export function setMarkRepeat(repeat: MarkRepeat): Promise<void> {
  return writeStored(REPEAT_KEY, repeat === DEFAULT_MARKS.repeat ? undefined : repeat);
}

/** Whether entries as well known as this are marked. */
export function setFamiliarityMarked(familiarity: Familiarity, isMarked: boolean): Promise<void> {
  const isDefault = isMarked !== DEFAULT_MARKS.unmarkedFamiliarities.has(familiarity);
  return writeStored(FAMILIARITY + familiarity, isDefault ? undefined : storedForm(isMarked));
}

export function setKindMarked(kind: EntryKind, isMarked: boolean): Promise<void> {
  return writeStored(KIND + kind, isMarked ? undefined : storedForm(false));
}

const storedForm = (isMarked: boolean) => (isMarked ? 'on' : 'off');

function memberOf<Value extends string>(known: readonly Value[], value: unknown, otherwise: Value): Value {
  return known.find((one) => one === value) ?? otherwise;
}

/** The set with or without a name, as its key says; `byDefault` where it says nothing that can be read. */
function unmarkedAfter<Name extends string>(
  names: ReadonlySet<Name>,
  byDefault: ReadonlySet<Name>,
  name: Name,
  value: unknown,
): ReadonlySet<Name> {
  const isUnmarked = value === 'off' || (value !== 'on' && byDefault.has(name));
  if (names.has(name) === isUnmarked) return names;
  const next = new Set(names);
  if (isUnmarked) next.add(name);
  else next.delete(name);
  return next;
}

/** The settings after a change of storage; the same object where the change is about something else. */
export function marksAfter(settings: MarkSettings, { key, value }: StoredChange): MarkSettings {
  if (key === LOOK_KEY) return { ...settings, look: memberOf(MARK_LOOKS, value, DEFAULT_MARKS.look) };
  if (key === REPEAT_KEY) return { ...settings, repeat: memberOf(MARK_REPEATS, value, DEFAULT_MARKS.repeat) };
  if (key.startsWith(FAMILIARITY)) {
    // A name that no entry has does no harm in the set.
    const name = key.slice(FAMILIARITY.length) as Familiarity;
    const { unmarkedFamiliarities: names } = settings;
    const next = unmarkedAfter(names, DEFAULT_MARKS.unmarkedFamiliarities, name, value);
    return next === names ? settings : { ...settings, unmarkedFamiliarities: next };
  }
  if (key.startsWith(KIND)) {
    // As above.
    const name = key.slice(KIND.length) as EntryKind;
    const next = unmarkedAfter(settings.unmarkedKinds, DEFAULT_MARKS.unmarkedKinds, name, value);
    return next === settings.unmarkedKinds ? settings : { ...settings, unmarkedKinds: next };
  }
  return settings;
}

/** Follows the settings: calls back once with how they are and again at each change. Returns how to stop. */
export function followMarks(onMarks: (settings: MarkSettings) => void): Promise<() => void> {
  return followStored(DEFAULT_MARKS, marksAfter, onMarks);
}
