import type { PageBlock, Segment } from './blocks';
import { shadowRootOf } from './flat-tree';

/** A half-open span of a block's text, in UTF-16 units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** The segment that holds the code unit at `offset`; undefined for the spaces that no node shows. */
function segmentAt(segments: readonly Segment[], offset: number): Segment | undefined {
  let low = 0;
  let high = segments.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const segment = segments[middle];
    if (!segment) return undefined;
    if (offset < segment.blockStart) high = middle - 1;
    else if (offset >= segment.blockStart + segment.length) low = middle + 1;
    else return segment;
  }
  return undefined;
}

/**
 * Where a span of a block's text stands in the page, or null where it no longer does: a node was
 * removed or its text was cut. A span begins and ends with letters, which every block has in a node.
 */
export function boundariesOf(block: PageBlock, span: TextSpan): StaticRangeInit | null {
  const first = segmentAt(block.segments, span.start);
  const last = segmentAt(block.segments, span.end - 1);
  if (!first || !last) return null;
  const startOffset = first.nodeStart + span.start - first.blockStart;
  const endOffset = last.nodeStart + span.end - last.blockStart;
  const stands = first.node.isConnected && last.node.isConnected && endOffset <= last.node.length;
  if (!stands || startOffset >= first.node.length) return null;
  return { startContainer: first.node, startOffset, endContainer: last.node, endOffset };
}

/** The element in which a span begins: for text at the top of a shadow root, the root's host. */
export function elementAround({ startContainer }: StaticRangeInit): Element | null {
  return startContainer.parentElement ?? shadowRootOf(startContainer)?.host ?? null;
}

/** The rectangles of a span, one for each line it runs over, in viewport coordinates (CSS px). */
export function viewportRectsOf(boundaries: StaticRangeInit): DOMRect[] {
  const document = boundaries.startContainer.ownerDocument;
  if (!document) return [];
  const range = document.createRange();
  range.setStart(boundaries.startContainer, boundaries.startOffset);
  range.setEnd(boundaries.endContainer, boundaries.endOffset);
  return [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
}
