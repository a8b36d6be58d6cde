/** When a card opens and closes. */
export interface Timings {
  /** From the last move that was no rest to the card: shorter than a reader's pause, longer than a pass. */
  readonly restMs: number;
  /** The same while another card is open: the reader has shown that she wants cards. */
  readonly handOverMs: number;
  /** Without a move for so long a fast pointer has stopped: three frames of a moving one. Part of the rest. */
  readonly stoppedMs: number;
  /** From leaving mention and card to closing: a slip of the hand is shorter. */
  readonly closeMs: number;
  /** The same from the last move towards the card. */
  readonly reachMs: number;
  /** After a key in a field: who types does not want the name on which the pointer happens to lie. */
  readonly typingMs: number;
  /** A page that is read anew so long after the pointer came to rest is too late for it: the pointer is parked. */
  readonly parkedMs: number;
}

/**
 * Start values are other readers' tested ones: Wikipedia's Page Previews
 * open 500 ms after the pointer came and close 300 ms after it left; 10ten holds a popup back while
 * the pointer is faster than 0.5 px/ms and lets it be reached for 400 ms.
 */
export const TIMINGS: Timings = {
  restMs: 280,
  handOverMs: 140,
  stoppedMs: 50,
  closeMs: 300,
  reachMs: 400,
  typingMs: 1_000,
  parkedMs: 3_000,
};

/** The same for a reader who wants cards after another rest, ms. */
export function timingsFor(restMs: number): Timings {
  return { ...TIMINGS, restMs, handOverMs: restMs * (TIMINGS.handOverMs / TIMINGS.restMs) };
}

/** A pointer at least this fast is passing over, px/ms; 10ten's value. */
export const PASSING_PX_PER_MS = 0.5;

/**
 * A pointer slower than this rests, px/ms. Who follows the lines with the pointer moves at about
 * 0.2 px/ms (250 words a minute); a trembling hand goes to and fro and gets nowhere.
 */
export const RESTING_PX_PER_MS = 0.15;

/** Between two samples of a moving pointer lies less than this, ms; what is more was a pause. */
export const LONGEST_BETWEEN_SAMPLES_MS = 50;
