import type { CardView } from '../../lib/glossary/card-types';

/** Fetches what the card of an entry says, for the story at hand; null where there is no such entry. */
export type FetchCard = (entryId: string) => Promise<CardView | null>;

/**
 * The cards of one story, each fetched once and as early as the pointer slows. One that failed is
 * fetched again when it is asked for again.
 */
export class CardLookups {
  #fetchCard: FetchCard;
  #cards = new Map<string, Promise<CardView | null>>();

  constructor(fetchCard: FetchCard) {
    this.#fetchCard = fetchCard;
  }

  get(entryId: string): Promise<CardView | null> {
    const known = this.#cards.get(entryId);
    if (known) return known;
    const card = this.#fetchCard(entryId);
    this.#cards.set(entryId, card);
    card.catch(() => this.#cards.delete(entryId));
    return card;
  }

  /** The glossary, the story or its date may be another: what was fetched no longer counts. */
  forget(): void {
    this.#cards.clear();
  }
}
