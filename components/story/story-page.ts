import type { FoundEntry } from '../../lib/matching/find-entry';
import type { CardAnswer, PageState, StoryReport } from '../../lib/messaging/protocol';
import type { AskMentions } from '../../lib/page/ask-in-parts';
import { controlHover, type HoverControl } from '../../lib/page/hover-controller';
import { MentionWalk } from '../../lib/page/mention-walk';
import type { StoryName } from '../../lib/page/story-reading';
import { StorySession } from '../../lib/page/story-session';
import type { StoryText } from '../../lib/page/story-text';
import { message } from '../../lib/platform/i18n';
import { isExtensionAlive } from '../../lib/platform/lifetime';
import type { MarkSettings } from '../../lib/settings/marks';
import type { Quiet } from '../../lib/settings/quiet';
import { HOVER_DELAY, type ThemeChoice } from '../../lib/settings/table';
import { CardLookups } from './card-lookups';
import { CardOnDemand, type MakeCard } from './card-on-demand';
import { positionOfTarget, targetOf } from './targets';

/** What the page asks of the background. */
export interface StoryDeskClient {
  readonly annotate: AskMentions;
  card(entryId: string, storyDate: string | null): Promise<CardAnswer | null>;
  /** Brings the script of the card into the page. */
  bringCard(): Promise<MakeCard>;
  /** Opens the page where an entry can be changed. */
  editEntry(entryId: string): void;
  /** Tells how the story is now. */
  tell(state: PageState): void;
}

/** While a card is shown it is asked so often whether an update has left it behind, ms. */
const LEFT_BEHIND_EVERY_MS = 1_000;

const isInShadow = (host: Element) => host.getRootNode() !== host.ownerDocument;

const wordsFor = ({ name, summary }: StoryName) => (summary ? message('saidName', name, summary) : name);

/** A story page with its marks and its card, on or off; and what it says of itself to the popup. */
export class StoryPage {
  #session: StorySession;
  #lookups: CardLookups;
  #card: CardOnDemand;
  #walk: MentionWalk;
  #hover: HoverControl | null = null;
  #window: Window & typeof globalThis;
  #desk: StoryDeskClient;
  #restMs = HOVER_DELAY.usual;
  /** An update has left this copy behind. */
  #isLeft = false;
  #leftWatch: ReturnType<typeof setInterval> | undefined;
  /** What was last told of the story; null for nothing yet. */
  #told: string | null = null;

  /** `site` is the story's, as siteOf gives it. */
  constructor(document: Document, site: string, desk: StoryDeskClient) {
    if (!document.defaultView) throw new Error('a page that is shown has a window');
    this.#window = document.defaultView;
    this.#desk = desk;
    this.#session = new StorySession(
      this.#window,
      site,
      // Nobody would answer a copy that was left behind.
      async (request) => (this.#hasBeenLeft() ? null : desk.annotate(request)),
      () => {
        if (!this.#hasBeenLeft()) this.#hover?.pageChanged();
      },
      () => this.#tell(),
    );
    this.#lookups = new CardLookups((id, date) => desk.card(id, date));
    this.#card = new CardOnDemand(
      {
        document,
        session: this.#session,
        story: {
          lookups: this.#lookups,
          site,
          date: () => this.#session.storyDate,
          editEntry: (id) => desk.editEntry(id),
        },
        deeds: {
          onDismiss: () => this.#hover?.dismiss(),
          onPin: () => this.#hover?.pin(),
          onUnpin: () => this.#hover?.unpin(),
        },
      },
      () => desk.bringCard(),
    );
    this.#walk = new MentionWalk(this.#session, this.#window);
  }

  /** Switches reading on or off; off leaves the page as if we had never been there. */
  setOn(isOn: boolean): void {
    if (isOn === this.#session.isOn || this.#isLeft) return;
    if (!isOn) {
      this.#clear();
      return;
    }
    this.#session.start(() => this.#card.element);
    this.#watchHand();
  }

  /** An update has left this copy behind: takes all that is its own off the page, for good. The newer one reads it. */
  leave(): void {
    this.#isLeft = true;
    this.#clear();
  }

  #clear(): void {
    clearInterval(this.#leftWatch);
    this.#told = null;
    this.#hover?.stop();
    this.#hover = null;
    this.#walk.forget();
    this.#session.stop();
    this.#card.remove();
    this.#lookups.forget();
  }

  #hasBeenLeft(): boolean {
    if (!this.#isLeft && !isExtensionAlive()) this.leave();
    return this.#isLeft;
  }

  /** As long as a card is shown, which may be pinned: no hand need come near it. */
  #watchForUpdates(): void {
    clearInterval(this.#leftWatch);
    this.#leftWatch = setInterval(() => {
      if (!this.#hasBeenLeft() && !this.#card.isShown) clearInterval(this.#leftWatch);
    }, LEFT_BEHIND_EVERY_MS);
  }

