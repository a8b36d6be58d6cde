import { expect, test } from 'vitest';
import { PathCollector, pathDataOf, ringArea } from '../../../lib/cartography/path-data';
import { ringsOf } from '../../../lib/maps/outline';

function collected(points: readonly (readonly [number, number])[]) {
  const collector = new PathCollector();
  points.forEach(([x, y], i) => {
    if (i === 0) collector.moveTo(x, y);
    else collector.lineTo(x, y);
  });
  return collector.lines;
}

test('points are whole, and those that say nothing are left out', () => {
  const lines = collected([
    [0.2, 0],
    [4.6, 0.1],
    [5.2, -0.2],
    [10, 0],
    [10, 9.8],
    [10.1, 10.2],
  ]);
  expect(lines).toEqual([
    [
      [0, 0],
      [10, 0],
      [10, 10],
    ],
  ]);
});

test('a turn back is no straight line', () => {
  const turned = collected([
    [0, 0],
    [10, 0],
    [5, 0],
  ]);
  expect(turned[0]).toHaveLength(3);
});

test('path data is short, and what reads it gets the same points', () => {
  const ring = [
    [10, 20],
    [15, 18],
    [12, 30],
  ] as const;
  expect(pathDataOf([ring], true)).toBe('M10 20l5-2-3 12z');
  expect(ringsOf(pathDataOf([ring], true))[0]).toEqual(ring.map(([x, y]) => ({ x, y })));
  expect(pathDataOf([ring], false)).toBe('M10 20l5-2-3 12');
  expect(pathDataOf([[[1, 1]]], true)).toBe('');
});

test('a ring’s area is the same both ways round', () => {
  const ring = [
    [0, 0],
    [10, 0],
    [10, 5],
  ] as const;
  expect(ringArea(ring)).toBe(25);
  expect(ringArea([...ring].reverse())).toBe(25);
});
