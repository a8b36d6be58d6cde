import { type StoredChange, writeStored } from '../platform/storage';
import { followStored } from './follow';

/** Whether stories are read everywhere, and on one site. Both must be on. */
export interface Switches {
  readonly everywhere: boolean;
  readonly here: boolean;
}

const EVERYWHERE_KEY = 'switch:everywhere';
const siteKey = (site: string) => `switch:site:${site}`;

/** What is stored is only what the user switched off; anything unreadable counts as on, the default. */
const isOn = (stored: unknown) => stored !== 'off';
const storedForm = (on: boolean) => (on ? undefined : 'off');

/** Switches reading on or off for all sites; kept across restarts, seen by every open page. */
export function switchEverywhere(on: boolean): Promise<void> {
  return writeStored(EVERYWHERE_KEY, storedForm(on));
}

/** Switches reading on or off for one site. */
export function switchSite(site: string, on: boolean): Promise<void> {
  return writeStored(siteKey(site), storedForm(on));
}

/** The switches after a change of storage; the same object where the change is about something else. */
export function switchesAfter(switches: Switches, site: string, change: StoredChange): Switches {
  if (change.key === EVERYWHERE_KEY) return { ...switches, everywhere: isOn(change.value) };
  if (change.key === siteKey(site)) return { ...switches, here: isOn(change.value) };
  return switches;
}

/**
 * Follows the switches that count on `site`: calls back once with their present state and again
 * whenever they change. Returns how to stop.
 */
export function followSwitches(site: string, onSwitches: (switches: Switches) => void): Promise<() => void> {
  return followStored(
    { everywhere: true, here: true },
    (switches, change) => switchesAfter(switches, site, change),
    onSwitches,
  );
}
