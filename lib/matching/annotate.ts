/**
 * Names in a story: the pure fold that the extension, the command line, tests and benches share.
 *
 *     let { mentions, context } = annotate(index, headlineAndBody, startStory({ lang: 'en', date: '2021-11-02' }));
 *     // the page grew
 *     const more = annotate(index, newBlocks, context);
 *     // more.mentions: of the new blocks; more.revised: earlier blocks that read differently now
 */
import { hashFolded } from '../text/words';
import { primaryLanguage, type StoryContext, startStory } from './context';
import type { GlossaryIndex } from './index/glossary-index';
import { readBlock } from './read-block';
import { resolveStory } from './resolve';
import type { Block, Mention, NearMiss } from './types';

export type { StoryContext };
export { startStory };

/** An earlier block whose mentions changed, with its whole new list. */
export interface RevisedBlock {
  readonly block: number;
  readonly mentions: readonly Mention[];
}

export interface Annotation {
  /** Of the blocks that were not told of before, in the order of the text; never overlapping. */
  readonly mentions: Mention[];
  /** Of blocks of earlier calls, what the new text adds, silences or makes sure. */
  readonly revised: RevisedBlock[];
  /** To be handed on with the story's next blocks. */
  readonly context: StoryContext;
}

/**
 * Reads the next blocks of a story.
 *
 * Reading a story in several calls comes to what one call gives, once each call's `revised` is
 * applied. All calls of a story must use the same glossary; where it changes, read the story anew.
 */
export function annotate(index: GlossaryIndex, blocks: readonly Block[], context: StoryContext): Annotation {
  const next = readOn(index, blocks, context);
  const known = context.told.length;
  const resolved = resolveStory(index, next);
  const told = resolved.map(fingerprint);
  return {
    mentions: resolved.slice(known).flat(),
    revised: context.told.flatMap((before, block) =>
      before === told[block] ? [] : [{ block, mentions: resolved[block] ?? [] }],
    ),
    context: { ...next, told },
  };
}

/**
 * Reads blocks of which nothing is told before others have been read: the next {@link annotate} tells of them
 * as of its own.
 */
export function readOn(index: GlossaryIndex, blocks: readonly Block[], context: StoryContext): StoryContext {
  const lang = primaryLanguage(context);
  return { ...context, blocks: [...context.blocks, ...blocks.map((block) => readBlock(index, block, lang))] };
}

/** Tells a block's mentions from any others that it had, without keeping them. */
function fingerprint(mentions: readonly Mention[]): number {
  return mentions.length === 0 ? 0 : hashFolded(JSON.stringify(mentions));
}

/** Every reading of a span that was silenced, with the reason, in the order of the text. */
export function nearMisses(
  index: GlossaryIndex,
  blocks: readonly Block[],
  story: { lang: string | null; date: string | null },
): NearMiss[] {
  const missed: NearMiss[] = [];
  const context = readOn(index, blocks, startStory(story));
  const spoken = resolveStory(index, context, (miss) => missed.push(miss));
  // Inside a mention or at the same place as one, another reading is not missed but beaten.
  return missed.filter(
    (miss) => !(spoken[miss.block] ?? []).some((one) => one.start < miss.end && miss.start < one.end),
  );
}
