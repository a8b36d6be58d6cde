import type { CardAnswer } from '../../lib/messaging/protocol';

/** Fetches what the card of an entry shows, for a story of `date`; null where there is no such entry. */
export type FetchCard = (entryId: string, date: string | null) => Promise<CardAnswer | null>;

/**
 * The cards of one page, each fetched once for the story's date and as early as the pointer slows.
 * One that failed is fetched again when it is asked for again.
 */
export class CardLookups {
  #fetchCard: FetchCard;
  #cards = new Map<string, Promise<CardAnswer | null>>();

  constructor(fetchCard: FetchCard) {
    this.#fetchCard = fetchCard;
  }

  /** The date is the story's: a page that shows another story without a load has another one. */
  get(entryId: string, date: string | null): Promise<CardAnswer | null> {
    const key = `${entryId} ${date}`;
    const known = this.#cards.get(key);
    if (known) return known;
    const card = this.#fetchCard(entryId, date);
    this.#cards.set(key, card);
    card.catch(() => this.#cards.delete(key));
    return card;
  }

  /** The glossary may be another: what was fetched no longer counts. */
  forget(): void {
    this.#cards.clear();
  }
}
