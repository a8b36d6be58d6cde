import { cardView } from '../glossary/card-view';
import { buildGlossary } from '../glossary/glossary';
import type { NameBrief } from '../glossary/name-brief';
import { newIdFor } from '../glossary/new-id';
import type { Entry } from '../glossary/schema';
import { annotate, readOn, type StoryContext, startStory } from '../matching/annotate';
import { entryNamed, type FoundEntry } from '../matching/find-entry';
import type { GlossaryIndex } from '../matching/index/glossary-index';
import type { Mention } from '../matching/types';
import type { CardAnswer } from '../messaging/protocol';
import type { AnnotatedBlocks, AnnotateParams, SeenInBlock } from '../page/ask-in-parts';
import { EditionIndexes } from './edition-index';
import { EntryShelf, type ShelvedEntry } from './entry-shelf';
import type { IndexCache } from './index-cache';
import type { LocatorMaps } from './locator-maps';
import type { BundledGlossary } from './packaged-glossary';
import { StoryMemory } from './story-memory';
import type { EditsSource } from './user-edits';

/**
 * Answers what pages ask of the glossary: the mentions in their text, and what a card says. Always of
 * the edition that is stored when it is asked.
 */
export class StoryDesk {
  #shelf: EntryShelf;
  #indexes: EditionIndexes;
  #maps: Pick<LocatorMaps, 'mapOf'>;
  readonly #stories = new StoryMemory();

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
   * Reads further blocks of a story, and tells of its next mentions with the names that they need; null where
   * the story is not known any more, or was begun with another edition of the glossary.
   */
  async annotate({ blocks, lang, date, story, isMore }: AnnotateParams): Promise<AnnotatedBlocks | null> {
    const { index, edition } = await this.#indexes.current();
    const known = story === null ? null : this.#stories.recall(story, edition);
    if (story !== null && !known) return null;
    const { context, untold } = known ?? { context: startStory({ lang, date }), untold: [] };
    if (isMore) {
      const read = readOn(index, blocks, context);
      const token = this.#stories.keep({ edition, context: read, untold }, story);
      return { story: token, mentions: [], revised: [], seen: [], names: [], isWhole: false };
    }
    // What has no new blocks reads as before.
    const isRead = blocks.length === 0 && context.told.length === context.blocks.length;
    const read = isRead ? { mentions: [], revised: [], context } : annotate(index, blocks, context);
    const [mentions, rest] = firstBlocksOf([...untold, ...read.mentions]);
    const told = [...mentions, ...read.revised.flatMap((block) => block.mentions)];
    return {
      story: this.#stories.keep({ edition, context: read.context, untold: rest }, story),
      mentions,
      revised: read.revised,
      seen: seenIn(read.context, context.told.length),
      names: namesOf(told, index),
      isWhole: rest.length === 0,
    };
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

/** Mentions told at a time: what a page takes in without its frame's notice. */
const MOST_TOLD = 400;

/** The mentions of the first blocks, some hundred, and those of the others. */
function firstBlocksOf(mentions: readonly Mention[]): [Mention[], Mention[]] {
  let end = Math.min(MOST_TOLD, mentions.length);
  while (end < mentions.length && mentions[end]?.block === mentions[end - 1]?.block) end++;
  return [mentions.slice(0, end), mentions.slice(end)];
}

/** What blocks from the `first` on define, and their acronyms that the glossary lacks. */
function seenIn({ blocks }: StoryContext, first: number): SeenInBlock[] {
  return blocks
    .slice(first)
    .flatMap(({ definitions, acronyms }, at) =>
      definitions.length + acronyms.length > 0 ? [{ block: first + at, definitions, acronyms }] : [],
    );
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
