/**
 * A little language for stories with their expected mentions, so that a case reads as one line:
 *
 *     The [Taliban=taliban]-linked [TTP=ttp?] denied it. ¶ # A headline
 *
 * `[span=id]` is a sure mention of the entry, `[span=id?]` a possible one; ` ¶ ` parts blocks; a block
 * that begins with `# ` is a headline. Everything else is plain text and must not be a mention.
 */

import { annotate, startStory } from '../../../lib/matching/annotate';
import type { GlossaryIndex } from '../../../lib/matching/index/glossary-index';
import type { Block, Mention } from '../../../lib/matching/types';

const MARK = /\[([^[\]=]+)=([a-z0-9-]+\??)\]/gu;

export interface Telling {
  readonly lang?: string | null;
  readonly date?: string | null;
}

/** The blocks of a marked story, its marks taken off. */
export function blocksOf(marked: string): Block[] {
  return marked.split(' ¶ ').map((block) => {
    const text = block.replace(MARK, '$1');
    return text.startsWith('# ') ? { text: text.slice(2), role: 'headline' } : { text, role: 'body' };
  });
}

/** The same story, marked with the mentions that were found. */
export function markedWith(blocks: readonly Block[], mentions: readonly Mention[]): string {
  const marked = blocks.map((block, number) => {
    let text = block.text;
    for (const mention of mentions.filter((one) => one.block === number).reverse()) {
      const span = text.slice(mention.start, mention.end);
      const doubt = mention.sense === 'possible' ? '?' : '';
      text = `${text.slice(0, mention.start)}[${span}=${mention.entryId}${doubt}]${text.slice(mention.end)}`;
    }
    return block.role === 'headline' ? `# ${text}` : text;
  });
  return marked.join(' ¶ ');
}

/** What annotating a marked story's text finds, in the same language. */
export function reannotated(index: GlossaryIndex, marked: string, telling: Telling = {}): string {
  const { lang = 'en', date = null } = telling;
  const blocks = blocksOf(marked);
  return markedWith(blocks, annotate(index, blocks, startStory({ lang, date })).mentions);
}
