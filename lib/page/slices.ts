/** Work that can be left and gone on with wherever it yields. */
export type Steps<Result> = Generator<void, Result, void>;

/** Longest that such work holds the page's thread at a time, ms: a frame has 16, most of them the page's. */
const SLICE_MS = 5;

/** Does all of the work at once. */
export function allAtOnce<Result>(work: Steps<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

export interface SliceWatch {
  /** Asked after the page has had its turn: whether the work is in vain. */
  isStale(): boolean;
  /** Told after each slice how long it was, ms. */
  worked(ms: number): void;
}

/**
 * Does the work in slices, the first one at once: what is done within it is given as it is. Between slices
 * the page has its turn; work that is in vain then is left, and null given.
 */
export function inSlices<Result>(work: Steps<Result>, watch: SliceWatch): Result | Promise<Result | null> {
  const first = slice(work, watch);
  return first ? first.value : goOn(work, watch);
}

async function goOn<Result>(work: Steps<Result>, watch: SliceWatch): Promise<Result | null> {
  for (;;) {
    await pageHasItsTurn();
    if (watch.isStale()) return null;
    const last = slice(work, watch);
    if (last) return last.value;
  }
}

/** Works for as long as a slice lasts; the result where the work is done, else null. */
function slice<Result>(work: Steps<Result>, watch: SliceWatch): { readonly value: Result } | null {
  const startMs = performance.now();
  for (;;) {
    const step = work.next();
    const passedMs = performance.now() - startMs;
    if (!step.done && passedMs < SLICE_MS) continue;
    watch.worked(passedMs);
    return step.done ? { value: step.value } : null;
  }
}

/** Timers that wait for one another are held back by 4 ms each: a message is not. */
function pageHasItsTurn(): Promise<void> {
  // Chromium before 129 has none.
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
