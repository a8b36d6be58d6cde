/** The browser's own sync. Apart from local storage, so that nothing lands here by mistake. */
import { browser } from './browser';

/** Everything in it. Nothing is validated here. */
export function readSynced(): Promise<Record<string, unknown>> {
  return browser.storage.sync.get(null);
}

/** Stores items, as one write of those that browsers count. Rejects where that is over their limits. */
export function writeSynced(items: Readonly<Record<string, unknown>>): Promise<void> {
  return browser.storage.sync.set(items);
}

/** Calls back when another device, or this one, has changed something. */
export function watchSynced(onChange: () => void): void {
  browser.storage.sync.onChanged.addListener(() => onChange());
}
