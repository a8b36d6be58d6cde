import { ENTRY_KINDS } from '../glossary/schema';
import type { Row } from './row';

/** Orders of rows: of `checked`, those that wait the longest for another check first. */
export type RowSort = 'name' | 'kind' | 'checked';

const textOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byName = (a: Row, b: Row) => textOrder(a.sortName, b.sortName) || textOrder(a.id, b.id);
const kindPlace = new Map<string, number>(ENTRY_KINDS.map((kind, place) => [kind, place]));
const placeOf = ({ entry }: Row) => kindPlace.get(entry.kind) ?? 0;

/** Never 0 for two rows of one catalogue. */
const COMPARE: Readonly<Record<RowSort, (a: Row, b: Row) => number>> = {
  name: byName,
  kind: (a, b) => placeOf(a) - placeOf(b) || byName(a, b),
  checked: (a, b) => textOrder(a.entry.checked ?? '', b.entry.checked ?? '') || byName(a, b),
};

/** Changes up to which each is put in its place by itself; for more, all are merged. */
const FEW = 64;

/** Rows in an order that is kept while they come and go. */
export class RowOrder {
  readonly #compare: (a: Row, b: Row) => number;
  #rows: readonly Row[] = [];
  #gone = new Set<Row>();
  #come = new Set<Row>();

  constructor(by: RowSort) {
    this.#compare = COMPARE[by];
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
