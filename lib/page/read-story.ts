import { blocksUnder, type PageBlock, type ShownTest } from './blocks';
import { closestShown, hostInDocument, isShownInside } from './flat-tree';
import { headlineOf, standfirstsOf } from './headline';
import { isBeingWritten, isInsideLeftOut } from './markup';
import { type StoryDate, storyDateOf } from './story-date';
import { storyRootOf } from './story-root';

/** The story on a page. */
export interface Story {
  /** The page's language as a BCP 47 tag, or null where it does not say. */
  readonly lang: string | null;
  readonly date: StoryDate | null;
  /** Headline first, then text and captions in document order. */
  readonly blocks: readonly PageBlock[];
  /** The element that holds the text; null where the page has none. */
  readonly root: Element | null;
}

/** Texts after the headline in which a dateline is looked for. */
const DATELINE_TEXTS = 8;

function languageOf(document: Document): string | null {
  const declared =
    document.documentElement.getAttribute('lang') ??
    document.querySelector('meta[http-equiv="content-language" i]')?.getAttribute('content');
  const tag = declared?.trim().replace('_', '-') ?? '';
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(tag) ? tag : null;
}

/** The parts of the page that belong to the story, in order, none inside another. */
function storyParts(document: Document, root: Element): Element[] {
  const headline = headlineOf(document);
  if (!headline || isShownInside(headline, root)) return [root];
  // A headline after the text is some other heading of the page.
  if (hostInDocument(root).compareDocumentPosition(headline) & 4) return [root];
  const standfirsts = standfirstsOf(headline).filter(
    (element) => !isShownInside(root, element) && !root.contains(element),
  );
  return [headline, ...standfirsts, root];
}

/**
 * Reads the story on a page: headline, text and captions, without navigation, forms, editable text,
 * code and controls; its language and its date. `isShown` says whether the page shows an element
 * (layout is the caller's to know; without layout, everything counts as shown). Changes nothing.
 */
export function readStory(document: Document, isShown: ShownTest = () => true): Story {
  const lang = languageOf(document);
  const root = storyRootOf(document);
  if (!root || isBeingWritten(root)) return { lang, date: null, blocks: [], root: null };
  const blocks = storyParts(document, root)
    .filter((part) => part === root || !isInsideLeftOut(part, document.documentElement))
    .flatMap((part) => blocksUnder(part, isShown));
  const firstTexts = blocks.slice(0, DATELINE_TEXTS).map((block) => block.text);
  const storyElement = closestShown(root, 'article, main') ?? root;
  return { lang, date: storyDateOf(document, { storyElement, firstTexts, lang }), blocks, root };
}
