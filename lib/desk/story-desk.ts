import { cardView } from '../glossary/card-view';
import { buildGlossary } from '../glossary/glossary';
import type { NameBrief } from '../glossary/name-brief';
import { newIdFor } from '../glossary/new-id';
import type { Entry } from '../glossary/schema';
import { annotate, startStory } from '../matching/annotate';
import { entryNamed, type FoundEntry } from '../matching/find-entry';
import type { GlossaryIndex } from '../matching/index/glossary-index';
import type { Mention } from '../matching/types';
import type { AnnotatedBlocks, AnnotateParams, CardAnswer } from '../messaging/protocol';
import { EditionIndexes } from './edition-index';
import { EntryShelf, type ShelvedEntry } from './entry-shelf';
import type { IndexCache } from './index-cache';
import type { LocatorMaps } from './locator-maps';
import type { BundledGlossary } from './packaged-glossary';
import type { EditsSource } from './user-edits';

/**
 * Answers what pages ask of the glossary: the mentions in their text, and what a card says. Always of
 * the edition that is stored when it is asked.
 */
export class StoryDesk {
  #shelf: EntryShelf;
  #indexes: EditionIndexes;
  #maps: Pick<LocatorMaps, 'mapOf'>;

  constructor(
    bundled: BundledGlossary,
    edits: EditsSource,
    cache: IndexCache,
    maps: Pick<LocatorMaps, 'mapOf'>,
  ) {
    this.#maps = maps;
    this.#shelf = new EntryShelf(bundled, edits);
    this.#indexes = new EditionIndexes(bundled, this.#shelf, edits, cache);
  }

  /**
   * The mentions in further blocks of a story, with the names that they need; null where the story was
   * begun with another edition.
   */
  async annotate(request: AnnotateParams): Promise<AnnotatedBlocks | null> {
    const { index, edition } = await this.#indexes.current();
    if (request.context && request.edition !== edition) return null;
    const context = request.context ?? startStory({ lang: request.lang, date: request.date });
    const annotation = annotate(index, request.blocks, context);
    const mentions = [...annotation.mentions, ...annotation.revised.flatMap((block) => block.mentions)];
    return { ...annotation, names: namesOf(mentions, index), edition };
  }

  /** What the card of an entry shows for a story of `date`; null where there is no such entry. */
  async card(id: string, date: string | null, today: string): Promise<CardAnswer | null> {
    const { index } = await this.#indexes.current();
    const place = index.placeOf(id);
    const own = index.entry(place)?.id;
    if (own === undefined) return null;
    const beside = [...index.relatedTo(place)].flatMap((other) => index.entry(other)?.id ?? []);
    // All that a card says of other entries comes from those that are related to its own.
    const shelved = await this.#shelf.inForce([own, ...beside]);
    const glossary = buildGlossary(inOrder([...shelved.values()]));
    const entry = glossary.get(own);
    if (!entry) return null;
    const nameOf = (other: string) => index.entry(index.placeOf(other))?.name ?? null;
    const map = await this.#maps.mapOf(entry, glossary, nameOf);
    const from = shelved.get(own)?.from ?? null;
    return { view: cardView(entry, date, glossary, today, from), map };
  }

  /** The entry that a text names; null for none. */
  async find(text: string): Promise<FoundEntry | null> {
    return entryNamed((await this.#indexes.current()).index, text);
  }

  /** What entries are called, by their ids; those that are not in the glossary are left out. */
  async namesOf(ids: readonly string[]): Promise<Record<string, string>> {
    const { index } = await this.#indexes.current();
    return Object.fromEntries(
      ids.flatMap((id) => {
        const entry = index.entry(index.placeOf(id));
        return entry ? [[id, entry.name]] : [];
      }),
    );
  }

  /** An id for a new entry of that name, which no entry has. */
  async newId(name: string): Promise<string> {
    const { index } = await this.#indexes.current();
    return newIdFor(name, (id) => index.entry(index.placeOf(id)) !== undefined);
  }

  /** Makes ready for the next question. */
  async prepare(): Promise<void> {
    await this.#indexes.current();
  }
}

/** The entries in the order of the whole glossary: bundled ones by rank, then the user's own by id. */
function inOrder(shelved: readonly ShelvedEntry[]): Entry[] {
  const rankOf = ({ rank }: ShelvedEntry) => rank ?? Number.POSITIVE_INFINITY;
  const byOrder = (a: ShelvedEntry, b: ShelvedEntry) =>
    rankOf(a) === rankOf(b) ? ((a.entry?.id ?? '') < (b.entry?.id ?? '') ? -1 : 1) : rankOf(a) - rankOf(b);
  return [...shelved].sort(byOrder).flatMap(({ entry }) => entry ?? []);
}

function namesOf(mentions: readonly Mention[], index: GlossaryIndex): NameBrief[] {
  const ids = new Set(mentions.map((mention) => mention.entryId));
  return [...ids].flatMap((id) => {
    const entry = index.entry(index.placeOf(id));
    if (!entry) return [];
    const { name, kind, familiarity, summary } = entry;
    return [{ id: entry.id, name, kind, familiarity, summary }];
  });
}
