import type { PlacedMention } from './placed-mentions';
import { viewportRectsOf } from './ranges';
import { scrollToSee } from './scroll-to-see';
import type { StorySession } from './story-session';

const isSamePlace = (a: PlacedMention, b: PlacedMention) =>
  a.boundaries.startContainer === b.boundaries.startContainer &&
  a.boundaries.startOffset === b.boundaries.startOffset;

/** How long each part of a flash lasts, ms: two of them a second, under the three that can harm. */
const FLASH_MS = 250;
/** How long the ring of a jump stays, ms: enough to find it, and gone before it disturbs the reading. */
const JUMP_RING_MS = 4_000;

/** The way from mention to mention of a reader without a pointer: where she is, and a ring around it. */
export class MentionWalk {
  #session: StorySession;
  #view: Window;
  #at: PlacedMention | null = null;
  #timers: ReturnType<typeof setTimeout>[] = [];

  constructor(session: StorySession, view: Window) {
    this.#session = session;
    this.#view = view;
  }

  /** The mention that she is at, wherever the page has it now; null where there is none. */
  get at(): PlacedMention | null {
    const at = this.#at;
    return at && (this.#session.mentionsOf(at.mention.entryId).find((one) => isSamePlace(one, at)) ?? null);
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
    this.#goTo(at);
    return at;
  }

  /**
   * Goes to the first mention of an entry or, from one of them, to the next, round from the last to the
   * first. Scrolls there and flashes it, or only rings it where she wants no motion. Gives which of how many it is, from 1; null for none.
   */
  jump(entryId: string): { readonly at: number; readonly of: number } | null {
    const mentions = this.#session.mentionsOf(entryId);
    const from = this.#at;
    const before = from ? mentions.findIndex((one) => isSamePlace(one, from)) : -1;
    const index = (before + 1) % Math.max(1, mentions.length);
    const at = mentions[index];
    if (!at) return null;
    this.#goTo(at);
    const isStill = this.#view.matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (!isStill) {
      this.#later(FLASH_MS, () => this.#session.paintRing(null));
      this.#later(2 * FLASH_MS, () => this.#session.paintRing(at));
    }
    this.#later(JUMP_RING_MS, () => this.#session.paintRing(null));
    return { at: index + 1, of: mentions.length };
  }

  #later(afterMs: number, work: () => void): void {
    this.#timers.push(setTimeout(work, afterMs));
  }

  #goTo(at: PlacedMention | null): void {
    for (const timer of this.#timers.splice(0)) clearTimeout(timer);
    this.#at = at;
    this.#session.paintRing(at);
    if (at) scrollToSee(at.boundaries);
  }

  /** She goes on by other means. */
  forget(): void {
    this.#goTo(null);
  }
}

/** Index of the first stop below the upper edge of the window; 0 where all are above. */
function firstInSight(stops: readonly PlacedMention[]): number {
  const index = stops.findIndex((stop) => (viewportRectsOf(stop.boundaries)[0]?.bottom ?? 0) > 0);
  return Math.max(0, index);
}
