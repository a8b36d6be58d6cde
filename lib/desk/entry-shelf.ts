import type { SharedOrigin } from '../glossary/card-types';
import { groundOf, overlay, recordsByEntry } from '../glossary/overlay';
import type { Entry } from '../glossary/schema';
import { hostOf } from '../sharing/address';
import type { LayerEntries } from '../store/layers';
import type { BundledGlossary, RankedEntry } from './packaged-glossary';
import type { EditsSource } from './user-edits';

/** An entry as it is in force, null where it is hidden or gone. */
export interface ShelvedEntry {
  readonly entry: Entry | null;
  /** Its rank among the bundled ones, if it has one. */
  readonly rank: number | null;
  /** The shared glossary that it comes from, if it does. */
  readonly from: SharedOrigin | null;
}

/** What lies beneath the user's edits of some entries: bundled ones, and those of each layer, lowest first. */
interface Beneath {
  readonly bundled: readonly RankedEntry[];
  readonly layers: readonly LayerEntries[];
}

/**
 * Single entries, without reading the whole glossary: the bundled ones, shared glossaries and the user's edits
 * laid over.
 */
export class EntryShelf {
  #bundled: BundledGlossary;
  #edits: EditsSource;

  constructor(bundled: BundledGlossary, edits: EditsSource) {
    this.#bundled = bundled;
    this.#edits = edits;
  }

  /** What is in force under these ids, and under the present ids of entries that had one of them before. */
  async inForce(ids: readonly string[]): Promise<Map<string, ShelvedEntry>> {
    const { bundled, layers } = await this.#beneath(ids);
    const ranks = new Map(bundled.map(({ entry, rank }) => [entry.id, rank]));
    const ground = bundled.map(({ entry }) => entry);
    const layered = layers.map((one) => one.entries);
    const beneath = [ground, ...layered].flat();
    const allIds = new Set([...ids, ...beneath.flatMap(({ id, formerIds }) => [id, ...formerIds])]);
    const edits = await this.#edits.some([...allIds]);
    const entries = new Map(overlay(ground, layered, edits).entries.map((entry) => [entry.id, entry]));
    const records = recordsByEntry(groundOf(ground, layered), edits);
    const fromOf = (id: string): SharedOrigin | null => {
      const layer = layers.findLast((one) => one.entries.some((entry) => entry.id === id))?.layer;
      const own = records.get(id) ?? [];
      // One that the user has added herself under this id takes the whole place.
      if (!layer || own.some(({ added }) => added)) return null;
      const isEdited = own.some(({ changes }) => changes.length > 0);
      return { title: layer.title, host: hostOf(layer.address), isEdited };
    };
    return new Map(
      [...new Set([...ids, ...beneath.map(({ id }) => id)])].map((id) => [
        id,
        { entry: entries.get(id) ?? null, rank: ranks.get(id) ?? null, from: fromOf(id) },
      ]),
    );
  }

  /** A layer may have an entry under an id that another knows as a former one: asked until nothing more comes. */
  async #beneath(ids: readonly string[]): Promise<Beneath> {
    const known = new Set(ids);
    for (;;) {
      const asked = [...known];
      const bundled = await this.#bundled.entriesWith(asked);
      const layers = await this.#edits.layered(asked);
      for (const { entry } of bundled) known.add(entry.id);
      for (const { id } of layers.flatMap(({ entries }) => entries)) known.add(id);
      if (known.size === asked.length || layers.length === 0) return { bundled, layers };
    }
  }
}
