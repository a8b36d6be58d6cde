import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOnTheWay } from '../../../lib/hover/geometry';

const below = { left: 100, top: 200, right: 400, bottom: 500 };

describe('isOnTheWay', () => {
  it.each([
    ['straight down', { x: 120, y: 180 }, { x: 125, y: 190 }, true],
    ['diagonally towards the far corner', { x: 120, y: 180 }, { x: 250, y: 191 }, true],
    ['along the line of text', { x: 120, y: 180 }, { x: 250, y: 180 }, false],
    ['up and away', { x: 120, y: 180 }, { x: 125, y: 160 }, false],
    ['down beside the card', { x: 120, y: 180 }, { x: 80, y: 260 }, false],
  ])('%s', (_name, left, now, expected) => {
    expect(isOnTheWay(left, left, now, below)).toBe(expected);
  });

  it.each([
    ['above', { left: 100, top: 0, right: 400, bottom: 150 }, { x: 200, y: 180 }, { x: 210, y: 160 }],
    [
      'to the right',
      { left: 300, top: 100, right: 600, bottom: 300 },
      { x: 200, y: 180 },
      { x: 250, y: 190 },
    ],
    ['to the left', { left: 0, top: 100, right: 100, bottom: 300 }, { x: 200, y: 180 }, { x: 150, y: 190 }],
  ])('finds the way to a card %s', (_name, card, left, now) => {
    expect(isOnTheWay(left, left, now, card)).toBe(true);
  });

  it('is not the way of a pointer that turns back', () => {
    expect(isOnTheWay({ x: 120, y: 150 }, { x: 120, y: 180 }, { x: 120, y: 170 }, below)).toBe(false);
  });

  it('holds for every point of a straight way to the card', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -200, max: 700 }),
        fc.integer({ min: 0, max: 195 }),
        fc.integer({ min: 100, max: 400 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (x, y, aimX, share) => {
          const now = { x: x + (aimX - x) * share, y: y + (below.top - y) * share };
          expect(isOnTheWay({ x, y }, { x, y }, now, below)).toBe(true);
        },
      ),
    );
  });
});
