import { isReadingOn, type Switches } from '../settings/switches';
import { ownFrameDocument } from './frames';
import { storySignOf } from './is-story';

/** `failed`: a story whose reader was asked for and does not come. */
export type GateState = 'off' | 'not-a-story' | 'story' | 'failed';

/** What a gate asks for, or tells. */
export interface GateDeeds {
  /** Must come with a way to fail, after which it is asked again at the next occasion. */
  readonly bringReader: () => Promise<void>;
  /** Brings a gate of its own into each frame of the page; frames that have one keep it. */
  readonly bringFrameGates: () => Promise<void>;
  /** Reading is off here, the page is no story, or its reader does not come; which was not told before. */
  readonly tell: (state: Exclude<GateState, 'story'>) => void;
}

/**
 * Pauses after which a page that is no story is looked at again, ms: pages that build themselves, or
 * change their address without a load, have their text later. Few and ever rarer; see {@link Gate.look}.
 */
const LATER_LOOKS_MS = [500, 1_000, 2_000, 4_000, 8_000, 16_000];

/** A reader that is longer in coming is told as failed until it comes, ms. */
const READER_PATIENCE_MS = 5_000;

/**
 * Decides, on every page, whether the reader is wanted: asks for it once, when the page is a story, or
 * one of a site whose pages are always read, and reading is switched on. A page that is not in sight is
 * not looked at before it is. Where a frame of the page's own origin holds a story, the frames get gates.
 */
export class Gate {
  #document: Document;
  #deeds: GateDeeds;
  #switches: Switches | null = null;
  /** `asked`: the reader was asked for, and neither has come nor failed. */
  #reader: 'away' | 'asked' | 'here' = 'away';
  /** The reader was asked for, and has not come. */
  #isLate = false;
  /** The page looked like a story when the reader was brought. */
  #wasStory = false;
  /** What was last told; a page of which nothing was told is taken for no story. */
  #told: GateState = 'not-a-story';
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Stories in frames for which gates were asked: a page can say as often as it likes that one was loaded. */
  #framed = new WeakSet<Document>();
  /** Elements of the page when it was last looked at: a page of as many has not been filled since. */
  #elementsSeen = -1;

  constructor(document: Document, deeds: GateDeeds) {
    this.#document = document;
    this.#deeds = deeds;
    document.addEventListener('visibilitychange', () => this.look());
    // Loads do not bubble.
    document.addEventListener('load', ({ target }) => this.#lookIntoFrames([target]), { capture: true });
  }

  get #isWanted(): boolean {
    return this.#switches !== null && isReadingOn(this.#switches);
  }

  /** Whether the page is one to be read, as far as it goes by what it is. */
  get isStory(): boolean {
    if (this.#wasStory || this.#switches?.always) return true;
    return storySignOf(this.#document) !== null;
  }

  /** What keeps the reader away, or `story` where nothing that is known does. */
  get state(): GateState {
    if (!this.#isWanted) return 'off';
    if (!this.isStory) return 'not-a-story';
    return this.#isLate ? 'failed' : 'story';
  }

  /** Reading was switched on or off. */
  setSwitches(switches: Switches): void {
    this.#switches = switches;
    this.look();
    this.#tell();
  }

  /** An update has left this copy behind: nobody would hear it. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#switches = null;
  }

  /** The page is back from where browsers keep those that were left, which nobody remembers. */
  comeBack(): void {
    // Firefox drops what was on its way to a page that is left: it is asked for once more.
    if (this.#reader === 'asked') {
      this.#reader = 'away';
      this.look();
    }
    this.#told = this.#reader === 'away' ? 'not-a-story' : 'story';
    this.#tell();
  }

  /** Tells what is so, unless it was told. A reader that is here, or is brought, tells of a story itself. */
  #tell(): void {
    if (this.#isWanted && this.#told === 'not-a-story') return;
    const { state } = this;
    if (state === this.#told) return;
    this.#told = state;
    if (state !== 'story') this.#deeds.tell(state);
  }

  /** Looks at the page as it is now and, while it is no story, a few times more as it grows. */
  look(): void {
    clearTimeout(this.#timer);
    this.#elementsSeen = -1;
    this.#lookIntoFrames(this.#document.querySelectorAll('iframe, frame'));
    this.#lookOn(LATER_LOOKS_MS);
  }

  #lookOn([pause, ...pauses]: readonly number[]): void {
    if (this.#reader !== 'away' || !this.#isWanted || this.#document.visibilityState !== 'visible') return;
    const elements = this.#document.getElementsByTagName('*').length;
    if (elements !== this.#elementsSeen && this.isStory) {
      this.#bring();
      return;
    }
    this.#elementsSeen = elements;
    if (pause !== undefined) this.#timer = setTimeout(() => this.#lookOn(pauses), pause);
  }

  #lookIntoFrames(frames: Iterable<EventTarget | null>): void {
    if (!this.#isWanted || this.#document.visibilityState !== 'visible') return;
    const stories = [...frames]
      .map(ownFrameDocument)
      .filter((inside) => inside !== null)
      .filter((inside) => !this.#framed.has(inside) && storySignOf(inside) !== null);
    if (stories.length === 0) return;
    for (const story of stories) this.#framed.add(story);
    this.#deeds.bringFrameGates().catch((error: unknown) => {
      for (const story of stories) this.#framed.delete(story);
      console.warn('Newsgloss could not start in the frames of this page:', error);
    });
  }

  #bring(): void {
    this.#reader = 'asked';
    // Else it is brought because there is a sign, which is not looked for twice.
    this.#wasStory ||= !this.#switches?.always || storySignOf(this.#document) !== null;
    this.#told = 'story';
    const beLate = () => {
      this.#isLate = true;
      this.#tell();
    };
    const patience = setTimeout(beLate, READER_PATIENCE_MS);
    this.#deeds
      .bringReader()
      .then(
        () => {
          this.#reader = 'here';
          this.#isLate = false;
        },
        (error: unknown) => {
          this.#reader = 'away';
          beLate();
          console.warn('Newsgloss could not start on this page:', error);
        },
      )
      .finally(() => clearTimeout(patience));
  }
}
