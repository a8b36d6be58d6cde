import { isOnTheWay, type Point, type Rect } from './geometry';
import type { HoverEvent, Pace, Target } from './machine';
import { LONGEST_BETWEEN_SAMPLES_MS, PASSING_PX_PER_MS, RESTING_PX_PER_MS } from './timings';

/** Where the pointer was, and when: px of the viewport, ms of any one clock. */
export interface PointerSample extends Point {
  readonly timeMs: number;
}

/** What must be remembered of a pointer to tell what it is about. */
export interface PointerTrack {
  /** The last samples, oldest first: what two moves need. */
  readonly samples: readonly PointerSample[];
  /** Where it was last on the mention whose card is open: the tip of the safe triangle. */
  readonly leftMentionAt: Point | null;
}

export const NO_TRACK: PointerTrack = { samples: [], leftMentionAt: null };

/** Samples that make two moves. One alone tells nothing: a single long step may be a lost frame. */
const SAMPLES = 3;

/**
 * How fast the pointer goes, over the last two moves and as the crow flies: a hand that trembles gets
 * nowhere. A pointer of which nothing is known yet is passing.
 */
export function paceOf({ samples }: PointerTrack): Pace {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || first === last) return 'passing';
  let elapsedMs = 0;
  for (const [index, { timeMs }] of samples.entries()) {
    const earlierMs = samples[index - 1]?.timeMs ?? timeMs;
    elapsedMs += Math.min(timeMs - earlierMs, LONGEST_BETWEEN_SAMPLES_MS);
  }
  const speed = Math.hypot(last.x - first.x, last.y - first.y) / Math.max(1, elapsedMs);
  if (speed >= PASSING_PX_PER_MS) return 'passing';
  return speed >= RESTING_PX_PER_MS ? 'slowing' : 'resting';
}

/** What lies under a sample of the pointer. */
export interface UnderPointer {
  /** The mention there, or null. */
  readonly target: Target | null;
  readonly isOnCard: boolean;
  /** The open card, or null while none is. */
  readonly card: Rect | null;
  /** The mention whose card is open, or null. */
  readonly openTarget: Target | null;
}

/** The track after one more sample. */
export function withSample(track: PointerTrack, sample: PointerSample): PointerTrack {
  return { ...track, samples: [...track.samples, sample].slice(-SAMPLES) };
}

/** What the hover machine is to know of the last move, and the track with what lay under it. */
export function readMove(
  track: PointerTrack,
  { target, isOnCard, card, openTarget }: UnderPointer,
): { readonly track: PointerTrack; readonly event: HoverEvent } {
  const [before, now] = track.samples.slice(-2);
  const isOnMention = openTarget !== null && target === openTarget;
  const leftMentionAt = isOnMention ? (now ?? before ?? null) : track.leftMentionAt;
  const isGoing = card !== null && before !== undefined && now !== undefined && leftMentionAt !== null;
  return {
    track: { ...track, leftMentionAt },
    event: {
      type: 'pointer-moved',
      target,
      isOnCard,
      isOnTheWay: isGoing && isOnTheWay(leftMentionAt, before, now, card),
      pace: paceOf(track),
    },
  };
}
