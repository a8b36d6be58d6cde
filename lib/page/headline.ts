import { leftOutTest } from './markup';

const words = (text: string) => new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);

function sharedWords(text: string, title: ReadonlySet<string>): number {
  return [...words(text)].filter((word) => title.has(word)).length;
}

/**
 * The story's headline: of the page's level-one headings, the one that shares most words with the
 * page's title, since sites also set their own name as one. Null where the page has none.
 */
export function headlineOf(document: Document): Element | null {
  const declared = document.querySelector('meta[property="og:title"]')?.getAttribute('content');
  const title = words(declared ?? String(document.title));
  const isLeftOut = leftOutTest(document.documentElement);
  let best: Element | null = null;
  let mostShared = -1;
  for (const heading of document.getElementsByTagName('h1')) {
    if (isLeftOut(heading)) continue;
    const shared = sharedWords(heading.textContent ?? '', title);
    if (shared > mostShared) {
      best = heading;
      mostShared = shared;
    }
  }
  return best;
}

const STANDFIRST_TAGS = new Set(['P', 'H2', 'DIV', 'FIGURE', 'FIGCAPTION', 'TIME', 'UL']);
/** Elements after a headline that may still belong to it: standfirst, byline, picture. */
const MOST_STANDFIRST_ELEMENTS = 6;

/** The elements that follow the headline beside it (standfirst, byline, picture with caption), in order. */
export function standfirstsOf(headline: Element): Element[] {
  const found: Element[] = [];
  let at = headline.nextElementSibling;
  while (at && found.length < MOST_STANDFIRST_ELEMENTS) {
    if (STANDFIRST_TAGS.has(at.tagName.toUpperCase())) found.push(at);
    at = at.nextElementSibling;
  }
  return found;
}
