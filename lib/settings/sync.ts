/**
 * Settings in the browser's own sync, where the user wants that. The background alone writes there; the page
 * of settings reads it to tell what is there before a device begins.
 */
import { readAllStored, readStored, watchStored, writeStored } from '../platform/storage';
import { readSynced, watchSynced, writeSynced } from '../platform/sync-storage';
import {
  changedItems,
  datedLedger,
  isSyncedKey,
  itemsOf,
  type Ledger,
  ledgerIn,
  ledgerOf,
  mergedLedgers,
  readLedger,
} from './sync-ledger';
import { SYNC } from './table';
import { settingIn } from './values';

/** What this device last knew; written by the background alone. */
const LEDGER_KEY = 'sync:ledger';
const STATUS_KEY = 'sync:status';

/** Quiet after a change before it is copied, ms: a slider's changes are one. */
const SETTLE_MS = 1_000;
/** Between two copies, ms: browsers allow 120 a minute and 1,800 an hour. */
const LEAST_BETWEEN_MS = 5_000;
/** After a copy that failed, ms. */
const RETRY_MS = 60_000;

/** How syncing stands. */
export type SyncState =
  /** All is copied. */
  | 'done'
  /** Some settings find no room. */
  | 'full'
  /** Too many copies in a short time. */
  | 'busy'
  /** Another device has settings of a newer form. */
  | 'newer'
  | 'failed';

export interface SyncStatus {
  readonly state: SyncState;
  readonly atMs: number;
  /** Settings that are on this device alone. */
  readonly left: number;
}

const STATES: readonly SyncState[] = ['done', 'full', 'busy', 'newer', 'failed'];

/** How syncing stands, from local storage; null where nothing was copied yet. */
export function syncStatusIn(stored: Readonly<Record<string, unknown>>): SyncStatus | null {
  const raw = stored[STATUS_KEY];
  if (typeof raw !== 'object' || raw === null || !('state' in raw && 'atMs' in raw && 'left' in raw))
    return null;
  const state = STATES.find((one) => one === raw.state);
  return state ? { state, atMs: Number(raw.atMs), left: Number(raw.left) } : null;
}

/** What lies in the browser's sync: how many settings, and when the last of them was set, ms of the epoch. */
export interface SyncOffer {
  readonly count: number;
  readonly newestMs: number;
}

/** What a device that begins to sync would take; null where nothing is there. Rejects where sync cannot be read. */
export async function readSyncOffer(nowMs: number): Promise<SyncOffer | null> {
  const ledger = ledgerIn(await readSynced(), nowMs) ?? {};
  const set = Object.values(ledger).filter(({ length }) => length === 2);
  return set.length > 0 ? { count: set.length, newestMs: Math.max(...set.map(([timeMs]) => timeMs)) } : null;
}

/** Has the settings of this device be what another has set later. A change of the user's meanwhile stays. */
async function take(own: Ledger, merged: Ledger): Promise<void> {
  for (const [key, stamp] of Object.entries(merged)) {
    const [, value] = stamp;
    if (own[key]?.[1] === value) continue;
    const now = (await readStored([key]))[key];
    if (now === own[key]?.[1]) await writeStored(key, value);
  }
}

function failureOf(error: unknown): SyncState {
  const said = String(error);
  if (/MAX_WRITE|per.?(?:minute|hour)/i.test(said)) return 'busy';
  return /quota/i.test(said) ? 'full' : 'failed';
}

/** Brings this device and the browser's sync into step, once. Null where the user does not want that. */
export async function syncSettings(nowMs: number): Promise<SyncStatus | null> {
  const stored = await readAllStored();
  if (settingIn(stored, SYNC) === 'off') {
    for (const key of [LEDGER_KEY, STATUS_KEY]) if (key in stored) await writeStored(key, undefined);
    return null;
  }
  const tell = async (state: SyncState, left = 0): Promise<SyncStatus> => {
    const status = { state, atMs: nowMs, left };
    await writeStored(STATUS_KEY, status);
    return status;
  };
  const before = LEDGER_KEY in stored ? readLedger(stored[LEDGER_KEY], nowMs) : null;
  const own = ledgerOf(before, stored, nowMs);
  try {
    const synced = await readSynced();
    const there = ledgerIn(synced, nowMs);
    if (!there) return await tell('newer');
    const merged = datedLedger(mergedLedgers(own, there, nowMs), nowMs);
    await take(own, merged);
    // Before it is handed on: should that fail, each setting keeps its time.
    await writeStored(LEDGER_KEY, merged);
    const items = itemsOf(merged);
    const changed = changedItems(items, synced, nowMs);
    if (Object.keys(changed).length > 0) await writeSynced(changed);
    return await tell(items.left > 0 ? 'full' : 'done', items.left);
  } catch (error) {
    console.warn('Newsgloss could not sync its settings:', error);
    return tell(failureOf(error));
  }
}

/**
 * Keeps this device in step: once `ready`, then after each change here or there. Changes are heard from the
 * call on, so that one which wakes the background is not missed.
 *
 * @param ready that what is stored has the present form; it may not reject, nor wait for anything but storage.
 */
export function keepSynced(ready: Promise<unknown>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRunning = false;
  let lastMs = 0;
  const run = async () => {
    timer = undefined;
    isRunning = true;
    lastMs = Date.now();
    await ready;
    const status = await syncSettings(lastMs).catch(() => null);
    isRunning = false;
    if (status?.state === 'failed' || status?.state === 'busy') schedule(RETRY_MS);
  };
  const schedule = (ms: number) => {
    if (isRunning) ms = Math.max(ms, LEAST_BETWEEN_MS);
    if (timer !== undefined) return;
    timer = setTimeout(() => void run(), Math.max(ms, lastMs + LEAST_BETWEEN_MS - Date.now()));
  };
  watchStored(({ key }) => {
    if (key === SYNC.key || isSyncedKey(key)) schedule(SETTLE_MS);
  });
  watchSynced(() => schedule(SETTLE_MS));
  schedule(0);
}
