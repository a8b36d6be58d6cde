import { viewportRectsOf } from './ranges';
import { scrollToSee } from './scroll-to-see';
import type { PlacedMention, StorySession } from './story-session';

const isSamePlace = (a: PlacedMention, b: PlacedMention) =>
  a.boundaries.startContainer === b.boundaries.startContainer &&
  a.boundaries.startOffset === b.boundaries.startOffset;

/** The way from mention to mention of a reader without a pointer: where she is, and a ring around it. */
export class MentionWalk {
  #session: StorySession;
  #at: PlacedMention | null = null;

  constructor(session: StorySession) {
    this.#session = session;
  }

  /** The mention that she is at, wherever the page has it now; null where there is none. */
  get at(): PlacedMention | null {
    const at = this.#at;
    return at && (this.#session.stops().find((stop) => isSamePlace(stop, at)) ?? null);
  }

  /**
   * Goes on by one, round from the last to the first; the first time, to the first in sight. Scrolls
   * there and rings it. Null where nothing is marked.
   */
  go(step: 1 | -1): PlacedMention | null {
    const stops = this.#session.stops();
    const from = this.#at;
    const index = from ? stops.findIndex((stop) => isSamePlace(stop, from)) : -1;
    const next = index >= 0 ? index + step : firstInSight(stops);
    const at = stops.at(next % Math.max(1, stops.length)) ?? null;
    this.#at = at;
    this.#session.paintRing(at);
    if (at) scrollToSee(at.boundaries);
    return at;
  }

  /** She goes on by other means. */
  forget(): void {
    this.#at = null;
    this.#session.paintRing(null);
  }
}

/** Index of the first stop below the upper edge of the window; 0 where all are above. */
function firstInSight(stops: readonly PlacedMention[]): number {
  const index = stops.findIndex((stop) => (viewportRectsOf(stop.boundaries)[0]?.bottom ?? 0) > 0);
  return Math.max(0, index);
}
