import type { Position } from 'geojson';

/** Twice the area of a ring on the plane of degrees, positive where it runs counter-clockwise. */
function doubleArea(ring: readonly Position[]): number {
  let sum = 0;
  ring.forEach(([x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = ring[(i + 1) % ring.length] ?? [];
    sum += x * nextY - nextX * y;
  });
  return sum;
}

/** A ring that crosses the antimeridian has longitudes from one end of the scale to the other. */
function crossesAntimeridian(ring: readonly Position[]): boolean {
  return ring.some(([x = 0]) => x < -90) && ring.some(([x = 0]) => x > 90);
}

/**
 * A polygon wound as d3-geo reads it, outer rings clockwise: wound the other way it would be the rest of
 * the globe. One that crosses the antimeridian is left as it is. Empty for one that has collapsed to a line.
 */
export function woundForSphere(polygon: readonly Position[][]): Position[][][] {
  const [outer] = polygon;
  if (!outer || doubleArea(outer) === 0) return [];
  if (crossesAntimeridian(outer)) return [[...polygon]];
  return [polygon.map((ring, i) => (doubleArea(ring) < 0 === (i === 0) ? ring : [...ring].reverse()))];
}
