/** Average characters of the card's body text in one row beside the labels, at the card's usual width. */
const ROW_CHARACTERS = 35;

export interface FittingLines {
  /** How many of the lines to show. */
  readonly lines: number;
  /** How many rows they take, about. */
  readonly rows: number;
}

/**
 * How many lines fit into `rows`, in their order; the first always does. An estimate from their
 * lengths in characters: measuring would need a second layout before the card's first paint.
 */
export function linesThatFit(lengths: readonly number[], rows: number): FittingLines {
  let taken = 0;
  let lines = 0;
  for (const length of lengths) {
    const needed = Math.max(1, Math.ceil(length / ROW_CHARACTERS));
    if (lines > 0 && taken + needed > rows) break;
    taken += needed;
    lines += 1;
  }
  return { lines, rows: taken };
}
