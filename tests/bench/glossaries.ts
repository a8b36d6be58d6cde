/** The names that the pages hold, which every glossary of the bench begins with. */
import type { InputStory } from '../../lib/command-line/read-input';
import type { Entry } from '../../lib/glossary/schema';
import { annotate, startStory } from '../../lib/matching/annotate';
import type { GlossaryIndex } from '../../lib/matching/index/glossary-index';

/**
 * The entries that the stories name, those named most first, with no other aliases than those by which
 * they are named: glossaries of all sizes then find the same in the same text.
 */
export function entriesNamedIn(
  stories: readonly InputStory[],
  index: GlossaryIndex,
  entries: readonly Entry[],
): Entry[] {
  const used = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  for (const story of stories) {
    for (const { entryId, why } of annotate(index, story.blocks, startStory(story)).mentions) {
      used.set(entryId, (used.get(entryId) ?? new Set()).add(why.alias));
      counts.set(entryId, (counts.get(entryId) ?? 0) + 1);
    }
  }
  return entries
    .filter(({ id }) => used.has(id))
    .map(({ ownScript, ...entry }) => ({
      ...entry,
      aliases: entry.aliases.filter(({ text }) => used.get(entry.id)?.has(text)),
    }))
    .sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0));
}
