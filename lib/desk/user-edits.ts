import type { UserEdits } from '../store/load-edits';
import type { UserGlossary } from '../store/user-glossary';
import type { EditsSource } from './story-desk';

/** A store that has failed is left alone for this long, ms: each try may take seconds, and stories wait. */
const REST_MS = 10_000;
const NO_EDITS: UserEdits = { edition: 'bundled', edits: [], faults: [] };

/**
 * The user's edits for reading stories. Where her store cannot be had, stories are read with the
 * bundled glossary meanwhile; the glossary's own page tells her what is wrong.
 */
export function editsForReading(store: UserGlossary): EditsSource {
  let restUntilMs = 0;
  let known: UserEdits | null = null;
  async function orElse<Result>(ask: () => Promise<Result>, otherwise: Result): Promise<Result> {
    if (Date.now() < restUntilMs) return otherwise;
    try {
      return await ask();
    } catch (error) {
      restUntilMs = Date.now() + REST_MS;
      console.warn('Newsgloss reads without your own entries for now:', error);
      return otherwise;
    }
  }
  return {
    edition: () => orElse(() => store.edition(), NO_EDITS.edition),
    load: () =>
      orElse(async () => {
        known = await store.load(known);
        return known;
      }, NO_EDITS),
  };
}
