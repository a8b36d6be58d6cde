import type { Acronym, Definition } from '../matching/context';
import type { BlockRole } from '../matching/types';
import type { TextSpan } from './ranges';
import type { StoryReading } from './story-reading';

/** A block's text, with what the matcher has seen in it. */
export interface ReadText {
  readonly text: string;
  readonly role: BlockRole;
  /** The spans that are mentions, in order. */
  readonly mentions: readonly TextSpan[];
  /** What the block says that a short form stands for. */
  readonly definitions: readonly Definition[];
  /** Acronyms that the glossary lacks. */
  readonly acronyms: readonly Acronym[];
}

/** The text of a story, in the order in which it was read. */
export type StoryText = readonly ReadText[];

/** The text of what was read, as far as the page still has it. */
export function storyTextOf({ blocks, mentions, seen }: StoryReading): StoryText {
  return blocks.flatMap((block, index) => {
    if (!block) return [];
    const { definitions = [], acronyms = [] } = seen.get(index) ?? {};
    const spans = (mentions[index] ?? []).map(({ start, end }) => ({ start, end }));
    return [{ text: block.text, role: block.role, mentions: spans, definitions, acronyms }];
  });
}
