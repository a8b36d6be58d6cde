import { browser } from './browser';

/** A file that the extension brings along, by its path in it. Rejects where there is none. */
export const fetchOwnFile = (path: string): Promise<Response> => fetch(browser.runtime.getURL(path));
