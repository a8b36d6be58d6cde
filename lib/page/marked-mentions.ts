import type { MarkSettings } from '../settings/marks';
import { isMuted, type Quiet } from '../settings/quiet';
import type { MentionPlace } from './mention-at-point';
import type { StoryReading } from './story-reading';

/**
 * The mentions that are marked, in the order of the page's reading: as often as the reader likes, of the
 * entries that she wants marked. A section begins at each headline. A mention that is possible rather
 * than sure does not use up its entry's mark.
 */
export function markedMentions(
  reading: StoryReading,
  { look, repeat, unmarkedFamiliarities, unmarkedKinds }: MarkSettings,
  quiet: Quiet,
): MentionPlace[] {
  if (look === 'none') return [];
  const marked: MentionPlace[] = [];
  /** For each entry, since a long story has its names again and again. */
  const wanted = new Map<string, boolean>();
  const isWanted = (entryId: string) => {
    const known = wanted.get(entryId);
    if (known !== undefined) return known;
    const name = reading.names.get(entryId);
    const isMarked =
      name !== undefined &&
      !isMuted(quiet, entryId) &&
      !unmarkedFamiliarities.has(name.familiarity) &&
      !unmarkedKinds.has(name.kind);
    wanted.set(entryId, isMarked);
    return isMarked;
  };
  let seen = new Set<string>();
  let wasHeadline = false;
  for (const [blockIndex, block] of reading.blocks.entries()) {
    if (!block) continue;
    const isHeadline = block.role === 'headline';
    if (repeat === 'section' && isHeadline && !wasHeadline) seen = new Set();
    wasHeadline = isHeadline;
    for (const [mentionIndex, { entryId, sense }] of (reading.mentions[blockIndex] ?? []).entries()) {
      if (!isWanted(entryId)) continue;
      if (repeat !== 'all' && seen.has(entryId)) continue;
      if (sense === 'sure') seen.add(entryId);
      marked.push({ blockIndex, mentionIndex });
    }
  }
  return marked;
}
