import type { Point, Rect } from './geometry';

/** A side of a name on which its card may lie. */
export type Side = 'top' | 'bottom' | 'left' | 'right';

/** Which way the lines of a text follow one another: downwards, or across, as in upright text. */
export type LineFlow = 'down' | 'across';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a rectangle takes of the axis on which lines follow one another, and of the one along a line. */
const across = (rect: Rect, flow: LineFlow): Span =>
  flow === 'down' ? { start: rect.top, end: rect.bottom } : { start: rect.left, end: rect.right };
const along = (rect: Rect, flow: LineFlow): Span =>
  flow === 'down' ? { start: rect.left, end: rect.right } : { start: rect.top, end: rect.bottom };

const rectOf = (alongLine: Span, acrossLines: Span, flow: LineFlow): Rect =>
  flow === 'down'
    ? { left: alongLine.start, right: alongLine.end, top: acrossLines.start, bottom: acrossLines.end }
    : { left: acrossLines.start, right: acrossLines.end, top: alongLine.start, bottom: alongLine.end };

const union = (a: Span, b: Span): Span => ({
  start: Math.min(a.start, b.start),
  end: Math.max(a.end, b.end),
});
const thickness = ({ start, end }: Span) => end - start;

/** A name's rectangles joined to one a line: elements inside a name have rectangles of their own. */
export function linesOf(rects: readonly Rect[], flow: LineFlow): Rect[] {
  const lines: Rect[] = [];
  for (const rect of rects) {
    const last = lines.at(-1);
    const mine = across(rect, flow);
    const theirs = last && across(last, flow);
    const shared = theirs ? Math.min(mine.end, theirs.end) - Math.max(mine.start, theirs.start) : 0;
    if (last && theirs && shared > Math.min(thickness(mine), thickness(theirs)) / 2) {
      lines[lines.length - 1] = rectOf(
        union(along(last, flow), along(rect, flow)),
        union(theirs, mine),
        flow,
      );
    } else lines.push(rect);
  }
  return lines;
}

const distance = (rect: Rect, { x, y }: Point) =>
  Math.hypot(Math.max(rect.left - x, 0, x - rect.right), Math.max(rect.top - y, 0, y - rect.bottom));

/** Index of the line at a point, or nearest to it; the first where there is no point. */
function lineAt(lines: readonly Rect[], point: Point | null): number {
  if (!point) return 0;
  const distances = lines.map((line) => distance(line, point));
  return Math.max(0, distances.indexOf(Math.min(...distances)));
}

/** Lines that follow one another on the same side of the paper, and not in another column. */
function areNeighbours(a: Rect, b: Rect, flow: LineFlow): boolean {
  const [first, second] = [across(a, flow), across(b, flow)];
  const gap = Math.max(first.start, second.start) - Math.min(first.end, second.end);
  return gap <= Math.max(thickness(first), thickness(second));
}

/**
 * What a card is to lie beside: as long as the line of the name at `point`, and as thick as this line
 * with those of the name that adjoin it, so that the card covers none of them. Without a point, as if
 * the first line were pointed at. `lines` as {@link linesOf} gives them, at least one.
 */
export function nameBeside(lines: readonly Rect[], point: Point | null, flow: LineFlow): Rect {
  const index = lineAt(lines, point);
  const line = lines[index];
  if (!line) throw new Error('a name that is shown has a line');
  let span = across(line, flow);
  for (const step of [-1, 1]) {
    for (let at = index; ; at += step) {
      const [here, next] = [lines[at], lines[at + step]];
      if (!here || !next || !areNeighbours(here, next, flow)) break;
      span = union(span, across(next, flow));
    }
  }
  return rectOf(along(line, flow), span, flow);
}

/** Between the name's line and the card, px: the line stays readable, the way stays short. */
export const GAP_PX = 8;
/** Between the card and the window's edge, px. */
export const MARGIN_PX = 8;
/** A card lower or narrower than this is a slit; before that it rather takes another side, px. */
const LEAST_ROOM_PX = { height: 120, width: 240 };

/** From the name to the window's edge on a side, without gap and margin, px; less than 0 where there is none. */
export function roomBeside(name: Rect, window: Rect, side: Side): number {
  const edge = {
    top: name.top - window.top,
    bottom: window.bottom - name.bottom,
    left: name.left - window.left,
    right: window.right - name.right,
  }[side];
  return edge - GAP_PX - MARGIN_PX;
}

/** Sides in the order in which they are tried: first where unread lines are, in the way of the lines. */
const ORDER: Readonly<Record<LineFlow, readonly (readonly [Side, Side])[]>> = {
  down: [['bottom', 'top']],
  across: [
    ['left', 'right'],
    ['bottom', 'top'],
  ],
};

/**
 * The side of a name for a card of this size: one on which it fits, else the roomier one, where it must
 * be cut. Never one on which it would cover the line, unless nothing else has room for more than a slit.
 */
export function sideWithRoom(
  name: Rect,
  card: { readonly width: number; readonly height: number },
  window: Rect,
  flow: LineFlow,
): Side {
  let roomiest: Side = 'bottom';
  for (const sides of ORDER[flow]) {
    const extent = sides[0] === 'left' ? 'width' : 'height';
    const fitting = sides.find((side) => roomBeside(name, window, side) >= card[extent]);
    if (fitting) return fitting;
    const [first, second] = sides;
    roomiest = roomBeside(name, window, second) > roomBeside(name, window, first) ? second : first;
    if (roomBeside(name, window, roomiest) >= LEAST_ROOM_PX[extent]) return roomiest;
  }
  return roomiest;
}
