import { shownParentOf } from './flat-tree';
import { elementAround, viewportRectsOf } from './ranges';

/** What lies nearer than this to an edge may be under a page's sticky header, share of the extent. */
const EDGE_SHARE = 0.15;

/** How far to scroll so that a span of one axis comes to the middle; 0 where it is well in sight. */
function shift(start: number, end: number, from: number, to: number): number {
  const edge = (to - from) * EDGE_SHARE;
  if (start >= from + edge && end <= to - edge) return 0;
  return (start + end) / 2 - (from + to) / 2;
}

/**
 * Scrolls a place of the page's text into sight, at once, inside whatever scrolls around it: a
 * paragraph may be longer than the window, so its element's own `scrollIntoView` would not do.
 */
export function scrollToSee(boundaries: StaticRangeInit): void {
  const { startContainer } = boundaries;
  const view = startContainer.ownerDocument?.defaultView;
  for (let box = elementAround(boundaries); box && view; box = shownParentOf(box)) {
    const [rect] = viewportRectsOf(boundaries);
    if (!rect) return;
    const isPage = box === box.ownerDocument.documentElement;
    if (!isPage && !/auto|scroll|overlay/.test(view.getComputedStyle(box).overflow)) continue;
    const { left, top, right, bottom } = isPage
      ? { left: 0, top: 0, right: view.innerWidth, bottom: view.innerHeight }
      : box.getBoundingClientRect();
    const scroll = {
      left: shift(rect.left, rect.right, left, right),
      top: shift(rect.top, rect.bottom, top, bottom),
    };
    const scrolls = { left: box.scrollWidth > box.clientWidth, top: box.scrollHeight > box.clientHeight };
    // Sideways only where it would be out of sight: lines that begin at the edge are as they should be.
    const isOut = rect.left < left || rect.right > right;
    box.scrollBy({
      left: scrolls.left && isOut ? scroll.left : 0,
      top: scrolls.top ? scroll.top : 0,
      behavior: 'instant',
    });
  }
}
