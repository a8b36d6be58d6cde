import type { Row } from './catalogue';

/** Changes up to which each is put in its place by itself; for more, all are merged. */
const FEW = 64;

/** Rows in an order that is kept while they come and go. */
export class RowOrder {
  readonly #compare: (a: Row, b: Row) => number;
  #rows: readonly Row[] = [];
  #gone = new Set<Row>();
  #come = new Set<Row>();

  /** @param compare never 0 for two rows of one catalogue. */
  constructor(compare: (a: Row, b: Row) => number) {
    this.#compare = compare;
  }

  /** A row that is not yet in the order. */
  add(row: Row): void {
    this.#come.add(row);
  }

  remove(row: Row): void {
    if (!this.#come.delete(row)) this.#gone.add(row);
  }

  /** In their order; the same array until something changes. */
  rows(): readonly Row[] {
    const changes = this.#gone.size + this.#come.size;
    if (changes === 0) return this.#rows;
    this.#rows = changes <= FEW ? this.#patched() : this.#merged();
    this.#gone = new Set();
    this.#come = new Set();
    return this.#rows;
  }

  #patched(): Row[] {
    const rows = [...this.#rows];
    for (const row of this.#gone) rows.splice(this.#placeIn(rows, row), 1);
    for (const row of this.#come) rows.splice(this.#placeIn(rows, row), 0, row);
    return rows;
  }

  /** Where a row is, or would be. */
  #placeIn(rows: readonly Row[], row: Row): number {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = rows[middle];
      if (other && this.#compare(other, row) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #merged(): Row[] {
    const come = [...this.#come].sort(this.#compare);
    const rows: Row[] = [];
    let next = 0;
    for (const row of this.#rows) {
      if (this.#gone.has(row)) continue;
      for (let one = come[next]; one && this.#compare(one, row) < 0; one = come[++next]) rows.push(one);
      rows.push(row);
    }
    for (const one of come.slice(next)) rows.push(one);
    return rows;
  }
}
