import { overlay } from '../glossary/overlay';
import { GlossaryIndex, UNRANKED } from '../matching/index/glossary-index';
import { storedEdition } from './beat-switches';
import type { EntryShelf } from './entry-shelf';
import type { EditionIndex, IndexCache } from './index-cache';
import { type EditsSource, NO_EDITION } from './user-edits';

/** Entries put into an index before others may have their turn: some milliseconds' worth. */
const SLICE_ENTRIES = 200;

/** Changed entries after which the index is kept anew: until then they are quickly put in again. */
const CHANGES_BEFORE_KEPT = 40;

/** Places of entries that no longer count are given back where they are more than this part of all. */
const MOST_GONE = 0.5;

/**
 * The index of the edition that is stored now. It is taken from the cache when the background wakes,
 * brought up to each edit entry by entry, and built whole only where neither can be done.
 */
export class EditionIndexes {
  #shelf: EntryShelf;
  #edits: EditsSource;
  #cache: IndexCache;
  #now: EditionIndex | null = null;
  /** One at a time, since a build takes the whole processor. */
  #bringing: Promise<EditionIndex> | null = null;
  /** Entries changed since the index was last kept. */
  #changes = 0;

  constructor(shelf: EntryShelf, edits: EditsSource, cache: IndexCache) {
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
      (await this.#built())
    );
  }

  async #broughtUpFromCache(): Promise<EditionIndex | null> {
    const cached = await this.#fromCache();
    if (!cached) return null;
    this.#shelf.setKept();
    return this.#broughtUp(cached);
  }

  async #fromCache(): Promise<EditionIndex | null> {
    try {
      return await this.#cache.load();
    } catch (error) {
      console.warn('Newsgloss reads its glossary anew:', error);
      return null;
    }
  }

  /** The index with the entries that were edited since put in again; null where that is not known, or not worth it. */
  async #broughtUp({ index, edition }: EditionIndex): Promise<EditionIndex | null> {
    if (index.places > 0 && 1 - index.size / index.places > MOST_GONE) return null;
    const changes = await this.#edits.changesSince(edition);
    if (!changes) return null;
    const changed = await this.#shelf.inForce(changes.ids);
    const isSilent = await this.#edits.silentIn(changes.edition);
    for (const [id, { entry, rank }] of changed) {
      if (entry) index.put(entry, rank ?? UNRANKED, isSilent(id));
      else index.remove(id);
    }
    // Without a pause since the first entry was put in: nobody sees an index between two editions.
    const brought = { index, edition: changes.edition };
    this.#now = brought;
    this.#changes += changed.size;
    if (this.#changes >= CHANGES_BEFORE_KEPT) void this.#keep(brought, false);
    return brought;
  }

  async #built(): Promise<EditionIndex> {
    const [bundled, { edition, edits, layers }] = await Promise.all([
      this.#shelf.bundled(),
      this.#edits.load(),
    ]);
    const ranks = new Map(bundled.map((entry, rank) => [entry.id, rank]));
    const isSilent = await this.#edits.silentIn(edition);
    const index = new GlossaryIndex();
    let inSlice = 0;
    for (const entry of overlay(bundled, layers, edits).entries) {
      index.put(entry, ranks.get(entry.id) ?? UNRANKED, isSilent(entry.id));
      inSlice += 1;
      if (inSlice < SLICE_ENTRIES) continue;
      inSlice = 0;
      await new Promise((resolve) => setTimeout(resolve));
    }
    const built = { index, edition };
    this.#now = built;
    void this.#keep(built, true);
    return built;
  }

  async #keep(kept: EditionIndex, isAnew: boolean): Promise<void> {
    // What was read without the user's edits is not kept: they are only out of reach.
    if (storedEdition(kept.edition) === NO_EDITION) return;
    this.#changes = 0;
    try {
      await this.#cache.save(kept, isAnew ? await this.#shelf.bundled() : null);
      this.#shelf.setKept();
    } catch (error) {
      console.warn('Newsgloss could not keep its index:', error);
    }
  }
}
