import { describe, expect, test } from 'vitest';
import { boundsOf, distanceTo, isInside, ringsOf } from '../../../lib/maps/outline';

/** A square with a square hole, and a far triangle. */
const path = 'M0 0l100 0 0 100-100 0zM40 40l0 20 20 0 0-20zM200 0l10 0-10 10z';
const rings = ringsOf(path);

test('rings are read from path data, each step from the point before', () => {
  expect(rings).toHaveLength(3);
  expect(rings[1]).toEqual([
    { x: 40, y: 40 },
    { x: 40, y: 60 },
    { x: 60, y: 60 },
    { x: 60, y: 40 },
  ]);
  expect(ringsOf('')).toEqual([]);
});

describe('a point', () => {
  test.each([
    ['in the square', 10, 10, true],
    ['in its hole', 50, 50, false],
    ['in the triangle', 202, 2, true],
    ['beyond the triangle’s long side', 208, 8, false],
    ['between them', 150, 5, false],
  ])('%s', (_, x, y, inside) => {
    expect(isInside(rings, { x, y })).toBe(inside);
  });

  test('is as far away as the nearest side, corner or not', () => {
    expect(distanceTo(rings, { x: 110, y: 50 })).toBe(10);
    expect(distanceTo(rings, { x: -3, y: -4 })).toBe(5);
    expect(distanceTo([], { x: 0, y: 0 })).toBe(Number.POSITIVE_INFINITY);
  });
});

test('the box around rings', () => {
  expect(boundsOf(rings)).toEqual({ left: 0, top: 0, right: 210, bottom: 100 });
  expect(boundsOf([])).toBeNull();
});
