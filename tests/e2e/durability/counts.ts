/** How often what is tried: a little with every `npm test`, in full with `npm run soak`. */
export interface Counts {
  /** Stops of the background in the middle of edits. */
  readonly stops: number;
  /** SIGKILLs of the browser in the middle of edits. */
  readonly kills: number;
  readonly races: number;
  /** Edits by each of the two tabs in a race. */
  readonly editsInRace: number;
  /** Records in the store while times are taken. */
  readonly records: number;
  /** Edits that are timed then. */
  readonly edits: number;
}

const SHORT: Counts = { stops: 2, kills: 1, races: 1, editsInRace: 40, records: 2_000, edits: 8 };
const FULL: Counts = { stops: 100, kills: 50, races: 20, editsInRace: 300, records: 100_000, edits: 30 };

export const isSoak = process.env.NEWSGLOSS_SOAK !== undefined;
export const COUNTS = isSoak ? FULL : SHORT;
/** Longest that one test may take, ms. */
export const PATIENCE_MS = isSoak ? 60 * 60_000 : 60_000;

/** Decides when something is stopped or killed; printed, and given again by NEWSGLOSS_SEED. */
export const SEED = Number(process.env.NEWSGLOSS_SEED ?? Date.now() % 1_000_000);

/** A sequence of numbers in [0, 1) that follows from a seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
