import type { Rect } from '../../lib/hover/geometry';
import type { OpenedBy, Target } from '../../lib/hover/machine';
import type { ViewportPoint } from '../../lib/page/mention-at-point';
import type { PlacedMention } from '../../lib/page/placed-mentions';
import type { ThemeChoice } from '../../lib/settings/table';
import type { CardOptions, StoryCard } from './story-card';

/** Makes the card; its script, which is half of all that a story needs, has it. */
export type MakeCard = (options: CardOptions) => StoryCard;

/**
 * The card of one story page, whose script comes once the story has names: before that there is no card,
 * and what is asked of one waits for it.
 */
export class CardOnDemand {
  readonly #options: CardOptions;
  readonly #bringScript: () => Promise<MakeCard>;
  #card: StoryCard | null = null;
  #coming: Promise<StoryCard> | null = null;
  #theme: ThemeChoice = 'system';
  /** Counts what was asked for last: what comes too late for it is dropped. */
  #asked = 0;

  constructor(options: CardOptions, bringScript: () => Promise<MakeCard>) {
    this.#options = options;
    this.#bringScript = bringScript;
  }

  /** Brings the card's script, once; where that fails, at the next call. */
  bring(): void {
    this.#brought().catch(warn);
  }

  /** Our element in the page, or null before the first card. */
  get element(): HTMLElement | null {
    return this.#card?.element ?? null;
  }

  /** Whether a card is there, open or pinned. */
  get isShown(): boolean {
    return this.#card?.isShown ?? false;
  }

  /** The open card's rectangle in viewport coordinates, or null. */
  get rect(): Rect | null {
    return this.#card?.rect ?? null;
  }

  /** The focus is in a field of the open card. */
  get isWrittenIn(): boolean {
    return this.#card?.isWrittenIn ?? false;
  }

  /** True where a card was shown, and the page has removed or hidden its host since. */
  get isLost(): boolean {
    return this.#card?.isLost ?? false;
  }

  /** See {@link StoryCard.followMention}. */
  followMention(): boolean {
    return this.#card?.followMention() ?? true;
  }

  /** Whether a mention names what the open card is about. */
  isOpenName(target: Target): boolean {
    return this.#card?.isOpenName(target) ?? false;
  }

  /** The card for this mention will probably be wanted. */
  lookUp(target: Target): void {
    this.#once((card) => card.lookUp(target));
  }

  /** Opens the card beside its mention; `point` is where the pointer is, null when opened by key. */
  open(target: Target, by: OpenedBy, point: ViewportPoint | null): void {
    this.#once((card) => card.open(target, by, point));
  }

  close(): void {
    this.#asked += 1;
    this.#card?.close();
  }

  /** Puts the open card aside, in the place of an earlier one. */
  pin(): void {
    this.#card?.pin();
  }

  unpin(): void {
    this.#card?.unpin();
  }

  /** Has screen readers say `words`; `place` is the mention that they are about, or null. */
  announce(words: string, place: PlacedMention | null): void {
    this.#once((card) => card.announce(words, place));
  }

  /** In which colours cards are, from now on. */
  setTheme(theme: ThemeChoice): void {
    this.#theme = theme;
    this.#card?.setTheme(theme);
  }

  /** Takes the host out of the page. */
  remove(): void {
    this.#asked += 1;
    this.#card?.remove();
  }

  /** Does something with the card, at once where it is here; else once it has come, unless something else was asked meanwhile. */
  #once(deed: (card: StoryCard) => void): void {
    this.#asked += 1;
    if (this.#card) {
      deed(this.#card);
      return;
    }
    const asked = this.#asked;
    this.#brought()
      .then((card) => {
        if (asked === this.#asked) deed(card);
      })
      .catch(warn);
  }

  #brought(): Promise<StoryCard> {
    this.#coming ??= this.#bringScript().then(
      (make) => {
        this.#card = make(this.#options);
        this.#card.setTheme(this.#theme);
        return this.#card;
      },
      (error: unknown) => {
        this.#coming = null;
        throw error;
      },
    );
    return this.#coming;
  }
}

const warn = (error: unknown) => console.warn('Newsgloss could not show its card:', error);
