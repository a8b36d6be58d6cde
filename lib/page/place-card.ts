import { computePosition, flip, inline, offset, shift, size } from '@floating-ui/dom';
import type { ViewportPoint } from './mention-at-point';

/** Between the mention's line and the card, px: the line stays readable, the way stays short. */
const GAP_PX = 8;
/** Between the card and the window's edge, px. */
const MARGIN_PX = 8;
/** Under this height the card would be a slit; it then takes the side with more room, px. */
const LEAST_HEIGHT_PX = 160;

/**
 * Places the card beside a mention, on the side with room, off its own line. `rects` are the mention's
 * lines in viewport coordinates; `point` is where the pointer is on it, or null when opened by key.
 * Sets left, top and the greatest height on `card` in px, in viewport coordinates.
 */
export async function placeCard(
  card: HTMLElement,
  rects: readonly DOMRect[],
  contextElement: Element,
  point: ViewportPoint | null,
): Promise<void> {
  const bounds = boundsOf(rects);
  const reference = {
    getBoundingClientRect: () => bounds,
    getClientRects: () => [...rects],
    contextElement,
  };
  const { x, y } = await computePosition(reference, card, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [
      point ? inline({ x: point.x, y: point.y }) : inline(),
      offset(GAP_PX),
      flip({ padding: MARGIN_PX, fallbackStrategy: 'bestFit' }),
      shift({ padding: MARGIN_PX }),
      size({
        padding: MARGIN_PX,
        apply: ({ availableHeight }) => {
          card.style.setProperty(
            '--room-height',
            `${Math.max(LEAST_HEIGHT_PX, Math.floor(availableHeight))}px`,
            'important',
          );
        },
      }),
    ],
  });
  card.style.setProperty('left', `${Math.round(x)}px`, 'important');
  card.style.setProperty('top', `${Math.round(y)}px`, 'important');
}

function boundsOf(rects: readonly DOMRect[]): DOMRect {
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
