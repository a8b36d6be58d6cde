import { describe, expect, test } from 'vitest';
import { isInside, ringsOf } from '../../../lib/maps/outline';
import { keptMaps, mapFiles } from '../../../lib/packaging/map-files';

const { index, maps } = keptMaps();

/** Bytes of the drawing as it crosses to the page. */
const MOST_BYTES = 18 * 1024;
const MEDIAN_BYTES = 4 * 1024;

describe('every map', () => {
  test('shows the country or the area that it is about', () => {
    const empty = maps.filter(({ isDisputed, about, sheet }) =>
      isDisputed ? !sheet.hatched.some(({ area }) => area === about) : sheet.country === '',
    );
    expect(empty.map(({ id }) => id)).toEqual([]);
  });

  test('leaves what is hatched to no country', () => {
    const filled: string[] = [];
    for (const { id, sheet } of maps) {
      const [country, land] = [ringsOf(sheet.country), ringsOf(sheet.land)];
      for (const { area, path } of sheet.hatched) {
        for (const ring of ringsOf(path)) {
          // The middle of a side lies on the edge; a step inward lies on the hatch alone.
          const inside = pointInside(ring);
          if (inside && (isInside(country, inside) || isInside(land, inside))) filled.push(`${id}: ${area}`);
        }
      }
    }
    expect(filled).toEqual([]);
  });

  test('is about something that the index has', () => {
    const known = new Set([...index.countries, ...index.areas].map(({ id }) => id));
    expect(index.frames.filter(({ about }) => !known.has(about))).toEqual([]);
    expect(new Set(index.frames.map(({ id }) => id)).size).toBe(index.frames.length);
  });

  test('is small', () => {
    const sizes = maps.map(({ sheet }) => JSON.stringify(sheet).length).sort((a, b) => a - b);
    expect(sizes.at(-1)).toBeLessThan(MOST_BYTES);
    expect(sizes[sizes.length >> 1]).toBeLessThan(MEDIAN_BYTES);
  });
});

/** A point well inside a ring; null for a sliver. */
function pointInside(ring: readonly { x: number; y: number }[]) {
  for (let i = 0; i < ring.length; i++) {
    const [a, b, c] = [ring[i], ring[(i + 1) % ring.length], ring[(i + 2) % ring.length]];
    if (!a || !b || !c) continue;
    const middle = { x: (a.x + b.x + c.x) / 3, y: (a.y + b.y + c.y) / 3 };
    const area = Math.abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y));
    if (area > 60 && isInside([ring], middle)) return middle;
  }
  return null;
}

test('the extension gets an index and a file a map', () => {
  const files = mapFiles();
  expect(files).toHaveLength(maps.length + 1);
  expect(new Set(files.map(({ relativeDest }) => relativeDest)).size).toBe(files.length);
  expect(files.every(({ relativeDest }) => /^maps\/[a-z0-9-]+\.json$/.test(relativeDest))).toBe(true);
});
