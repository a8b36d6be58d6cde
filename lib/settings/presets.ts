/**
 * What an administrator has set in managed storage. The background copies it into local storage beside what
 * the user has set, where every page finds it; docs/deployment.md has the format for administrators.
 */
import { readManaged } from '../platform/managed-storage';
import { readAllStored, removeStored, writeAllStored } from '../platform/storage';
import { SHARED_PRESETS_KEY } from '../sharing/check-store';
import { SHARED_GLOSSARIES, sharedPresetsOf } from '../sharing/presets';
import { isAllowed, usualOf } from './row';
import { settingOf } from './table';
import { LOCKED, PRESET } from './values';

/** Keys of an administrator's settings that could not be used, for the settings page. */
const FAULTS_KEY = 'preset-faults';

export interface Presets {
  /** What is to lie in local storage, under its keys there. */
  readonly stored: Readonly<Record<string, unknown>>;
  /** What is wrong, by the keys as they were given. */
  readonly faults: readonly string[];
}

function fieldsOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/**
 * The presets in managed storage: `settings` by their keys; `locked`, the keys of those that hold; and the
 * addresses of shared glossaries.
 */
export function presetsIn(managed: unknown): Presets {
  const { settings, locked, [SHARED_GLOSSARIES]: addresses } = Object.fromEntries(fieldsOf(managed));
  const shared = sharedPresetsOf({ addresses, locked });
  const faults: string[] = [...shared.faults];
  const presets = new Map<string, unknown>();
  for (const [key, value] of fieldsOf(settings)) {
    const setting = settingOf(key);
    if (setting && isAllowed(setting.row, value)) presets.set(key, value);
    else faults.push(key);
  }
  const isLocked = new Set<string>();
  for (const key of Array.isArray(locked) ? locked : locked === undefined ? [] : ['locked']) {
    if (key === SHARED_GLOSSARIES) continue;
    const setting = typeof key === 'string' ? settingOf(key) : null;
    const usual = setting && usualOf(setting.row, setting.member);
    // Without a value, as it usually is.
    if (setting && isAllowed(setting.row, usual) && !presets.has(key)) presets.set(key, usual);
    if (presets.has(key)) isLocked.add(key);
    else faults.push(String(key));
  }
  const stored = [...presets].map(([key, value]): [string, unknown] => [
    (isLocked.has(key) ? LOCKED : PRESET) + key,
    value,
  ]);
  if (shared.presets.addresses.length > 0) stored.push([SHARED_PRESETS_KEY, shared.presets]);
  return { stored: Object.fromEntries(stored), faults };
}

/** Has every page go by what an administrator has set now. */
export async function applyPresets(): Promise<void> {
  const { stored, faults } = presetsIn(await readManaged());
  const wanted: Record<string, unknown> = faults.length > 0 ? { ...stored, [FAULTS_KEY]: faults } : stored;
  const before = await readAllStored();
  const isPreset = (key: string) =>
    key.startsWith(LOCKED) || key.startsWith(PRESET) || key === FAULTS_KEY || key === SHARED_PRESETS_KEY;
  const gone = Object.keys(before).filter((key) => isPreset(key) && !(key in wanted));
  const changed = Object.entries(wanted).filter(
    ([key, value]) => JSON.stringify(before[key]) !== JSON.stringify(value),
  );
  if (gone.length > 0) await removeStored(gone);
  if (changed.length > 0) await writeAllStored(Object.fromEntries(changed));
}

/** The keys of an administrator's settings that could not be used. */
export function presetFaultsIn(stored: Readonly<Record<string, unknown>>): string[] {
  const faults = stored[FAULTS_KEY];
  return Array.isArray(faults) ? faults.map(String) : [];
}
