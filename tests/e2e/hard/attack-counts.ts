/** How often what is tried, as counts.ts says. */
import { countsOf } from '../durability/counts';

interface AttackCounts {
  /** Made-up events and messages of each kind. */
  readonly forgeries: number;
  /** Times that the background is ended around each of four kinds of asking. */
  readonly stops: number;
  /** Stories that are read one after another. */
  readonly stories: number;
}

const SHORT: AttackCounts = { forgeries: 1_000, stops: 4, stories: 50 };
const FULL: AttackCounts = { forgeries: 1_000, stops: 100, stories: 2_000 };

export const ATTACKS = countsOf(SHORT, FULL);
