/**
 * Every setting there is, one row each. What is stored is only what the user has set; a value that may not
 * stand in its row counts as not set. Each row is a constant of its own, so that a page carries those alone
 * that it reads.
 */
import { BEATS } from '../glossary/beats';
import { ENTRY_KINDS, FAMILIARITIES } from '../glossary/kinds';
import { isKeyOf, type Row } from './row';

/** Which form of storage this is; see migrations.ts. */
export const SETTINGS_FORM = 2;

const SWITCH = ['on', 'off'] as const;
export type OnOff = (typeof SWITCH)[number];

/** Whether stories are read at all. Each device for itself: off is often meant for the moment. */
export const EVERYWHERE: Row<OnOff> = {
  key: 'switch:everywhere',
  schema: SWITCH,
  usual: 'on',
  isOfDevice: true,
};

/** Until when reading rests everywhere, ms of the epoch; 0 where it does not. */
export const PAUSED: Row<number> = {
  key: 'switch:paused-until',
  schema: { least: 0, most: Number.MAX_SAFE_INTEGER },
  usual: 0,
  isOfDevice: true,
};

/** What is read of a site: its stories, all of its pages, nothing. */
export const SITE_READINGS = ['stories', 'always', 'never'] as const;
export type SiteReading = (typeof SITE_READINGS)[number];

/** Members are sites and wildcards (`*.example.org`); see site.ts. */
export const SITE: Row<SiteReading> = {
  key: 'site:',
  members: 'any',
  schema: SITE_READINGS,
  usual: 'stories',
};

/** What a mark looks like. */
export const MARK_LOOKS = ['dotted', 'solid', 'tint', 'none'] as const;
export type MarkLook = (typeof MARK_LOOKS)[number];

export const MARK_LOOK: Row<MarkLook> = {
  key: 'marks:look',
  schema: MARK_LOOKS,
  usual: 'dotted',
};

/** Which mentions of one entry are marked: the first in each section, the first in the story, all. */
export const MARK_REPEATS = ['section', 'story', 'all'] as const;
export type MarkRepeat = (typeof MARK_REPEATS)[number];

export const MARK_REPEAT: Row<MarkRepeat> = {
  key: 'marks:repeat',
  schema: MARK_REPEATS,
  usual: 'section',
};

/** Whether entries as well known as this are marked; they answer the pointer in any case. */
export const MARKED_FAMILIARITY: Row<OnOff> = {
  key: 'marks:familiarity:',
  members: FAMILIARITIES,
  schema: SWITCH,
  usual: 'on',
  // What everybody knows.
  usualOf: { household: 'off' },
};

/** Whether entries of this kind are marked; they answer the pointer in any case. */
export const MARKED_KIND: Row<OnOff> = {
  key: 'marks:kind:',
  members: ENTRY_KINDS,
  schema: SWITCH,
  usual: 'on',
};

/** Whether the entries of a part of the bundled glossary are found in stories at all. */
export const BEAT: Row<OnOff> = {
  key: 'beat:',
  members: BEATS,
  schema: SWITCH,
  usual: 'on',
};

/** How long the pointer rests on a name before its card opens, ms. */
export const HOVER_DELAY: Row<number> = {
  key: 'hover:delay',
  // Less opens cards for who only passes over; more seems broken.
  schema: { least: 100, most: 2_000 },
  usual: 280,
};

export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEMES)[number];

/** The colours of card, popup and pages; marks take those of their text. */
export const THEME: Row<ThemeChoice> = {
  key: 'theme',
  schema: THEMES,
  usual: 'system',
};

/** Whether the icon shows the number of a story's names: outside the page, in grey, changing with the story alone. */
export const BADGE: Row<OnOff> = {
  key: 'badge',
  schema: SWITCH,
  usual: 'on',
};

/** Entries that the user knows: no longer marked, and still answering the pointer. Members are their ids. */
export const MUTED: Row<OnOff> = {
  key: 'mute:',
  members: 'any',
  schema: SWITCH,
  usual: 'off',
};

/** Aliases that are not to mean an entry, each as it was written where she silenced it. Members: see quiet.ts. */
export const SILENCED: Row<string> = {
  key: 'silence:',
  members: 'any',
  schema: { longest: 200 },
  // Never stored: what is not set is not silenced.
  usual: '',
};

/** Whether this device takes part in syncing: each for itself. */
export const SYNC: Row<OnOff> = {
  key: 'sync',
  schema: SWITCH,
  usual: 'off',
  isOfDevice: true,
};

/** All rows. */
export const SETTINGS: readonly Row[] = [
  EVERYWHERE,
  PAUSED,
  SITE,
  MARK_LOOK,
  MARK_REPEAT,
  MARKED_FAMILIARITY,
  MARKED_KIND,
  BEAT,
  HOVER_DELAY,
  THEME,
  BADGE,
  MUTED,
  SILENCED,
  SYNC,
];

/** The setting that a key of local storage is; null where it is none. */
export function settingOf(key: string): { readonly row: Row; readonly member: string } | null {
  const row = SETTINGS.find((one) => isKeyOf(one, key));
  return row ? { row, member: key.slice(row.key.length) } : null;
}
