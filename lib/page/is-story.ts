import isProbablyReaderable from '@mozilla/readability/Readability-readerable.js';
import { isStoryNode, jsonLdNodesOf } from './json-ld';

/** By what sign a page was taken for a story. */
export type StorySign = 'json-ld' | 'og-type' | 'article-element' | 'readable-text';

/** Characters of paragraph text that make an `<article>` more than a teaser. */
const STORY_LENGTH = 600;
/** More `<article>`s than this are teasers of a front page or comments, unless one is long by itself. */
const MOST_ARTICLES = 30;

function paragraphLength(article: Element): number {
  let length = 0;
  for (const paragraph of article.getElementsByTagName('p')) {
    length += paragraph.textContent?.trim().length ?? 0;
    if (length >= STORY_LENGTH) break;
  }
  return length;
}

function hasStoryArticle(document: Document): boolean {
  const articles = document.getElementsByTagName('article');
  return (
    articles.length <= MOST_ARTICLES &&
    [...articles].some((article) => paragraphLength(article) >= STORY_LENGTH)
  );
}

/**
 * By what sign the page is a story, cheapest and surest first, or null where it is none. What the
 * publisher declares is believed on any page but a site's front page, where the declaration usually
 * belongs to the site.
 */
export function storySignOf(document: Document): StorySign | null {
  const isFrontPage = /^\/?$/.test(document.location?.pathname ?? '/story');
  if (!isFrontPage) {
    const ogType = document.querySelector('meta[property="og:type"]')?.getAttribute('content');
    if (ogType && /^(?:article|news(?:article)?)$/i.test(ogType.trim())) return 'og-type';
    if (jsonLdNodesOf(document).some(isStoryNode)) return 'json-ld';
  }
  if (hasStoryArticle(document)) return 'article-element';
  return isProbablyReaderable(document) ? 'readable-text' : null;
}
