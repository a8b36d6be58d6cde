import { boundsOf, type Ring } from './outline';
import { DIRECTIONS, type Direction, type MapPoint } from './types';

/** A country that is smaller than this on its map has no parts to speak of, in units. */
const LEAST_SIZE = 60;
/** This near to the middle, as a share of the way to the edge, is the centre. */
const CENTRE = 0.25;
const QUARTER = Math.PI / 2;
/**
 * Within this of due north it is still the north, radians: the four parts that news speaks of are wider than
 * the corners between them.
 */
const CARDINAL = Math.PI / 5.5;

/** Where a shape would balance; holes count against it, since they run the other way round. */
function balanceOf(rings: readonly Ring[]): MapPoint | null {
  let [area, x, y] = [0, 0, 0];
  for (const ring of rings) {
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length] ?? a;
      const cross = a.x * b.y - b.x * a.y;
      area += cross;
      x += (a.x + b.x) * cross;
      y += (a.y + b.y) * cross;
    });
  }
  return area === 0 ? null : { x: x / (3 * area), y: y / (3 * area) };
}

/**
 * The part of a country that a point lies in, as seen from the middle of its land; null where it is too
 * small. A country twice as tall as wide counts as square: its corners are its corners.
 */
export function partOf(rings: readonly Ring[], point: MapPoint): Direction | 'centre' | null {
  const box = boundsOf(rings);
  const middle = balanceOf(rings);
  if (!box || !middle) return null;
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (Math.max(width, height) < LEAST_SIZE) return null;
  const east = (point.x - middle.x) / (width / 2);
  const north = (middle.y - point.y) / (height / 2);
  if (Math.hypot(east, north) < CENTRE) return 'centre';
  const clockwiseFromNorth = Math.atan2(east, north);
  const quarter = Math.round(clockwiseFromNorth / QUARTER);
  const beyond = clockwiseFromNorth - quarter * QUARTER;
  const step = Math.abs(beyond) <= CARDINAL ? 0 : Math.sign(beyond);
  return DIRECTIONS[(2 * quarter + step + DIRECTIONS.length) % DIRECTIONS.length] ?? null;
}
