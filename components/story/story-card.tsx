import { render } from 'preact';
import type { Rect } from '../../lib/hover/geometry';
import type { OpenedBy, Target } from '../../lib/hover/machine';
import type { CardAnswer } from '../../lib/messaging/protocol';
import { announce } from '../../lib/page/announce';
import { CardFocus } from '../../lib/page/card-focus';
import {
  attachCardHost,
  type CardHost,
  createCardHost,
  hideCardHost,
  isCardHostShown,
  setCardTheme,
  showCardHost,
} from '../../lib/page/card-host';
import type { ViewportPoint } from '../../lib/page/mention-at-point';
import { type CardSide, placeAside, placeCard } from '../../lib/page/place-card';
import type { PlacedMention } from '../../lib/page/placed-mentions';
import { elementAround, viewportRectsOf } from '../../lib/page/ranges';
import type { StorySession } from '../../lib/page/story-session';
import type { ThemeChoice } from '../../lib/settings/table';
import { CardContent, type CardStory } from './card-content';
import { placedTarget } from './targets';

/** A look-up that takes longer than this is shown as going on, ms: less is a flicker. */
const LOADING_AFTER_MS = 100;
/** The same while another card is shown, which stays so long in its place, ms. */
const LOADING_AFTER_OTHER_MS = 300;

interface OpenCard {
  readonly target: Target;
  /** Where the mention stands now. */
  placed: PlacedMention;
  readonly by: OpenedBy;
  readonly point: ViewportPoint | null;
  readonly content: CardContent;
  isShown: boolean;
  isUnfolded: boolean;
  /** Where it was placed; null until it has something to say. */
  side: CardSide | null;
  /** Opened by key, and the focus is not yet in it. */
  wantsFocus: boolean;
}

/** What the card of a story page is made of. */
export interface CardOptions {
  readonly document: Document;
  readonly session: StorySession;
  readonly story: CardStory;
  readonly deeds: CardDeeds;
}

/** What a reader does with the cards themselves. */
interface CardDeeds {
  /** The open card's close button was pressed, or Tab left it. */
  readonly onDismiss: () => void;
  readonly onPin: () => void;
  /** The pinned card's pin or close button was pressed. */
  readonly onUnpin: () => void;
}

/**
 * The card of one story page, and the pinned one beside it: one of each at a time, in the page's one
 * host element, made when first needed.
 */
export class StoryCard {
  #document: Document;
  #styles: string;
  #session: StorySession;
  #story: CardStory;
  #deeds: CardDeeds;
  #host: CardHost | null = null;
  #open: OpenCard | null = null;
  /** Made while the pointer slows on its mention, so that it has only to be shown when the rest is over. */
  #ready: OpenCard | null = null;
  #pinned: OpenCard | null = null;
  #focus: CardFocus;
  #theme: ThemeChoice = 'system';

  /** @param styles the card's style sheet. */
  constructor(options: CardOptions, styles: string) {
    this.#document = options.document;
    this.#styles = styles;
    this.#session = options.session;
    this.#story = options.story;
    this.#deeds = options.deeds;
    this.#focus = new CardFocus(options.document);
  }

  /** Our element in the page, or null before the first card. */
  get element(): HTMLElement | null {
    return this.#host?.element ?? null;
  }

  /** Whether a card is there, open or pinned. */
  get isShown(): boolean {
    return this.#open !== null || this.#pinned !== null;
  }

  /** The open card's rectangle in viewport coordinates, or null. */
  get rect(): Rect | null {
    const host = this.#open && this.#host;
    return host && isCardHostShown(host) ? host.element.getBoundingClientRect() : null;
  }

  /** The focus is in a field of the open card. */
  get isWrittenIn(): boolean {
    const focused = this.#host?.root.activeElement;
    return focused instanceof HTMLTextAreaElement && this.#host?.mount.contains(focused) === true;
  }

  /** True where a card was shown, and the page has removed or hidden its host since. */
  get isLost(): boolean {
    return this.#open?.isShown === true && !(this.#host && isCardHostShown(this.#host));
  }

