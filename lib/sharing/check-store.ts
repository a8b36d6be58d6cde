/** The states of shared glossaries' addresses, a key of local storage each, where every page can follow them. */
import * as v from 'valibot';
import { readStored, writeStored } from '../platform/storage';
import { readAddress } from './address';
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

/** A shared glossary of which no more is known than what it was called. */
export interface RememberedShared {
  readonly address: string;
  readonly title: string;
}

const REMEMBERED_KEY = 'shared-remembered';
/** Of those that a backup knew. */
const MOST_REMEMBERED = 50;
const rememberedSchema = v.array(v.strictObject({ address: v.string(), title: v.string() }));

/** Those that a restored backup knew: offered to the user, and asked by nobody before she does. */
export function rememberedIn(stored: Readonly<Record<string, unknown>>): readonly RememberedShared[] {
  const read = v.safeParse(rememberedSchema, stored[REMEMBERED_KEY]);
  return read.success ? read.output.filter(({ address }) => readAddress(address).address === address) : [];
}

export const writeRemembered = (remembered: readonly RememberedShared[]): Promise<void> =>
  writeStored(REMEMBERED_KEY, remembered.length > 0 ? remembered.slice(0, MOST_REMEMBERED) : undefined);

/** Takes one off those that are offered. */
export async function forgetRemembered(address: string): Promise<void> {
  const remembered = rememberedIn(await readStored([REMEMBERED_KEY]));
  if (remembered.some((one) => one.address === address))
    await writeRemembered(remembered.filter((one) => one.address !== address));
}

const presetsSchema = v.strictObject({ addresses: v.array(v.string()), isLocked: v.boolean() });

/** The shared glossaries that an administrator has set. */
export function sharedPresetsIn(stored: Readonly<Record<string, unknown>>): SharedPresets {
  const read = v.safeParse(presetsSchema, stored[SHARED_PRESETS_KEY]);
  return read.success ? read.output : { addresses: [], isLocked: false };
}
