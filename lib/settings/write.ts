import { readAllStored, readStored, removeStored, writeAllStored, writeStored } from '../platform/storage';
import { isAllowed, keyOf, type Row, type SettingValue } from './row';
import { SYNC, settingOf } from './table';
import { isLocked, LOCKED, PRESET, settingOtherwise } from './values';

/**
 * Sets a setting for the user: in effect at once, in every open page. What would be in force anyway is not
 * stored.
 *
 * @param member of a family; empty for a single setting.
 * @throws RangeError where the value is off the limits of its row, or an administrator has locked it.
 */
export async function setSetting<Value extends SettingValue>(
  row: Row<Value>,
  member: string,
  value: Value,
): Promise<void> {
  const key = keyOf(row, member);
  if (!isAllowed(row, value)) throw new RangeError(`${key} cannot be ${value}`);
  const values = await readStored([LOCKED + key, PRESET + key]);
  if (isLocked(values, row, member)) throw new RangeError(`${key} is locked`);
  await writeStored(key, value === settingOtherwise(values, row, member) ? undefined : value);
}

/** What was taken away, by its keys in local storage, to be put back by {@link restoreSettings}. */
export type TakenSettings = Readonly<Record<string, unknown>>;

async function take(keys: readonly string[], stored: Readonly<Record<string, unknown>>) {
  const taken = Object.fromEntries(keys.flatMap((key) => (key in stored ? [[key, stored[key]]] : [])));
  await removeStored(Object.keys(taken));
  return taken;
}

/** Has one setting as if the user had never touched it. */
export async function resetSetting(row: Row, member = ''): Promise<TakenSettings> {
  const key = keyOf(row, member);
  return take([key], await readStored([key]));
}

/** The same for all settings; whether this device syncs stays. */
export async function resetAllSettings(): Promise<TakenSettings> {
  const stored = await readAllStored();
  const keys = Object.keys(stored).filter((key) => (settingOf(key)?.row ?? SYNC) !== SYNC);
  return take(keys, stored);
}

/** Undoes a reset. */
export function restoreSettings(taken: TakenSettings): Promise<void> {
  return writeAllStored(taken);
}
