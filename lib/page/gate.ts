import type { Switches } from '../settings/switches';
import { ownFrameDocument } from './frames';
import { storySignOf } from './is-story';

export type GateState = 'off' | 'not-a-story' | 'story';

/**
 * Pauses after which a page that is no story is looked at again, ms: pages that build themselves, or
 * change their address without a load, have their text later. Few and ever rarer; see {@link Gate.look}.
 */
const LATER_LOOKS_MS = [500, 1_000, 2_000, 4_000, 8_000, 16_000];

/**
 * Decides, on every page, whether the reader is wanted: asks for it once, when the page is a story
 * and reading is switched on. `bringReader` must come with a way to fail, after which it is asked
 * again at the next occasion. A page that is not in sight is not looked at before it is.
 * Where a frame of the page's own origin holds a story, `bringFrameGates` is to bring a gate of its own
 * into each frame; frames that have one keep it.
 */
export class Gate {
  #document: Document;
  #bringReader: () => Promise<void>;
  #bringFrameGates: () => Promise<void>;
  #switches: Switches | null = null;
  #isReaderHere = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Elements of the page when it was last looked at: a page of as many has not been filled since. */
  #elementsSeen = -1;

  constructor(document: Document, bringReader: () => Promise<void>, bringFrameGates: () => Promise<void>) {
    this.#document = document;
    this.#bringReader = bringReader;
    this.#bringFrameGates = bringFrameGates;
    document.addEventListener('visibilitychange', () => this.look());
    // Loads do not bubble.
    document.addEventListener('load', ({ target }) => this.#lookIntoFrames([target]), { capture: true });
  }

  get #isWanted(): boolean {
    return Boolean(this.#switches?.everywhere && this.#switches.here);
  }

  /** What keeps the reader away, or `story` where nothing does. */
  get state(): GateState {
    if (this.#isReaderHere) return 'story';
    if (!this.#isWanted) return 'off';
    return storySignOf(this.#document) ? 'story' : 'not-a-story';
  }

  /** Reading was switched on or off. */
  setSwitches(switches: Switches): void {
    this.#switches = switches;
    this.look();
  }

  /** Looks at the page as it is now and, while it is no story, a few times more as it grows. */
  look(): void {
    clearTimeout(this.#timer);
    this.#elementsSeen = -1;
    this.#lookIntoFrames(this.#document.querySelectorAll('iframe, frame'));
    this.#lookOn(LATER_LOOKS_MS);
  }

  #lookOn([pause, ...pauses]: readonly number[]): void {
    if (this.#isReaderHere || !this.#isWanted || this.#document.visibilityState !== 'visible') return;
    const elements = this.#document.getElementsByTagName('*').length;
    if (elements !== this.#elementsSeen && this.state === 'story') {
      this.#bring();
      return;
    }
    this.#elementsSeen = elements;
    if (pause !== undefined) this.#timer = setTimeout(() => this.#lookOn(pauses), pause);
  }

  #lookIntoFrames(frames: Iterable<EventTarget | null>): void {
    if (!this.#isWanted || this.#document.visibilityState !== 'visible') return;
    const documents = [...frames].map(ownFrameDocument);
    if (!documents.some((inside) => inside !== null && storySignOf(inside) !== null)) return;
    this.#bringFrameGates().catch((error: unknown) => {
      console.warn('Newsgloss could not start in the frames of this page:', error);
    });
  }

  #bring(): void {
    this.#isReaderHere = true;
    this.#bringReader().catch((error: unknown) => {
      this.#isReaderHere = false;
      console.warn('Newsgloss could not start on this page:', error);
    });
  }
}
