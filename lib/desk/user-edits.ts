import type { EntryEdit } from '../glossary/entry-edits';
import type { LayerEntries } from '../store/layers';
import type { UserGlossary } from '../store/user-glossary';

/** The user's edits and the shared glossaries beneath them, as reading stories needs them. */
export interface EditsSource {
  /** Cheap: asked at every question. */
  edition(): Promise<string>;
  /**
   * The edition now, and the records that were written since another; of {@link BUNDLED_EDITION} all that
   * there are. Null where the store does not know that any more.
   */
  changesSince(
    edition: string,
  ): Promise<{ readonly edition: string; readonly ids: readonly string[] } | null>;
  /** The edits stored under these ids now; none for those without. */
  some(ids: readonly string[]): Promise<readonly EntryEdit[]>;
  /** The layers, the lowest first, with those of their entries that have or had these ids. */
  layered(ids: readonly string[]): Promise<readonly LayerEntries[]>;
  /** Tells of an entry's id whether stories are not to be searched for it in an edition, though it is there. */
  silentIn(edition: string): Promise<(id: string) => boolean>;
}

/** A store that has failed is left alone for this long, ms: each try may take seconds, and stories wait. */
const REST_MS = 10_000;

/** The edition without any edits of the user's: before the first one, and where they are out of reach. */
export const BUNDLED_EDITION = 'bundled';

/**
 * The user's edits for reading stories. Where her store cannot be had, stories are read with the
 * bundled glossary meanwhile; the glossary's own page tells her what is wrong.
 */
export function editsForReading(store: UserGlossary): EditsSource {
  let restUntilMs = 0;
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
    edition: () => orElse(() => store.edition(), BUNDLED_EDITION),
    changesSince: (edition) =>
      edition === BUNDLED_EDITION
        ? orElse(() => store.allIds(), { edition, ids: [] })
        : orElse(() => store.changesSince(edition), null),
    some: (ids) => orElse(() => store.some(ids), []),
    layered: (ids) => orElse<readonly LayerEntries[]>(() => store.someLayered(ids), []),
    silentIn: async () => () => false,
  };
}