  /**
   * The page was read anew: the open card's mention may stand elsewhere. False where it is gone, or
   * where its place is another name's.
   */
  followMention(): boolean {
    if (!this.#open) return true;
    const placed = placedTarget(this.#session, this.#open.target);
    if (placed?.mention.entryId !== this.#open.placed.mention.entryId)
      return this.#open.content.outlivesMention;
    this.#open.placed = placed;
    this.#session.paintOpen(placed);
    return true;
  }

  /** Whether a mention names what the open card is about. */
  isOpenName(target: Target): boolean {
    const entryId = placedTarget(this.#session, target)?.mention.entryId;
    return entryId !== undefined && entryId === this.#open?.placed.mention.entryId;
  }

  /** The card for this mention will probably be wanted. */
  lookUp(target: Target): void {
    const placed = placedTarget(this.#session, target);
    if (!placed) return;
    this.#story.lookups
      .get(placed.mention.entryId, this.#session.date)
      .then((answer) => answer && this.#makeReady(target, placed, answer))
      // A failure shows when the card opens.
      .catch(() => undefined);
  }

  #makeReady(target: Target, placed: PlacedMention, answer: CardAnswer): void {
    if (this.#open) return;
    const ready = this.#card(target, placed, 'pointer', null);
    ready.content.prepare(answer);
    this.#ready = ready;
    // The host is not shown: its elements are made, and nothing is laid out or painted.
    render(this.#markup(ready), this.#ensureHost().mount);
  }

  #card(
    target: Target,
    placed: PlacedMention,
    by: OpenedBy,
    point: ViewportPoint | null,
    content = this.#content(placed),
  ): OpenCard {
    const wantsFocus = by === 'key';
    return { target, placed, by, point, content, isShown: false, isUnfolded: false, side: null, wantsFocus };
  }

  #content({ mention }: PlacedMention): CardContent {
    const content = new CardContent(mention, this.#story, () => this.#refresh(content));
    return content;
  }

  /** Opens the card beside its mention; `point` is where the pointer is, null when opened by key. */
  open(target: Target, by: OpenedBy, point: ViewportPoint | null): void {
    const placed = placedTarget(this.#session, target);
    if (!placed) return;
    const ready = this.#ready?.placed.mention === placed.mention ? this.#ready.content : undefined;
    const open = this.#card(target, placed, by, point, ready);
    this.#ready = null;
    // What is shown for another mention stays in sight until this one is painted.
    const isOther = this.#open?.isShown === true;
    this.#open = open;
    this.#session.paintOpen(placed);
    if (!open.content.isLoading) this.#show(open);
    open.content.fill(isOther ? LOADING_AFTER_OTHER_MS : LOADING_AFTER_MS);
  }

  close(): void {
    this.#open = null;
    this.#session.paintOpen(null);
    if (!this.#host) return;
    this.#focus.giveBack(this.#host.root, this.#host.mount);
    hideCardHost(this.#host);
    render(null, this.#host.mount);
  }

  /** Puts the open card aside, in the place of an earlier one. */
  pin(): void {
    const open = this.#open;
    const host = this.#host;
    if (!open || !host) return;
    const hadFocus = host.mount.contains(host.root.activeElement);
    this.close();
    this.#pinned = { ...open, wantsFocus: false };
    this.#showPinned(this.#pinned);
    if (hadFocus && open.by === 'key') this.#focus.enter(host.root, host.aside);
  }

  unpin(): void {
    this.#pinned = null;
    if (!this.#host) return;
    this.#focus.giveBack(this.#host.root, this.#host.aside);
    if (this.#host.aside.matches(':popover-open')) this.#host.aside.hidePopover();
    render(null, this.#host.aside);
  }

  /** Has screen readers say `words`; `place` is the mention that they are about, or null. */
  announce(words: string, place: PlacedMention | null): void {
    const host = this.#ensureHost();
    const around = place && elementAround(place.boundaries);
    attachCardHost(host, around ?? this.#document.documentElement);
    announce(host.live, words);
  }

  /** In which colours cards are, from now on. */
  setTheme(theme: ThemeChoice): void {
    this.#theme = theme;
    if (this.#host) setCardTheme(this.#host, theme);
  }

  /** Takes the host out of the page. */
  remove(): void {
    this.close();
    this.unpin();
    this.#host?.element.remove();
    this.#host = null;
  }

  /** Paints anew whichever card has this content; one that was closed meanwhile has none. */
  #refresh(content: CardContent): void {
    if (this.#open?.content === content) this.#show(this.#open);
    else if (this.#pinned?.content === content) this.#showPinned(this.#pinned);
  }

  #show(open: OpenCard): void {
    const host = this.#ensureHost();
    const context = elementAround(open.placed.boundaries);
    if (!context) return;
    render(this.#markup(open), host.mount);
    showCardHost(host, context);
    open.isShown = true;
    void this.#place(open, context);
    if (!open.wantsFocus) return;
    this.#focus.enter(host.root, host.mount);
    open.wantsFocus = open.content.isLoading;
  }

  #showPinned(pinned: OpenCard): void {
    const { placed } = pinned;
    const context = elementAround(placed.boundaries);
    const host = this.#ensureHost();
    if (this.#pinned !== pinned || !context || !this.#document.defaultView) return;
    render(this.#markup(pinned), host.aside);
    attachCardHost(host, context);
    placeAside(host.aside, context.getBoundingClientRect(), this.#document.defaultView);
  }

  async #place(open: OpenCard, context: Element): Promise<void> {
    const rects = viewportRectsOf(open.placed.boundaries);
    if (!this.#host || rects.length === 0) return;
    const { point, side } = open;
    const aside = this.#pinned ? this.#host.aside.getBoundingClientRect() : null;
    const placed = await placeCard(this.#host.element, rects, context, { point, side, aside });
    if (!open.content.isLoading) open.side = placed;
  }

  #markup(open: OpenCard) {
    const pinned = open === this.#pinned;
    return open.content.markup({
      key: open.target,
      onClose: () => (pinned ? this.#deeds.onUnpin() : this.#deeds.onDismiss()),
      closeButton: open.by !== 'pointer' || pinned,
      pinned,
      onPin: () => (pinned ? this.#deeds.onUnpin() : this.#deeds.onPin()),
      startsUnfolded: open.isUnfolded,
      onUnfold: (unfolded) => {
        open.isUnfolded = unfolded;
        this.#refresh(open.content);
      },
    });
  }

  #ensureHost(): CardHost {
    if (this.#host) return this.#host;
    const host = createCardHost(this.#document, this.#styles);
    this.#host = host;
    setCardTheme(host, this.#theme);
    const walk = (event: KeyboardEvent, mount: HTMLElement, card: OpenCard | null, onLeave: () => void) => {
      if (card) this.#focus.walk(event, mount, card.placed.boundaries.startContainer, onLeave);
    };
    host.mount.addEventListener('keydown', (event) =>
      walk(event, host.mount, this.#open, this.#deeds.onDismiss),
    );
    host.aside.addEventListener('keydown', (event) => walk(event, host.aside, this.#pinned, () => undefined));
    return host;
  }
}
