import type { Block, BlockRole } from '../matching/types';
import { nodesShownFor } from './flat-tree';
import { flowOf } from './markup';
import { allAtOnce, type Steps } from './slices';

/** A piece of a block's text that stands unbroken in one text node. */
export interface Segment {
  readonly node: Text;
  /** Where the piece begins in the node's data, and in the block's text; UTF-16 units. */
  readonly nodeStart: number;
  readonly blockStart: number;
  readonly length: number;
}

/** A block with the places of its text in the page. Segments come in order and do not overlap. */
export interface PageBlock extends Block {
  readonly segments: readonly Segment[];
  /** What the block is text of: the innermost element around it that breaks runs of text. */
  readonly element: Element;
}

/** Whether the page shows the element, as far as the caller can tell. */
export type ShownTest = (element: Element) => boolean;

/** White space that the page shows as one space; a single plain space needs no work. */
const COLLAPSED_SPACES = /[ \t\n\f\r]{2,}|[\t\n\f\r]/g;
const SPACES = new Set(' \t\n\f\r');
const LEADING_SPACES = /^[ \t\n\f\r]+/;
const HAS_WORD = /\p{L}/u;
/** A teaser is a headline; a linked date or a topic has fewer words. */
const HAS_THREE_WORDS = /\p{L}\P{L}+\p{L}.*\P{L}\p{L}/su;

/**
 * Collects one block's text; runs of white space become one space, as the page shows them. In time
 * linear in the text: pages put hundreds of thousands of nodes into one block.
 */
class BlockBuilder {
  #pieces: string[] = [];
  #length = 0;
  /** Last character so far; empty at the beginning. */
  #last = '';
  #segments: Segment[] = [];
  #lineBreaks = 0;
  #hasWord = false;
  #hasUnlinkedWord = false;

  get isEmpty(): boolean {
    return !this.#hasWord;
  }

  /** True where the block is a link from end to end, of several words: the headline of some other story. */
  get isTeaser(): boolean {
    return !this.#hasUnlinkedWord && HAS_THREE_WORDS.test(this.#pieces.join(''));
  }

