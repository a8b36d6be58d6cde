import { render } from 'preact';
import type { CardView } from '../../lib/glossary/card-types';
import type { Rect } from '../../lib/hover/geometry';
import type { OpenedBy, Target } from '../../lib/hover/machine';
import { type CardHost, createCardHost, hideCardHost, showCardHost } from '../../lib/page/card-host';
import type { MentionPlace, ViewportPoint } from '../../lib/page/mention-at-point';
import { placeCard } from '../../lib/page/place-card';
import { viewportRectsOf } from '../../lib/page/ranges';
import type { PlacedMention, StorySession } from '../../lib/page/story-session';
import { Card } from '../card/card';
import { CardFailed, CardGone, CardLoading } from '../card/card-states';
import type { CardLookups } from './card-lookups';

/** A look-up that takes longer than this is shown as failed, with a way to try again, ms. */
const PATIENCE_MS = 1_000;

type Content = { readonly view: CardView | null } | 'loading' | 'failed';

interface OpenCard {
  readonly target: Target;
  readonly placed: PlacedMention;
  readonly by: OpenedBy;
  readonly point: ViewportPoint | null;
  content: Content;
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

  /** The card for this mention will probably be wanted. */
  lookUp(target: Target): void {
    const placed = this.#session.placed(placeOf(target));
    // A failure shows when the card opens.
    if (placed) this.#lookups.get(placed.mention.entryId).catch(() => undefined);
  }

  /** Opens the card beside its mention; `point` is where the pointer is, null when opened by key. */
  open(target: Target, by: OpenedBy, point: ViewportPoint | null): void {
    const placed = this.#session.placed(placeOf(target));
    if (!placed) return;
    const open: OpenCard = { target, placed, by, point, content: 'loading' };
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
    this.#lookups.get(open.placed.mention.entryId).then(
      (view) => settle({ view }),
      () => settle('failed'),
    );
    // A card that is already here is painted once, without a "loading" before it.
    queueMicrotask(() => queueMicrotask(() => !isSettled && show('loading')));
  }

  #show(open: OpenCard): void {
    const mount = this.#ensureMount();
    const { startContainer } = open.placed.boundaries;
    const context = startContainer.parentElement;
    if (!this.#host || !context) return;
    render(this.#markup(open), mount);
    showCardHost(this.#host, context);
    void this.#place(open, context);
  }

  async #place(open: OpenCard, context: Element): Promise<void> {
    const rects = viewportRectsOf(open.placed.boundaries);
    if (this.#host && rects.length > 0) await placeCard(this.#host.element, rects, context, open.point);
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
