import type { Block, BlockRole } from '../matching/types';
import { nodesShownFor } from './flat-tree';
import { flowOf } from './markup';

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
    let from = endsWithSpace ? (LEADING_SPACES.exec(data)?.[0].length ?? 0) : 0;
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

/** Deepest nesting of elements that is read; deeper text is no story's and could exhaust the stack. */
const DEEPEST_ELEMENT = 400;

/**
 * The blocks of text under `root`, in document order: what a reader sees as headlines, paragraphs,
 * list items, cells and captions. Names may cross inline elements and comments in them. Leaves out
 * what {@link flowOf} leaves out, blocks without a letter, teasers for other stories, and blocks
 * that `isShown` denies.
 * Does not change the page.
 */
export function blocksUnder(root: Element, isShown: ShownTest): PageBlock[] {
  const blocks: PageBlock[] = [];
  let builder = new BlockBuilder();

  let linksAround = 0;

  const endBlock = (element: Element, role: BlockRole) => {
    // In a paragraph of its own a linked headline is part of how the story reads.
    const isTeaser = builder.isTeaser && !NEVER_TEASERS.has(element.tagName.toUpperCase());
    if (!builder.isEmpty && !isTeaser && isShown(element)) blocks.push(builder.finish(element, role));
    builder = new BlockBuilder();
  };

  const readChildren = (parent: Element, block: Element, role: BlockRole, depth: number) => {
    if (depth > DEEPEST_ELEMENT) return;
    const isLink = parent.tagName.toUpperCase() === 'A' && parent.hasAttribute('href');
    if (isLink) linksAround += 1;
    const readNode = (child: Node) => {
      if (child.nodeType === 3) {
        // Node type 3 is Text.
        builder.addText(child as Text, linksAround > 0);
      } else if (child.nodeType === 1) {
        // Node type 1 is Element.
        readElement(child as Element, block, role, depth + 1);
      }
    };
    const elsewhere = nodesShownFor(parent);
    if (elsewhere) for (const child of elsewhere) readNode(child);
    else for (let child = parent.firstChild; child; child = child.nextSibling) readNode(child);
    if (isLink) linksAround -= 1;
  };

  const readElement = (element: Element, block: Element, role: BlockRole, depth: number) => {
    switch (flowOf(element)) {
      case 'invisible':
        return;
      case 'line-break':
        if (builder.addLineBreak()) endBlock(block, role);
        return;
      case 'left-out':
        endBlock(block, role);
        return;
      case 'inline':
        readChildren(element, block, role, depth);
        return;
      case 'block': {
        endBlock(block, role);
        const inner = roleOf(element, role);
        readChildren(element, element, inner, depth);
        endBlock(element, inner);
      }
    }
  };

  const role = roleOf(root, 'body');
  readChildren(root, root, role, 0);
  endBlock(root, role);
  return blocks;
}
