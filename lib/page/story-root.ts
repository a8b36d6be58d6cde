import { isShownInside, openRootsInSteps, shownParentOf } from './flat-tree';
import { type LeftOutTest, leftOutTest } from './markup';
import type { PageEdit } from './page-edit';
import type { Steps } from './slices';

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

const TELLING = 'p, blockquote, li';

/** What a paragraph weighs in the search for the story: the length of its text, or 0 where it tells nothing. */
function tellingLength(paragraph: Element, isLeftOut: LeftOutTest): number {
  const length = paragraph.textContent?.trim().length ?? 0;
  if (length < TELLING_PARAGRAPH_LENGTH || isLeftOut(paragraph)) return 0;
  return paragraph.tagName.toUpperCase() !== 'P' && paragraph.querySelector('p') ? 0 : length;
}

interface Weight {
  readonly length: number;
  /** Whether the story's root holds it. */
  readonly isHeld: boolean;
}

const NO_WEIGHT: Weight = { length: 0, isHeld: false };
const heldOf = ({ length, isHeld }: Weight) => (isHeld ? length : 0);

/**
 * Where the story is: the smallest element that holds most of the page's paragraph text. Found by
 * weight and not by class names or `<article>`, which pages also use for teasers and comments.
 */
export class StoryPlace {
  readonly root: Element;
  readonly #start: Element;
  readonly #weights = new Map<Element, Weight>();
  /** Of all telling paragraphs, and of those in the root. */
  #total = 0;
  #held = 0;
  /** At most so much is held by any element that is not around the root. */
  #mostElsewhere = 0;

  /** Looks for it under `body`, in steps. */
  static *findIn(body: HTMLElement): Steps<StoryPlace> {
    const start = startsFrom(body);
    const isLeftOut = leftOutTest(start);
    const lengths = new Map<Element, number>();
    for (const root of [start, ...(yield* openRootsInSteps(start))]) {
      for (const paragraph of root.querySelectorAll(TELLING)) {
        const length = tellingLength(paragraph, isLeftOut);
        if (length > 0) lengths.set(paragraph, length);
        yield;
      }
    }
    return new StoryPlace(start, lengths);
  }

  private constructor(start: Element, lengths: ReadonlyMap<Element, number>) {
    this.#start = start;
    const heldDirectly = new Map<Element, number>();
    for (const [paragraph, length] of lengths) {
      const parent = shownParentOf(paragraph);
      if (!parent) continue;
      this.#total += length;
      heldDirectly.set(parent, (heldDirectly.get(parent) ?? 0) + length);
    }
    const held = new Map<Element, number>();
    for (const [parent, length] of heldDirectly) {
      for (let at: Element | null = parent; at; at = shownParentOf(at)) {
        held.set(at, (held.get(at) ?? 0) + length);
        if (at === this.#start) break;
      }
    }
    let smallest = this.#start;
    const least = Math.max(1, this.#total * ROOT_SHARE);
    for (const [element, length] of held)
      if (length >= least && isShownInside(element, smallest)) smallest = element;
    this.root = smallest;
    this.#held = held.get(smallest) ?? 0;
    for (const [element, length] of held)
      if (length > this.#mostElsewhere && !isShownInside(smallest, element)) this.#mostElsewhere = length;
    for (const [paragraph, length] of lengths)
      this.#weights.set(paragraph, { length, isHeld: smallest.contains(paragraph) });
  }

  /**
   * Weighs again what a change of the page has touched, and says whether the story is certainly still where
   * it was; else it must be looked for anew. Only for pages without shadow roots.
   */
  holdsAfter(records: readonly PageEdit[]): boolean {
    const isLeftOut = leftOutTest(this.#start);
    for (const [paragraph, isPutThere] of paragraphsIn(records, this.#start)) {
      const before = this.#weights.get(paragraph) ?? NO_WEIGHT;
      const isThere = this.#start.contains(paragraph);
      const length = isThere ? tellingLength(paragraph, isLeftOut) : 0;
      const now = { length, isHeld: this.root.contains(paragraph) };
      if (length > 0) this.#weights.set(paragraph, now);
      else this.#weights.delete(paragraph);
      this.#total += length - before.length;
      this.#held += heldOf(now) - heldOf(before);
      this.#mostElsewhere += Math.max(0, isPutThere ? length : length - before.length);
    }
    const least = this.#total * ROOT_SHARE;
    return this.#total > 0 && this.#held >= least && this.#mostElsewhere < least;
  }
}

/** The paragraphs whose weight a change may have altered, those that are gone among them; whether they were put where they are. */
function paragraphsIn(records: readonly PageEdit[], start: Element): Map<Element, boolean> {
  const found = new Map<Element, boolean>();
  const note = (element: Element, isPutThere: boolean) =>
    element.matches(TELLING) && found.set(element, isPutThere || found.get(element) === true);
  for (const { target, addedNodes, removedNodes } of records) {
    // Node type 1 is Element.
    for (let at: Node | null = target; at && at !== start; at = at.parentNode)
      if (at.nodeType === 1) note(at as Element, false);
    for (const [nodes, isPutThere] of [
      [addedNodes, true],
      [removedNodes, false],
    ] as const) {
      for (const node of nodes) {
        if (node.nodeType !== 1) continue;
        note(node as Element, isPutThere);
        for (const paragraph of (node as Element).querySelectorAll(TELLING)) note(paragraph, isPutThere);
      }
    }
  }
  return found;
}
