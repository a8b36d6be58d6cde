import { readStored, type StoredChange, watchStored, writeStored } from '../platform/storage';

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

/** The switches that count on `site` now. */
export async function readSwitches(site: string): Promise<Switches> {
  const stored = await readStored([EVERYWHERE_KEY, siteKey(site)]);
  return { everywhere: isOn(stored[EVERYWHERE_KEY]), here: isOn(stored[siteKey(site)]) };
}

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
export async function followSwitches(
  site: string,
  onSwitches: (switches: Switches) => void,
): Promise<() => void> {
  let current: Switches | null = null;
  // Listening starts before reading, so that no change falls between the two.
  const missed: StoredChange[] = [];
  const apply = (change: StoredChange) => {
    if (!current) {
      missed.push(change);
      return;
    }
    const next = switchesAfter(current, site, change);
    if (next === current) return;
    current = next;
    onSwitches(current);
  };
  const stop = watchStored(apply);
  let read = await readSwitches(site);
  for (const change of missed) read = switchesAfter(read, site, change);
  current = read;
  onSwitches(current);
  return stop;
}
