/** Pairs of 32-bit integers, numbered from 0 in the order in which they came. */
import { IntList } from './int-list';

const FIRST_SLOTS = 64;

/** What {@link PairTable} is stored as. */
export interface StoredPairs {
  readonly firsts: Int32Array;
  readonly seconds: Int32Array;
  /** Open addressing: a pair's number and 1, or 0 for a free slot. Their count is a power of two. */
  readonly slots: Int32Array;
}

export class PairTable {
  readonly #firsts: IntList;
  readonly #seconds: IntList;
  #slots: Int32Array;

  constructor(stored?: StoredPairs) {
    this.#firsts = new IntList(stored?.firsts);
    this.#seconds = new IntList(stored?.seconds);
    this.#slots = stored?.slots ?? new Int32Array(FIRST_SLOTS);
  }

  get size(): number {
    return this.#firsts.length;
  }

  /** The pair's number, or -1 where it has not come yet. */
  find(first: number, second: number): number {
    return (this.#slots[this.#slotOf(first, second)] ?? 0) - 1;
  }

  /** The pair's number; a new one where it has not come yet. */
  add(first: number, second: number): number {
    const known = this.find(first, second);
    if (known >= 0) return known;
    // Half full: from there on the runs of taken slots grow long.
    if (this.size * 2 >= this.#slots.length) this.#grow();
    const number = this.#firsts.push(first);
    this.#seconds.push(second);
    this.#slots[this.#slotOf(first, second)] = number + 1;
    return number;
  }

  /** The second integers of all pairs that begin with this one. */
  *secondsOf(first: number): Generator<number> {
    for (let number = 0; number < this.size; number++)
      if (this.#firsts.at(number) === first) yield this.#seconds.at(number);
  }

  stored(): StoredPairs {
    return { firsts: this.#firsts.toArray(), seconds: this.#seconds.toArray(), slots: this.#slots };
  }

  /** The slot that holds the pair, or the free one where it would go. */
  #slotOf(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    let slot = mixed(first, second) & mask;
    for (;;) {
      const number = this.#slots[slot] ?? 0;
      if (number === 0) return slot;
      if (this.#firsts.at(number - 1) === first && this.#seconds.at(number - 1) === second) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let number = 0; number < this.size; number++) {
      this.#slots[this.#slotOf(this.#firsts.at(number), this.#seconds.at(number))] = number + 1;
    }
  }
}

/** Spreads two integers over 32 bits: the multipliers and shifts of MurmurHash3's finaliser (public domain). */
function mixed(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ second;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
