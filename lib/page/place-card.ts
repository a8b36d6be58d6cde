import { computePosition, inline, offset, type Placement, shift, size } from '@floating-ui/dom';
import type { Rect } from '../hover/geometry';
import {
  GAP_PX,
  type LineFlow,
  linesOf,
  MARGIN_PX,
  nameBeside,
  roomBeside,
  type Side,
  sideWithRoom,
} from '../hover/placement';
import { cardProperty } from './card-host';
import type { ViewportPoint } from './mention-at-point';

/** The side of its mention on which a card lies. */
export type CardSide = Side;

/**
 * Under this height nothing of a card can be read, px: in a window as low as at a zoom of 500 % it
 * rather reaches out of it.
 */
const LEAST_HEIGHT_PX = 48;

const UPRIGHT = /^(?:vertical|sideways)-/;

/** What shows of the page, px of the layout: less than the window while it is pinched larger. */
function shownPart(view: Window): Rect {
  const { offsetLeft: left = 0, offsetTop: top = 0, width, height } = view.visualViewport ?? {};
  return { left, top, right: left + (width ?? view.innerWidth), bottom: top + (height ?? view.innerHeight) };
}

function setRoom(card: HTMLElement, room: 'height' | 'width', px: number): void {
  card.style.setProperty(cardProperty(`room-${room}`), `${px}px`, 'important');
}

const asDomRect = ({ left, top, right, bottom }: Rect) => new DOMRect(left, top, right - left, bottom - top);

/** The name to lie beside: with all its lines, or, where they leave no room, the one that is pointed at. */
function placeOfName(lines: readonly Rect[], point: ViewportPoint | null, shown: Rect, flow: LineFlow): Rect {
  const whole = nameBeside(lines, point, flow);
  const sides: readonly Side[] = flow === 'down' ? ['bottom', 'top'] : ['left', 'right'];
  const hasRoom = sides.some((side) => roomBeside(whole, shown, side) >= LEAST_HEIGHT_PX);
  if (hasRoom || lines.length < 2) return whole;
  const nearest = lines.map((line) => nameBeside([line], point, flow));
  const at = point ?? { x: whole.left, y: whole.top };
  return nearest.find((line) => at.y >= line.top && at.y <= line.bottom) ?? whole;
}

/**
 * Places the card beside a mention, on the side with room, off all its lines. `rects` are the mention's
 * rectangles in viewport coordinates, at least one; `point` is where the pointer is on it, or null when
 * opened by key; `side` is the one that the card is to keep, or null before it has any; `aside` is the
 * pinned card, which is left in sight where there is room beside it, or null.
 * Moves `card` there from the viewport's corner, sets the room that it has, both in px, and gives the side.
 */
export async function placeCard(
  card: HTMLElement,
  rects: readonly Rect[],
  contextElement: Element,
  {
    point,
    side,
    aside,
  }: { readonly point: ViewportPoint | null; readonly side: CardSide | null; readonly aside: Rect | null },
): Promise<CardSide> {
  const view = contextElement.ownerDocument.defaultView;
  if (!view) throw new Error('a page that is shown has a window');
  const { writingMode, direction } = view.getComputedStyle(contextElement);
  const flow: LineFlow = UPRIGHT.test(writingMode) ? 'across' : 'down';
  const shown = shownPart(view);
  const lines = linesOf(rects, flow);
  const name = placeOfName(lines, point, shown, flow);

  const mostHeight = shown.bottom - shown.top - 2 * MARGIN_PX;
  // Measured at its full size first: what another place, or the page, left of room is not this one's.
  setRoom(card, 'height', mostHeight);
  setRoom(card, 'width', shown.right - shown.left - 2 * MARGIN_PX);
  const { width } = card.getBoundingClientRect();
  const padding = { top: MARGIN_PX, bottom: MARGIN_PX, ...marginsBeside(aside, width, shown) };
  const chosen = side ?? sideWithRoom(name, card.getBoundingClientRect(), shown, flow);
  const isBesideLines = chosen === 'left' || chosen === 'right';
  // The card begins where the name begins, for whoever reads from the right on the right.
  const placement: Placement = `${chosen}-${direction === 'rtl' && !isBesideLines ? 'end' : 'start'}`;

  const reference = {
    getBoundingClientRect: () => asDomRect(name),
    getClientRects: () => lines.map(asDomRect),
    contextElement,
  };
  const { x, y } = await computePosition(reference, card, {
    strategy: 'fixed',
    placement,
    middleware: [
      // Without a pointer, beside the line of a wrapped name that is on the card's side.
      !point && inline(),
      offset(GAP_PX),
      shift({ padding }),
      size({
        padding,
        apply: ({ availableHeight, availableWidth }) => {
          setRoom(
            card,
            'height',
            Math.min(mostHeight, Math.max(LEAST_HEIGHT_PX, Math.floor(availableHeight))),
          );
          if (isBesideLines) setRoom(card, 'width', Math.floor(availableWidth));
        },
      }),
    ],
  });
  // Not by left and top: a card that goes on to another name would count as a shift of the page's layout.
  card.style.setProperty('translate', `${Math.round(x)}px ${Math.round(y)}px`, 'important');
  return chosen;
}

/** What to keep free at the window's sides, px: where there is room beside it, also the pinned card. */
function marginsBeside(aside: Rect | null, width: number, shown: Rect): { left: number; right: number } {
  const free = { left: MARGIN_PX, right: MARGIN_PX };
  if (!aside) return free;
  const [left, right] = [aside.right - shown.left, shown.right - aside.left];
  const room = shown.right - shown.left - Math.min(left, right) - 2 * MARGIN_PX;
  if (room < width) return free;
  return left < right ? { ...free, left: left + MARGIN_PX } : { ...free, right: right + MARGIN_PX };
}

/** In a window without room beside the text, a card that stays takes this share of its height. */
const SHARE_OVER_TEXT = 0.4;

/**
 * Places a card that stays at the window's edge, beside the column of text where there is room, at the
 * bottom, where the lines that are read next are not yet. Holds when the window's size changes.
 */
export function placeAside(card: HTMLElement, column: Rect, view: Window): void {
  const shown = shownPart(view);
  setRoom(card, 'width', shown.right - shown.left - 2 * MARGIN_PX);
  const [left, right] = [column.left - shown.left, shown.right - column.right];
  const isBeside = Math.max(left, right) >= card.getBoundingClientRect().width + 2 * MARGIN_PX;
  const height = shown.bottom - shown.top;
  setRoom(card, 'height', isBeside ? height - 2 * MARGIN_PX : Math.floor(height * SHARE_OVER_TEXT));
  card.style.inset =
    left > right ? `auto auto ${MARGIN_PX}px ${MARGIN_PX}px` : `auto ${MARGIN_PX}px ${MARGIN_PX}px auto`;
}
