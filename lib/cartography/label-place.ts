import { LABEL_SIZE, MAP_HEIGHT, MAP_WIDTH, type MapPoint } from '../maps/types';
import type { DrawnPoint } from './path-data';

/** Mean width of a letter of the card's typeface, as a share of its size. */
const LETTER_WIDTH = 0.56;
/** Kept free around a name, in units. */
const ROOM = 8;
/** A map is looked at along rows so far apart, in units. */
const ROW = 6;
const ROWS = Math.floor(MAP_HEIGHT / ROW);
/** A name is as high as this many rows above and below its middle. */
const REACH = Math.ceil((LABEL_SIZE + ROOM) / 2 / ROW);

type Span = readonly [from: number, to: number];

/** For each row, the stretches of it that lie inside rings, by the even-odd rule. */
function spansByRow(rings: readonly DrawnPoint[][]): Span[][] {
  const crossings: number[][] = Array.from({ length: ROWS }, () => []);
  for (const ring of rings) {
    ring.forEach(([ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay];
      // Half a unit beside whole ones, so that no row runs through a corner.
      const first = Math.max(0, Math.ceil((Math.min(ay, by) - 0.5) / ROW));
      for (let row = first; row < ROWS && row * ROW + 0.5 < Math.max(ay, by); row++) {
        crossings[row]?.push(ax + ((row * ROW + 0.5 - ay) / (by - ay)) * (bx - ax));
      }
    });
  }
  return crossings.map((row) => {
    row.sort((a, b) => a - b);
    const spans: Span[] = [];
    for (let i = 0; i + 1 < row.length; i += 2) {
      const from = Math.max(row[i] ?? 0, 0);
      const to = Math.min(row[i + 1] ?? 0, MAP_WIDTH);
      if (from < to) spans.push([from, to]);
    }
    return spans;
  });
}

function overlaps(a: readonly Span[], b: readonly Span[]): Span[] {
  return a.flatMap(([from, to]) =>
    b.flatMap(([start, end]): Span[] => {
      const shared: Span = [Math.max(from, start), Math.min(to, end)];
      return shared[0] < shared[1] ? [shared] : [];
    }),
  );
}

/** The middle of the widest place for a name inside rings; null where it has no room. */
export function labelPlace(rings: readonly DrawnPoint[][], name: string): MapPoint | null {
  const rows = spansByRow(rings);
  let best: { row: number; span: Span } | null = null;
  for (let row = REACH; row < ROWS - REACH; row++) {
    const free = [row - REACH, row, row + REACH].map((at) => rows[at] ?? []).reduce(overlaps);
    for (const span of free) {
      if (!best || span[1] - span[0] > best.span[1] - best.span[0]) best = { row, span };
    }
  }
  const needed = name.length * LABEL_SIZE * LETTER_WIDTH + 2 * ROOM;
  if (!best || best.span[1] - best.span[0] < needed) return null;
  return { x: Math.round((best.span[0] + best.span[1]) / 2), y: best.row * ROW };
}