  /** Opens and closes cards from now on, as the reader's hand asks. */
  #watchHand(): void {
    this.#hover ??= controlHover(this.#window, {
      targetAt: (point) => {
        const place = this.#session.mentionAt(point);
        return place && targetOf(place);
      },
      cardRect: () => this.#card.rect,
      isCardEvent: (event) => {
        const host = this.#card.element;
        if (!host?.isConnected) return false;
        // Inside a dialog of an open shadow root, the event's target is that root's host.
        return event.target === host || (isInShadow(host) && event.composedPath().includes(host));
      },
      isCardWrittenIn: () => this.#card.isWrittenIn,
      isCardLost: () => this.#card.isLost,
      positionOf: (target) => positionOfTarget(this.#session, target),
      followMention: () => this.#card.followMention(),
      isOpenName: (target) => this.#card.isOpenName(target),
      lookUp: (target) => {
        if (!this.#hasBeenLeft()) this.#card.lookUp(target);
      },
      openCard: (target, by, point) => {
        if (this.#hasBeenLeft()) return;
        if (by !== 'key') this.#walk.forget();
        this.#card.open(target, by, point);
        this.#watchForUpdates();
      },
      closeCard: () => this.#card.close(),
      pinCard: () => this.#card.pin(),
      unpinCard: () => this.#card.unpin(),
    });
    this.#hover.setRest(this.#restMs);
  }

  /** Goes to the next marked name, or the one before, and has its name and summary said. */
  walk(step: 1 | -1): null {
    if (!this.#session.isOn) return null;
    this.#hover?.close();
    const at = this.#walk.go(step);
    const name = at && this.#session.names.find(({ id }) => id === at.mention.entryId);
    this.#card.announce(name ? wordsFor(name) : message('saidNoNames'), at);
    return null;
  }

  /** Opens the card of the name that {@link walk} has led to, else of the first in sight, for a key. */
  openByKey(): null {
    if (!this.#walk.at) this.walk(1);
    const { at } = this.#walk;
    if (at) this.#hover?.open(targetOf(at.place));
    return null;
  }

  /** Leads to the first mention of an entry or, from there, to the next; see {@link MentionWalk.jump}. */
  jump(entryId: string): { readonly at: number; readonly of: number } | null {
    if (!this.#session.isOn) return null;
    this.#hover?.close();
    return this.#walk.jump(entryId);
  }

  /** The story's text, with what was found in it. */
  get text(): StoryText {
    return this.#session.text;
  }

  /** The page is back from where browsers keep those that were left, which nobody remembers. */
  comeBack(): void {
    this.#told = null;
    if (this.#session.isOn) this.#tell();
    this.#lookups.forget();
    this.#session.comeBack();
  }

  /** Tells how the story is, unless it was told. */
  #tell(): void {
    const { state, names } = this.#session;
    if (state === 'reading') return;
    if (names.length > 0 && !this.#isLeft) this.#card.bring();
    const said: PageState = state === 'read' ? { state, count: names.length } : { state };
    if (JSON.stringify(said) === this.#told) return;
    this.#told = JSON.stringify(said);
    this.#desk.tell(said);
  }

  /**
   * Opens the card of the mention in the selection, else of `found`, beside it; also where reading is off,
   * since it was asked for. False where nothing is selected in the page, or it is no name.
   */
  openAtSelection(found: FoundEntry | null): boolean {
    const selection = this.#window.getSelection();
    const part = selection?.rangeCount ? selection.getRangeAt(0) : null;
    if (!part || part.collapsed) return false;
    let placed = this.#session.mentionIn(part);
    if (!placed && found) {
      const { id: entryId, alias } = found;
      const why = { alias, rule: 'alias', evidence: [] } as const;
      const mention = { block: -1, start: 0, end: alias.length, entryId, sense: 'sure', why } as const;
      placed = this.#session.pick({ mention, boundaries: new StaticRange(part) });
    }
    if (!placed) return false;
    this.#watchHand();
    this.#hover?.open(targetOf(placed.place));
    return true;
  }

  /** What the user has muted or silenced, from now on. */
  setQuiet(quiet: Quiet): void {
    this.#session.setQuiet(quiet);
  }

  /** How names are marked, from now on. */
  setMarks(settings: MarkSettings): void {
    this.#session.setMarks(settings);
  }

  /** How long the pointer rests on a name from now on before its card opens, ms. */
  setHoverDelay(restMs: number): void {
    this.#restMs = restMs;
    this.#hover?.setRest(restMs);
  }

  /** In which colours cards are, from now on. */
  setTheme(theme: ThemeChoice): void {
    this.#card.setTheme(theme);
  }

  /** The glossary has a new edition: marks and cards of the one before no longer count. */
  followGlossary(): void {
    this.#lookups.forget();
    this.#session.readAnew();
  }

  /** What the popup shows of this page; undefined while reading is off, which the gate says. A story that could not be read is tried again. */
  report(): StoryReport | undefined {
    if (!this.#session.isOn) return undefined;
    switch (this.#session.state) {
      case 'read':
        return { state: 'read', date: this.#session.storyDate, names: this.#session.names };
      case 'reading':
        return { state: 'reading' };
      case 'failed':
        void this.#session.readAgain();
        return { state: 'failed' };
    }
  }
}
