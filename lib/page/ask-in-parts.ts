import type { NameBrief } from '../glossary/name-brief';
import type { Annotation } from '../matching/annotate';
import type { Acronym, Definition } from '../matching/context';
import type { Block } from '../matching/types';

/** What is asked of further blocks of a story. */
export interface AnnotateParams {
  readonly blocks: readonly Block[];
  /** The page's language, a BCP 47 tag, or null. */
  readonly lang: string | null;
  /** The story's day, `YYYY-MM-DD`, or null where unknown. */
  readonly date: string | null;
  /** The token of the last answer; null with a story's first blocks. */
  readonly story: string | null;
  /** Others follow at once, before which nothing is to be told. */
  readonly isMore: boolean;
}

/** What the matcher has seen in a block beside mentions. */
export interface SeenInBlock {
  /** The block's place in the story. */
  readonly block: number;
  /** What it says that a short form stands for. */
  readonly definitions: readonly Definition[];
  /** Acronyms that the glossary lacks. */
  readonly acronyms: readonly Acronym[];
}

/** What the background tells of a story's blocks. */
export interface AnnotatedBlocks extends Omit<Annotation, 'context'> {
  /** The story's token, to be handed back with the next question. */
  readonly story: string;
  /** Of the new blocks, those in which something was seen. */
  readonly seen: readonly SeenInBlock[];
  /** The names that the mentions need, so that the page can list them. */
  readonly names: readonly NameBrief[];
  /** False where there are mentions of later blocks, to be asked for with no further blocks. */
  readonly isWhole: boolean;
}

/** Asks for the mentions of further blocks; the background's `annotate`. */
export type AskMentions = (request: AnnotateParams) => Promise<AnnotatedBlocks | null>;

/** What one question holds at most, UTF-16 units and blocks: a millisecond's work for the page's thread. */
const MOST_TEXT = 60_000;
const MOST_BLOCKS = 2_000;

function partsOf(blocks: readonly Block[]): Block[][] {
  const parts: Block[][] = [[]];
  let text = 0;
  for (const block of blocks) {
    let part = parts.at(-1) ?? [];
    if (part.length > 0 && (text + block.text.length > MOST_TEXT || part.length === MOST_BLOCKS)) {
      part = [];
      parts.push(part);
      text = 0;
    }
    part.push({ text: block.text, role: block.role });
    text += block.text.length;
  }
  return parts;
}

/**
 * Has further blocks of a story annotated: sent, and told of, in parts that hold up no frame. Gives each
 * answer that tells of some mentions, the first of all those blocks; null as the last where the story is to
 * be read anew.
 *
 * @param story the story's token; null with its first blocks.
 */
export async function* askInParts(
  ask: AskMentions,
  blocks: readonly Block[],
  { story, ...about }: Pick<AnnotateParams, 'lang' | 'date' | 'story'>,
): AsyncGenerator<AnnotatedBlocks | null> {
  let token = story;
  let parts = partsOf(blocks);
  for (;;) {
    const [part = [], ...others] = parts;
    const isMore = others.length > 0;
    const answer = await ask({ ...about, blocks: part, story: token, isMore });
    if (!isMore || !answer) yield answer;
    if (!answer || answer.isWhole) return;
    token = answer.story;
    parts = others;
  }
}
