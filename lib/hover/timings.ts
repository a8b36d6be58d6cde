/**
 * When a card opens and closes. Start values are other readers' tested ones: Wikipedia's Page Previews
 * open 500 ms after the pointer came and close 300 ms after it left; 10ten holds a popup back while
 * the pointer is faster than 0.5 px/ms and lets it be reached for 400 ms.
 */
export const TIMINGS = {
  /** From the last move that was no rest to the card: shorter than a reader's pause, longer than a pass. */
  restMs: 280,
  /** The same while another card is open: the reader has shown that she wants cards. */
  handOverMs: 140,
  /** Without a move for so long a fast pointer has stopped: three frames of a moving one. Part of the rest. */
  stoppedMs: 50,
  /** From leaving mention and card to closing: a slip of the hand is shorter. */
  closeMs: 300,
  /** The same from the last move towards the card. */
  reachMs: 400,
  /** After a key in a field: who types does not want the name on which the pointer happens to lie. */
  typingMs: 1_000,
} as const;

/** A pointer at least this fast is passing over, px/ms; 10ten's value. */
export const PASSING_PX_PER_MS = 0.5;

/**
 * A pointer slower than this rests, px/ms. Who follows the lines with the pointer moves at about
 * 0.2 px/ms (250 words a minute); a trembling hand goes to and fro and gets nowhere.
 */
export const RESTING_PX_PER_MS = 0.15;

/** Between two samples of a moving pointer lies less than this, ms; what is more was a pause. */
export const LONGEST_BETWEEN_SAMPLES_MS = 50;
