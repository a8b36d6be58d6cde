/** What {@link FirstWords} are stored as. */
export interface StoredFirstWords {
  readonly bits: Int32Array;
  /** Words that find room yet. */
  readonly room: Int32Array;
}

/** Bits for each word, at least: of other words then one in eight or fewer is taken for one of these. */
const BITS_A_WORD = 8;
const LEAST_BITS = 1_024;

/**
 * The words with which any phrase begins, by their hashes, so that most words of a text are known at one
 * look to begin none. It errs on one side only: what it denies is not there.
 */
export class FirstWords {
  readonly #bits: Int32Array;
  #room: number;

  /** @param words how many there will be, or more; or what was stored, which is taken over. */
  constructor(words: number | StoredFirstWords) {
    if (typeof words === 'object') {
      this.#bits = words.bits;
      this.#room = words.room[0] ?? 0;
      return;
    }
    const bits = 2 ** Math.ceil(Math.log2(Math.max(LEAST_BITS, words * BITS_A_WORD)));
    this.#bits = new Int32Array(bits / 32);
    this.#room = bits / BITS_A_WORD;
  }

  /** More words than these make it err too often. */
  get isFull(): boolean {
    return this.#room <= 0;
  }

  mayHave(hash: number): boolean {
    const bits = this.#bits;
    return ((bits[(hash >>> 5) & (bits.length - 1)] ?? 0) & (1 << (hash & 31))) !== 0;
  }

  /** Adds a word that is not there yet. */
  add(hash: number): void {
    const at = (hash >>> 5) & (this.#bits.length - 1);
    this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (hash & 31));
    this.#room--;
  }

  stored(): StoredFirstWords {
    return { bits: this.#bits.slice(), room: Int32Array.of(this.#room) };
  }
}
