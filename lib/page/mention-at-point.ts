import type { PageBlock, Segment } from './blocks';
import { boundariesOf, viewportRectsOf } from './ranges';
import type { StoryReading } from './story-reading';

/** A point in viewport coordinates, CSS px. */
export interface ViewportPoint {
  readonly x: number;
  readonly y: number;
}

/** Where one text node's pieces stand in the story. */
export interface NodePlace {
  readonly blockIndex: number;
  readonly segment: Segment;
}

/** For each text node of a story, its pieces. */
export type NodePlaces = ReadonlyMap<Node, readonly NodePlace[]>;

/** The places of every text node of `blocks`, in order. */
export function nodePlacesOf(blocks: readonly (PageBlock | null)[]): NodePlaces {
  const places = new Map<Node, NodePlace[]>();
  for (const [blockIndex, block] of blocks.entries()) {
    for (const segment of block?.segments ?? []) {
      const place = { blockIndex, segment };
      const known = places.get(segment.node);
      if (known) known.push(place);
      else places.set(segment.node, [place]);
    }
  }
  return places;
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
  places: NodePlaces,
): MentionPlace | null {
  const caret = document.caretPositionFromPoint(point.x, point.y);
  if (!caret) return null;
  for (const { blockIndex, segment } of places.get(caret.offsetNode) ?? []) {
    const inSegment = caret.offset - segment.nodeStart;
    if (inSegment < 0 || inSegment > segment.length) continue;
    const offset = segment.blockStart + inSegment;
    const block = reading.blocks[blockIndex];
    const mentions = reading.mentions[blockIndex] ?? [];
    // The caret stands between two characters; the pointer may be on either.
    const mentionIndex = mentions.findIndex((mention) => offset >= mention.start && offset <= mention.end);
    const mention = mentions[mentionIndex];
    if (!block || !mention) continue;
    const boundaries = boundariesOf(block, mention);
    if (boundaries && viewportRectsOf(boundaries).some((rect) => contains(rect, point))) {
      return { blockIndex, mentionIndex };
    }
  }
  return null;
}
