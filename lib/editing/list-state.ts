/** The list's cursor and selection. Rows are named by their entries' ids; places are counted in the list as shown. */
export interface ListState {
  /** The row that keys act on; null before any. */
  readonly active: string | null;
  /** Where a range that is being selected began. */
  readonly anchor: string | null;
  readonly selected: ReadonlySet<string>;
}

export const NOTHING_SELECTED: ListState = { active: null, anchor: null, selected: new Set() };

interface Shown {
  readonly id: string;
}

const placeOf = (rows: readonly Shown[], id: string | null) =>
  id === null ? -1 : rows.findIndex((row) => row.id === id);

/** All rows from one to another, whichever comes first. */
function between(rows: readonly Shown[], from: number, to: number): string[] {
  return rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ id }) => id);
}

/** Moves the cursor to a place, within the list; `isRange` selects all from the anchor to there. */
export function movedTo(
  state: ListState,
  rows: readonly Shown[],
  place: number,
  isRange: boolean,
): ListState {
  const at = Math.min(Math.max(place, 0), rows.length - 1);
  const active = rows[at]?.id ?? null;
  if (!isRange) return { ...state, active, anchor: active };
  const anchorPlace = Math.max(0, placeOf(rows, state.anchor ?? state.active));
  return {
    active,
    anchor: rows[anchorPlace]?.id ?? null,
    selected: new Set(between(rows, anchorPlace, at)),
  };
}

/** Moves the cursor by so many rows; from before the first where there is none yet. */
export function movedBy(state: ListState, rows: readonly Shown[], by: number, isRange: boolean): ListState {
  return movedTo(state, rows, placeOf(rows, state.active) + by, isRange);
}

/** Selects a row, or takes it out of the selection. */
export function toggled(state: ListState, id: string): ListState {
  const selected = new Set(state.selected);
  if (!selected.delete(id)) selected.add(id);
  return { active: id, anchor: id, selected };
}

export function allSelected(state: ListState, rows: readonly Shown[]): ListState {
  return { ...state, selected: new Set(rows.map(({ id }) => id)) };
}

export function noneSelected(state: ListState): ListState {
  return state.selected.size === 0 ? state : { ...state, selected: new Set() };
}
