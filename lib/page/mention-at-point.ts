import type { PageBlock } from './blocks';
import { boundariesOf, viewportRectsOf } from './ranges';
import type { StoryReading } from './story-reading';

/** A point in viewport coordinates, CSS px. */
export interface ViewportPoint {
  readonly x: number;
  readonly y: number;
}

/** A text node's place in the story: its block, and the first of the block's segments that is of it. */
export interface TextPlace {
  readonly block: PageBlock;
  readonly segment: number;
}

/** Where the text of a story stands. */
export interface TextPlaces {
  /** Undefined for a node that is no part of it. */
  placeOf(node: Node): TextPlace | undefined;
  /** The shadow roots that hold some of it: the browser looks into those alone that it is told. */
  readonly shadowRoots: ShadowRoot[];
}

/** A mention by its place in the story: index of the block, and of the mention within the block. */
export interface MentionPlace {
  readonly blockIndex: number;
  readonly mentionIndex: number;
}

/** Tolerance around a mention's rectangles, px: fractional layout must not make the edge flicker. */
const EDGE_TOLERANCE_PX = 1;

function contains(rect: DOMRect, point: ViewportPoint): boolean {
  return (
    point.x >= rect.left - EDGE_TOLERANCE_PX &&
    point.x <= rect.right + EDGE_TOLERANCE_PX &&
    point.y >= rect.top - EDGE_TOLERANCE_PX &&
    point.y <= rect.bottom + EDGE_TOLERANCE_PX
  );
}

/**
 * The mention whose text stands at a point of the viewport, or null. The caret that the browser finds
 * snaps to text nearby, so the mention's own rectangles have the last word.
 */
export function mentionAtPoint(
  document: Document,
  point: ViewportPoint,
  reading: StoryReading,
  texts: TextPlaces,
): MentionPlace | null {
  const caret = document.caretPositionFromPoint(point.x, point.y, { shadowRoots: texts.shadowRoots });
  const place = caret && texts.placeOf(caret.offsetNode);
  if (!place) return null;
  const { block } = place;
  const blockIndex = reading.blocks.indexOf(block);
  const mentions = reading.mentions[blockIndex] ?? [];
  for (const { node, nodeStart, blockStart, length } of block.segments.slice(place.segment)) {
    if (node !== caret.offsetNode) break;
    const inSegment = caret.offset - nodeStart;
    if (inSegment < 0 || inSegment > length) continue;
    const offset = blockStart + inSegment;
    // The caret stands between two characters; the pointer may be on either.
    const mentionIndex = mentions.findIndex((mention) => offset >= mention.start && offset <= mention.end);
    const mention = mentions[mentionIndex];
    const boundaries = mention && boundariesOf(block, mention);
    if (boundaries && viewportRectsOf(boundaries).some((rect) => contains(rect, point))) {
      return { blockIndex, mentionIndex };
    }
  }
  return null;
}
