import { LONGEST_BLOCK, type Mention } from '../matching/types';
import { DEFAULT_MARKS, type MarkSettings } from '../settings/marks';
import { isSilenced, NOTHING_QUIET, type Quiet } from '../settings/quiet';
import { type AskMentions, askInParts } from './ask-in-parts';
import type { PageBlock, ShownTest } from './blocks';
import { shownParentOf } from './flat-tree';
import { markedMentions } from './marked-mentions';
import { MARK_HIGHLIGHTS, OPEN_HIGHLIGHT, paintHighlight, RING_HIGHLIGHT } from './marks';
import { MarksInView } from './marks-in-view';
import { type MentionPlace, mentionAtPoint, type ViewportPoint } from './mention-at-point';
import { type PlacedMention, placedIn, placedWhere } from './placed-mentions';
import type { StoryDate } from './story-date';
import { StoryFollowing } from './story-following';
import { StoryReader } from './story-reader';
import {
  changeOf,
  NOTHING_READ,
  type StoryName,
  type StoryReading,
  storyNamesOf,
  withAnnotation,
  withoutMentions,
} from './story-reading';
import { type StoryText, storyTextOf } from './story-text';

export type SessionState = 'reading' | 'read' | 'failed';

/** A reading that takes longer is told as failed until its answer comes, ms: a cold background on a slow machine needs some. */
const READING_PATIENCE_MS = 8_000;

/** Where no mention of a story stands: that of what was picked. */
const PICKED_PLACE: MentionPlace = { blockIndex: -1, mentionIndex: 0 };

const isReadable = ({ text }: PageBlock) => text.length <= LONGEST_BLOCK;

/** What has no box of its own (`display: contents`) is shown where what is around it is. */
const isShown: ShownTest = (element) => {
  for (let at: Element | null = element; at; at = shownParentOf(at)) {
    if (at.checkVisibility({ visibilityProperty: true })) return true;
    if (getComputedStyle(at).display !== 'contents') return false;
  }
  return false;
};

/**
 * Reads the story of one page for as long as it is on: finds its blocks, has them annotated, paints
 * the marks, and reads on when the page changes. Not before the page is visible.
 */
export class StorySession {
  #askMentions: AskMentions;
  #document: Document;
  #site: string;
  /** All that was found. */
  #reading: StoryReading = NOTHING_READ;
  /** What of it is shown: all but what the user has silenced. */
  #shown: StoryReading = NOTHING_READ;
  /** The names of what is shown, once they were asked for. */
  #named: { readonly of: StoryReading; readonly names: readonly StoryName[] } | null = null;
  #quiet: Quiet = NOTHING_QUIET;
  #markSettings: MarkSettings = DEFAULT_MARKS;
  /** The mentions that are marked, in the order of the story. */
  #marked: readonly MentionPlace[] = [];
  #marksInView: MarksInView;
  /** The glossary has another edition: the whole story is to be annotated anew. */
  #isOutdated = false;
  #reader: StoryReader;
  #following: StoryFollowing;
  #state: SessionState = 'reading';
  #stops: (() => void)[] = [];
  /** Counts starts, stops and returns, so that an answer for an earlier one is dropped. */
  #run = 0;
  /** The run of which an answer is on its way; null for none. */
  #askingRun: number | null = null;
  #isDirty = false;
  #picked: PlacedMention | null = null;
  #onChanged: () => void;
  #onSettled: () => void;

  /**
   * `view` shows the page; `site` is the story's, for what is silenced there alone. `onChanged` is called whenever marks may
   * have moved, appeared or gone; `onSettled` when the story was read, or could not be.
   */
  constructor(
    view: Window,
    site: string,
    askMentions: AskMentions,
    onChanged: () => void,
    onSettled: () => void,
  ) {
    this.#document = view.document;
    this.#reader = new StoryReader(this.#document, isShown);
    this.#following = new StoryFollowing(this.#reader);
    this.#marksInView = new MarksInView(view);
    this.#site = site;
    this.#askMentions = askMentions;
    this.#onChanged = onChanged;
    this.#onSettled = onSettled;
  }

  get isOn(): boolean {
    return this.#stops.length > 0;
  }

  get state(): SessionState {
    return this.#state;
  }

  /** The story's date and where it was found, or null where the page does not say. */
  get storyDate(): StoryDate | null {
    return this.#reader.frame.date;
  }

  /** The story's day, `YYYY-MM-DD`, or null where the page does not say. */
  get date(): string | null {
    return this.storyDate?.day ?? null;
  }

