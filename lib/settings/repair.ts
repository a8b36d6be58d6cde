/** Stored values that no setting can have: each is taken out alone and told of, the others stay. */
import { readAllStored, removeStored, writeStored } from '../platform/storage';
import { isAllowed } from './row';
import { settingOf } from './table';

/** What was taken out lies under the setting's key after this, until the user has seen it. */
const REPAIRED = 'repaired:';

/** A value that was stored and could not stay. */
export interface Repair {
  /** The setting's key. */
  readonly key: string;
  readonly value: unknown;
}

/** The values in local storage that cannot stay; what is no setting is not judged. */
export function faultsIn(stored: Readonly<Record<string, unknown>>): Repair[] {
  return Object.entries(stored).flatMap(([key, value]) => {
    const setting = settingOf(key);
    return setting && !isAllowed(setting.row, value) ? [{ key, value }] : [];
  });
}

/** Takes out what cannot stay and keeps it to be told of. */
export async function repairSettings(): Promise<void> {
  const faults = faultsIn(await readAllStored());
  for (const { key, value } of faults) {
    await writeStored(REPAIRED + key, { value });
    await removeStored([key]);
  }
}

/** What was taken out and not yet seen. */
export function repairsIn(stored: Readonly<Record<string, unknown>>): Repair[] {
  return Object.entries(stored).flatMap(([key, kept]) => {
    if (!key.startsWith(REPAIRED)) return [];
    const value = typeof kept === 'object' && kept !== null && 'value' in kept ? kept.value : undefined;
    return [{ key: key.slice(REPAIRED.length), value }];
  });
}

/** The user has seen them. */
export function forgetRepairs(repairs: readonly Repair[]): Promise<void> {
  return removeStored(repairs.map(({ key }) => REPAIRED + key));
}
