import { computePosition, flip, inline, offset, type Placement, shift, size } from '@floating-ui/dom';
import type { ViewportPoint } from './mention-at-point';

/** Between the mention's line and the card, px: the line stays readable, the way stays short. */
const GAP_PX = 8;
/** Between the card and the window's edge, px. */
const MARGIN_PX = 8;
/** Under this height the card would be a slit, and rather reaches out of its side's room, px. */
const LEAST_HEIGHT_PX = 160;
/** In a window as low as at a zoom of 500 % a slit it must be: at least this share of the window. */
const LEAST_SHARE = 0.3;

/** The side of its mention on which a card lies. */
export type CardSide = Placement;

/** Where unread lines are: there the card lies over what comes later, and never over its own line. */
const PLACEMENTS: Readonly<Record<string, CardSide>> = {
  'vertical-rl': 'left-start',
  'sideways-rl': 'left-start',
  'vertical-lr': 'right-start',
  'sideways-lr': 'right-start',
};

function setRoom(card: HTMLElement, heightPx: number): void {
  card.style.setProperty('--room-height', `${heightPx}px`, 'important');
}

/**
 * Places the card beside a mention, on the side with room, off its own line. `rects` are the mention's
 * lines in viewport coordinates; `point` is where the pointer is on it, or null when opened by key;
 * `side` is the one that the card is to keep, or null before it has any.
 * Sets left, top and the greatest height on `card` in px, in viewport coordinates, and gives the side.
 */
export async function placeCard(
  card: HTMLElement,
  rects: readonly DOMRect[],
  contextElement: Element,
  { point, side }: { readonly point: ViewportPoint | null; readonly side: CardSide | null },
): Promise<CardSide> {
  const bounds = boundsOf(rects);
  const reference = {
    getBoundingClientRect: () => bounds,
    getClientRects: () => [...rects],
    contextElement,
  };
  const view = contextElement.ownerDocument.defaultView;
  const acrossLines = PLACEMENTS[view?.getComputedStyle(contextElement).writingMode ?? ''];
  const windowHeight = view?.innerHeight ?? 0;
  const mostHeight = windowHeight - 2 * MARGIN_PX;
  const leastHeight = Math.min(LEAST_HEIGHT_PX, Math.floor(LEAST_SHARE * windowHeight));
  // Measured at its full height first: what another place, or the page, left of room is not this one's.
  setRoom(card, mostHeight);
  const { x, y, placement } = await computePosition(reference, card, {
    strategy: 'fixed',
    placement: side ?? acrossLines ?? 'bottom-start',
    middleware: [
      point ? inline({ x: point.x, y: point.y }) : inline(),
      offset(GAP_PX),
      // A card that grows under the reader's hand stays under it.
      side === null &&
        flip({
          padding: MARGIN_PX,
          fallbackStrategy: 'bestFit',
          fallbackAxisSideDirection: acrossLines ? 'end' : 'none',
        }),
      shift({ padding: MARGIN_PX }),
      size({
        padding: MARGIN_PX,
        apply: ({ availableHeight }) => {
          setRoom(card, Math.min(mostHeight, Math.max(leastHeight, Math.floor(availableHeight))));
        },
      }),
    ],
  });
  card.style.setProperty('left', `${Math.round(x)}px`, 'important');
  card.style.setProperty('top', `${Math.round(y)}px`, 'important');
  return placement;
}

function boundsOf(rects: readonly DOMRect[]): DOMRect {
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
