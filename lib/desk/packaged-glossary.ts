import * as v from 'valibot';
import type { Beat } from '../glossary/beats';
import { type Entry, entrySchema } from '../glossary/schema';
import { type EntryPlace, EntryPlaces } from '../matching/index/entry-places';
import { GlossaryIndex } from '../matching/index/glossary-index';
import { unpack } from '../matching/index/pack';
import { storedIndexSchema } from '../matching/index/stored-index';

/** A bundled entry with its place in the order of all. */
export interface RankedEntry {
  readonly rank: number;
  readonly entry: Entry;
}

/** The bundled glossary: made with the extension, never changed. */
export interface BundledGlossary {
  /** An index of all its entries, for whoever calls it to change. */
  index(): Promise<GlossaryIndex>;
  /** Its entries that have or had these ids, each once. */
  entriesWith(ids: readonly string[]): Promise<RankedEntry[]>;
}

/** Beats whose files are at hand for the next card, which mostly names entries of the same ones: some megabytes. */
const MOST_AT_HAND = 4;

const decoder = new TextDecoder();

/** The bundled glossary in the extension's files: an index that is loaded, and entries that are read one by one. */
export class PackagedGlossary implements BundledGlossary {
  readonly #fetchBytes: (path: string) => Promise<ArrayBuffer>;
  #places: Promise<EntryPlaces> | null = null;
  /** The last used one last. */
  readonly #beats = new Map<Beat, Promise<ArrayBuffer>>();

  /** @param fetchBytes of a file of the extension, by its path. */
  constructor(fetchBytes: (path: string) => Promise<ArrayBuffer>) {
    this.#fetchBytes = fetchBytes;
  }

  async index(): Promise<GlossaryIndex> {
    const stored = unpack(await this.#fetchBytes('glossary/index.bin'));
    return new GlossaryIndex(v.parse(storedIndexSchema, stored));
  }

  /** A beat whose file cannot be read is left out and reported, and asked for again the next time. */
  async entriesWith(ids: readonly string[]): Promise<RankedEntry[]> {
    const places = (await this.#loadPlaces()).of(ids);
    // Beat by beat: there may be more of them than are kept at hand.
    const beats = [...new Set(places.map(({ beat }) => beat))];
    const read = await Promise.all(
      beats.map(async (beat) => {
        const own = places.filter((place) => place.beat === beat);
        try {
          const bytes = await this.#beat(beat);
          return own.flatMap((place) => entryAt(place, bytes) ?? []);
        } catch (error) {
          reportLeftOut(error);
          return [];
        }
      }),
    );
    return read.flat();
  }

  /** A load that fails is tried again at the next question. */
  #loadPlaces(): Promise<EntryPlaces> {
    this.#places ??= this.#fetchBytes('glossary/places.bin').then(
      (bytes) => new EntryPlaces(unpack(bytes)),
      (error: unknown) => {
        this.#places = null;
        throw error;
      },
    );
    return this.#places;
  }

  #beat(beat: Beat): Promise<ArrayBuffer> {
    const bytes = this.#beats.get(beat) ?? this.#fetchBytes(`glossary/${beat}.json`);
    this.#beats.delete(beat);
    this.#beats.set(beat, bytes);
    for (const oldest of this.#beats.keys()) {
      if (this.#beats.size <= MOST_AT_HAND) break;
      this.#beats.delete(oldest);
    }
    bytes.catch(() => this.#beats.delete(beat));
    return bytes;
  }
}

function reportLeftOut(error: unknown): void {
  console.error('Newsgloss left out part of its glossary:', error);
}

/** The entry at a place of its beat's file; null, and reported, where that is none. */
function entryAt({ rank, start, end }: EntryPlace, file: ArrayBuffer): RankedEntry | null {
  try {
    const json = decoder.decode(new Uint8Array(file, start, end - start));
    return { rank, entry: v.parse(entrySchema, JSON.parse(json)) };
  } catch (error) {
    reportLeftOut(error);
    return null;
  }
}
