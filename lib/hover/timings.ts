/**
 * When a card opens and closes. Start values are other readers' tested ones: Wikipedia's Page Previews
 * open 500 ms after the pointer came and close 300 ms after it left; 10ten holds a popup back while
 * the pointer is faster than 0.5 px/ms and lets it be reached for 400 ms.
 */
export const TIMINGS = {
  /** From the last fast move on a mention to its card: shorter than a reader's pause, longer than a pass. */
  restMs: 280,
  /** The same while another card is open: the reader has shown that she wants cards. */
  handOverMs: 140,
  /** From leaving mention and card to closing: a slip of the hand is shorter. */
  closeMs: 300,
  /** The same while the pointer is on its way to the card. */
  reachMs: 400,
} as const;

/** A pointer at least this fast is passing over, px/ms. */
export const FAST_PX_PER_MS = 0.5;
