/** Ids of entries, where each stands, and which are related: by relations, and by posts held in a body. */
import type { Entry } from '../../glossary/schema';
import { hashFolded } from '../../text/words';
import { IntList } from './int-list';
import { PairTable, type StoredPairs } from './pair-table';

/** What {@link IdGraph} is stored as. */
export interface StoredGraph {
  readonly ids: StoredPairs;
  /** For each id the place of its entry and 1, and the same for an entry that had it before; 0 for none. */
  readonly places: Int32Array;
  readonly formerPlaces: Int32Array;
  /** For each id its last link and 1; for each link the other id, the place that tells of it, the link before. */
  readonly lastLinks: Int32Array;
  readonly others: Int32Array;
  readonly owners: Int32Array;
  readonly before: Int32Array;
}

export class IdGraph {
  readonly #ids: PairTable;
  readonly #places: IntList;
  readonly #formerPlaces: IntList;
  readonly #lastLinks: IntList;
  readonly #others: IntList;
  readonly #owners: IntList;
  readonly #before: IntList;

  constructor(stored?: StoredGraph) {
    this.#ids = new PairTable(stored?.ids);
    this.#places = new IntList(stored?.places);
    this.#formerPlaces = new IntList(stored?.formerPlaces);
    this.#lastLinks = new IntList(stored?.lastLinks);
    this.#others = new IntList(stored?.others);
    this.#owners = new IntList(stored?.owners);
    this.#before = new IntList(stored?.before);
  }

  /** The place of the entry that has this id, or -1. */
  placeOf(id: string): number {
    const number = this.#find(id);
    return number < 0 ? -1 : this.#places.at(number) - 1;
  }

  /** The place of the entry that has this id, else of one that had it before, or -1. */
  placeNow(id: string): number {
    const number = this.#find(id);
    return number < 0 ? -1 : this.#placeAt(number);
  }

  /** Puts an entry at a place, with all that it says of others. */
  add(entry: Entry, place: number): void {
    const own = this.#number(entry.id);
    this.#places.set(own, place + 1);
    for (const former of entry.formerIds) this.#formerPlaces.set(this.#number(former), place + 1);
    for (const { with: other } of entry.relations) this.#link(own, this.#number(other), place);
    for (const fact of entry.facts) {
      if (fact.type === 'post' && fact.body !== undefined && 'entry' in fact.body)
        this.#link(own, this.#number(fact.body.entry), place);
    }
  }

  /** Takes an entry from its place; what it said of others no longer counts. */
  remove(id: string, formerIds: readonly string[], place: number): void {
    this.#places.set(this.#number(id), 0);
    for (const former of formerIds) {
      const number = this.#number(former);
      if (this.#formerPlaces.at(number) === place + 1) this.#formerPlaces.set(number, 0);
    }
  }

  /**
   * The places of the entries related to the one with these ids, its own and its former ones.
   *
   * @param counts whether what the entry at a place says still counts.
   */
  relatedPlaces(ids: readonly string[], counts: (place: number) => boolean): Set<number> {
    const related = new Set<number>();
    for (const id of ids) {
      const number = this.#find(id);
      if (number < 0) continue;
      for (let link = this.#lastLinks.at(number); link !== 0; link = this.#before.at(link - 1)) {
        if (!counts(this.#owners.at(link - 1))) continue;
        const place = this.#placeAt(this.#others.at(link - 1));
        if (place >= 0) related.add(place);
      }
    }
    return related;
  }

  stored(): StoredGraph {
    return {
      ids: this.#ids.stored(),
      places: this.#places.toArray(),
      formerPlaces: this.#formerPlaces.toArray(),
      lastLinks: this.#lastLinks.toArray(),
      others: this.#others.toArray(),
      owners: this.#owners.toArray(),
      before: this.#before.toArray(),
    };
  }

  #placeAt(number: number): number {
    return (this.#places.at(number) || this.#formerPlaces.at(number)) - 1;
  }

  #find(id: string): number {
    return this.#ids.find(...hashesOfId(id));
  }

  #number(id: string): number {
    const number = this.#ids.add(...hashesOfId(id));
    if (number === this.#places.length) {
      this.#places.push(0);
      this.#formerPlaces.push(0);
      this.#lastLinks.push(0);
    }
    return number;
  }

  #link(a: number, b: number, owner: number): void {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const link = this.#others.push(to) + 1;
      this.#owners.push(owner);
      this.#before.push(this.#lastLinks.at(from));
      this.#lastLinks.set(from, link);
    }
  }
}

const OTHER_START = hashFolded('#');

/** Two hashes from different starts: ids are told apart by 64 bits, without keeping them. */
export const hashesOfId = (id: string): [number, number] => [hashFolded(id), hashFolded(id, OTHER_START)];
