/** Reads Chromium's traces: what a page's thread did, and how much of it was script. */

/** An event of a trace, as far as it is read here; times in µs. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Of the thread's own time, which other processes do not add to. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string; readonly type?: string } };
}

/** Under these Chromium runs or compiles script. The pages' own is forbidden by their policy. */
const SCRIPT = new Set([
  'EvaluateScript',
  'v8.compile',
  'v8.run',
  'v8.callFunction',
  'FunctionCall',
  'BlinkScheduler_PerformMicrotaskCheckpoint',
]);
const COMPILING = new Set(['v8.compile']);
const TASK = 'ThreadControllerImpl::RunTask';
const MICROTASKS = 'BlinkScheduler_PerformMicrotaskCheckpoint';
/** Microtasks that begin so soon after a task, µs, are that task's. */
const SAME_TASK_US = 100;

/** The events of the thread on which a mark of that name was made, in order, outer before inner. */
export function threadWith(mark: string, events: readonly TraceEvent[]): TraceEvent[] {
  const marked = events.find(({ name }) => name === mark);
  if (!marked) throw new Error(`The trace has no mark ${mark}.`);
  return events
    .filter(({ pid, tid }) => pid === marked.pid && tid === marked.tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
}

/** The events between two marks, those that begin there. Without a mark the trace's begin or end counts. */
export function between(events: readonly TraceEvent[], begin: string, end: string): TraceEvent[] {
  const from = events.find(({ name }) => name === begin)?.ts ?? Number.NEGATIVE_INFINITY;
  const to = events.find(({ name }) => name === end)?.ts ?? Number.POSITIVE_INFINITY;
  return events.filter(({ ts }) => ts >= from && ts <= to);
}

const endOf = ({ ts, dur = 0 }: TraceEvent) => ts + dur;
const costOf = ({ tdur, dur = 0 }: TraceEvent) => tdur ?? dur;

/** Of those events that are of a kind, the ones that stand in no other of it. */
function outermost(events: readonly TraceEvent[], isOfKind: (event: TraceEvent) => boolean): TraceEvent[] {
  const found: TraceEvent[] = [];
  let coveredTo = Number.NEGATIVE_INFINITY;
  for (const event of events) {
    if (event.ph !== 'X' || !isOfKind(event) || event.ts < coveredTo) continue;
    found.push(event);
    coveredTo = endOf(event);
  }
  return found;
}

const sumMs = (events: readonly TraceEvent[]) =>
  events.reduce((sum, event) => sum + costOf(event), 0) / 1_000;

/** What script has cost on a thread, compiling included, ms. */
export const scriptMs = (thread: readonly TraceEvent[]) =>
  sumMs(outermost(thread, ({ name }) => SCRIPT.has(name)));

/** What compiling alone has cost of that, ms. Functions that are compiled when first called are not in it. */
export const compileMs = (thread: readonly TraceEvent[]) =>
  sumMs(outermost(thread, ({ name }) => COMPILING.has(name)));

/** All that a thread has done, ms. */
export const workMs = (thread: readonly TraceEvent[]) => sumMs(outermost(thread, () => true));

/** The longest that script has held a thread in one task, ms. */
export function longestScriptTaskMs(thread: readonly TraceEvent[]): number {
  const scripts = outermost(thread, ({ name }) => SCRIPT.has(name));
  const tasks = outermost(thread, ({ name }) => name === TASK);
  let longest = 0;
  let sumInTask = 0;
  let taskEnd = Number.NEGATIVE_INFINITY;
  let nextTask = 0;
  for (const script of scripts) {
    while (nextTask < tasks.length && (tasks[nextTask]?.ts ?? 0) <= script.ts) {
      const task = tasks[nextTask++];
      // Also where it has ended: what runs behind it is its own, not an earlier one's.
      sumInTask = 0;
      if (task) taskEnd = endOf(task);
    }
    const follows = script.name === MICROTASKS && script.ts - taskEnd <= SAME_TASK_US;
    sumInTask = script.ts <= taskEnd || follows ? sumInTask + costOf(script) : costOf(script);
    if (follows) taskEnd = Math.max(taskEnd, endOf(script));
    longest = Math.max(longest, sumInTask);
  }
  return longest / 1_000;
}

/** How often a thread has laid out the page. */
export const layoutsIn = (thread: readonly TraceEvent[]) =>
  thread.filter(({ name, ph }) => name === 'Layout' && ph === 'X').length;

/** What listeners to an event have cost at each time that it came, ms. */
export const listenerCostsMs = (events: readonly TraceEvent[], type: string): number[] =>
  events
    .filter(({ name, ph, args }) => name === 'EventDispatch' && ph === 'X' && args?.data?.type === type)
    .map((event) => costOf(event) / 1_000);

/** From when the extension's first script begins to run to a mark, ms of the clock; null where one is missing. */
export function msFromScriptTo(mark: string, script: string, thread: readonly TraceEvent[]): number | null {
  const begin = thread.find(
    ({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.endsWith(script),
  );
  const end = thread.find(({ name }) => name === mark);
  return begin && end ? (end.ts - begin.ts) / 1_000 : null;
}
