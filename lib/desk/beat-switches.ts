import { BEATS, type Beat } from '../glossary/beats';
import { fetchBeatFile } from './load-bundled';
import type { EditsSource } from './user-edits';

/** Parts the store's own edition from the beats that were off in it. */
const SIGN = '~';

/** Which entries a beat has, and which beats are off. */
export interface BeatsSource {
  /** Cheap: asked at every question. */
  off(): Promise<readonly Beat[]>;
  /** The ids of the bundled entries of a beat. */
  idsOf(beat: Beat): Promise<readonly string[]>;
}

const offIn = (edition: string): Beat[] => {
  const named = new Set(edition.split(SIGN)[1]?.split(','));
  return BEATS.filter((beat) => named.has(beat));
};
const withOff = (edition: string, off: readonly Beat[]) =>
  off.length > 0 ? `${edition}${SIGN}${off.join(',')}` : edition;

/** The store's own part of an edition. */
export const storedEdition = (edition: string) => edition.split(SIGN)[0] ?? edition;

/**
 * The user's edits, in editions that also say which beats are off: switching one is a change of all its
 * entries. They stay in the index, so that cards go on naming them, and are matched by nothing.
 */
export class BeatSwitches implements EditsSource {
  readonly #edits: EditsSource;
  readonly #beats: BeatsSource;
  readonly #ids = new Map<Beat, Promise<readonly string[]>>();
  readonly some: EditsSource['some'];
  readonly layered: EditsSource['layered'];

  constructor(edits: EditsSource, beats: BeatsSource) {
    this.#edits = edits;
    this.#beats = beats;
    this.some = (ids) => edits.some(ids);
    this.layered = (ids) => edits.layered(ids);
  }

  async edition(): Promise<string> {
    const [edition, off] = await Promise.all([this.#edits.edition(), this.#beats.off()]);
    return withOff(edition, off);
  }

  async changesSince(edition: string): ReturnType<EditsSource['changesSince']> {
    const [changes, off] = await Promise.all([
      this.#edits.changesSince(storedEdition(edition)),
      this.#beats.off(),
    ]);
    if (!changes) return null;
    const before = offIn(edition);
    const switched = BEATS.filter((beat) => before.includes(beat) !== off.includes(beat));
    const ids = await Promise.all(switched.map((beat) => this.#idsOf(beat)));
    return { edition: withOff(changes.edition, off), ids: [...new Set([...changes.ids, ...ids.flat()])] };
  }

  async silentIn(edition: string): ReturnType<EditsSource['silentIn']> {
    const silent = new Set((await Promise.all(offIn(edition).map((beat) => this.#idsOf(beat)))).flat());
    return (id) => silent.has(id);
  }

  async #idsOf(beat: Beat): Promise<readonly string[]> {
    const asked = this.#ids.get(beat) ?? this.#beats.idsOf(beat);
    this.#ids.set(beat, asked);
    try {
      return await asked;
    } catch {
      // A file that cannot be read has no entries in the glossary either; it is tried again.
      this.#ids.delete(beat);
      return [];
    }
  }
}

/** The ids of the entries in a bundled beat's file, whose entries are checked where they are read for use. */
export async function loadBeatIds(beat: Beat): Promise<readonly string[]> {
  const file = await fetchBeatFile(beat);
  const entries = typeof file === 'object' && file !== null && 'entries' in file ? file.entries : [];
  return (Array.isArray(entries) ? entries : []).flatMap((entry: unknown) =>
    typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string'
      ? [entry.id]
      : [],
  );
}
