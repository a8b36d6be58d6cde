/** How the reader likes names to be marked. */
import type { EntryKind, Familiarity } from '../glossary/kinds';
import { followSettings } from './follow';
import type { Row } from './row';
import {
  MARK_LOOK,
  MARK_REPEAT,
  MARKED_FAMILIARITY,
  MARKED_KIND,
  type MarkLook,
  type MarkRepeat,
  type OnOff,
} from './table';
import { type SettingValues, settingIn } from './values';

export interface MarkSettings {
  readonly look: MarkLook;
  readonly repeat: MarkRepeat;
  /** Entries of these are not marked; they still answer the pointer. */
  readonly unmarkedFamiliarities: ReadonlySet<Familiarity>;
  readonly unmarkedKinds: ReadonlySet<EntryKind>;
}

function membersThatAreOff<Member extends string>(values: SettingValues, row: Row<OnOff>): Set<Member> {
  // The rows of marks have the names of kinds and familiarities as their members.
  const members = row.members as readonly Member[];
  return new Set(members.filter((member) => settingIn(values, row, member) === 'off'));
}

function marksIn(values: SettingValues): MarkSettings {
  return {
    look: settingIn(values, MARK_LOOK),
    repeat: settingIn(values, MARK_REPEAT),
    unmarkedFamiliarities: membersThatAreOff(values, MARKED_FAMILIARITY),
    unmarkedKinds: membersThatAreOff(values, MARKED_KIND),
  };
}

/** Quiet: what everybody knows is not marked, and the rest once a section. */
export const DEFAULT_MARKS: MarkSettings = marksIn({});

/** Follows them: calls back once with how they are and again at each change. Returns how to stop. */
export function followMarks(onMarks: (settings: MarkSettings) => void): Promise<() => void> {
  return followSettings([MARK_LOOK, MARK_REPEAT, MARKED_FAMILIARITY, MARKED_KIND], marksIn, onMarks);
}
