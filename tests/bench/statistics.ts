/** The bench's arithmetic. All of it takes plain numbers, so that it can be tested without a clock. */

/** The middle value, or the mean of the two in the middle. @throws RangeError where there is none. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  if (upper === undefined || lower === undefined) throw new RangeError('There is no median of nothing.');
  return (lower + upper) / 2;
}

/**
 * How many times as much `runs` took as `others`: the median of the quotients of runs made in one round,
 * since what else the machine does weighs on a whole round.
 * @throws RangeError where the two are not of the same rounds.
 */
export function ratioOf(runs: readonly number[], others: readonly number[]): number {
  if (runs.length !== others.length) throw new RangeError('Runs of different rounds cannot be compared.');
  return medianOf(runs.map((run, round) => run / (others[round] ?? Number.NaN)));
}

/** A task's time in `rounds` rounds, ms a call. */
export type RunsByTask<Name extends string> = Readonly<Record<Name, readonly number[]>>;

export interface Rounds {
  readonly rounds: number;
  /** A run repeats its task until it has taken so long, ms: the clock is coarse. */
  readonly leastMs: number;
  /** The round that does not count repeats each task for so long, ms, until its code is compiled; else as the others. */
  readonly warmMs?: number;
  /** Milliseconds that go on. */
  readonly now: () => number;
}

/** Runs tasks in turn, each round in the reverse order of the one before, after one round that does not count. */
export function runInTurn<Name extends string>(
  tasks: Readonly<Record<Name, () => unknown>>,
  { rounds, leastMs, warmMs = leastMs, now }: Rounds,
): RunsByTask<Name> {
  // Object.keys gives no more than strings.
  const names = Object.keys(tasks) as Name[];
  const runs = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round++) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const ms = timeOf(tasks[name], round === 0 ? warmMs : leastMs, now);
      if (round > 0) runs[name].push(ms);
    }
  }
  return runs;
}

function timeOf(task: () => unknown, leastMs: number, now: () => number): number {
  const startMs = now();
  for (let calls = 1; ; calls++) {
    task();
    const passedMs = now() - startMs;
    if (passedMs >= leastMs) return passedMs / calls;
  }
}

/** A linear congruential generator (Numerical Recipes' constants): the same numbers in [0, 1) for a seed, everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
