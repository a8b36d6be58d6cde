import type { Mention } from '../matching/types';
import type { MentionPlace } from './mention-at-point';
import { boundariesOf } from './ranges';
import type { StoryReading } from './story-reading';

/** A mention with where it stands in the page now. */
export interface PlacedMention {
  readonly mention: Mention;
  readonly place: MentionPlace;
  readonly boundaries: StaticRangeInit;
}

/** A mention with its present boundaries, or null where the page has removed it. */
export function placedIn({ blocks, mentions }: StoryReading, place: MentionPlace): PlacedMention | null {
  const block = blocks[place.blockIndex];
  const mention = mentions[place.blockIndex]?.[place.mentionIndex];
  const boundaries = block && mention && boundariesOf(block, mention);
  return boundaries ? { mention, place, boundaries } : null;
}

/** The mentions that `isWanted`, as far as the page still has them, in the order of the story. */
export function placedWhere(reading: StoryReading, isWanted: (mention: Mention) => boolean): PlacedMention[] {
  return reading.mentions.flatMap((mentions, blockIndex) =>
    mentions.flatMap((mention, mentionIndex) =>
      isWanted(mention) ? (placedIn(reading, { blockIndex, mentionIndex }) ?? []) : [],
    ),
  );
}
