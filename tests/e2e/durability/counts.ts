/** What of its counts is done: a little with every `npm test` (null), all with `npm run soak` (1), or a share of that. */
const soakShare = process.env.NEWSGLOSS_SOAK === undefined ? null : Number(process.env.NEWSGLOSS_SOAK);
export const isSoak = soakShare !== null;

/** The counts of this run: never fewer than the short ones. */
export function countsOf<Counts extends { readonly [Key in keyof Counts]: number }>(
  short: Counts,
  full: Counts,
): Counts {
  if (soakShare === null) return short;
  const counts = { ...short };
  // Every count is a number, and stays one.
  for (const key of Object.keys(short) as (keyof Counts)[])
    counts[key] = Math.max(short[key], Math.ceil(full[key] * soakShare)) as Counts[keyof Counts];
  return counts;
}

/** How often what is tried. */
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

export const COUNTS = countsOf(SHORT, FULL);
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
