/** The states of shared glossaries' addresses, a key of local storage each, where every page can follow them. */
import * as v from 'valibot';
import { readStored, writeStored } from '../platform/storage';
import { type CheckState, checkStateSchema, NEVER_ASKED } from './check-state';
import type { SharedPresets } from './presets';

const STATE = 'shared:';
export const SHARED_PRESETS_KEY = 'preset-shared';

/** What is known of an address. One that cannot be read is asked as if for the first time. */
export function checkStateIn(stored: Readonly<Record<string, unknown>>, address: string): CheckState {
  const read = v.safeParse(checkStateSchema, stored[STATE + address]);
  return read.success ? read.output : NEVER_ASKED;
}

export async function readCheckState(address: string): Promise<CheckState> {
  return checkStateIn(await readStored([STATE + address]), address);
}

export const writeCheckState = (address: string, state: CheckState): Promise<void> =>
  writeStored(STATE + address, state);

const presetsSchema = v.strictObject({ addresses: v.array(v.string()), isLocked: v.boolean() });

/** The shared glossaries that an administrator has set. */
export function sharedPresetsIn(stored: Readonly<Record<string, unknown>>): SharedPresets {
  const read = v.safeParse(presetsSchema, stored[SHARED_PRESETS_KEY]);
  return read.success ? read.output : { addresses: [], isLocked: false };
}
