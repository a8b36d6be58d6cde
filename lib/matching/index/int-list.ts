const FIRST_CAPACITY = 64;

/** Integers that can be added to, held as one typed array, so that they are stored and loaded whole. */
export class IntList {
  #values: Int32Array;
  #length: number;

  /** Takes over stored values. */
  constructor(stored: Int32Array = new Int32Array(0)) {
    this.#values = stored;
    this.#length = stored.length;
  }

  get length(): number {
    return this.#length;
  }

  /** The value at `i`; 0 beyond the end. */
  at(i: number): number {
    return this.#values[i] ?? 0;
  }

  /** Adds a value and gives its place. */
  push(value: number): number {
    if (this.#length === this.#values.length) {
      const grown = new Int32Array(Math.max(FIRST_CAPACITY, this.#length * 2));
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length] = value;
    return this.#length++;
  }

  /** Puts a value in the place of one that is there. */
  set(i: number, value: number): void {
    this.#values[i] = value;
  }

  /** The values alone, as they are stored. */
  toArray(): Int32Array {
    return this.#values.slice(0, this.#length);
  }
}
