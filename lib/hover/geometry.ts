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

/** From a point to the nearest of a rectangle, px; 0 inside. */
function distanceTo(rect: Rect, { x, y }: Point): number {
  return Math.hypot(Math.max(rect.left - x, 0, x - rect.right), Math.max(rect.top - y, 0, y - rect.bottom));
}

/**
 * True while a pointer that left the mention at `left`, was at `before` and is at `now` can be on its
 * way to the card: it comes nearer, inside the triangle from where it left to the card's facing side.
 */
export function isOnTheWay(left: Point, before: Point, now: Point, card: Rect): boolean {
  const [first, second] = facingSide(card, left);
  return distanceTo(card, now) < distanceTo(card, before) && isInTriangle(now, left, first, second);
}
