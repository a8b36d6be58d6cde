/** What is to be judged: each span seen, with the forms that it may be. */

import { type BlockRecord, type Hit, primaryLanguage, type StoryContext } from './context';
import { type Form, languageFits } from './forms';
import type { GlossaryIndex } from './index/glossary-index';
import { caseFits } from './letter-case';

/** A span where it stands. */
export interface Place {
  readonly block: number;
  readonly record: BlockRecord;
  readonly hit: Hit;
  /** Folds of the cue words in the block. */
  readonly cues: ReadonlySet<string>;
}

/** A span with the forms that it may be, as it is written. */
export interface Candidate extends Place {
  readonly forms: readonly Form[];
}

/** The candidates of each block. */
export function candidatesOf(index: GlossaryIndex, context: StoryContext): Candidate[][] {
  const lang = primaryLanguage(context);
  const known = new Map<string, readonly Form[]>();
  return context.blocks.map((record, block) => {
    const cues = new Set(record.cues);
    return record.hits.map((hit) => {
      const asWritten = `${hit.key}\n${hit.plain}\n${hit.named ?? ''}`;
      const forms = known.get(asWritten) ?? formsAt(index, hit, lang);
      known.set(asWritten, forms);
      return { block, record, hit, cues, forms };
    });
  });
}

function formsAt(index: GlossaryIndex, hit: Hit, lang: string | null): Form[] {
  return index.formsFor(hit.key).filter((form) => {
    if (hit.named !== undefined && (form.role !== 'short' || index.entry(form.entry)?.id !== hit.named))
      return false;
    return languageFits(form, lang) && caseFits(form.case, hit);
  });
}

/** Whether `inner` lies inside a longer span. */
export function covers(outer: Hit, inner: Hit): boolean {
  return (
    outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start
  );
}
