import { describe, expect, it } from 'vitest';
import {
  allSelected,
  movedBy,
  movedTo,
  NOTHING_SELECTED,
  noneSelected,
  toggled,
} from '../../../lib/editing/list-state';

const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
const at = (id: string) => ({ ...NOTHING_SELECTED, active: id, anchor: id });
const selected = (state: typeof NOTHING_SELECTED) => [...state.selected].sort().join('');

describe('the cursor', () => {
  it.each([
    ['from nowhere, down', NOTHING_SELECTED, 1, 'a'],
    ['down', at('b'), 1, 'c'],
    ['not above the first', at('b'), -9, 'a'],
    ['not below the last', at('b'), 9, 'e'],
    ['to the first, from a row that is gone', at('x'), 1, 'a'],
  ])('goes %s', (_, state, by, active) => {
    expect(movedBy(state, rows, by, false).active).toBe(active);
  });

  it('is nowhere in a list without rows', () => {
    expect(movedBy(at('a'), [], 1, false).active).toBeNull();
  });
});

describe('the selection', () => {
  it('is a range from where it began, which turns around', () => {
    const down = movedBy(movedBy(at('b'), rows, 1, true), rows, 1, true);
    expect(selected(down)).toBe('bcd');
    expect(selected(movedBy(down, rows, -3, true))).toBe('ab');
    expect(selected(movedTo(down, rows, 4, true))).toBe('bcde');
  });

  it('takes single rows in and out', () => {
    const two = toggled(toggled(NOTHING_SELECTED, 'a'), 'd');
    expect(selected(two)).toBe('ad');
    expect(selected(toggled(two, 'a'))).toBe('d');
  });

  it('is all, or none', () => {
    expect(selected(allSelected(at('a'), rows))).toBe('abcde');
    expect(selected(noneSelected(allSelected(at('a'), rows)))).toBe('');
  });
});
