import type { NameBrief } from '../glossary/name-brief';
import type { Mention, Sense } from '../matching/types';
import type { AnnotatedBlocks, SeenInBlock } from './ask-in-parts';
import type { PageBlock } from './blocks';

/** What is known of the story on this page: its blocks, and the mentions found in each of them. */
export interface StoryReading {
  /** In the order in which they were read; null for a block that the page has removed since. */
  readonly blocks: readonly (PageBlock | null)[];
  /** Parallel to `blocks`; the mentions of each come in order and do not overlap. */
  readonly mentions: readonly (readonly Mention[])[];
  /** The names that the mentions need, by id. */
  readonly names: ReadonlyMap<string, NameBrief>;
  /** What the matcher has seen beside mentions, by the block's place. */
  readonly seen: ReadonlyMap<number, SeenInBlock>;
  /** The background's token, to hand back with the next blocks; null before the first. */
  readonly story: string | null;
}

/** A name of the story with the number of its mentions; `possible` when none of them is sure. */
export interface StoryName extends NameBrief {
  readonly count: number;
  readonly sense: Sense;
  readonly inHeadline: boolean;
  /** Every form of it that the story uses, as the glossary writes them. */
  readonly forms: readonly string[];
  /** The first mention of its sense. */
  readonly mention: Mention;
}

export const NOTHING_READ: StoryReading = {
  ...{ blocks: [], mentions: [], names: new Map(), seen: new Map(), story: null },
};

/** The reading with further `blocks`, and what was told of these, or of earlier ones. */
export function withAnnotation(
  reading: StoryReading,
  blocks: readonly PageBlock[],
  { mentions: told, revised, names, seen, story }: AnnotatedBlocks,
): StoryReading {
  const found: Mention[][] = [];
  for (const mention of told) {
    found[mention.block] ??= [];
    found[mention.block]?.push(mention);
  }
  const mentions: (readonly Mention[])[] = [...reading.mentions, ...blocks.map(() => [])];
  found.forEach((ofBlock, block) => {
    mentions[block] = ofBlock;
  });
  for (const block of revised) mentions[block.block] = block.mentions;
  return {
    blocks: [...reading.blocks, ...blocks],
    mentions,
    names: new Map([...reading.names, ...names.map((name) => [name.id, name] as const)]),
    seen: new Map([...reading.seen, ...seen.map((one) => [one.block, one] as const)]),
    story,
  };
}

/** The reading without the mentions that are silenced; the same object where none is. */
export function withoutMentions(
  reading: StoryReading,
  isSilenced: (mention: Mention) => boolean,
): StoryReading {
  if (!reading.mentions.some((list) => list.some(isSilenced))) return reading;
  return {
    ...reading,
    mentions: reading.mentions.map((list) => list.filter((mention) => !isSilenced(mention))),
  };
}

/** How a page that changed differs from what was read of it. */
export interface PageChange {
  /** The earlier blocks as they stand now, null where they are gone; parallel to the reading's. */
  readonly blocks: readonly (PageBlock | null)[];
  /** Blocks that were not read yet, in document order. */
  readonly added: readonly PageBlock[];
}

const contentKey = (block: PageBlock) => `${block.role}\n${block.text}`;

/**
 * Holds what the page shows now against what was read: blocks of the same text are the same block,
 * also where the page has put new nodes under it (as frameworks do when they take over), so that
 * only what is new is annotated. `gone` are blocks that may be others now, null for all; `come` stand
 * there instead.
 */
export function changeOf(
  reading: StoryReading,
  gone: ReadonlySet<PageBlock> | null,
  come: readonly PageBlock[],
): PageChange {
  if (gone?.size === 0 || reading.blocks.length === 0) return { blocks: reading.blocks, added: come };
  const waiting = new Map<string, PageBlock[]>();
  for (const block of come) {
    const key = contentKey(block);
    const same = waiting.get(key);
    if (same) same.push(block);
    else waiting.set(key, [block]);
  }
  const taken = new Set<PageBlock>();
  const blocks = reading.blocks.map((block) => {
    if (!block || (gone && !gone.has(block))) return block;
    const same = waiting.get(contentKey(block))?.shift() ?? null;
    if (same) taken.add(same);
    return same;
  });
  return { blocks, added: come.filter((block) => !taken.has(block)) };
}

/** The story's names in the order of their first mention, each with its count and best sense. */
export function storyNamesOf(reading: StoryReading): StoryName[] {
  const found = new Map<string, StoryName>();
  const title = reading.blocks.findIndex((block) => block?.role === 'headline');
  for (const [index, mentions] of reading.mentions.entries()) {
    if (!reading.blocks[index]) continue;
    for (const mention of mentions) {
      const brief = reading.names.get(mention.entryId);
      if (!brief) continue;
      const known = found.get(mention.entryId);
      const { alias } = mention.why;
      // The first of the sure ones, or of all where none is.
      const best =
        known && (known.sense === 'sure' || mention.sense === 'possible') ? known.mention : mention;
      found.set(mention.entryId, {
        ...brief,
        count: (known?.count ?? 0) + 1,
        sense: best.sense,
        inHeadline: index === title || known?.inHeadline === true,
        forms: known?.forms.includes(alias) ? known.forms : [...(known?.forms ?? []), alias],
        mention: best,
      });
    }
  }
  return [...found.values()];
}
