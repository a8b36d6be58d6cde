import type { Glossary } from '../glossary/glossary';
import type { Entry, RelationKind } from '../glossary/schema';
import { findMap } from '../maps/find-map';
import type { MapIndex, MapSheet, PlacedMap, Territory } from '../maps/types';

/** Reads one of the maps' files by its name. */
export type LoadMapFile = (name: string) => Promise<unknown>;

/** Lead from a place to what it lies in. */
const WITHIN: readonly RelationKind[] = ['capital-of', 'located-in', 'part-of'];

/** Ids of what a place lies in today, the nearest first, as far as the glossary at hand goes. */
function within(entry: Entry, glossary: Glossary): string[] {
  const found: string[] = [];
  for (let queue: Entry[] = [entry], next = queue.shift(); next; next = queue.shift()) {
    for (const { kind, with: id, to } of next.relations) {
      if (!WITHIN.includes(kind) || to || id === entry.id || found.includes(id)) continue;
      found.push(id);
      const outer = glossary.get(id);
      if (outer) queue.push(outer);
    }
  }
  return found;
}

/** Finds the map for an entry's card among the extension's files, which are read once each. */
export class LocatorMaps {
  #load: LoadMapFile;
  #files = new Map<string, Promise<unknown>>();

  constructor(load: LoadMapFile) {
    this.#load = load;
  }

  /**
   * Null for what has no place. A map that cannot be had is reported, and the card does without. The
   * glossary needs to hold no more than the entry and those related to it: coordinates tell the rest.
   * `nameOf` names any entry by its id; null where there is none.
   */
  async mapOf(
    entry: Entry,
    glossary: Glossary,
    nameOf: (id: string) => string | null,
  ): Promise<PlacedMap | null> {
    if (entry.kind !== 'place' && !entry.coordinates) return null;
    try {
      const index = (await this.#file('index.json')) as MapIndex;
      const place = {
        id: entry.id,
        coordinates: entry.coordinates ?? null,
        within: within(entry, glossary),
      };
      return await findMap(place, {
        index,
        sheet: async (id) => (await this.#file(`${id}.json`)) as MapSheet,
        nameOf: ({ entry: id, name }: Territory) => (id && nameOf(id)) || name,
      });
    } catch (error) {
      console.error(`Newsgloss has no map for ${entry.id}:`, error);
      return null;
    }
  }

  /** A file of the same build as this code, so that its shape is known. One that fails is read again. */
  #file(name: string): Promise<unknown> {
    const known = this.#files.get(name);
    if (known) return known;
    const file = this.#load(name);
    this.#files.set(name, file);
    file.catch(() => this.#files.delete(name));
    return file;
  }
}
