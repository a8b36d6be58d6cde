import type { Switches } from '../settings/switches';
import { storySignOf } from './is-story';

export type GateState = 'off' | 'not-a-story' | 'story';

/**
 * Decides, on every page, whether the reader is wanted: asks for it once, when the page is a story
 * and reading is switched on. `bringReader` must come with a way to fail, after which it is asked
 * again at the next occasion.
 */
export class Gate {
  #document: Document;
  #bringReader: () => Promise<void>;
  #switches: Switches | null = null;
  #isReaderHere = false;

  constructor(document: Document, bringReader: () => Promise<void>) {
    this.#document = document;
    this.#bringReader = bringReader;
  }

  /** What keeps the reader away, or `story` where nothing does. */
  get state(): GateState {
    if (this.#isReaderHere) return 'story';
    if (!this.#switches?.everywhere || !this.#switches.here) return 'off';
    return storySignOf(this.#document) ? 'story' : 'not-a-story';
  }

  /** Reading was switched on or off. */
  setSwitches(switches: Switches): void {
    this.#switches = switches;
    this.look();
  }

  /** Looks at the page, as it is now. */
  look(): void {
    if (this.#isReaderHere || this.state !== 'story') return;
    this.#isReaderHere = true;
    this.#bringReader().catch((error: unknown) => {
      this.#isReaderHere = false;
      console.warn('Newsgloss could not start on this page:', error);
    });
  }
}
