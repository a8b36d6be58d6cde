/**
 * What holds of a setting: what an administrator has locked, else what the user has set, else what an
 * administrator has preset, else the usual. Each value is checked when it is read; one that may not stand
 * counts as not set. Functions over plain records, since every page carries them.
 */
import { isAllowed, keyOf, type Row, type SettingValue, usualOf } from './row';

/** What lies in local storage, by key; other keys than those of settings do no harm. */
export type SettingValues = Readonly<Record<string, unknown>>;

/** What an administrator has set lies beside what the user has, under the setting's key after one of these. */
export const LOCKED = 'locked:';
export const PRESET = 'preset:';

/** The key of the setting that a key of local storage is about, be it the user's or her administrator's. */
export const settingKeyIn = (key: string) => key.replace(/^(?:locked|preset):/, '');

/** The first of the values under these prefixes that may stand; undefined where none does. */
export function heldOf<Value extends SettingValue>(
  values: SettingValues,
  prefixes: readonly string[],
  row: Row<Value>,
  member: string,
): Value | undefined {
  for (const prefix of prefixes) {
    const value = values[prefix + keyOf(row, member)];
    if (isAllowed(row, value)) return value;
  }
  return undefined;
}

/** The value in force. */
export function settingIn<Value extends SettingValue>(
  values: SettingValues,
  row: Row<Value>,
  member = '',
): Value {
  return heldOf(values, [LOCKED, '', PRESET], row, member) ?? usualOf(row, member);
}

/** What is in force where the user sets nothing herself. */
export function settingOtherwise<Value extends SettingValue>(
  values: SettingValues,
  row: Row<Value>,
  member = '',
): Value {
  return heldOf(values, [LOCKED, PRESET], row, member) ?? usualOf(row, member);
}

/** Whether the user has set it. */
export const isOwn = (values: SettingValues, row: Row, member = '') =>
  heldOf(values, [''], row, member) !== undefined;

/** Whether the user cannot change it. */
export const isLocked = (values: SettingValues, row: Row, member = '') =>
  heldOf(values, [LOCKED], row, member) !== undefined;

/** Whether anyone has set it. */
export const isSet = (values: SettingValues, row: Row, member = '') =>
  heldOf(values, [LOCKED, '', PRESET], row, member) !== undefined;

/** The members of a family for which anyone has set something, each once. */
export function membersOf(values: SettingValues, row: Row): string[] {
  const keys = new Set(Object.keys(values).map(settingKeyIn));
  return [...keys]
    .filter((key) => key.startsWith(row.key))
    .map((key) => key.slice(row.key.length))
    .filter((member) => isSet(values, row, member));
}
