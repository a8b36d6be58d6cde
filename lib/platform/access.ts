import { browser } from './browser';

/** The pages of one site as the browser names them: of its host, whatever the port. */
function patternsOf(address: string | null, all: readonly string[]): string[] {
  const url = address === null ? null : URL.parse(address);
  // Of the page's own scheme: `*` for it is in no browser's eyes covered by the two that it stands for.
  return url && /^https?:$/.test(url.protocol) ? [`${url.protocol}//${url.hostname}/*`] : [...all];
}

/**
 * Whether the user lets us read pages of the address's site; where the address is not known, of all sites
 * (`all`, as patterns): then a page whose address the browser keeps back is one of its own.
 */
export async function hasAccess(address: string | null, all: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: patternsOf(address, all) });
}

/** Has the browser ask the user for the same. Only while a click of hers is answered. */
export async function askAccess(address: string | null, all: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: patternsOf(address, all) });
}
