import type { CardView } from '../glossary/card-types';
import { cardView } from '../glossary/card-view';
import { buildGlossary, type Glossary } from '../glossary/glossary';
import { type NameBrief, nameBriefOf } from '../glossary/name-brief';
import type { Entry } from '../glossary/schema';
import { annotate, startStory } from '../matching/annotate';
import { buildIndex, type GlossaryIndex } from '../matching/build-index';
import type { Mention } from '../matching/types';
import type { AnnotatedBlocks, AnnotateParams } from '../messaging/protocol';

/** What the desk works with: built once from the glossary's entries. */
interface Tools {
  readonly glossary: Glossary;
  readonly index: GlossaryIndex;
}

/**
 * Answers what pages ask of the glossary: the mentions in their text, and what a card says. Loads the
 * glossary at the first question and keeps it; a load that fails is tried again at the next one.
 */
export class StoryDesk {
  #loadEntries: () => Promise<readonly Entry[]>;
  #tools: Promise<Tools> | null = null;

  constructor(loadEntries: () => Promise<readonly Entry[]>) {
    this.#loadEntries = loadEntries;
  }

  /** The mentions in further blocks of a story, with the names that they need. */
  async annotate(request: AnnotateParams): Promise<AnnotatedBlocks> {
    const { glossary, index } = await this.#load();
    const context = request.context ?? startStory({ lang: request.lang, date: request.date });
    const annotation = annotate(index, request.blocks, context);
    const mentions = [...annotation.mentions, ...annotation.revised.flatMap((block) => block.mentions)];
    return { ...annotation, names: namesOf(mentions, glossary) };
  }

  /** What the card of an entry says for a story of `date`; null where there is no such entry. */
  async card(id: string, date: string | null, today: string): Promise<CardView | null> {
    const { glossary } = await this.#load();
    const entry = glossary.get(id);
    return entry ? cardView(entry, date, glossary, today) : null;
  }

  #load(): Promise<Tools> {
    this.#tools ??= this.#loadEntries()
      .then((entries) => ({ glossary: buildGlossary(entries), index: buildIndex(entries) }))
      .catch((error: unknown) => {
        this.#tools = null;
        throw error;
      });
    return this.#tools;
  }
}

function namesOf(mentions: readonly Mention[], glossary: Glossary): NameBrief[] {
  const ids = new Set(mentions.map((mention) => mention.entryId));
  return [...ids].flatMap((id) => {
    const entry = glossary.get(id);
    return entry ? [nameBriefOf(entry)] : [];
  });
}
