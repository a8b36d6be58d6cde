import { render } from 'preact';
import type { CardView } from '../../lib/glossary/card-types';
import type { Rect } from '../../lib/hover/geometry';
import type { OpenedBy, Target } from '../../lib/hover/machine';
import {
  type CardHost,
  createCardHost,
  hideCardHost,
  isCardHostShown,
  showCardHost,
} from '../../lib/page/card-host';
import type { MentionPlace, ViewportPoint } from '../../lib/page/mention-at-point';
import { type CardSide, placeCard } from '../../lib/page/place-card';
import { viewportRectsOf } from '../../lib/page/ranges';
import type { PlacedMention, StorySession } from '../../lib/page/story-session';
import { Card } from '../card/card';
import { CardFailed, CardGone, CardLoading } from '../card/card-states';
import type { CardLookups } from './card-lookups';

/** A look-up that takes longer than this is shown as failed, with a way to try again, ms. */
const PATIENCE_MS = 1_000;

/** A look-up that takes longer than this is shown as going on, ms: less is a flicker. */
const LOADING_AFTER_MS = 100;

type Content = { readonly view: CardView | null } | 'loading' | 'failed';

interface OpenCard {
  readonly target: Target;
  /** Where the mention stands now. */
  placed: PlacedMention;
  readonly by: OpenedBy;
  readonly point: ViewportPoint | null;
  content: Content;
  isShown: boolean;
  /** Where it was placed; null until it has something to say. */
  side: CardSide | null;
}

/** Names a mention to the hover machine. */
export function targetOf({ blockIndex, mentionIndex }: MentionPlace): Target {
  return `${blockIndex}:${mentionIndex}`;
}

function placeOf(target: Target): MentionPlace {
  const [blockIndex, mentionIndex] = target.split(':').map(Number);
  return { blockIndex: blockIndex ?? -1, mentionIndex: mentionIndex ?? -1 };
}

/** The card of one story page: one at a time, in the page's one host element, made when first needed. */
export class StoryCard {
  #document: Document;
  #styles: string;
  #session: StorySession;
  #lookups: CardLookups;
  #onDismiss: () => void;
  #host: CardHost | null = null;
  #mount: HTMLElement | null = null;
  #open: OpenCard | null = null;

  constructor(options: {
    readonly document: Document;
    /** The card's style sheet. */
    readonly styles: string;
    readonly session: StorySession;
    readonly lookups: CardLookups;
    /** The card's own close button was pressed. */
    readonly onDismiss: () => void;
  }) {
    this.#document = options.document;
    this.#styles = options.styles;
    this.#session = options.session;
    this.#lookups = options.lookups;
    this.#onDismiss = options.onDismiss;
  }

  /** Our element in the page, or null before the first card. */
  get element(): HTMLElement | null {
    return this.#host?.element ?? null;
  }

  /** The open card's rectangle in viewport coordinates, or null. */
  get rect(): Rect | null {
    return this.#open && this.#host ? this.#host.element.getBoundingClientRect() : null;
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
    const placed = this.#session.placed(placeOf(this.#open.target));
    if (placed?.mention.entryId !== this.#open.placed.mention.entryId) return false;
    this.#open.placed = placed;
    this.#session.paintOpen(placed);
    return true;
  }

  /** Where the mention begins in the viewport, or null where it is gone or not shown. */
  positionOf(target: Target): ViewportPoint | null {
    const placed = this.#session.placed(placeOf(target));
    return (placed && viewportRectsOf(placed.boundaries)[0]) ?? null;
  }

  /** The card for this mention will probably be wanted. */
  lookUp(target: Target): void {
    const placed = this.#session.placed(placeOf(target));
    // A failure shows when the card opens.
    if (placed) this.#lookups.get(placed.mention.entryId, this.#session.date).catch(() => undefined);
  }

  /** Opens the card beside its mention; `point` is where the pointer is, null when opened by key. */
  open(target: Target, by: OpenedBy, point: ViewportPoint | null): void {
    const placed = this.#session.placed(placeOf(target));
    if (!placed) return;
    const open: OpenCard = { target, placed, by, point, content: 'loading', isShown: false, side: null };
    this.#open = open;
    this.#session.paintOpen(placed);
    this.#fill(open);
  }

  close(): void {
    this.#open = null;
    this.#session.paintOpen(null);
    if (this.#host) hideCardHost(this.#host);
    if (this.#mount) render(null, this.#mount);
  }

  /** Takes the host out of the page. */
  remove(): void {
    this.close();
    this.#host?.element.remove();
    this.#host = null;
    this.#mount = null;
  }

  #fill(open: OpenCard): void {
    const show = (content: Content) => {
      if (this.#open !== open) return;
      open.content = content;
      this.#show(open);
    };
    const patience = setTimeout(() => show('failed'), PATIENCE_MS);
    let isSettled = false;
    const settle = (content: Content) => {
      isSettled = true;
      clearTimeout(patience);
      show(content);
    };
    this.#lookups.get(open.placed.mention.entryId, this.#session.date).then(
      (view) => settle({ view }),
      () => settle('failed'),
    );
    // Most cards are here sooner, and are painted once, without a "loading" or an empty sheet before them.
    setTimeout(() => !isSettled && show('loading'), LOADING_AFTER_MS);
  }

  #show(open: OpenCard): void {
    const mount = this.#ensureMount();
    const { startContainer } = open.placed.boundaries;
    const context = startContainer.parentElement;
    if (!this.#host || !context) return;
    render(this.#markup(open), mount);
    showCardHost(this.#host, context);
    open.isShown = true;
    void this.#place(open, context);
  }

  async #place(open: OpenCard, context: Element): Promise<void> {
    const rects = viewportRectsOf(open.placed.boundaries);
    if (!this.#host || rects.length === 0) return;
    const { point, side } = open;
    const placed = await placeCard(this.#host.element, rects, context, { point, side });
    if (open.content !== 'loading') open.side = placed;
  }

  #markup(open: OpenCard) {
    const { mention } = open.placed;
    const name = mention.why.alias;
    const onClose = () => this.#onDismiss();
    const closable = open.by === 'pointer' ? null : onClose;
    const { content } = open;
    if (content === 'loading') return <CardLoading name={name} onClose={closable} />;
    if (content === 'failed') {
      const retry = () => {
        this.#lookups.forget();
        open.content = 'loading';
        this.#fill(open);
      };
      return <CardFailed name={name} onClose={closable} onRetry={retry} />;
    }
    if (!content.view) return <CardGone name={name} onClose={closable} />;
    return (
      <Card
        key={`${open.target} ${content.view.id}`}
        view={content.view}
        sense={mention.sense}
        why={mention.why}
        storyDateOrigin={this.#session.storyDate}
        onClose={onClose}
        closeButton={open.by !== 'pointer'}
        onUnfold={() => this.#show(open)}
      />
    );
  }

  #ensureMount(): HTMLElement {
    if (!this.#host || !this.#mount) {
      this.#host = createCardHost(this.#document, this.#styles);
      this.#mount = this.#document.createElement('div');
      this.#host.root.append(this.#mount);
    }
    return this.#mount;
  }
}
