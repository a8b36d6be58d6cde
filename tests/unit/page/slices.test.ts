import { expect, it, vi } from 'vitest';
import { allAtOnce, inSlices, type Steps } from '../../../lib/page/slices';

/** Work of so many steps, each of which takes a while by the clock of these tests. */
function* steps(count: number, ms: number): Steps<string> {
  for (let n = 0; n < count; n++) {
    clock += ms;
    yield;
  }
  return `${count} steps`;
}

let clock = 0;
vi.spyOn(performance, 'now').mockImplementation(() => clock);

const watch = (isStale = () => false) => ({ isStale: vi.fn(isStale), worked: vi.fn((_ms: number) => {}) });

it('what fits into a slice is done at once', () => {
  const watched = watch();
  expect(inSlices(steps(4, 1), watched)).toBe('4 steps');
  expect(watched.isStale).not.toHaveBeenCalled();
  expect(allAtOnce(steps(100, 1))).toBe('100 steps');
});

it('what is more is done in slices of a few milliseconds, between which the page has its turn', async () => {
  const watched = watch();
  await expect(inSlices(steps(40, 1), watched)).resolves.toBe('40 steps');
  const slices = watched.worked.mock.calls.map(([ms]) => ms);
  expect(slices.length).toBeGreaterThanOrEqual(8);
  expect(Math.max(...slices)).toBeLessThanOrEqual(6);
  expect(watched.isStale).toHaveBeenCalledTimes(slices.length - 1);
});

it('work that is in vain is left where it is', async () => {
  let turns = 0;
  const work = steps(40, 1);
  await expect(
    inSlices(
      work,
      watch(() => ++turns === 3),
    ),
  ).resolves.toBeNull();
  expect(turns).toBe(3);
  expect(work.next().done).toBe(false);
});
