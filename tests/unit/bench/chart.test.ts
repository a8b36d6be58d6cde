import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartOf, spreadHeights } from '../../bench/chart';

const TEXT = { title: 'Cost & size', across: 'names', upward: 'ns a character' };
const linesOf = (svg: string) =>
  [...svg.matchAll(/<polyline points="([^"]*)"/g)].map(([, points = '']) =>
    points.split(' ').map((point) => point.split(',').map(Number)),
  );

describe('a picture', () => {
  it('has its points at equal distances where they are so by their logarithm', () => {
    const curves = [
      {
        name: 'a',
        points: [
          [1, 1],
          [10, 10],
          [100, 100],
        ] as const,
      },
    ];
    const [[first, second, third] = []] = linesOf(chartOf(curves, TEXT));
    const [x1 = 0, y1 = 0] = first ?? [];
    const [x2 = 0, y2 = 0] = second ?? [];
    const [x3 = 0, y3 = 0] = third ?? [];
    expect(x2 - x1).toBeCloseTo(x3 - x2, 0);
    expect(y1 - y2).toBeCloseTo(y2 - y3, 0);
    expect(x3).toBeGreaterThan(x1);
    expect(y3).toBeLessThan(y1);
  });

  it('names every line, and no text in it is markup', () => {
    const curves = [
      { name: 'one <b>', points: [[1, 2]] as const },
      { name: 'other', points: [[1, 3]] as const },
    ];
    const svg = chartOf(curves, TEXT);
    expect(svg).toContain('one &#60;b&#62;');
    expect(svg).toContain('>other<');
    expect(svg).toContain('Cost &#38; size');
  });

  it('leaves out what has no logarithm, and lines of which nothing is left', () => {
    const curves = [
      {
        name: 'some',
        points: [
          [1, 0],
          [10, 5],
        ] as const,
      },
      { name: 'none', points: [[1, 0]] as const },
    ];
    const svg = chartOf(curves, TEXT);
    expect(linesOf(svg).map((line) => line.length)).toEqual([1]);
    expect(svg).not.toContain('none<');
    expect(svg).not.toContain('NaN');
  });
});

describe('names beside lines', () => {
  it('stay where they are when there is room', () => {
    expect(spreadHeights([100, 10, 50], 16)).toEqual([100, 10, 50]);
  });

  it('never lie nearer to another than a line, and keep their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 }), (wanted) => {
        const heights = spreadHeights(wanted, 16);
        const sorted = [...heights].sort((a, b) => a - b);
        for (const [at, height] of sorted.slice(1).entries())
          expect(height - (sorted[at] ?? 0)).toBeGreaterThanOrEqual(16);
        for (const [a, high] of wanted.entries())
          for (const [b, low] of wanted.entries())
            if (high < low) expect(heights[a] ?? 0).toBeLessThan(heights[b] ?? 0);
      }),
    );
  });
});
