import { type GlossaryIndex, UNRANKED } from '../matching/index/glossary-index';
import { storedEdition } from './beat-switches';
import type { EntryShelf } from './entry-shelf';
import type { EditionIndex, IndexCache } from './index-cache';
import type { BundledGlossary } from './packaged-glossary';
import { BUNDLED_EDITION, type EditsSource } from './user-edits';

/** Changed entries that are read and put in before others may have their turn: some milliseconds' worth. */
const SLICE_ENTRIES = 200;

/** Changed entries after which the index is kept anew: until then they are quickly put in again. */
const CHANGES_BEFORE_KEPT = 40;

/** Places of entries that no longer count are given back where they are more than this part of all. */
const MOST_GONE = 0.5;

/**
 * The index of the edition that is stored now: that of the bundled glossary, which comes with the extension,
 * brought up to what the user has edited, entry by entry. One that was changed much is kept for the next time
 * that the background wakes.
 */
export class EditionIndexes {
  #bundled: BundledGlossary;
  #shelf: EntryShelf;
  #edits: EditsSource;
  #cache: IndexCache;
  #now: EditionIndex | null = null;
  /** One at a time, since much to put in takes the whole processor. */
  #bringing: Promise<EditionIndex> | null = null;
  /** Entries changed since the index was last kept. */
  #changes = 0;

  constructor(bundled: BundledGlossary, shelf: EntryShelf, edits: EditsSource, cache: IndexCache) {
    this.#bundled = bundled;
    this.#shelf = shelf;
    this.#edits = edits;
    this.#cache = cache;
  }

  /** The index of the edition of this moment, or a later one. */
  async current(): Promise<EditionIndex> {
    const edition = await this.#edits.edition();
    if (this.#now?.edition === edition) return this.#now;
    if (this.#bringing) {
      // It may have begun before the newest edit.
      const brought = await this.#bringing;
      if (brought.edition === edition) return brought;
    }
    this.#bringing ??= this.#bring().finally(() => {
      this.#bringing = null;
    });
    return this.#bringing;
  }

  async #bring(): Promise<EditionIndex> {
    return (
      (this.#now && (await this.#broughtUp(this.#now))) ??
      (await this.#broughtUpFromCache()) ??
      (await this.#broughtUpFromBundled())
    );
  }

  async #broughtUpFromCache(): Promise<EditionIndex | null> {
    try {
      const cached = await this.#cache.load();
      return cached && (await this.#broughtUp(cached));
    } catch (error) {
      console.warn('Newsgloss puts your own entries into its index anew:', error);
      return null;
    }
  }

  /** The index with the entries that were edited since put in again; null where that is not known, or not worth it. */
  async #broughtUp({ index, edition }: EditionIndex): Promise<EditionIndex | null> {
    if (index.places > 0 && 1 - index.size / index.places > MOST_GONE) return null;
    const changes = await this.#edits.changesSince(edition);
    if (!changes) return null;
    const putIn = await this.#readyToPut(changes.ids, changes.edition);
    // Without a pause: nobody sees an index between two editions.
    return this.#changed({ index, edition: changes.edition }, putIn(index));
  }

  /** As nobody sees this one until it is done, entries are put in as they are read. */
  async #broughtUpFromBundled(): Promise<EditionIndex> {
    const [index, changes] = await Promise.all([
      this.#bundled.index(),
      this.#edits.changesSince(BUNDLED_EDITION),
    ]);
    const { ids, edition } = changes ?? { ids: [], edition: BUNDLED_EDITION };
    let changed = 0;
    for (let from = 0; from < ids.length; from += SLICE_ENTRIES) {
      const putIn = await this.#readyToPut(ids.slice(from, from + SLICE_ENTRIES), edition);
      changed += putIn(index);
      await new Promise((resolve) => setTimeout(resolve));
    }
    return this.#changed({ index, edition }, changed);
  }

  /** Reads what entries are now; what it gives puts them into an index, and says how many they were. */
  async #readyToPut(ids: readonly string[], edition: string): Promise<(index: GlossaryIndex) => number> {
    const changed = await this.#shelf.inForce(ids);
    const isSilent = await this.#edits.silentIn(edition);
    return (index) => {
      for (const [id, { entry, rank }] of changed) {
        if (entry) index.put(entry, rank ?? UNRANKED, isSilent(id));
        else index.remove(id);
      }
      return changed.size;
    };
  }

  /** What counts from now on, kept where it has changed much since it last was. */
  #changed(now: EditionIndex, entries: number): EditionIndex {
    this.#now = now;
    this.#changes += entries;
    // What was read without the user's edits is not kept: they are only out of reach.
    if (this.#changes >= CHANGES_BEFORE_KEPT && storedEdition(now.edition) !== BUNDLED_EDITION) {
      this.#changes = 0;
      this.#cache
        .save(now)
        .catch((error: unknown) => console.warn('Newsgloss could not keep its index:', error));
    }
    return now;
  }
}
