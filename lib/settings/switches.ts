import { followSettings } from './follow';
import { readingOf, setReading } from './site';
import { EVERYWHERE, PAUSED, SITE } from './table';
import { type SettingValues, settingIn } from './values';
import { setSetting } from './write';

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

/** Whether pages of the site are to be read now, if they are stories. */
export function isReadingOn({ everywhere, here, pausedUntilMs }: Switches): boolean {
  return everywhere && here && pausedUntilMs === null;
}

/** Switches reading on or off for all sites; kept across restarts, seen by every open page. */
export function switchEverywhere(on: boolean): Promise<void> {
  return setSetting(EVERYWHERE, '', on ? 'on' : 'off');
}

/** Switches reading on or off for one site. */
export function switchSite(site: string, on: boolean): Promise<void> {
  return setReading(site, on ? 'stories' : 'never');
}

/** Has all pages of a site read, or only its stories again. */
export function switchAlways(site: string, always: boolean): Promise<void> {
  return setReading(site, always ? 'always' : 'stories');
}

/** Lets reading rest everywhere for {@link PAUSE_MS}, or go on at once. Holds across restarts. */
export function setPaused(paused: boolean): Promise<void> {
  return setSetting(PAUSED, '', paused ? Date.now() + PAUSE_MS : 0);
}

/** The end of a stored pause; null where it is over, or so far away that no pause of ours set it. */
function pauseOf(untilMs: number | null, nowMs: number): number | null {
  return untilMs !== null && untilMs > nowMs && untilMs <= nowMs + PAUSE_MS ? untilMs : null;
}

/** The switches that count on `site` at a moment, ms of the epoch. */
export function switchesIn(values: SettingValues, site: string, nowMs: number): Switches {
  const reading = readingOf(values, site);
  return {
    everywhere: settingIn(values, EVERYWHERE) === 'on',
    here: reading !== 'never',
    always: reading === 'always',
    pausedUntilMs: pauseOf(settingIn(values, PAUSED), nowMs),
  };
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
  let told = '';
  const tell = (switches: Switches) => {
    // Another site's switch.
    if (JSON.stringify(switches) === told) return;
    told = JSON.stringify(switches);
    clearTimeout(timer);
    if (switches.pausedUntilMs !== null) awaitEnd(switches, switches.pausedUntilMs);
    onSwitches(switches);
  };
  const awaitEnd = (switches: Switches, untilMs: number) => {
    timer = setTimeout(
      () => {
        if (Date.now() >= untilMs) tell({ ...switches, pausedUntilMs: null });
        else awaitEnd(switches, untilMs);
      },
      Math.min(LOOK_AT_CLOCK_MS, Math.max(0, untilMs - Date.now())),
    );
  };
  const stop = await followSettings(
    [EVERYWHERE, PAUSED, SITE],
    (values) => switchesIn(values, site, Date.now()),
    tell,
  );
  return () => {
    clearTimeout(timer);
    stop();
  };
}
