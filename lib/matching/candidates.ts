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

/**
 * Tells of a span whether it lies inside a longer one of `outer`. Made once for many spans: a paragraph may
 * hold thousands, and each is asked about.
 */
export function coverOf(outer: readonly Hit[]): (inner: Hit) => boolean {
  const ordered = [...outer].sort((a, b) => a.start - b.start);
  /** How far the spans up to each place reach. */
  const reach: number[] = [];
  for (const { end } of ordered) reach.push(Math.max(reach.at(-1) ?? 0, end));
  const reachBefore = (start: number) => reach[firstAtOrAfter(ordered, start, (one) => one.start) - 1] ?? -1;
  // Longer, and not the span itself: beyond its end, or as far from an earlier start.
  return ({ start, end }) => reachBefore(start + 1) > end || reachBefore(start) >= end;
}

/** The place of the first member whose place is at least `least`, in a list in their order. */
export function firstAtOrAfter<T>(ordered: readonly T[], least: number, placeOf: (one: T) => number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = ordered[middle];
    if (one !== undefined && placeOf(one) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
