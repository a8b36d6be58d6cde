/** Texts in order, held as one run of UTF-8 bytes, so that they are stored and loaded whole and read one by one. */
import { IntList } from './int-list';

/** What {@link TextList} is stored as. */
export interface StoredTexts {
  readonly bytes: Uint8Array;
  /** Where each text ends in the bytes. */
  readonly ends: Int32Array;
}

const FIRST_CAPACITY = 1_024;
/** UTF-8 has no more bytes than this for a UTF-16 unit. */
const MOST_BYTES_A_UNIT = 3;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class TextList {
  #bytes: Uint8Array;
  readonly #ends: IntList;

  /** Takes over stored texts. */
  constructor(stored?: StoredTexts) {
    this.#bytes = stored?.bytes ?? new Uint8Array(0);
    this.#ends = new IntList(stored?.ends);
  }

  get length(): number {
    return this.#ends.length;
  }

  /** The text at `i`, which has no lone surrogates; empty beyond the end. */
  at(i: number): string {
    return decoder.decode(this.#bytes.subarray(this.#ends.at(i - 1), this.#ends.at(i)));
  }

  /** Adds a text and gives its place. */
  push(text: string): number {
    const start = this.#ends.at(this.length - 1);
    const needed = start + text.length * MOST_BYTES_A_UNIT;
    if (needed > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(FIRST_CAPACITY, this.#bytes.length * 2, needed));
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    const { written } = encoder.encodeInto(text, this.#bytes.subarray(start));
    return this.#ends.push(start + written);
  }

  stored(): StoredTexts {
    return { bytes: this.#bytes.slice(0, this.#ends.at(this.length - 1)), ends: this.#ends.toArray() };
  }
}
