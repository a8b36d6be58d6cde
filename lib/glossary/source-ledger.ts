import type { CardSource } from './card-types';
import type { Entry } from './schema';

/**
 * Numbers a card's sources in the order in which they are first cited. A card cites the sources of
 * several entries (a group's leaders are stored on the people), so one address has one number,
 * whatever each entry calls it.
 */
export class SourceLedger {
  readonly #numbered = new Map<string, CardSource>();

  /** The numbers of `refs` among `owner`'s sources, ascending; refs that it does not have are left out. */
  cite(owner: Entry, refs: readonly string[]): number[] {
    const numbers = refs
      .map((ref) => owner.sources.find((source) => source.ref === ref))
      .filter((source) => source !== undefined)
      .map(({ url, title, publisher, date }) => {
        const known = this.#numbered.get(url);
        if (known) return known.number;
        const number = this.#numbered.size + 1;
        this.#numbered.set(url, { number, title, publisher, url, date: date ?? null });
        return number;
      });
    return [...new Set(numbers)].sort((a, b) => a - b);
  }

  /** All sources cited so far, by number. */
  sources(): CardSource[] {
    return [...this.#numbered.values()];
  }
}
