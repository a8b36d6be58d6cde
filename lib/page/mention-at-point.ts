import type { PageBlock, Segment } from './blocks';
import { shadowRootOf } from './flat-tree';
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

/** Where the text of a story stands. */
export interface NodePlaces {
  /** For each text node, its pieces. */
  readonly byNode: ReadonlyMap<Node, readonly NodePlace[]>;
  /** The shadow roots that hold some of it: the browser looks into those alone that it is told. */
  readonly shadowRoots: ShadowRoot[];
}

export const NO_PLACES: NodePlaces = { byNode: new Map(), shadowRoots: [] };

/** The places of every text node of `blocks`, in order. */
export function nodePlacesOf(blocks: readonly (PageBlock | null)[]): NodePlaces {
  const byNode = new Map<Node, NodePlace[]>();
  const shadowRoots = new Set<ShadowRoot>();
  for (const [blockIndex, block] of blocks.entries()) {
    for (const segment of block?.segments ?? []) {
      const place = { blockIndex, segment };
      const known = byNode.get(segment.node);
      if (known) known.push(place);
      else byNode.set(segment.node, [place]);
    }
    const first = block?.segments[0];
    const root = first && shadowRootOf(first.node);
    if (root) shadowRoots.add(root);
  }
  return { byNode, shadowRoots: [...shadowRoots] };
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
  const caret = document.caretPositionFromPoint(point.x, point.y, { shadowRoots: places.shadowRoots });
  if (!caret) return null;
  for (const { blockIndex, segment } of places.byNode.get(caret.offsetNode) ?? []) {
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
