import { expect, test } from 'vitest';
import { partOf } from '../../../lib/maps/direction';
import { ringsOf } from '../../../lib/maps/outline';

/** A square of 400 units whose middle is at 300, 300, and a small one. */
const square = ringsOf('M100 100l400 0 0 400-400 0z');
const small = ringsOf('M0 0l20 0 0 20-20 0z');

test.each([
  [300, 300, 'centre'],
  [320, 270, 'centre'],
  [300, 120, 'north'],
  [360, 150, 'north'],
  [480, 120, 'north-east'],
  [480, 300, 'east'],
  [470, 460, 'south-east'],
  [280, 480, 'south'],
  [130, 480, 'south-west'],
  [120, 310, 'west'],
  [120, 120, 'north-west'],
])('%i, %i is in the %s', (x, y, part) => {
  expect(partOf(square, { x, y })).toBe(part);
});

test('a country too small to have parts has none', () => {
  expect(partOf(small, { x: 2, y: 2 })).toBeNull();
  expect(partOf([], { x: 2, y: 2 })).toBeNull();
});

test('the middle is that of the land, not of a box that a long arm widens', () => {
  const withArm = ringsOf('M100 100l400 0 0 190 200 0 0 20-200 0 0 190-400 0z');
  expect(partOf(withArm, { x: 310, y: 120 })).toBe('north');
  expect(partOf(withArm, { x: 330, y: 300 })).toBe('centre');
});
