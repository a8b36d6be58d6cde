import { describe, expect, it } from 'vitest';
import {
  between,
  compileMs,
  layoutsIn,
  listenerCostsMs,
  longestScriptTaskMs,
  msFromScriptTo,
  scriptMs,
  type TraceEvent,
  threadWith,
  workMs,
} from '../../bench/trace';

/** An event of the page's thread; times in ms. */
function event(name: string, atMs: number, takesMs: number, more: Partial<TraceEvent> = {}): TraceEvent {
  const us = { ts: atMs * 1_000, dur: takesMs * 1_000, tdur: takesMs * 1_000 };
  return { name, ph: 'X', pid: 1, tid: 1, ...us, ...more };
}
const mark = (name: string, atMs: number) => event(name, atMs, 0, { ph: 'I' });
const TASK = 'ThreadControllerImpl::RunTask';
const MICROTASKS = 'BlinkScheduler_PerformMicrotaskCheckpoint';

describe('a thread', () => {
  it('is the one with the mark; its events come in order, outer before inner', () => {
    const events = [
      mark('here', 30),
      event('inner', 10, 2),
      event('outer', 10, 5),
      event('other', 1, 1, { tid: 2 }),
    ];
    expect(threadWith('here', events).map(({ name }) => name)).toEqual(['outer', 'inner', 'here']);
    expect(() => threadWith('nowhere', events)).toThrow('nowhere');
  });

  it('is read between two marks', () => {
    const events = [event('a', 0, 1), mark('from', 5), event('b', 6, 1), mark('to', 8), event('c', 9, 1)];
    expect(between(events, 'from', 'to').map(({ name }) => name)).toEqual(['from', 'b', 'to']);
  });
});

describe('script', () => {
  it('counts once where it stands in other script, and by the thread’s own time', () => {
    const thread = [
      event(TASK, 0, 20),
      event('EvaluateScript', 1, 10, { tdur: 8_000 }),
      event('v8.compile', 1, 4),
      event('v8.run', 5, 5),
      event('Layout', 12, 3),
      event(MICROTASKS, 20, 2),
    ];
    expect(scriptMs(thread)).toBe(10);
    expect(compileMs(thread)).toBe(4);
    expect(workMs(thread)).toBe(22);
    expect(layoutsIn(thread)).toBe(1);
  });

  it('of one task is added up, with the microtasks that follow at once', () => {
    const thread = [
      event(TASK, 0, 10),
      event('FunctionCall', 1, 2),
      event('FunctionCall', 5, 3),
      event(MICROTASKS, 10.05, 4),
      event(TASK, 20, 7),
      event('FunctionCall', 20, 7),
    ];
    expect(longestScriptTaskMs(thread)).toBe(9);
  });

  it('in the microtasks of short tasks, one close upon another, is of one task each', () => {
    const thread = [0, 6, 12, 18].flatMap((atMs) => [
      event(TASK, atMs, 0.1),
      event(MICROTASKS, atMs + 0.15, 5 + atMs / 100),
    ]);
    expect(longestScriptTaskMs(thread)).toBeCloseTo(5.18);
  });

  it('of a task does not count with that of the next', () => {
    const thread = [
      event(TASK, 0, 5),
      event('FunctionCall', 0, 5),
      event(TASK, 5.01, 6),
      event('FunctionCall', 5.01, 6),
      event(MICROTASKS, 30, 3),
    ];
    expect(longestScriptTaskMs(thread)).toBeCloseTo(6);
  });
});

it('listeners to an event are weighed each time', () => {
  const data = (type: string) => ({ args: { data: { type } } });
  const events = [
    event('EventDispatch', 0, 1, data('pointermove')),
    event('EventDispatch', 2, 3, data('mousemove')),
    event('EventDispatch', 6, 2, data('pointermove')),
  ];
  expect(listenerCostsMs(events, 'pointermove')).toEqual([1, 2]);
});

it('the way from a script to a mark is by the clock', () => {
  const script = event('EvaluateScript', 5, 1, { args: { data: { url: 'chrome-extension://x/gate.js' } } });
  expect(msFromScriptTo('seen', '/gate.js', [script, mark('seen', 42)])).toBe(37);
  expect(msFromScriptTo('seen', '/other.js', [script, mark('seen', 42)])).toBeNull();
  expect(msFromScriptTo('never', '/gate.js', [script])).toBeNull();
});
