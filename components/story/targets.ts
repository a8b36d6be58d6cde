/** Mentions as the hover machine names them. */
import type { Target } from '../../lib/hover/machine';
import type { MentionPlace, ViewportPoint } from '../../lib/page/mention-at-point';
import type { PlacedMention } from '../../lib/page/placed-mentions';
import { viewportRectsOf } from '../../lib/page/ranges';
import type { StorySession } from '../../lib/page/story-session';

/** Names a mention to the hover machine. */
export function targetOf({ blockIndex, mentionIndex }: MentionPlace): Target {
  return `${blockIndex}:${mentionIndex}`;
}

/** The mention that is so named, or null where the page has removed it. */
export function placedTarget(session: StorySession, target: Target): PlacedMention | null {
  const [blockIndex, mentionIndex] = target.split(':').map(Number);
  return session.placed({ blockIndex: blockIndex ?? -1, mentionIndex: mentionIndex ?? -1 });
}

/** Where a mention begins in the viewport, or null where it is gone or not shown. */
export function positionOfTarget(session: StorySession, target: Target): ViewportPoint | null {
  const placed = placedTarget(session, target);
  return (placed && viewportRectsOf(placed.boundaries)[0]) ?? null;
}
