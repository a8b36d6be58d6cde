import { isShownInside, openRootsUnder, shownParentOf } from './flat-tree';
import { leftOutTest } from './markup';

/** Shorter paragraphs say little about where the story is: captions, teasers, labels. */
const TELLING_PARAGRAPH_LENGTH = 60;
/** The root holds this share of the telling paragraphs' text; the rest is teasers and comments. */
const ROOT_SHARE = 0.85;

/** Old pages wrap everything in one form; then a form is no reason to leave text out. */
function isPageForm(element: Element, body: Element): boolean {
  return element.contains(body.querySelector('h1, article, main'));
}

function startsFrom(body: Element): Element {
  const form = [...body.getElementsByTagName('form')].find((candidate) => isPageForm(candidate, body));
  return form ?? body;
}

function tellingLengths(within: Element): Map<Element, number> {
  const lengths = new Map<Element, number>();
  const isLeftOut = leftOutTest(within);
  const found = [within, ...openRootsUnder(within)].flatMap((root) => [
    ...root.querySelectorAll('p, blockquote, li'),
  ]);
  for (const paragraph of found) {
    const length = paragraph.textContent?.trim().length ?? 0;
    if (length < TELLING_PARAGRAPH_LENGTH || isLeftOut(paragraph)) continue;
    if (paragraph.tagName.toUpperCase() !== 'P' && paragraph.querySelector('p')) continue;
    lengths.set(paragraph, length);
  }
  return lengths;
}

/**
 * The smallest element that holds most of the page's paragraph text: where the story is. Found by
 * weight and not by class names or `<article>`, which pages also use for teasers and comments.
 */
export function storyRootOf(document: Document): Element | null {
  if (!document.body) return null;
  const start = startsFrom(document.body);
  const lengths = tellingLengths(start);
  const held = new Map<Element, number>();
  let total = 0;
  for (const [paragraph, length] of lengths) {
    total += length;
    for (let at = shownParentOf(paragraph); at; at = shownParentOf(at)) {
      held.set(at, (held.get(at) ?? 0) + length);
      if (at === start) break;
    }
  }
  if (total === 0) return start;
  // Insertion order puts an inner element before the elements around it.
  let smallest = start;
  for (const [element, length] of held) {
    if (length >= total * ROOT_SHARE && isShownInside(element, smallest)) smallest = element;
  }
  return smallest;
}
