import { blocksBetween, type PageBlock, type ShownTest } from './blocks';
import { type ChangedRun, changedRunOf } from './changed-runs';
import { openRootsUnder, shadowRootOf } from './flat-tree';
import { headlineOf } from './headline';
import { isBeingWritten } from './markup';
import type { TextPlace, TextPlaces } from './mention-at-point';
import type { PageEdit } from './page-edit';
import {
  DATELINE_TEXTS,
  firstTextsOf,
  type Story,
  type StoryFrame,
  storyFrameOf,
  storyInSteps,
} from './read-story';
import type { Steps } from './slices';

/** What a reading has found beside what was known before. */
export interface FoundChange {
  /** Blocks that are no more, or are read again as others; null for all that were known. */
  readonly gone: ReadonlySet<PageBlock> | null;
  /** Blocks that were read, in document order where all were. */
  readonly come: readonly PageBlock[];
}

/** The parts of a story and their blocks, as far as they are known now. */
interface KnownPart {
  readonly element: Element;
  blocks: PageBlock[];
}

/** Where these come or go, the story may have another headline, or stand elsewhere. */
const OF_THE_WHOLE = 'h1, form, slot';
/** In pages with forms these say which of them holds the story. */
const OF_THE_WHOLE_IN_FORMS = 'article, main';
/** What may say the story's date. */
const OF_DATES = 'time, meta, title, script[type="application/ld+json"]';
/** Elements that were hidden are looked at again each time; where there are more, all is. */
const MOST_HIDDEN = 100;
/** Text nodes that are gone through in search of one that is known. */
const MOST_PASSED = 500;

/**
 * The story of a page as it was last read: reads all of it, or again what a change has touched, at a cost
 * that does not grow with the page. What cannot be decided from the change is read anew as a whole.
 */
export class StoryReader implements TextPlaces {
  readonly #document: Document;
  readonly #isShown: ShownTest;
  #story: Story | null = null;
  #frame: StoryFrame = { lang: null, date: null };
  #parts: KnownPart[] = [];
  #places = new Map<Node, TextPlace>();
  #hidden = new Set<Element>();
  #shadowRoots: ShadowRoot[] = [];

  /** `isShown` says whether the page shows an element. */
  constructor(document: Document, isShown: ShownTest) {
    this.#document = document;
    this.#isShown = isShown;
  }

  /** Language and date. */
  get frame(): StoryFrame {
    return this.#frame;
  }

  /** All blocks as they were last read, in document order. */
  get blocks(): PageBlock[] {
    return this.#parts.flatMap(({ blocks }) => blocks);
  }

  /** Where a text node stands in what was read; undefined for one that was not. */
  placeOf(node: Node): TextPlace | undefined {
    return this.#places.get(node);
  }

  /** The shadow roots that hold some of the story: the browser looks into those alone that it is told. */
  get shadowRoots(): ShadowRoot[] {
    return this.#shadowRoots;
  }

  /** Forgets all that was read. */
  forget(): void {
    this.#story = null;
    this.#frame = { lang: null, date: null };
    this.#parts = [];
    this.#places = new Map();
    this.#hidden = new Set();
    this.#shadowRoots = [];
  }

