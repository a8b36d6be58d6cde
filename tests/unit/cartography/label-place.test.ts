import { expect, test } from 'vitest';
import { labelPlace } from '../../../lib/cartography/label-place';

const rect = (left: number, top: number, right: number, bottom: number) =>
  [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ] as [number, number][];

test('a name stands in the middle of the widest place', () => {
  const place = labelPlace([rect(10, 10, 60, 400), rect(100, 200, 400, 260)], 'Chad');
  expect(place?.x).toBe(250);
  expect(place?.y).toBeGreaterThan(210);
  expect(place?.y).toBeLessThan(250);
});

test.each([
  ['too narrow', rect(0, 0, 100, 200), 'Turkmenistan'],
  ['too low', rect(0, 100, 400, 112), 'Chad'],
  ['mostly beyond the map’s edge', rect(-400, 100, 30, 200), 'Chad'],
])('no name where the land is %s', (_, land, name) => {
  expect(labelPlace([land], name)).toBeNull();
});

test('a hole is no place for a name', () => {
  const place = labelPlace([rect(0, 0, 300, 300), rect(50, 20, 290, 280)], 'Long name in a ring');
  expect(place === null || place.y < 20 || place.y > 280).toBe(true);
});
