/** Points and rectangles in one coordinate space, px; y grows downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Slack of the safe triangle at the card's corners, px: hands do not draw straight lines. */
const CORNER_SLACK_PX = 12;

/** The corners of the rectangle's side that faces `from`, widened by the slack. */
function facingSide(rect: Rect, from: Point): readonly [Point, Point] {
  const left = rect.left - CORNER_SLACK_PX;
  const right = rect.right + CORNER_SLACK_PX;
  const top = rect.top - CORNER_SLACK_PX;
  const bottom = rect.bottom + CORNER_SLACK_PX;
  if (from.y <= rect.top)
    return [
      { x: left, y: rect.top },
      { x: right, y: rect.top },
    ];
  if (from.y >= rect.bottom)
    return [
      { x: left, y: rect.bottom },
      { x: right, y: rect.bottom },
    ];
  if (from.x <= rect.left)
    return [
      { x: rect.left, y: top },
      { x: rect.left, y: bottom },
    ];
  return [
    { x: rect.right, y: top },
    { x: rect.right, y: bottom },
  ];
}

const turn = (a: Point, b: Point, c: Point) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** Areas within this of zero are rounding, px². */
const ROUNDING_PX2 = 1e-6;

function isInTriangle(point: Point, a: Point, b: Point, c: Point): boolean {
  const turns = [turn(a, b, point), turn(b, c, point), turn(c, a, point)];
  return turns.every((value) => value >= -ROUNDING_PX2) || turns.every((value) => value <= ROUNDING_PX2);
}

/**
 * True while a pointer that left the mention at `left` and is now at `now` can be on its way to the
 * card: it is inside the triangle from where it left to the card's facing side.
 */
export function isOnTheWay(left: Point, now: Point, card: Rect): boolean {
  const [first, second] = facingSide(card, left);
  return isInTriangle(now, left, first, second);
}

/** Distance over time between two samples of the pointer, px/ms; 0 for samples of the same instant and place. */
export function speedBetween(
  earlier: Point & { readonly timeMs: number },
  later: Point & { readonly timeMs: number },
): number {
  const distance = Math.hypot(later.x - earlier.x, later.y - earlier.y);
  return distance === 0 ? 0 : distance / Math.max(1, later.timeMs - earlier.timeMs);
}
