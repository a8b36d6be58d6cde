/**
 * Earlier forms of the stored settings, and how each became the next. A migration gets what is stored under
 * all keys and gives what is to be stored instead, keys that are no settings as they are.
 */
import { readAllStored, removeStored, writeAllStored } from '../platform/storage';
import { SETTINGS_FORM } from './table';

/** What lies in local storage, by key. */
export type Stored = Readonly<Record<string, unknown>>;

/** Which form the settings have; none where they were never migrated, as form 1 and a new profile. */
const FORM_KEY = 'settings:form';

interface Migration {
  /** The form that it makes of the one before. */
  readonly to: number;
  readonly migrate: (stored: Stored) => Stored;
}

/**
 * Form 1 had two keys for a site, and said nothing of how a silenced alias was written.
 * `switch:site:example.org` = off, `switch:always:example.org` = on, `silence:ID:SITE:alias` = on.
 */
function sitesInOneKey(stored: Stored): Stored {
  const entries = Object.entries(stored);
  const migrated = new Map<string, unknown>();
  for (const [key, value] of entries) {
    const never = key.startsWith('switch:site:') ? key.slice('switch:site:'.length) : null;
    const always = key.startsWith('switch:always:') ? key.slice('switch:always:'.length) : null;
    if (never !== null) {
      if (value === 'off') migrated.set(`site:${never}`, 'never');
    } else if (always !== null) {
      if (value === 'on' && !migrated.has(`site:${always}`)) migrated.set(`site:${always}`, 'always');
    } else if (key.startsWith('silence:') && value === 'on') {
      migrated.set(key, key.split(':').slice(3).join(':'));
    } else migrated.set(key, value);
  }
  // What has been set in the new form already is newer.
  for (const [key, value] of entries) if (key.startsWith('site:')) migrated.set(key, value);
  return Object.fromEntries(migrated);
}

/** In the order of their forms, without a gap up to {@link SETTINGS_FORM}. */
export const MIGRATIONS: readonly Migration[] = [{ to: 2, migrate: sitesInOneKey }];

/** The stored settings in the present form; those of a newer one are left as they are. */
export function migrated(stored: Stored): Stored {
  const form = Number(stored[FORM_KEY] ?? 1);
  if (form >= SETTINGS_FORM) return stored;
  const steps = MIGRATIONS.filter(({ to }) => to > form);
  return { ...steps.reduce((before, { migrate }) => migrate(before), stored), [FORM_KEY]: SETTINGS_FORM };
}

/**
 * Brings what is stored into the present form. To be run once, when the background begins; broken off
 * between any two steps, it can be run again.
 */
export async function migrateSettings(): Promise<void> {
  const before = await readAllStored();
  const after = migrated(before);
  if (after === before) return;
  const { [FORM_KEY]: form, ...settings } = after;
  const changed = Object.entries(settings).filter(([key, value]) => before[key] !== value);
  if (changed.length > 0) await writeAllStored(Object.fromEntries(changed));
  await removeStored(Object.keys(before).filter((key) => !(key in after)));
  await writeAllStored({ [FORM_KEY]: form });
}
