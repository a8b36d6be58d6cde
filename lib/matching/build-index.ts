import type { Entry } from '../glossary/schema';
import { GlossaryIndex } from './index/glossary-index';

/**
 * The index of a glossary, made at once. Of entries with one id the first counts.
 *
 * @param entries where two share a form and nothing in the story decides, the earlier one wins; a
 *   bare added name never stands beside an earlier entry's name of the same fold.
 */
export function buildIndex(entries: readonly Entry[]): GlossaryIndex {
  const index = new GlossaryIndex();
  const known = new Set<string>();
  entries.forEach((entry, rank) => {
    if (!known.has(entry.id)) index.put(entry, rank);
    known.add(entry.id);
  });
  return index;
}
