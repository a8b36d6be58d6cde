/**
 * The site of an address, as a reader means it: the host name without a leading `www.`, or null
 * where the address is not http or https (browser pages, files, the store's error pages).
 */
export function siteOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  return url.hostname.replace(/^www\./, '');
}
