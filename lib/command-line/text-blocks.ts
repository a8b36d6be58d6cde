import type { Block } from '../matching/types';

/** A block with its place in a longer text. */
export interface PlacedBlock extends Block {
  /** Where the block begins in the whole text, UTF-16 units. */
  readonly offset: number;
}

/** Longer first lines are sentences, not headlines. UTF-16 units. */
const LONGEST_HEADLINE = 200;
/** A line break, and at least one further line with nothing but spaces. */
const BLANK_LINES = /(?:\r\n|\n|\r(?!\n))(?:[ \t]*(?:\r\n|\n|\r(?!\n)))+/g;
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Parts a plain text at its blank lines. The text is taken as it is, with CR LF and a byte order mark
 * in place, so that offsets are those of the file. A short first block of one line is the headline.
 */
export function blocksOfText(text: string): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  const add = (start: number, end: number) => {
    const block = text.slice(start, end);
    if (block.trim() !== '') blocks.push({ text: block, role: 'body', offset: start });
  };
  let start = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  for (const blank of text.matchAll(BLANK_LINES)) {
    add(start, blank.index);
    start = blank.index + blank[0].length;
  }
  add(start, text.length);

  const [first, ...others] = blocks;
  const isHeadline = first && others.length > 0 && isShortLine(first.text);
  return isHeadline ? [{ ...first, role: 'headline' }, ...others] : blocks;
}

function isShortLine(text: string): boolean {
  return text.length <= LONGEST_HEADLINE && !/[\r\n]/.test(text.trim());
}

/** Blocks joined by blank lines, as one text in which each has its place. */
export function joinBlocks(blocks: readonly Block[]): { text: string; blocks: PlacedBlock[] } {
  let text = '';
  const placed = blocks.map((block) => {
    if (text !== '') text += '\n\n';
    const offset = text.length;
    text += block.text;
    return { text: block.text, role: block.role, offset };
  });
  return { text, blocks: placed };
}
