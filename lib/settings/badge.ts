import { type StoredChange, writeStored } from '../platform/storage';
import { followStored } from './follow';

const BADGE_KEY = 'badge';

/**
 * Shows the number of a story's names on the icon, or not. Shown unless it was switched off: it stands
 * outside the page, in grey, and changes with the story alone.
 */
export function setBadgeShown(shown: boolean): Promise<void> {
  return writeStored(BADGE_KEY, shown ? undefined : 'off');
}

function after(isShown: boolean, { key, value }: StoredChange): boolean {
  return key === BADGE_KEY ? value !== 'off' : isShown;
}

/** Follows whether it is shown: calls back once with how it is and again at each change. Returns how to stop. */
export function followBadge(onBadge: (isShown: boolean) => void): Promise<() => void> {
  return followStored(true, after, onBadge);
}
