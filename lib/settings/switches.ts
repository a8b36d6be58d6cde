import { type StoredChange, writeStored } from '../platform/storage';
import { followStored } from './follow';

/** What the user has switched, as far as it counts on one site. */
export interface Switches {
  readonly everywhere: boolean;
  readonly here: boolean;
  /** Pages of the site are read even where they do not look like stories. */
  readonly always: boolean;
  /** Until when reading rests everywhere, ms of the epoch; null where it does not. */
  readonly pausedUntilMs: number | null;
}

export const DEFAULT_SWITCHES: Switches = {
  everywhere: true,
  here: true,
  always: false,
  pausedUntilMs: null,
};

/** How long a pause lasts, ms. */
export const PAUSE_MS = 3_600_000;
/**
 * The clock is looked at so often while reading rests, ms: one timer for the whole pause would come
 * late by as long as the computer slept.
 */
const LOOK_AT_CLOCK_MS = 30_000;

const EVERYWHERE_KEY = 'switch:everywhere';
const PAUSED_KEY = 'switch:paused-until';
const siteKey = (site: string) => `switch:site:${site}`;
const alwaysKey = (site: string) => `switch:always:${site}`;

/** What is stored is only what the user switched off; anything unreadable counts as on, the default. */
const isOn = (stored: unknown) => stored !== 'off';
const storedForm = (on: boolean) => (on ? undefined : 'off');

/** Whether pages of the site are to be read now, if they are stories. */
export function isReadingOn({ everywhere, here, pausedUntilMs }: Switches): boolean {
  return everywhere && here && pausedUntilMs === null;
}

/** Switches reading on or off for all sites; kept across restarts, seen by every open page. */
export function switchEverywhere(on: boolean): Promise<void> {
  return writeStored(EVERYWHERE_KEY, storedForm(on));
}

/** Switches reading on or off for one site. */
export function switchSite(site: string, on: boolean): Promise<void> {
  return writeStored(siteKey(site), storedForm(on));
}

/** Has all pages of a site read, or only its stories again. */
export function switchAlways(site: string, always: boolean): Promise<void> {
  return writeStored(alwaysKey(site), always ? 'on' : undefined);
}

/** Lets reading rest everywhere for {@link PAUSE_MS}, or go on at once. Holds across restarts. */
export function setPaused(paused: boolean): Promise<void> {
  return writeStored(PAUSED_KEY, paused ? Date.now() + PAUSE_MS : undefined);
}

/** The end of a stored pause; null where it is over, or so far away that no pause of ours set it. */
function pauseOf(stored: unknown, nowMs: number): number | null {
  const isPause = typeof stored === 'number' && stored > nowMs && stored <= nowMs + PAUSE_MS;
  return isPause ? stored : null;
}

/** The switches after a change of storage; the same object where the change is about something else. */
export function switchesAfter(
  switches: Switches,
  site: string,
  { key, value }: StoredChange,
  nowMs: number,
): Switches {
  if (key === EVERYWHERE_KEY) return { ...switches, everywhere: isOn(value) };
  if (key === PAUSED_KEY) return { ...switches, pausedUntilMs: pauseOf(value, nowMs) };
  if (key === siteKey(site)) return { ...switches, here: isOn(value) };
  if (key === alwaysKey(site)) return { ...switches, always: value === 'on' };
  return switches;
}

/**
 * Follows the switches that count on `site`: calls back once with their present state and again
 * whenever they change, also when a pause is over. Returns how to stop.
 */
export async function followSwitches(
  site: string,
  onSwitches: (switches: Switches) => void,
): Promise<() => void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (stored: Switches) => {
    clearTimeout(timer);
    // What is known of a pause may be older than its end.
    const switches = { ...stored, pausedUntilMs: pauseOf(stored.pausedUntilMs, Date.now()) };
    if (switches.pausedUntilMs !== null) awaitEnd(switches, switches.pausedUntilMs);
    onSwitches(switches);
  };
  const awaitEnd = (switches: Switches, untilMs: number) => {
    timer = setTimeout(
      () => {
        if (Date.now() >= untilMs) onSwitches({ ...switches, pausedUntilMs: null });
        else awaitEnd(switches, untilMs);
      },
      Math.min(LOOK_AT_CLOCK_MS, Math.max(0, untilMs - Date.now())),
    );
  };
  const stop = await followStored(
    DEFAULT_SWITCHES,
    (switches, change) => switchesAfter(switches, site, change, Date.now()),
    tell,
  );
  return () => {
    clearTimeout(timer);
    stop();
  };
}
