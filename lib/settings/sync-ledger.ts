/**
 * What sync is about: for each setting, when it was last set and to what. Two ledgers merge by the later
 * time of each setting, in whatever order and however often that is done.
 */
import { isAllowed, type Row, type SettingValue } from './row';
import { SETTINGS_FORM, settingOf } from './table';
import type { SettingValues } from './values';

/** When it was set, ms of the epoch, and to what; without a value, that it was reset. */
export type Stamp = readonly [timeMs: number, value?: SettingValue];

/** By the setting's key in local storage. */
export type Ledger = Readonly<Record<string, Stamp>>;

/**
 * Browsers take 8,192 bytes an item and 102,400 in all, and 512 items: settings share as many items as
 * cannot be more than that together.
 */
const ITEMS = 12;
const LONGEST_ITEM_BYTES = 8_000;
const ITEM = 'settings-';
const FORM_ITEM = 'form';

/** A reset is remembered for so long, ms: half a year; a device that was away for longer brings the setting back. */
const REMEMBERED_MS = 180 * 86_400_000;

/** A clock that is ahead by more than this is wrong, ms. */
const MOST_AHEAD_MS = 86_400_000;

/** The row of a key that goes along; null for other keys. */
function syncedRow(key: string): Row | null {
  const row = settingOf(key)?.row;
  return row && !row.isOfDevice ? row : null;
}

/** Whether a key of local storage goes along. */
export const isSyncedKey = (key: string) => syncedRow(key) !== null;

function stampIn(key: string, raw: unknown, nowMs: number): Stamp | null {
  if (!Array.isArray(raw) || !Number.isFinite(raw[0])) return null;
  const row = syncedRow(key);
  if (!row) return null;
  const timeMs = Math.min(Number(raw[0]), nowMs + MOST_AHEAD_MS);
  if (raw.length === 1) return [timeMs];
  const value: unknown = raw[1];
  return isAllowed(row, value) ? [timeMs, value] : null;
}

/** A ledger from wherever it was stored; what cannot be read is left out. */
export function readLedger(raw: unknown, nowMs: number): Ledger {
  const entries = typeof raw === 'object' && raw !== null ? Object.entries(raw) : [];
  return Object.fromEntries(
    entries.flatMap(([key, stamp]) => {
      const read = stampIn(key, stamp, nowMs);
      return read ? [[key, read]] : [];
    }),
  );
}

/**
 * The ledger of this device: what has changed since `before` was set now. Without one (null), this device
 * begins to sync: what it has is older (0) than anything that is there.
 */
export function ledgerOf(before: Ledger | null, values: SettingValues, nowMs: number): Ledger {
  const ledger: Record<string, Stamp> = { ...before };
  // The user's newest change wins over what it replaced, whatever the clocks say.
  const timeAfter = (stamp: Stamp | undefined) => (before ? Math.max(nowMs, (stamp?.[0] ?? 0) + 1) : 0);
  for (const [key, value] of Object.entries(values)) {
    const row = syncedRow(key);
    if (!row || !isAllowed(row, value)) continue;
    if (before?.[key]?.[1] !== value) ledger[key] = [timeAfter(before?.[key]), value];
  }
  for (const [key, stamp] of Object.entries(before ?? {})) {
    if (stamp.length === 2 && values[key] === undefined) ledger[key] = [timeAfter(stamp)];
  }
  return ledger;
}

function laterOf(a: Stamp | undefined, b: Stamp): Stamp {
  if (!a || b[0] > a[0]) return b;
  // Set at the same moment: all devices choose alike.
  return b[0] === a[0] && JSON.stringify(b) > JSON.stringify(a) ? b : a;
}

/** Both together. */
export function mergedLedgers(a: Ledger, b: Ledger, nowMs: number): Ledger {
  const merged: Record<string, Stamp> = { ...a };
  for (const [key, stamp] of Object.entries(b)) merged[key] = laterOf(merged[key], stamp);
  const isRemembered = ([timeMs, value]: Stamp) => value !== undefined || timeMs > nowMs - REMEMBERED_MS;
  return Object.fromEntries(Object.entries(merged).filter(([, stamp]) => isRemembered(stamp)));
}

/** What a device that begins has brought and nobody else had was set now. */
export function datedLedger(ledger: Ledger, nowMs: number): Ledger {
  return Object.fromEntries(
    Object.entries(ledger).map(([key, [timeMs, ...value]]): [string, Stamp] => [
      key,
      [timeMs || nowMs, ...value],
    ]),
  );
}

/** The item that a setting lies in: the same on all devices. */
function itemOf(key: string): string {
  let hash = 0;
  for (const unit of key) hash = (hash * 31 + (unit.codePointAt(0) ?? 0)) >>> 0;
  return ITEM + (hash % ITEMS);
}

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

export interface SyncItems {
  /** By item. */
  readonly items: Readonly<Record<string, Ledger>>;
  /** Settings that found no room; the oldest. */
  readonly left: number;
}

/** A ledger as it lies in the browser's sync, within its limits. */
export function itemsOf(ledger: Ledger): SyncItems {
  const items: Record<string, Record<string, Stamp>> = {};
  const bytes: Record<string, number> = {};
  let left = 0;
  const isReset = (stamp: Stamp) => stamp.length === 1;
  // Settings before what is merely remembered of resets, and the newest first.
  const entries = Object.entries(ledger).sort(
    ([, a], [, b]) => Number(isReset(a)) - Number(isReset(b)) || b[0] - a[0],
  );
  for (const [key, stamp] of entries) {
    const item = itemOf(key);
    const size = bytesOf({ [key]: stamp }) + (bytes[item] ?? item.length);
    if (size > LONGEST_ITEM_BYTES) {
      if (!isReset(stamp)) left += 1;
      continue;
    }
    bytes[item] = size;
    items[item] = { ...items[item], [key]: stamp };
  }
  return { items, left };
}

/** The items among `items` that differ from what lies there, with the form that they are in. */
export function changedItems(
  { items }: SyncItems,
  synced: Readonly<Record<string, unknown>>,
  nowMs: number,
): Record<string, unknown> {
  const sorted = (ledger: Ledger) =>
    JSON.stringify(Object.entries(ledger).sort(([a], [b]) => (a < b ? -1 : 1)));
  const changed = Object.entries(items).filter(
    ([item, ledger]) => sorted(ledger) !== sorted(readLedger(synced[item], nowMs)),
  );
  if (changed.length === 0) return {};
  return { ...Object.fromEntries(changed), [FORM_ITEM]: SETTINGS_FORM };
}

/** The ledger that lies in the browser's sync; null where a newer form has been there. */
export function ledgerIn(synced: Readonly<Record<string, unknown>>, nowMs: number): Ledger | null {
  if (Number(synced[FORM_ITEM] ?? SETTINGS_FORM) > SETTINGS_FORM) return null;
  const items = Array.from({ length: ITEMS }, (_, i) => readLedger(synced[ITEM + i], nowMs));
  return Object.assign({}, ...items);
}
