import type { Beat } from '../../lib/glossary/beats';
import type { Familiarity } from '../../lib/glossary/kinds';
import type { MessageKey } from '../../lib/platform/i18n';
import type { Row } from '../../lib/settings/row';
import {
  BADGE,
  BEAT,
  EVERYWHERE,
  HOVER_DELAY,
  MARK_LOOK,
  MARK_REPEAT,
  MARKED_FAMILIARITY,
  MARKED_KIND,
  type MarkLook,
  type MarkRepeat,
  MUTED,
  PAUSED,
  SILENCED,
  SITE,
  type SiteReading,
  SYNC,
  THEME,
  type ThemeChoice,
} from '../../lib/settings/table';

/** What each setting is called: all rows of the table. */
const LABELS: ReadonlyMap<Row, MessageKey> = new Map<Row, MessageKey>([
  [EVERYWHERE, 'popupEverywhere'],
  [PAUSED, 'popupPause'],
  [SITE, 'settingsSites'],
  [MARK_LOOK, 'marksLook'],
  [MARK_REPEAT, 'marksRepeat'],
  [MARKED_FAMILIARITY, 'marksFamiliarity'],
  [MARKED_KIND, 'marksKinds'],
  [BEAT, 'settingsBeats'],
  [HOVER_DELAY, 'settingsDelay'],
  [THEME, 'settingsTheme'],
  [BADGE, 'marksBadge'],
  [MUTED, 'settingsMuted'],
  [SILENCED, 'settingsSilenced'],
  [SYNC, 'settingsSync'],
]);

/** What a setting is called. Throws for a row that is not in the table. */
export function labelOf(row: Row): MessageKey {
  const label = LABELS.get(row);
  if (!label) throw new Error(`The setting ${row.key} has no name`);
  return label;
}

export const LOOK_MESSAGES: Readonly<Record<MarkLook, MessageKey>> = {
  dotted: 'marksLookDotted',
  solid: 'marksLookSolid',
  tint: 'marksLookTint',
  none: 'marksLookNone',
};

export const REPEAT_MESSAGES: Readonly<Record<MarkRepeat, MessageKey>> = {
  section: 'marksRepeatSection',
  story: 'marksRepeatStory',
  all: 'marksRepeatAll',
};

export const FAMILIARITY_MESSAGES: Readonly<Record<Familiarity, MessageKey>> = {
  household: 'marksHousehold',
  regular: 'marksRegular',
  specialist: 'marksSpecialist',
};

export const THEME_MESSAGES: Readonly<Record<ThemeChoice, MessageKey>> = {
  system: 'settingsThemeSystem',
  light: 'settingsThemeLight',
  dark: 'settingsThemeDark',
};

export const READING_MESSAGES: Readonly<Record<SiteReading, MessageKey>> = {
  stories: 'settingsSiteStories',
  always: 'settingsSiteAlways',
  never: 'settingsSiteNever',
};

/** The parts of the bundled glossary, in the order in which they are listed. */
export const BEAT_MESSAGES: Readonly<Record<Beat, MessageKey>> = {
  'afghanistan-pakistan': 'beatAfghanistanPakistan',
  'syria-iraq-kurds': 'beatSyriaIraqKurds',
  'israel-palestine-lebanon': 'beatIsraelPalestineLebanon',
  'iran-yemen-gulf': 'beatIranYemenGulf',
  'libya-sudan-horn': 'beatLibyaSudanHorn',
  'sahel-nigeria-central-africa': 'beatSahelNigeriaCentralAfrica',
  'russia-ukraine-caucasus': 'beatRussiaUkraineCaucasus',
  'europe-nato': 'beatEuropeNato',
  'india-east-asia': 'beatIndiaEastAsia',
  americas: 'beatAmericas',
  'countries-leaders': 'beatCountriesLeaders',
  'listed-groups': 'beatListedGroups',
  'un-courts-aid': 'beatUnCourtsAid',
  'media-think-tanks': 'beatMediaThinkTanks',
};
