import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  GAP_PX,
  linesOf,
  MARGIN_PX,
  nameBeside,
  roomBeside,
  sideWithRoom,
} from '../../../lib/hover/placement';

const rect = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('linesOf', () => {
  it('joins what stands on one line, whatever elements it crosses', () => {
    expect(linesOf([rect(10, 10, 40, 20), rect(50, 12, 30, 16)], 'down')).toEqual([rect(10, 10, 70, 20)]);
    expect(linesOf([rect(10, 10, 20, 40), rect(12, 50, 16, 30)], 'across')).toEqual([rect(10, 10, 20, 70)]);
  });

  it('keeps lines apart that overlap a little, as those of a small line height do', () => {
    const lines = [rect(300, 10, 40, 24), rect(10, 30, 30, 24)];
    expect(linesOf(lines, 'down')).toEqual(lines);
  });
});

describe('nameBeside', () => {
  // A name over three lines of 20 px, 30 px from one to the next.
  const wrapped = [rect(700, 100, 100, 20), rect(100, 130, 700, 20), rect(100, 160, 60, 20)];

  it.each([
    ['first', { x: 720, y: 110 }, { left: 700, right: 800 }],
    ['second', { x: 300, y: 140 }, { left: 100, right: 800 }],
    ['last', { x: 110, y: 170 }, { left: 100, right: 160 }],
  ])('is as long as the %s line where that is pointed at, and as thick as all', (_, point, extent) => {
    expect(nameBeside(wrapped, point, 'down')).toEqual({ ...extent, top: 100, bottom: 180 });
  });

  it('takes the first line where nothing points', () => {
    expect(nameBeside(wrapped, null, 'down')).toEqual({ left: 700, right: 800, top: 100, bottom: 180 });
  });

  it('leaves out what stands in another column', () => {
    const columns = [rect(50, 700, 100, 20), rect(400, 100, 60, 20)];
    expect(nameBeside(columns, { x: 60, y: 710 }, 'down')).toEqual(columns[0]);
    expect(nameBeside(columns, { x: 410, y: 110 }, 'down')).toEqual(columns[1]);
  });

  it('knows upright lines, which follow one another from right to left', () => {
    const upright = [rect(200, 300, 20, 100), rect(170, 50, 20, 80)];
    expect(nameBeside(upright, { x: 210, y: 350 }, 'across')).toEqual({
      left: 170,
      right: 220,
      top: 300,
      bottom: 400,
    });
  });
});

describe('sideWithRoom', () => {
  const window = rect(0, 0, 1200, 800);
  const low = rect(0, 0, 1200, 600);
  const card = { width: 384, height: 300 };
  const name = (top: number, left = 500) => rect(left, top, 100, 24);
  it.each([
    ['below, over what is read next, where it fits', name(100), window, 'down', 'bottom'],
    ['below, also where there is more room above', name(440), window, 'down', 'bottom'],
    ['above at the foot of the window', name(700), window, 'down', 'top'],
    [
      'below in the middle of a low window, where neither fits and there is as much room',
      name(288),
      low,
      'down',
      'bottom',
    ],
    ['below, cut, where there is more room', name(270), low, 'down', 'bottom'],
    ['above, cut, where there is more room', name(300), low, 'down', 'top'],
    ['to the left of an upright line, where the next lines are', name(100, 600), window, 'across', 'left'],
    ['to its right where the left has no room', name(100, 100), window, 'across', 'right'],
    ['to its roomier side, narrower', name(100, 300), rect(0, 0, 700, 600), 'across', 'left'],
    [
      'below upright text where a narrow window has no room beside',
      name(50, 110),
      rect(0, 0, 320, 640),
      'across',
      'bottom',
    ],
  ] as const)('%s', (_, at, within, flow, side) => {
    expect(sideWithRoom(at, card, within, flow)).toBe(side);
  });

  it('is the roomier one wherever the card does not fit on one side of a line', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 560 }), fc.integer({ min: 200, max: 700 }), (top, height) => {
        const at = name(top);
        const side = sideWithRoom(at, { width: 384, height }, low, 'down');
        const other = side === 'top' ? 'bottom' : 'top';
        const room = roomBeside(at, low, side);
        expect(room >= height || room >= roomBeside(at, low, other)).toBe(true);
      }),
    );
  });

  it('counts the gap and the margin', () => {
    expect(roomBeside(name(100), window, 'top')).toBe(100 - GAP_PX - MARGIN_PX);
  });
});
