import { Session } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';

// Only the interpreter counts every block that it runs.
for (const flag of ['--no-opt', '--no-maglev', '--no-sparkplug']) setFlagsFromString(flag);

/** A block of code as V8 counts it. */
interface CountedRange {
  readonly count: number;
}

const session = new Session();
session.connect();

function ask<Result>(method: string, params: object = {}): Result {
  let answer: Result | undefined;
  // Node's types overload `post` by literal names; within one process the inspector answers before it returns.
  const post = session.post.bind(session) as unknown as (
    method: string,
    params: object,
    told: (error: Error | null, result: Result) => void,
  ) => void;
  post(method, params, (error, result) => {
    if (error) throw error;
    answer = result;
  });
  if (answer === undefined) throw new Error(`The inspector did not answer ${method}`);
  return answer;
}

// From the start: what was compiled before has no counters inside.
ask('Profiler.enable');
ask('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

interface Counted {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly CountedRange[] }[];
  }[];
}

/** Steps since this was asked last. */
function stepsTaken(): number {
  return ask<Counted>('Profiler.takePreciseCoverage')
    .result.filter(({ url }) => /\/lib\/[^/]+\//.test(url) && !url.includes('/node_modules/'))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((steps, { count }) => steps + count, 0);
}

/**
 * How many steps of our own code (`lib/`) a piece of work takes: the engine counts how often each block of
 * code is run, loops' bodies included. The same for the same work, whatever the machine does beside it. What
 * the engine does itself, as in `indexOf` or a regular expression, counts as the one step that asks for it.
 */
export function countSteps(work: () => unknown): number {
  stepsTaken();
  work();
  return stepsTaken();
}

/**
 * Steps for work of one size, of twice and of four times the size; and by how much those that the second
 * doubling added are more than those that the first one did: 2 where they grow as the size does, 4 as its square.
 */
export function growthOf(workOfSize: (size: number) => () => unknown, size: number) {
  // What is learnt once is no step of the work.
  workOfSize(size)();
  const steps = [1, 2, 4].map((times) => countSteps(workOfSize(size * times)));
  const [once = 0, twice = 0, fourTimes = 0] = steps;
  return { steps, ratio: (fourTimes - twice) / Math.max(1, twice - once) };
}
