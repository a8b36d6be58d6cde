/** Where each bundled entry lies in the extension's files, so that one is read without the others. */
import * as v from 'valibot';
import { BEATS, type Beat } from '../../glossary/beats';
import type { Entry } from '../../glossary/schema';
import { hashesOfId } from './id-graph';
import { PairTable } from './pair-table';
import { numbers, storedPairsSchema } from './stored-index';

const placesSchema = v.strictObject({
  ids: storedPairsSchema,
  ranks: numbers,
  lasts: numbers,
  starts: numbers,
  ends: numbers,
});
/** What {@link EntryPlaces} are stored as. */
type StoredPlaces = v.InferOutput<typeof placesSchema>;

/** The entries of a beat's file, each with the half-open span of bytes that its JSON takes there. */
export interface PlacedBeat {
  readonly beat: Beat;
  readonly entries: readonly { readonly entry: Entry; readonly start: number; readonly end: number }[];
}

export interface EntryPlace {
  /** The entry's place in the order of all. */
  readonly rank: number;
  readonly beat: Beat;
  /** In bytes of the beat's file. */
  readonly start: number;
  readonly end: number;
}

export class EntryPlaces {
  readonly #ids: PairTable;
  /** Of each id, the rank of the entry that has it, else of one that had it before. */
  readonly #ranks: Int32Array;
  /** Of each beat in order, the rank after its last entry. */
  readonly #lasts: Int32Array;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;

  /** @throws Error where `stored` is not what {@link storedPlaces} gives. */
  constructor(stored: unknown) {
    const { ids, ranks, lasts, starts, ends } = v.parse(placesSchema, stored);
    this.#ids = new PairTable(ids);
    this.#ranks = ranks;
    this.#lasts = lasts;
    this.#starts = starts;
    this.#ends = ends;
  }

  /** The places of the entries that have or had these ids, each once. */
  of(ids: Iterable<string>): EntryPlace[] {
    const ranks = new Set<number>();
    for (const id of ids) {
      const number = this.#ids.find(...hashesOfId(id));
      if (number >= 0) ranks.add(this.#ranks[number] ?? 0);
    }
    return [...ranks].flatMap((rank) => {
      const beat = BEATS[this.#lasts.findIndex((last) => rank < last)];
      return beat ? [{ rank, beat, start: this.#starts[rank] ?? 0, end: this.#ends[rank] ?? 0 }] : [];
    });
  }
}

/** The places of entries that are given in the order of {@link BEATS}, to be stored. */
export function storedPlaces(beats: readonly PlacedBeat[]): StoredPlaces {
  const placed = beats.flatMap(({ entries }) => entries);
  const ids = new PairTable();
  const ranks: number[] = [];
  const add = (id: string, rank: number) => {
    const number = ids.add(...hashesOfId(id));
    ranks[number] ??= rank;
  };
  for (const [rank, { entry }] of placed.entries()) add(entry.id, rank);
  for (const [rank, { entry }] of placed.entries()) for (const former of entry.formerIds) add(former, rank);
  let last = 0;
  const lasts = BEATS.map((beat) => {
    last += beats.find((one) => one.beat === beat)?.entries.length ?? 0;
    return last;
  });
  return {
    ids: ids.stored(),
    ranks: Int32Array.from(ranks),
    lasts: Int32Array.from(lasts),
    starts: Int32Array.from(placed, ({ start }) => start),
    ends: Int32Array.from(placed, ({ end }) => end),
  };
}
