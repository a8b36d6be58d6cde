import { readStored, writeStored } from '../platform/storage';
import { keyOf } from './row';
import { SITE, type SiteReading } from './table';
import { heldOf, isLocked, LOCKED, PRESET, type SettingValues } from './values';

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

/**
 * What counts on a site, the most specific first: itself, then wildcards, which hold for a site and all
 * that are below it: `*.example.org` for `example.org` and `news.example.org`.
 */
function patternsFor(site: string): string[] {
  const labels = site.split('.');
  return [site, ...labels.map((_, i) => `*.${labels.slice(i).join('.')}`)];
}

/** What is read of a site: what an administrator has locked, else what is set most specifically for it. */
export function readingOf(values: SettingValues, site: string): SiteReading {
  for (const whose of [[LOCKED], ['', PRESET]]) {
    for (const pattern of patternsFor(site)) {
      const reading = heldOf(values, whose, SITE, pattern);
      if (reading) return reading;
    }
  }
  return SITE.usual;
}

/** Whether the user cannot change what is read of a site. */
export function isReadingLocked(values: SettingValues, site: string): boolean {
  return patternsFor(site).some((pattern) => isLocked(values, SITE, pattern));
}

/**
 * Sets what is read of one site, whatever its wildcards say. What would be so anyway is not stored.
 *
 * @throws RangeError where an administrator has locked it.
 */
export async function setReading(site: string, reading: SiteReading): Promise<void> {
  const keys = patternsFor(site).map((pattern) => keyOf(SITE, pattern));
  const values = await readStored(['', LOCKED, PRESET].flatMap((prefix) => keys.map((key) => prefix + key)));
  const without = { ...values, [keyOf(SITE, site)]: undefined };
  if (isReadingLocked(values, site)) throw new RangeError(`what is read of ${site} is locked`);
  // Also "as usual", where a wildcard says otherwise.
  await writeStored(keyOf(SITE, site), readingOf(without, site) === reading ? undefined : reading);
}

/**
 * The site or wildcard that somebody means who writes `www.example.org`, `https://example.org/news` or
 * `*.example.org`; null where that is none.
 */
export function sitePatternIn(text: string): string | null {
  const written = text.trim().toLowerCase();
  const isWildcard = written.startsWith('*.');
  const bare = isWildcard ? written.slice(2) : written;
  const site = siteOf(/^https?:\/\//.test(bare) ? bare : `https://${bare}`);
  // Browsers take much for a host that no site is called: what is left after `*.`, or a single word.
  if (site === null || !/^(?:[^.\s*]+\.)+[^.\s*]+$|^\[.+\]$|^localhost$/.test(site)) return null;
  return isWildcard ? `*.${site}` : site;
}
