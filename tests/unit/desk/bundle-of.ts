import type { BundledGlossary } from '../../../lib/desk/packaged-glossary';
import type { Entry } from '../../../lib/glossary/schema';
import { buildIndex } from '../../../lib/matching/build-index';

/** A bundled glossary of these entries, in memory. */
export function bundleOf(entries: readonly Entry[]): BundledGlossary {
  const ranked = entries.map((entry, rank) => ({ rank, entry }));
  return {
    index: async () => buildIndex(entries),
    entriesWith: async (ids) => {
      const found = ids.flatMap(
        (id) =>
          ranked.find(({ entry }) => entry.id === id) ??
          ranked.find(({ entry }) => entry.formerIds.includes(id)) ??
          [],
      );
      return [...new Set(found)];
    },
  };
}
