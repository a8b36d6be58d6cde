import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TokenTimers } from '../../../lib/page/token-timers';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const always = () => true;

function started(...tokens: [token: number, ms: number][]) {
  const due: number[] = [];
  const timers = new TokenTimers(always, (token) => due.push(token));
  for (const [token, ms] of tokens) timers.start(token, ms);
  return { due, timers };
}

it('tokens come due in the order of their times, none early', () => {
  const { due } = started([1, 300], [2, 50], [3, 140]);
  vi.advanceTimersByTime(49);
  expect(due).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(due).toEqual([2]);
  vi.advanceTimersByTime(90);
  expect(due).toEqual([2, 3]);
  vi.advanceTimersByTime(160);
  expect(due).toEqual([2, 3, 1]);
  expect(vi.getTimerCount()).toBe(0);
});

it('a hundred tokens of which each supersedes the one before take few timers, and only the last comes due', () => {
  let last = 0;
  const due: number[] = [];
  const timers = new TokenTimers(
    (token) => token === last,
    (token) => due.push(token),
  );
  const set = vi.spyOn(globalThis, 'setTimeout');
  while (last < 100) {
    last += 1;
    timers.start(last, 50);
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(39);
  expect(due).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(due).toEqual([100]);
  expect(set.mock.calls.length).toBeLessThan(30);
});

it('a token may be started when another comes due', () => {
  const due: number[] = [];
  const timers = new TokenTimers(always, (token) => {
    due.push(token);
    if (token < 3) timers.start(token + 1, 10);
  });
  timers.start(1, 10);
  vi.advanceTimersByTime(30);
  expect(due).toEqual([1, 2, 3]);
});

it('a token’s time counts from when it happened that is waited after, and one that is past comes due at once', () => {
  const due: number[] = [];
  const timers = new TokenTimers(always, (token) => due.push(token));
  vi.advanceTimersByTime(100);
  timers.start(1, 50, performance.now() - 20);
  timers.start(2, 50, performance.now() - 80);
  vi.advanceTimersByTime(0);
  expect(due).toEqual([2]);
  vi.advanceTimersByTime(29);
  expect(due).toEqual([2]);
  vi.advanceTimersByTime(1);
  expect(due).toEqual([2, 1]);
});
