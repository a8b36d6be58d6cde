import { browser } from '../platform/browser';

/** Reads one of the maps' files, which the extension brings along. */
export async function loadMapFile(name: string): Promise<unknown> {
  const response = await fetch(browser.runtime.getURL(`maps/${name}`));
  return response.json();
}
