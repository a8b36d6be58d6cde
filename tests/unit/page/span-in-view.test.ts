import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Extent, spanInView } from '../../../lib/page/span-in-view';

const VIEW: Extent = { left: 0, right: 400, top: 0, bottom: 300 };
const LINE_PX = 20;

/** Places of a text that begins at `start`, one a line: down, or in upright writing to one side. */
const linesFrom = (start: number, step: number, isUpright: boolean) => (at: number) => {
  const edge = start + at * step;
  return isUpright
    ? { left: edge, right: edge + LINE_PX, top: 10, bottom: 60 }
    : { top: edge, bottom: edge + LINE_PX, left: 10, right: 60 };
};

const meets = (a: Extent, b: Extent) =>
  a.right >= b.left && a.left <= b.right && a.bottom >= b.top && a.top <= b.bottom;

describe('spanInView', () => {
  it.each([
    ['down', 1, false],
    ['upright, to the left', -1, true],
    ['upright, to the right', 1, true],
  ] as const)('finds what is in sight of a text that goes %s, in few questions', (_what, sign, isUpright) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 20_000 }),
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.integer({ min: 1, max: 60 }),
        (count, start, step) => {
          const extentAt = linesFrom(start, sign * step, isUpright);
          let asked = 0;
          const [from, to] = spanInView(
            count,
            (at) => {
              asked += 1;
              return extentAt(at);
            },
            VIEW,
          );
          const inSight = Array.from({ length: count }, (_, at) => at).filter((at) =>
            meets(extentAt(at), VIEW),
          );
          expect(to - from).toBe(inSight.length);
          if (inSight.length > 0) expect(from).toBe(inSight[0]);
          expect(asked).toBeLessThanOrEqual(2 + 2 * Math.ceil(Math.log2(count) + 1));
        },
      ),
    );
  });

  it('passes over places that are not laid out, and finds nothing where none is', () => {
    const extentAt = linesFrom(-1_000, LINE_PX, false);
    const [from, to] = spanInView(200, (at) => (at % 3 === 1 ? extentAt(at) : null), VIEW);
    expect(from).toBeLessThanOrEqual(49);
    expect(to).toBeGreaterThanOrEqual(65);
    expect(spanInView(200, () => null, VIEW)).toEqual([0, 0]);
  });
});
