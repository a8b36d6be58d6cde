import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { medianOf, randomFrom, ratioOf, runInTurn } from '../../bench/statistics';

describe('a median', () => {
  it.each([
    ['of one', [7], 7],
    ['of an odd number', [9, 1, 5], 5],
    ['of an even number lies between the two in the middle', [1, 10, 2, 4], 3],
    ['is not moved by one that is far off', [1, 2, 3, 1_000], 2.5],
  ])('%s', (_name, values, expected) => {
    expect(medianOf(values)).toBe(expected);
  });

  it('of nothing is no number', () => {
    expect(() => medianOf([])).toThrow(RangeError);
  });

  it('has as many values below as above', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const median = medianOf(values);
        const below = values.filter((value) => value < median).length;
        const above = values.filter((value) => value > median).length;
        expect(below).toBeLessThanOrEqual(values.length / 2);
        expect(above).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });
});

describe('a ratio', () => {
  it('is that of runs made together: a slow round weighs on both', () => {
    expect(ratioOf([2, 200, 4], [1, 100, 2])).toBe(2);
  });

  it('is none of runs that were not made together', () => {
    expect(() => ratioOf([1, 2], [1])).toThrow(RangeError);
  });
});

describe('tasks run in turn', () => {
  /** A clock on which each call of a task takes as long as it says. */
  function clocked() {
    let ms = 0;
    const calls: string[] = [];
    const task = (name: string, takesMs: number) => () => {
      ms += takesMs;
      calls.push(name);
    };
    return { task, calls, now: () => ms };
  }

  it('are timed by the call, however often a run repeats them', () => {
    const { task, now } = clocked();
    const runs = runInTurn(
      { short: task('short', 2), long: task('long', 50) },
      { rounds: 3, leastMs: 20, now },
    );
    expect(runs).toEqual({ short: [2, 2, 2], long: [50, 50, 50] });
  });

  it('alternate, each round the other way round, after one that does not count', () => {
    const { task, calls, now } = clocked();
    runInTurn({ a: task('a', 1), b: task('b', 1) }, { rounds: 2, leastMs: 0, now });
    expect(calls.join('')).toBe('abbaab');
  });
});

it('random numbers are the same for a seed, and lie in [0, 1)', () => {
  const take = (seed: number) => {
    const random = randomFrom(seed);
    return Array.from({ length: 100 }, random);
  };
  expect(take(7)).toEqual(take(7));
  expect(take(7)).not.toEqual(take(8));
  expect(take(7).every((value) => value >= 0 && value < 1)).toBe(true);
});
