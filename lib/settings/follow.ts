import { readAllStored, type StoredChange, watchStored } from '../platform/storage';

/**
 * Follows a state that lies in several keys of local storage: calls back once with how it is, and again
 * at each change of it.
 *
 * @param after the state after one key was set; the same object where the key is about something else.
 * @returns how to stop.
 */
export async function followStored<State>(
  initial: State,
  after: (state: State, change: StoredChange) => State,
  onState: (state: State) => void,
): Promise<() => void> {
  let current: State | null = null;
  // Listening starts before reading, so that no change falls between the two.
  const missed: StoredChange[] = [];
  const stop = watchStored((change) => {
    if (current === null) {
      missed.push(change);
      return;
    }
    const next = after(current, change);
    if (next === current) return;
    current = next;
    onState(current);
  });
  const stored = Object.entries(await readAllStored()).map(([key, value]) => ({ key, value }));
  current = [...stored, ...missed].reduce(after, initial);
  onState(current);
  return stop;
}
