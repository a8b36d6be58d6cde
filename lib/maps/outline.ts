import type { MapPoint, PathData } from './types';

/** Closed; the last point joins the first. */
export type Ring = readonly MapPoint[];

/** The rings of a path. */
export function ringsOf(path: PathData): Ring[] {
  return path
    .split('M')
    .filter(Boolean)
    .map((part) => {
      const numbers = part.match(/-?\d+/g)?.map(Number) ?? [];
      const points: MapPoint[] = [];
      let x = 0;
      let y = 0;
      for (let i = 0; i + 1 < numbers.length; i += 2) {
        x += numbers[i] ?? 0;
        y += numbers[i + 1] ?? 0;
        points.push({ x, y });
      }
      return points;
    });
}

function sidesOf(ring: Ring): [MapPoint, MapPoint][] {
  return ring.map((point, i) => [point, ring[(i + 1) % ring.length] ?? point]);
}

/** By the even-odd rule. */
export function isInside(rings: readonly Ring[], { x, y }: MapPoint): boolean {
  let inside = false;
  for (const [a, b] of rings.flatMap(sidesOf)) {
    if (a.y > y === b.y > y) continue;
    if (x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside;
  }
  return inside;
}

/** From a point to the nearest side, in units; infinite where there is none. */
export function distanceTo(rings: readonly Ring[], { x, y }: MapPoint): number {
  return Math.min(
    Number.POSITIVE_INFINITY,
    ...rings.flatMap(sidesOf).map(([a, b]) => {
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const length = dx * dx + dy * dy;
      const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / length));
      return Math.hypot(x - a.x - along * dx, y - a.y - along * dy);
    }),
  );
}

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The box around rings; null where there are none. */
export function boundsOf(rings: readonly Ring[]): Bounds | null {
  const points = rings.flat();
  if (points.length === 0) return null;
  return {
    left: Math.min(...points.map(({ x }) => x)),
    top: Math.min(...points.map(({ y }) => y)),
    right: Math.max(...points.map(({ x }) => x)),
    bottom: Math.max(...points.map(({ y }) => y)),
  };
}