  /**
   * Reads what `changes` have touched since the last reading, all of them; null reads everything. Where the
   * change is too deep for that, everything is read as well, in steps; until the last one nothing is known anew.
   */
  *read(changes: readonly PageEdit[] | null): Steps<FoundChange> {
    return (changes && this.#readOn(changes)) ?? (yield* this.#readAll());
  }

  *#readAll(): Steps<FoundChange> {
    const hidden = new Set<Element>();
    const story = yield* storyInSteps(this.#document, (element) => noted(element, this.#isShown, hidden));
    const places = new Map<Node, TextPlace>();
    const roots = new Set<ShadowRoot>();
    for (const block of story.blocks) {
      notePlaces(block, places);
      const root = shadowRootOf(block.element);
      if (root) roots.add(root);
      yield;
    }
    this.#story = story;
    this.#frame = { lang: story.lang, date: story.date };
    this.#parts = story.parts.map(({ element, blocks }) => ({ element, blocks: [...blocks] }));
    this.#places = places;
    this.#hidden = hidden;
    this.#shadowRoots = [...roots];
    return { gone: null, come: story.blocks };
  }

  /** Null where the change cannot be followed. */
  #readOn(changes: readonly PageEdit[]): FoundChange | null {
    if (!this.#story?.place || !this.#isSameStory(this.#story, changes)) return null;
    const firstTexts = firstTextsOf(this.#firstBlocks).join('\n');
    /** Of nodes that are gone or elsewhere now: blocks that no run has taken out yet. */
    const lost = this.#unplace(changes);
    const gone = new Set<PageBlock>();
    const come = new Set<PageBlock>();
    const done = new Set<Node>();
    for (const change of withEachAdded([...changes, ...this.#shownSince()], done)) {
      for (const part of this.#parts) {
        const run = changedRunOf(change, part.element);
        const found = run && this.#readRun(part, run, done);
        if (run && !found) return null;
        for (const block of found?.gone ?? []) {
          lost.delete(block);
          if (!come.delete(block)) gone.add(block);
        }
        for (const block of found?.come ?? []) come.add(block);
      }
      if (change.type === 'characterData') done.add(change.target);
    }
    if (lost.size > 0) return null;
    if (firstTextsOf(this.#firstBlocks).join('\n') !== firstTexts || changes.some(isOfDates))
      this.#frame = storyFrameOf(this.#document, this.#story.place.root, this.#firstBlocks);
    return { gone, come: [...come] };
  }

  /** Whether the story certainly has the same headline, parts and root as before. */
  #isSameStory({ place, headline }: Story, changes: readonly PageEdit[]): boolean {
    if (!place?.root.isConnected || isBeingWritten(place.root)) return false;
    if (this.#shadowRoots.length > 0 || this.#hidden.size > MOST_HIDDEN) return false;
    const telling =
      this.#document.forms.length > 0 ? `${OF_THE_WHOLE}, ${OF_THE_WHOLE_IN_FORMS}` : OF_THE_WHOLE;
    let isHeadlineAsked = false;
    for (const { type, target, addedNodes, removedNodes } of changes) {
      const element = target.nodeType === 1 ? (target as Element) : target.parentElement;
      if (type === 'attributes' || !element || shadowRootOf(target) || element.closest('h1')) return false;
      isHeadlineAsked ||= element.closest('head') !== null;
      const isBesideHeadline = target === headline?.parentNode && !place.root.contains(headline);
      if (isBesideHeadline) return false;
      for (const node of [...addedNodes, ...removedNodes])
        if (node.contains(place.root) || holds(node, telling) || holdsShadow(node)) return false;
    }
    if (isHeadlineAsked && headlineOf(this.#document) !== headline) return false;
    return place.holdsAfter(changes);
  }

  get #firstBlocks(): PageBlock[] {
    return this.#parts.flatMap(({ blocks }) => blocks.slice(0, DATELINE_TEXTS));
  }

  /** Forgets the places of nodes that have come, gone or moved; gives the blocks that had them, or a text that changed. */
  #unplace(changes: readonly PageEdit[]): Set<PageBlock> {
    const lost = new Set<PageBlock>();
    const lose = (text: Node) => {
      const place = this.#places.get(text);
      if (place) lost.add(place.block);
      return place !== undefined;
    };
    for (const { type, target, addedNodes, removedNodes } of changes) {
      if (type === 'characterData') lose(target);
      for (const node of [...addedNodes, ...removedNodes])
        for (const text of textsUnder(node)) if (lose(text)) this.#places.delete(text);
    }
    return lost;
  }

  /** Elements that were hidden when they were read and are shown now, as changes. */
  #shownSince(): PageEdit[] {
    return [...this.#hidden]
      .filter((element) => {
        if (!element.isConnected) this.#hidden.delete(element);
        return element.isConnected && noted(element, this.#isShown, this.#hidden);
      })
      .map((target) => ({ ...NO_EDIT, target }));
  }

  /** Reads a run again; null where its place among the known blocks cannot be found. */
  #readRun(
    part: KnownPart,
    run: ChangedRun,
    done: Set<Node>,
  ): { gone: PageBlock[]; come: PageBlock[] } | null {
    const { parent, before, after, around } = run;
    const walker = this.#document.createTreeWalker(part.element, 4);
    const previous = this.#known(textBefore(walker, parent, before), () => walker.previousNode());
    const next = this.#known(textAfter(walker, parent, after), () => walker.nextNode());
    if (previous === undefined || next === undefined) return null;
    const from = previous ? part.blocks.lastIndexOf(previous) + 1 : 0;
    const to = next ? part.blocks.indexOf(next, from) : part.blocks.length;
    if ((previous && from === 0) || to < from) return null;
    const come = blocksBetween(parent, before, after, around, (element) =>
      noted(element, this.#isShown, this.#hidden),
    );
    const gone = part.blocks.slice(from, to);
    part.blocks = [...part.blocks.slice(0, from), ...come, ...part.blocks.slice(to)];
    for (const block of gone)
      for (const { node } of block.segments)
        if (this.#places.get(node)?.block === block) this.#places.delete(node);
    for (const block of come) notePlaces(block, this.#places);
    for (let at = before ? before.nextSibling : parent.firstChild; at && at !== after; at = at.nextSibling)
      done.add(at);
    return { gone, come };
  }

  /** The block of the first known text from one on; null where there is none, undefined where that is far. */
  #known(text: Node | null, next: () => Node | null): PageBlock | null | undefined {
    let at = text;
    for (let passed = 0; passed < MOST_PASSED; passed++) {
      if (!at) return null;
      const place = this.#places.get(at);
      if (place) return place.block;
      at = next();
    }
    return undefined;
  }
}

/** Whether an element is shown, of which is noted where it is not. */
function noted(element: Element, isShown: ShownTest, hidden: Set<Element>): boolean {
  const shown = isShown(element);
  if (shown) hidden.delete(element);
  else hidden.add(element);
  return shown;
}

/** Notes where the text of a block stands. */
function notePlaces(block: PageBlock, places: Map<Node, TextPlace>): void {
  let last: Node | null = null;
  for (const [segment, { node }] of block.segments.entries()) {
    if (node !== last) places.set(node, { block, segment });
    last = node;
  }
}

const NO_EDIT = {
  ...{ type: 'childList', addedNodes: [], removedNodes: [], previousSibling: null, nextSibling: null },
} as unknown as PageEdit;

/**
 * The changes that no run has read yet, as they are asked for; behind each, what it has added and its run did
 * not meet: the page has moved what was beside it.
 */
function* withEachAdded(changes: readonly PageEdit[], done: ReadonlySet<Node>): Iterable<PageEdit> {
  for (const change of changes) {
    const { type, target, addedNodes, removedNodes } = change;
    const isNew = (node: Node) => !done.has(node) && node.parentNode === target;
    if (type === 'characterData') {
      if (!done.has(target)) yield change;
      continue;
    }
    const added = [...addedNodes];
    if (added.length === 0 || removedNodes.length > 0 || added.some(isNew)) yield change;
    for (const node of added) {
      const { previousSibling, nextSibling } = node;
      if (isNew(node)) yield { ...NO_EDIT, target, previousSibling, nextSibling };
    }
  }
}

/** Whether a node is, or holds, an element that matches. */
function holds(node: Node, selector: string): boolean {
  if (node.nodeType !== 1) return false;
  // Node type 1 is Element.
  const element = node as Element;
  return element.matches(selector) || element.querySelector(selector) !== null;
}

function holdsShadow(node: Node): boolean {
  if (node.nodeType !== 1) return false;
  // Node type 1 is Element.
  const element = node as Element;
  return element.shadowRoot !== null || openRootsUnder(element).length > 0;
}

const isOfDates = ({ target, addedNodes, removedNodes }: PageEdit) =>
  target.parentElement?.closest('head, time') != null ||
  [...addedNodes, ...removedNodes].some((node) => holds(node, OF_DATES));

function* textsUnder(node: Node): Iterable<Node> {
  if (node.nodeType === 3) yield node;
  if (!node.firstChild) return;
  const walker = (node.ownerDocument ?? document).createTreeWalker(node, 4);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) yield text;
}

/** The last text before a run, to which it leads `walker`. */
function textBefore(walker: TreeWalker, parent: Element, before: Node | null): Node | null {
  walker.currentNode = before ?? parent;
  if (!before) return walker.previousNode();
  let at = before;
  while (at.lastChild) at = at.lastChild;
  walker.currentNode = at;
  return at.nodeType === 3 ? at : walker.previousNode();
}

/** The first text after a run, to which it leads `walker`. */
function textAfter(walker: TreeWalker, parent: Element, after: Node | null): Node | null {
  let at = after;
  for (let around: Node | null = parent; !at && around && around !== walker.root; around = around.parentNode)
    at = around.nextSibling;
  if (!at) return null;
  walker.currentNode = at;
  return at.nodeType === 3 ? at : walker.nextNode();
}
