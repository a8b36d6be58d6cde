import { blocksInSteps, type PageBlock, type ShownTest } from './blocks';
import { closestShown, hostInDocument, isShownInside } from './flat-tree';
import { headlineOf, standfirstsOf } from './headline';
import { isBeingWritten, isInsideLeftOut } from './markup';
import { allAtOnce, type Steps } from './slices';
import { type StoryDate, storyDateOf } from './story-date';
import { StoryPlace } from './story-root';

/** What a page says of its story beside the text. */
export interface StoryFrame {
  /** The page's language as a BCP 47 tag, or null where it does not say. */
  readonly lang: string | null;
  readonly date: StoryDate | null;
}

/** A part of a page that belongs to its story, and its blocks in document order. */
export interface StoryPart {
  readonly element: Element;
  readonly blocks: readonly PageBlock[];
}

/** The story on a page. */
export interface Story extends StoryFrame {
  /** Headline first, then text and captions in document order. */
  readonly blocks: readonly PageBlock[];
  /** What the blocks stand in, in order, none inside another; the last one holds the text. */
  readonly parts: readonly StoryPart[];
  readonly headline: Element | null;
  /** Where the text is; null where the page has none. */
  readonly place: StoryPlace | null;
}

/** Texts after the headline in which a dateline is looked for. */
export const DATELINE_TEXTS = 8;

function languageOf(document: Document): string | null {
  const declared =
    document.documentElement.getAttribute('lang') ??
    document.querySelector('meta[http-equiv="content-language" i]')?.getAttribute('content');
  const tag = declared?.trim().replace('_', '-') ?? '';
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(tag) ? tag : null;
}

/** The parts of the page that belong to the story, in order, none inside another. */
function storyParts(headline: Element | null, root: Element): Element[] {
  if (!headline || isShownInside(headline, root) || isShownInside(root, headline)) return [root];
  // A headline after the text is some other heading of the page.
  if (hostInDocument(root).compareDocumentPosition(headline) & 4) return [root];
  const standfirsts = standfirstsOf(headline).filter(
    (element) => !isShownInside(root, element) && !root.contains(element),
  );
  return [headline, ...standfirsts, root];
}

/**
 * Language and date of the story in `root`, whose first texts are those of `blocks`.
 */
export function storyFrameOf(document: Document, root: Element, blocks: readonly PageBlock[]): StoryFrame {
  const lang = languageOf(document);
  const storyElement = closestShown(root, 'article, main') ?? root;
  return { lang, date: storyDateOf(document, { storyElement, firstTexts: firstTextsOf(blocks), lang }) };
}

/** The texts of a story in which a dateline is looked for. */
export const firstTextsOf = (blocks: readonly PageBlock[]): string[] =>
  blocks.slice(0, DATELINE_TEXTS).map((block) => block.text);

/**
 * Reads the story on a page: headline, text and captions, without navigation, forms, editable text,
 * code and controls; its language and its date. `isShown` says whether the page shows an element
 * (layout is the caller's to know; without layout, everything counts as shown). Changes nothing, and is in
 * vain where the page changes between two steps.
 */
export function* storyInSteps(document: Document, isShown: ShownTest): Steps<Story> {
  const place = document.body && (yield* StoryPlace.findIn(document.body));
  if (!place || isBeingWritten(place.root)) {
    return { lang: languageOf(document), date: null, blocks: [], parts: [], headline: null, place: null };
  }
  const { root } = place;
  const headline = headlineOf(document);
  const parts: StoryPart[] = [];
  for (const element of storyParts(headline, root)) {
    if (element !== root && isInsideLeftOut(element, document.documentElement)) continue;
    parts.push({ element, blocks: yield* blocksInSteps(element, isShown) });
  }
  const blocks = parts.flatMap((part) => part.blocks);
  return { ...storyFrameOf(document, root, blocks), blocks, parts, headline, place };
}

/** {@link storyInSteps} at once. */
export const readStory = (document: Document, isShown: ShownTest = () => true): Story =>
  allAtOnce(storyInSteps(document, isShown));
