import { isPartialDate, latestDayOf } from '../glossary/dates';
import { isStoryNode, type JsonLdNode, jsonLdNodesOf } from './json-ld';
import { dateInText } from './written-date';

/** Where a story's date was found, surest first. */
export type DateSource = 'json-ld' | 'meta' | 'time-element' | 'address' | 'dateline';

/** The day of the story, `YYYY-MM-DD`, as its publisher's calendar has it. */
export interface StoryDate {
  readonly day: string;
  readonly source: DateSource;
  /** Whether it is the day of publication or, where the page shows that instead, of the last change. */
  readonly is: 'published' | 'modified';
}

/** A page changed later than this after it was published has become another story. */
const LONG_AFTER_DAYS = 30;
const DAY_MS = 86_400_000;

const PUBLISHED_META = [
  'article:published_time',
  'article:published',
  'og:published_time',
  'og:article:published_time',
  'parsely-pub-date',
  'sailthru.date',
  'datePublished',
  'date_published',
  'publish-date',
  'publishdate',
  'pubdate',
  'publication_date',
  'DC.date.issued',
  'DC.date',
  'dcterms.created',
  'dcterms.date',
  'cXenseParse:recs:publishtime',
  'date',
];
const MODIFIED_META = [
  'article:modified_time',
  'og:updated_time',
  'article:modified',
  'dateModified',
  'dcterms.modified',
  'lastmod',
];

/** The day at the start of an ISO 8601 time, `YYYY-MM-DD` or the compact `YYYYMMDD`; null for anything else. */
export function dayOfIsoTime(time: unknown): string | null {
  if (typeof time !== 'string') return null;
  const parts = /^\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(time);
  if (!parts) return null;
  const day = `${parts[1]}-${parts[2]}-${parts[3]}`;
  return isPlausibleDay(day) ? day : null;
}

/** The web is younger than 1990, and a story is not from years ahead. */
function isPlausibleDay(day: string): boolean {
  return isPartialDate(day) && day >= '1990' && day < '2100';
}

/** What the page's meta elements say, by property, name or itemprop in lower case; the first of each counts. */
type MetaContents = ReadonlyMap<string, string | null>;

/** In one pass: a query for each name would go through the whole of a long page again and again. */
function metaContentsOf(document: Document): MetaContents {
  const contents = new Map<string, string | null>();
  for (const meta of document.getElementsByTagName('meta')) {
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = meta.getAttribute(attribute)?.toLowerCase();
      if (name && !contents.has(name)) contents.set(name, meta.getAttribute('content'));
    }
  }
  return contents;
}

function dayInMeta(contents: MetaContents, names: readonly string[]): string | null {
  for (const name of names) {
    const content = contents.get(name.toLowerCase()) ?? null;
    const day = dayOfIsoTime(content) ?? (content && dateInText(content, 'en'));
    if (day) return day;
  }
  return null;
}

function dayInJsonLd(nodes: readonly JsonLdNode[], key: 'datePublished' | 'dateModified'): string | null {
  for (const node of nodes) {
    const day = dayOfIsoTime(node[key]);
    if (day) return day;
  }
  return null;
}

function dayInTimeElement(document: Document, within: Element | null): string | null {
  const marked = document.querySelector('[itemprop="datePublished"], time[pubdate]');
  const times = [marked, ...(within ? within.querySelectorAll('time[datetime]') : [])];
  for (const time of times) {
    const day = dayOfIsoTime(time?.getAttribute('datetime') ?? time?.getAttribute('content'));
    if (day) return day;
  }
  return null;
}

/** The day in an address such as `/2021/11/02/…`, `/2021-11-02-…` or `/20211102/`. */
export function dayInAddress(path: string): string | null {
  const parts =
    /(?:^|[/_-])((?:19|20)\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?:[/_-]|$)/.exec(path) ??
    /\/((?:19|20)\d{2})(\d{2})(\d{2})(?:[/_.-]|$)/.exec(path);
  if (!parts) return null;
  const day = `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`;
  return isPlausibleDay(day) ? day : null;
}

const daysBetween = (earlier: string, later: string) => (Date.parse(later) - Date.parse(earlier)) / DAY_MS;

/** What {@link storyDateOf} is told of the page beyond its document. */
export interface DateSigns {
  /** The element around headline and text, or null. */
  readonly storyElement: Element | null;
  /** The first blocks of text, headline first: datelines stand there. */
  readonly firstTexts: readonly string[];
  /** The page's language, a BCP 47 tag, or null. */
  readonly lang: string | null;
}

/** The days that the page shows beside its headline: in its first `<time>` and its first texts. */
function shownDays(signs: DateSigns): string[] {
  const time = signs.storyElement?.querySelector('time[datetime]')?.getAttribute('datetime');
  const written = signs.firstTexts.map((text) => dateInText(text, signs.lang ?? 'en'));
  return [dayOfIsoTime(time), ...written].filter((day): day is string => day !== null && isPlausibleDay(day));
}

/**
 * When the story was written, or null where the page does not say. From what the publisher declares
 * (JSON-LD, meta elements, `<time>`), else from the address, else from a dateline in the first texts.
 * Of a page that was modified more than 30 days after it was published, the one of the two that it
 * shows beside its headline, else the day of publication.
 */
export function storyDateOf(document: Document, signs: DateSigns): StoryDate | null {
  const nodes = jsonLdNodesOf(document).filter(isStoryNode);
  const metaContents = metaContentsOf(document);
  const path = document.location?.pathname ?? '';
  const published =
    found(dayInJsonLd(nodes, 'datePublished'), 'json-ld') ??
    found(dayInMeta(metaContents, PUBLISHED_META), 'meta') ??
    found(dayInTimeElement(document, signs.storyElement), 'time-element') ??
    found(dayInAddress(path), 'address') ??
    found(shownDays(signs)[0] ?? null, 'dateline');
  if (!published) return null;
  const modified = dayInJsonLd(nodes, 'dateModified') ?? dayInMeta(metaContents, MODIFIED_META);
  if (!modified || daysBetween(published.day, modified) <= LONG_AFTER_DAYS) return published;
  return shownDays(signs)[0] === modified ? { ...published, day: modified, is: 'modified' } : published;
}

function found(day: string | null, source: DateSource): StoryDate | null {
  return day && latestDayOf(day) === day ? { day, source, is: 'published' } : null;
}
