/** What the editor's list shows: a query over the catalogue. */
import type { PartialDate } from '../glossary/dates';
import type { EntryKind } from '../glossary/schema';
import { isStale } from '../glossary/timing';
import { foldKey } from '../text/fold';
import type { Catalogue } from './catalogue';
import type { Row } from './row';
import { NO_RANK, RANKS, RowSearch } from './row-search';

export const SCOPES = ['all', 'mine', 'changed', 'hidden', 'stale', 'conflicts', 'story'] as const;
export type Scope = (typeof SCOPES)[number];
export const SORTS = ['name', 'kind', 'changed', 'checked'] as const;
export type Sort = (typeof SORTS)[number];

export interface ListQuery {
  /** As typed. */
  readonly text: string;
  readonly kind: EntryKind | null;
  /** A beat's slug. */
  readonly beat: string | null;
  /** A shared glossary's address. */
  readonly layer: string | null;
  readonly scope: Scope;
  readonly sort: Sort;
}

export const WHOLE_LIST: ListQuery = {
  ...{ text: '', kind: null, beat: null, layer: null },
  ...{ scope: 'all', sort: 'name' },
};

/** Whether a query leaves out anything. */
export const isFiltered = ({ text, kind, beat, layer, scope }: ListQuery): boolean =>
  text !== '' || kind !== null || beat !== null || layer !== null || scope !== 'all';

/** What a list needs to know beside the entries. */
export interface ListContext {
  /** The entries in the story of the tab that was looked at last. */
  readonly storyIds: ReadonlySet<string>;
  /** Ids of records, the last written first. */
  readonly recent: readonly string[];
  readonly today: PartialDate;
}

function isInScope(row: Row, scope: Scope, { storyIds, today }: ListContext): boolean {
  switch (scope) {
    case 'all':
      return true;
    case 'mine':
      return row.records.length > 0;
    case 'changed':
      return row.state === 'changed';
    case 'hidden':
      return row.state === 'hidden';
    case 'stale':
      return isStale(row.entry.checked ?? null, today);
    case 'conflicts':
      return row.conflicts.length > 0;
    case 'story':
      return storyIds.has(row.id);
  }
}

/** Those that were written last, then the user's others, then the rest; each by name. */
function byRecency(catalogue: Catalogue, recent: readonly string[]): Row[] {
  const first = new Set(recent.flatMap((id) => catalogue.get(id) ?? []));
  const isFirst = new Uint8Array(catalogue.numbers);
  for (const { number } of first) isFirst[number] = 1;
  const mine: Row[] = [];
  const others: Row[] = [];
  for (const row of catalogue.ordered()) {
    if (isFirst[row.number] === 1) continue;
    (row.records.length > 0 ? mine : others).push(row);
  }
  return [[...first], mine, others].flat();
}

/** Lists that were made, for the next keystroke. */
export class EntryList {
  readonly #catalogue: Catalogue;
  readonly #search: RowSearch;
  #sorted: SortedRows | null = null;

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
    this.#search = new RowSearch(catalogue);
  }

  /**
   * The rows of a query. With a text, by how well they answer it: those whose name begins so, whose
   * other names do, that have it in a name, that have it in what they say; each in the query's order.
   */
  rows(query: ListQuery, context: ListContext): readonly Row[] {
    const { kind, beat, layer, scope } = query;
    const isWhole = !isFiltered({ ...query, text: '' });
    const { rows, numbers } = this.#inOrder(query.sort, context.recent);
    const fits = (row: Row) =>
      isWhole ||
      ((kind === null || row.entry.kind === kind) &&
        (beat === null || row.beat === beat) &&
        (layer === null || row.layers.includes(layer)) &&
        isInScope(row, scope, context));
    const whole = foldKey(query.text);
    if (whole === '') return isWhole ? rows : rows.filter(fits);
    const ranks = this.#search.ranks(whole);
    const ranked = Array.from({ length: RANKS }, (): Row[] => []);
    for (let at = 0; at < numbers.length; at++) {
      const rank = ranks[numbers[at] ?? 0] ?? NO_RANK;
      const row = rank === NO_RANK ? undefined : rows[at];
      if (row && fits(row)) ranked[rank]?.push(row);
    }
    const [first = [], ...others] = ranked;
    return first.concat(...others);
  }

  #inOrder(sort: Sort, recent: readonly string[]): SortedRows {
    const { version } = this.#catalogue;
    const known = this.#sorted;
    if (known?.version === version && known.sort === sort && known.recent === recent) return known;
    const rows = sort === 'changed' ? byRecency(this.#catalogue, recent) : this.#catalogue.ordered(sort);
    const numbers = new Int32Array(rows.length);
    for (const [place, { number }] of rows.entries()) numbers[place] = number;
    this.#sorted = { version, sort, recent, rows, numbers };
    return this.#sorted;
  }
}

/** All rows in an order, with what they were made of. */
interface SortedRows {
  readonly version: number;
  readonly sort: Sort;
  readonly recent: readonly string[];
  readonly rows: readonly Row[];
  /** The rows' own numbers. */
  readonly numbers: Int32Array;
}

/** The rows that a name that is being typed may mean, the best first: for completion. */
export function completions(catalogue: Catalogue, text: string, most: number): Row[] {
  const whole = foldKey(text);
  if (whole === '') return [];
  const ranks = new RowSearch(catalogue).ranks(whole);
  const ranked: Row[][] = [[], [], []];
  for (const row of catalogue.ordered()) {
    const rank = ranks[row.number] ?? NO_RANK;
    if (rank === NO_RANK || row.state === 'hidden' || (ranked[rank]?.length ?? most) >= most) continue;
    ranked[rank]?.push(row);
    if ((ranked[0]?.length ?? 0) >= most) break;
  }
  return ranked.flat().slice(0, most);
}