  /** The names found, in the order of their first mention. */
  get names(): readonly StoryName[] {
    if (this.#named?.of !== this.#shown) this.#named = { of: this.#shown, names: storyNamesOf(this.#shown) };
    return this.#named.names;
  }

  /** Starts reading; `ownElement` is our host in the page, whose changes are not the page's. */
  start(ownElement: () => Node | null): void {
    if (this.isOn) return;
    this.#run += 1;
    this.#state = 'reading';
    const onVisible = () => {
      if (this.#document.visibilityState === 'visible' && this.#isDirty) void this.readAgain();
    };
    this.#document.addEventListener('visibilitychange', onVisible);
    this.#stops = [
      () => this.#document.removeEventListener('visibilitychange', onVisible),
      this.#following.watch(this.#document, ownElement, () => this.readAgain()),
    ];
    void this.readAgain();
  }

  /** Stops reading and takes the marks off the page. */
  stop(): void {
    this.#run += 1;
    for (const stop of this.#stops.splice(0)) stop();
    this.#forget();
    this.#following.forget();
    this.#paint();
  }

  /** What the user has muted or silenced, from now on. */
  setQuiet(quiet: Quiet): void {
    this.#quiet = quiet;
    if (!this.isOn) return;
    this.#show();
    this.#onSettled();
  }

  /** How names are marked from now on. */
  setMarks(settings: MarkSettings): void {
    this.#markSettings = settings;
    if (!this.isOn) return;
    this.#paint();
    this.#onChanged();
  }

  /**
   * The glossary has changed: the story is annotated anew, at once where it is visible, else when it
   * shows. What stands there stays until the answer comes.
   */
  readAnew(): void {
    this.#isOutdated = true;
    if (this.isOn) void this.readAgain();
  }

  /**
   * The page is back from where browsers keep those that were left: what was asked before may never be
   * answered (Firefox drops the answer), and editions that came meanwhile were told to nobody.
   */
  comeBack(): void {
    this.#run += 1;
    this.readAnew();
  }

  /** Reads what is new on the page; asked for again while it runs, runs once more. */
  async readAgain(): Promise<void> {
    if (this.#askingRun === this.#run || this.#document.visibilityState !== 'visible') {
      this.#isDirty = true;
      return;
    }
    const run = this.#run;
    this.#askingRun = run;
    const patience = setTimeout(() => this.#settle(run, 'failed'), READING_PATIENCE_MS);
    try {
      do {
        this.#isDirty = false;
        // The page goes on changing: it is read when it has settled.
        if (!(await this.#readChanges(run))) return;
      } while (this.#isDirty && run === this.#run);
      this.#settle(run, 'read');
    } catch (error) {
      this.#settle(run, 'failed');
      // Tried again when the page changes or is shown again.
      this.#isDirty ||= run === this.#run;
      console.warn('Newsgloss could not read this story:', error);
    } finally {
      clearTimeout(patience);
      if (this.#askingRun === run) this.#askingRun = null;
    }
  }

  #settle(run: number, state: SessionState): void {
    if (run !== this.#run) return;
    this.#state = state;
    this.#onSettled();
  }

  /** Place of the mention at a point of the viewport, or null. */
  mentionAt(point: ViewportPoint): MentionPlace | null {
    return mentionAtPoint(this.#document, point, this.#shown, this.#reader);
  }

  /** What the reader has picked by selecting it, which is to be {@link placed} as if it were a mention. */
  pick({ mention, boundaries }: Omit<PlacedMention, 'place'>): PlacedMention {
    this.#picked = { mention, boundaries, place: PICKED_PLACE };
    return this.#picked;
  }

  /** The first mention that begins in a part of the page's text, or null. */
  mentionIn(part: Range): PlacedMention | null {
    const starts = ({ boundaries }: PlacedMention) =>
      part.isPointInRange(boundaries.startContainer, boundaries.startOffset ?? 0);
    return placedWhere(this.#shown, () => true).find(starts) ?? null;
  }

  /** A mention with its present boundaries, or null where the page has removed it. */
  placed(place: MentionPlace): PlacedMention | null {
    if (place.blockIndex === PICKED_PLACE.blockIndex)
      return this.#picked?.boundaries.startContainer.isConnected ? this.#picked : null;
    return placedIn(this.#shown, place);
  }

  /** The mentions at which a reader without a pointer stops, in order: the marked ones. */
  stops(): PlacedMention[] {
    // Where marks are not to be seen, the names that would have them.
    const { look } = this.#markSettings;
    const stops =
      look === 'none'
        ? markedMentions(this.#shown, { ...this.#markSettings, look: 'dotted' }, this.#quiet)
        : this.#marked;
    return stops.flatMap((place) => this.placed(place) ?? []);
  }

  /** Every mention of an entry, marked or not, in the order of the story. */
  mentionsOf(entryId: string): PlacedMention[] {
    return placedWhere(this.#shown, (mention) => mention.entryId === entryId);
  }

  /** The story's text with what was found in it, for whoever looks for more. */
  get text(): StoryText {
    return storyTextOf(this.#shown);
  }

  /** Shows at which mention a reader without a pointer is; null for none. */
  paintRing(at: PlacedMention | null): void {
    paintHighlight(RING_HIGHLIGHT, at ? [at.boundaries] : []);
  }

  /** Shows which mention's card is open; null for none. */
  paintOpen(open: PlacedMention | null): void {
    paintHighlight(OPEN_HIGHLIGHT, open ? [open.boundaries] : []);
  }

  /** Reads what has changed; false where the page has changed again before it was read. */
  async #readChanges(run: number): Promise<boolean> {
    const found = this.#following.read(() => run !== this.#run);
    const change = found instanceof Promise ? await found : found;
    if (!change || run !== this.#run) return false;
    const { gone, come } = change;
    const { blocks, added } = changeOf(this.#reading, gone, come.filter(isReadable));
    const isKnown = (block: PageBlock | null) => block !== null;
    // Nothing of what was read is left: the page shows another story under the same document.
    const isAnother = this.#reading.blocks.some(isKnown) && !blocks.some(isKnown);
    if (isAnother) this.#forget();
    else {
      // What stands there answers the pointer until the answer has come.
      this.#reading = { ...this.#reading, blocks };
      this.#shown = { ...this.#shown, blocks };
    }
    await (isAnother || this.#isOutdated
      ? this.#annotate(this.#reader.blocks.filter(isReadable), NOTHING_READ, run)
      : this.#annotate(added, this.#reading, run));
    return true;
  }

  /** Reads blocks on from a reading, which is nothing where the story is begun anew. */
  async #annotate(blocks: readonly PageBlock[], from: StoryReading, run: number): Promise<void> {
    const isNew = from === NOTHING_READ;
    if (isNew) this.#isOutdated = false;
    if (blocks.length > 0) {
      if (!(await this.#take(blocks, from, run))) return;
    } else {
      if (isNew) this.#reading = NOTHING_READ;
      this.#show();
    }
    this.#following.taken();
  }

  /** Takes in what is told of blocks, as it comes; false where the story is another now, or to be read anew. */
  async #take(blocks: readonly PageBlock[], from: StoryReading, run: number): Promise<boolean> {
    const { lang } = this.#reader.frame;
    // The marks of an earlier reading stand until there are all of the new one.
    const isShownAtOnce = from !== NOTHING_READ || this.#shown.blocks.length === 0;
    let reading = from;
    try {
      const about = { lang, date: this.date, story: from.story };
      for await (const answer of askInParts(this.#askMentions, blocks, about)) {
        if (run !== this.#run) return false;
        if (!answer) {
          this.#isOutdated = true;
          this.#isDirty = true;
          return false;
        }
        reading = withAnnotation(reading, reading === from ? blocks : [], answer);
        if (!answer.isWhole && !isShownAtOnce) continue;
        this.#reading = reading;
        this.#show();
      }
    } catch (error) {
      // The next try is to read what this one was to; of what was told in part, all.
      this.#isOutdated ||= from === NOTHING_READ || reading !== from;
      throw error;
    }
    return true;
  }

  /** Shows the reading as it is now. */
  #show(): void {
    const isQuiet = ({ entryId, why }: Mention) =>
      isSilenced(this.#quiet, { alias: why.alias, entryId, site: this.#site });
    this.#shown = this.#quiet.size > 0 ? withoutMentions(this.#reading, isQuiet) : this.#reading;
    this.#paint();
    this.#onChanged();
  }

  #forget(): void {
    this.#reading = NOTHING_READ;
    this.#shown = NOTHING_READ;
    this.#named = null;
  }

  #paint(): void {
    this.#marked = markedMentions(this.#shown, this.#markSettings, this.#quiet);
    const { look } = this.#markSettings;
    const marks = this.#marked.flatMap(({ blockIndex, mentionIndex }) => {
      const block = this.#shown.blocks[blockIndex];
      const span = this.#shown.mentions[blockIndex]?.[mentionIndex];
      return block && span ? { block, span } : [];
    });
    this.#marksInView.show(look === 'none' ? null : MARK_HIGHLIGHTS[look], marks);
    if (this.#shown.blocks.length > 0) return;
    paintHighlight(OPEN_HIGHLIGHT, []);
    paintHighlight(RING_HIGHLIGHT, []);
  }
}
