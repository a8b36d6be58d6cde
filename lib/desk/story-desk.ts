import type { CardView } from '../glossary/card-types';
import { cardView } from '../glossary/card-view';
import type { EntryEdit } from '../glossary/entry-edits';
import { buildGlossary, type Glossary } from '../glossary/glossary';
import { type NameBrief, nameBriefOf } from '../glossary/name-brief';
import { overlay } from '../glossary/overlay';
import type { Entry } from '../glossary/schema';
import { annotate, startStory } from '../matching/annotate';
import { buildIndex } from '../matching/build-index';
import type { GlossaryIndex } from '../matching/index/glossary-index';
import type { Mention } from '../matching/types';
import type { AnnotatedBlocks, AnnotateParams } from '../messaging/protocol';

/** The user's edits, as the desk needs them. */
export interface EditsSource {
  /** Cheap: asked at every question. */
  edition(): Promise<string>;
  load(): Promise<{ readonly edition: string; readonly edits: readonly EntryEdit[] }>;
}

/** What the desk works with: built for one edition of the glossary. */
interface Tools {
  readonly edition: string;
  readonly glossary: Glossary;
  readonly index: GlossaryIndex;
}

/**
 * Answers what pages ask of the glossary: the mentions in their text, and what a card says. Always of
 * the edition that is stored when it is asked; what that takes is built when the edition is first
 * needed, and kept. A load that fails is tried again at the next question.
 */
export class StoryDesk {
  #loadBundled: () => Promise<readonly Entry[]>;
  #edits: EditsSource;
  #bundled: Promise<readonly Entry[]> | null = null;
  #tools: Tools | null = null;
  /** The build that runs, if one does: one at a time, since each takes the whole processor. */
  #building: Promise<Tools> | null = null;

  constructor(loadBundled: () => Promise<readonly Entry[]>, edits: EditsSource) {
    this.#loadBundled = loadBundled;
    this.#edits = edits;
  }

  /**
   * The mentions in further blocks of a story, with the names that they need; null where the story was
   * begun with another edition.
   */
  async annotate(request: AnnotateParams): Promise<AnnotatedBlocks | null> {
    const { glossary, index, edition } = await this.prepare();
    if (request.context && request.edition !== edition) return null;
    const context = request.context ?? startStory({ lang: request.lang, date: request.date });
    const annotation = annotate(index, request.blocks, context);
    const mentions = [...annotation.mentions, ...annotation.revised.flatMap((block) => block.mentions)];
    return { ...annotation, names: namesOf(mentions, glossary), edition };
  }

  /** What the card of an entry says for a story of `date`; null where there is no such entry. */
  async card(id: string, date: string | null, today: string): Promise<CardView | null> {
    const { glossary } = await this.prepare();
    const entry = glossary.get(id);
    return entry ? cardView(entry, date, glossary, today) : null;
  }

  /** Builds what the edition of this moment takes, or a later one, unless it is there. */
  async prepare(): Promise<Tools> {
    const edition = await this.#edits.edition();
    if (this.#tools?.edition === edition) return this.#tools;
    if (this.#building) {
      // It may have begun before the newest edit.
      const tools = await this.#building;
      if (tools.edition === edition) return tools;
    }
    this.#building ??= this.#build()
      .then((tools) => {
        this.#tools = tools;
        return tools;
      })
      .finally(() => {
        this.#building = null;
      });
    return this.#building;
  }

  async #build(): Promise<Tools> {
    this.#bundled ??= this.#loadBundled();
    const [bundled, { edition, edits }] = await Promise.all([this.#bundled, this.#edits.load()]).catch(
      (error: unknown) => {
        this.#bundled = null;
        throw error;
      },
    );
    const { entries } = overlay(bundled, [], edits);
    return { edition, glossary: buildGlossary(entries), index: buildIndex(entries) };
  }
}

function namesOf(mentions: readonly Mention[], glossary: Glossary): NameBrief[] {
  const ids = new Set(mentions.map((mention) => mention.entryId));
  return [...ids].flatMap((id) => {
    const entry = glossary.get(id);
    return entry ? [nameBriefOf(entry)] : [];
  });
}
