import type { Entry } from '../glossary/schema';
import { annotate, nearMisses, startStory } from '../matching/annotate';
import type { GlossaryIndex } from '../matching/index/glossary-index';
import type { Sense, Why } from '../matching/types';
import type { InputStory } from './read-input';

/** A name in the text: half-open span in UTF-16 units. */
interface Place {
  readonly start: number;
  readonly end: number;
  /** What stands there. */
  readonly text: string;
  readonly id: string;
  readonly name: string;
}

export interface PlacedMention extends Place {
  readonly sense: Sense;
  readonly why: Why;
}

/** What was seen and left alone. */
export interface SilencedName extends Place {
  readonly alias: string;
  readonly reason: string;
}

export interface AnnotatedStory {
  readonly file: string;
  readonly date: string | null;
  readonly text: string;
  readonly mentions: readonly PlacedMention[];
  /** Only where it was asked for. */
  readonly silenced?: readonly SilencedName[];
}

/** Annotates a whole story at once, with places counted in its text. */
export function annotateStory(story: InputStory, index: GlossaryIndex, explain: boolean): AnnotatedStory {
  const place = (found: { block: number; start: number; end: number; entryId: string }): Place => {
    const offset = story.blocks[found.block]?.offset ?? 0;
    const [start, end] = [offset + found.start, offset + found.end];
    const name = index.entry(index.placeOf(found.entryId))?.name ?? found.entryId;
    return { start, end, text: story.text.slice(start, end), id: found.entryId, name };
  };
  const { mentions } = annotate(index, story.blocks, startStory(story));
  return {
    file: story.file,
    date: story.date,
    text: story.text,
    mentions: mentions.map((mention) => ({ ...place(mention), sense: mention.sense, why: mention.why })),
    ...(explain && {
      silenced: nearMisses(index, story.blocks, story).map((miss) => ({
        ...place(miss),
        alias: miss.alias,
        reason: miss.reason,
      })),
    }),
  };
}

/** All names and aliases that the glossary knows, each once; no bare surnames. */
export function namesOf(entries: readonly Entry[]): string[] {
  const names = entries.flatMap((entry) => [
    entry.name,
    ...(entry.ownScript ? [entry.ownScript.text] : []),
    ...entry.aliases.map((alias) => alias.text),
  ]);
  return [...new Set(names)];
}
