import type { Change } from '../../lib/glossary/card-view';

/** Began, and still goes on: what has become of the entry. */
function isPresentState({ change, type, to }: Change): boolean {
  return change === 'began' && to === null && (type === 'post' || type === 'status' || type === 'leader');
}

/**
 * For a card that shows only a line or two: of `changes`, newest first, the newest one that is still
 * so goes before everything else. A new office says more than the last thing that happened.
 */
export function tellingFirst(changes: readonly Change[]): readonly Change[] {
  const telling = changes.find(isPresentState);
  return telling ? [telling, ...changes.filter((change) => change !== telling)] : changes;
}