  addText(node: Text, isLinked: boolean): void {
    const data = node.data;
    if (!isLinked && !this.#hasUnlinkedWord) this.#hasUnlinkedWord = HAS_WORD.test(data);
    if (!this.#hasWord) this.#hasWord = this.#hasUnlinkedWord || HAS_WORD.test(data);
    const endsWithSpace = this.#last === '' || this.#last === ' ' || this.#last === '\n';
    let from = endsWithSpace && SPACES.has(data[0] ?? '') ? (LEADING_SPACES.exec(data)?.[0].length ?? 0) : 0;
    // Most texts have none.
    if (data.search(COLLAPSED_SPACES) < 0) {
      this.#addPiece(node, from > 0 ? data.slice(from) : data, from);
      return;
    }
    for (const spaces of data.matchAll(COLLAPSED_SPACES)) {
      if (spaces.index < from) continue;
      this.#addPiece(node, data.slice(from, spaces.index), from);
      this.#addPiece(node, ' ', spaces.index);
      from = spaces.index + spaces[0].length;
    }
    this.#addPiece(node, data.slice(from), from);
  }

  /** Returns true where the break ends the block: two in a row part paragraphs. */
  addLineBreak(): boolean {
    this.#lineBreaks += 1;
    if (this.#lineBreaks >= 2) return true;
    if (this.#last === ' ') this.#dropLast();
    if (this.#length > 0) this.#append('\n');
    return false;
  }

  finish(element: Element, role: BlockRole): PageBlock {
    const text = this.#pieces.join('').trimEnd();
    return { text, role, segments: mergeSegments(this.#segments, text.length), element };
  }

  #addPiece(node: Text, text: string, nodeStart: number): void {
    if (text === '') return;
    if (text !== ' ') this.#lineBreaks = 0;
    this.#segments.push({ node, nodeStart, blockStart: this.#length, length: text.length });
    this.#append(text);
  }

  #append(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
    this.#last = text.slice(-1);
  }

  #dropLast(): void {
    const last = this.#pieces.pop() ?? '';
    this.#length -= last.length;
    this.#append(last.slice(0, -1));
  }
}

/** Joins segments that are one run of the same node, and cuts what lies beyond the text's end. */
function mergeSegments(segments: readonly Segment[], textLength: number): Segment[] {
  const merged: Segment[] = [];
  for (const segment of segments) {
    const length = Math.min(segment.length, textLength - segment.blockStart);
    if (length <= 0) continue;
    const last = merged.at(-1);
    const continues =
      last &&
      last.node === segment.node &&
      last.nodeStart + last.length === segment.nodeStart &&
      last.blockStart + last.length === segment.blockStart;
    if (continues) merged[merged.length - 1] = { ...last, length: last.length + length };
    else merged.push({ ...segment, length });
  }
  return merged;
}

const NEVER_TEASERS = new Set(['H1', 'P', 'FIGCAPTION', 'BLOCKQUOTE']);
const HEADLINES = new Set(['H1', 'H2', 'H3']);

function roleOf(element: Element, inherited: BlockRole): BlockRole {
  const name = element.tagName.toUpperCase();
  if (HEADLINES.has(name)) return 'headline';
  return name === 'FIGCAPTION' || name === 'CAPTION' ? 'caption' : inherited;
}

/** An element with more elements in it is read in steps. */
const MOST_IN_A_STEP = 20;
/** Deepest nesting that is gone through in steps. */
const DEEPEST_STEPS = 20;
/** Deepest nesting of elements that is read; deeper text is no story's and could exhaust the stack. */
const DEEPEST_ELEMENT = 400;

/** What is around a run of nodes, as far as it bears on how they are read. */
export interface Around {
  readonly role: BlockRole;
  readonly isLinked: boolean;
  /** Elements between the run and the root that is read. */
  readonly depth: number;
}

/**
 * The blocks of text under `root`, in document order: what a reader sees as headlines, paragraphs,
 * list items, cells and captions. Names may cross inline elements and comments in them. Leaves out
 * what {@link flowOf} leaves out, blocks without a letter, teasers for other stories, and blocks
 * that `isShown` denies.
 * Does not change the page.
 */
export function* blocksInSteps(root: Element, isShown: ShownTest): Steps<PageBlock[]> {
  const reading = new BlockReading(isShown);
  yield* reading.readInSteps(root, root, roleOf(root, 'body'), 0);
  reading.endBlock(root, roleOf(root, 'body'));
  return reading.blocks;
}

/** {@link blocksInSteps} at once. */
export const blocksUnder = (root: Element, isShown: ShownTest) => allAtOnce(blocksInSteps(root, isShown));

/**
 * The blocks of those children of `parent` that stand between two of them (null for its begin and end),
 * which break runs of text, as does `parent`; as {@link blocksUnder} finds them for a root around it.
 */
export function blocksBetween(
  parent: Element,
  before: Node | null,
  after: Node | null,
  { role, isLinked, depth }: Around,
  isShown: ShownTest,
): PageBlock[] {
  const reading = new BlockReading(isShown);
  if (isLinked) reading.linksAround = 1;
  const first = before ? before.nextSibling : parent.firstChild;
  for (let child = first; child && child !== after; child = child.nextSibling)
    reading.readNode(child, parent, role, depth);
  reading.endBlock(parent, role);
  return reading.blocks;
}

/**
 * What is around the children of `parent` for a reading of `root`; null where that does not reach them.
 */
export function aroundChildrenOf(parent: Element, root: Element): Around | null {
  const path: Element[] = [];
  for (let at: Element | null = parent; at !== root; at = at.parentElement) {
    if (!at) return null;
    path.push(at);
  }
  let role = roleOf(root, 'body');
  let isLinked = isLink(root);
  for (const element of path.reverse()) {
    const flow = flowOf(element);
    if (flow !== 'inline' && flow !== 'block') return null;
    if (flow === 'block') role = roleOf(element, role);
    isLinked ||= isLink(element);
  }
  return path.length > DEEPEST_ELEMENT ? null : { role, isLinked, depth: path.length };
}

function* childrenOf(parent: Element): Iterable<Node> {
  for (let child = parent.firstChild; child; child = child.nextSibling) yield child;
}

const isLink = (element: Element) => element.tagName.toUpperCase() === 'A' && element.hasAttribute('href');

/** One walk through a part of a page, and the blocks that it has found. */
class BlockReading {
  readonly blocks: PageBlock[] = [];
  linksAround = 0;
  readonly #isShown: ShownTest;
  #builder = new BlockBuilder();

  constructor(isShown: ShownTest) {
    this.#isShown = isShown;
  }

  endBlock(element: Element, role: BlockRole): void {
    const builder = this.#builder;
    this.#builder = new BlockBuilder();
    if (builder.isEmpty) return;
    // In a paragraph of its own a linked headline is part of how the story reads.
    if (!NEVER_TEASERS.has(element.tagName.toUpperCase()) && builder.isTeaser) return;
    if (this.#isShown(element)) this.blocks.push(builder.finish(element, role));
  }

  /** As {@link readChildren}, with a step at each child; what has many children is gone through in steps itself. */
  *readInSteps(parent: Element, block: Element, role: BlockRole, depth: number): Steps<void> {
    const isLinked = isLink(parent);
    if (isLinked) this.linksAround += 1;
    for (const child of nodesShownFor(parent) ?? childrenOf(parent)) {
      // Node type 1 is Element.
      const element = child.nodeType === 1 ? (child as Element) : null;
      const isLong = element && element.childElementCount > MOST_IN_A_STEP && depth < DEEPEST_STEPS;
      if (isLong && flowOf(element) === 'block') {
        this.endBlock(block, role);
        const inner = roleOf(element, role);
        yield* this.readInSteps(element, element, inner, depth + 1);
        this.endBlock(element, inner);
      } else this.readNode(child, block, role, depth);
      yield;
    }
    if (isLinked) this.linksAround -= 1;
  }

  readChildren(parent: Element, block: Element, role: BlockRole, depth: number): void {
    if (depth > DEEPEST_ELEMENT) return;
    const isLinked = isLink(parent);
    if (isLinked) this.linksAround += 1;
    const elsewhere = nodesShownFor(parent);
    if (elsewhere) for (const child of elsewhere) this.readNode(child, block, role, depth);
    else
      for (let child = parent.firstChild; child; child = child.nextSibling)
        this.readNode(child, block, role, depth);
    if (isLinked) this.linksAround -= 1;
  }

  readNode(child: Node, block: Element, role: BlockRole, depth: number): void {
    if (child.nodeType === 3) {
      // Node type 3 is Text.
      this.#builder.addText(child as Text, this.linksAround > 0);
    } else if (child.nodeType === 1) {
      // Node type 1 is Element.
      this.#readElement(child as Element, block, role, depth + 1);
    }
  }

  #readElement(element: Element, block: Element, role: BlockRole, depth: number): void {
    switch (flowOf(element)) {
      case 'invisible':
        return;
      case 'line-break':
        if (this.#builder.addLineBreak()) this.endBlock(block, role);
        return;
      case 'left-out':
        this.endBlock(block, role);
        return;
      case 'inline':
        this.readChildren(element, block, role, depth);
        return;
      case 'block': {
        this.endBlock(block, role);
        const inner = roleOf(element, role);
        this.readChildren(element, element, inner, depth);
        this.endBlock(element, inner);
      }
    }
  }
}
