import { describe, expect, test } from 'vitest';
import { linesThatFit } from '../../../components/card/lines-that-fit';
import { tellingFirst } from '../../../components/card/telling-first';
import { timeStripTicks } from '../../../components/card/time-strip-ticks';
import { type Change, cardView } from '../../../lib/glossary/card-view';
import { buildGlossary } from '../../../lib/glossary/glossary';
import { everyone, movement, province } from '../glossary/invented';

const glossary = buildGlossary(everyone);

describe('lines of the folded card', () => {
  test.for<[what: string, lengths: number[], rows: number, lines: number]>([
    ['short ones share the room', [20, 20, 20], 2, 2],
    ['a long one takes more of it', [60, 20, 20], 2, 1],
    ['the first shows, however long', [400], 2, 1],
    ['the first shows, even without room', [20, 20], 0, 1],
    ['a later one that would fit does not jump the queue', [20, 90, 20], 2, 1],
    ['none of none', [], 2, 0],
  ])('%s', ([, lengths, rows, lines]) => {
    expect(linesThatFit(lengths, rows).lines).toBe(lines);
  });
});

describe('what the folded card tells first', () => {
  const change = (key: string, type: Change['type'], kind: Change['change'], to: string | null): Change =>
    ({ key, type, change: kind, to }) as Change;
  const order = (changes: Change[]) => tellingFirst(changes).map(({ key }) => key);
  test('the newest state that is still so', () => {
    expect(
      order([
        change('event', 'event', 'happened', null),
        change('president', 'post', 'began', null),
        change('minister', 'post', 'began', null),
      ]),
    ).toEqual(['president', 'event', 'minister']);
  });
  test('not one that is over, nor a listing', () => {
    const changes = [
      change('event', 'event', 'happened', null),
      change('minister', 'post', 'began', '2024'),
      change('listed', 'designation', 'began', null),
      change('left', 'post', 'ended', null),
    ];
    expect(order(changes)).toEqual(['event', 'minister', 'listed', 'left']);
  });
});

describe('the line of time', () => {
  const strip = timeStripTicks(cardView(movement, '2021-11-29', glossary, '2026-11-23'));
  test('runs from the first fact to today, with the story between what was before and what came since', () => {
    expect(strip).toMatchObject({ first: '1994', last: '2026-11-23' });
    for (const { at, side } of strip?.ticks ?? []) {
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThanOrEqual(1);
      if (side === 'since') expect(at).toBeGreaterThan(strip?.story ?? 1);
      else expect(at).toBeLessThan(strip?.story ?? 0);
    }
    expect(strip?.ticks.some(({ side }) => side === 'since')).toBe(true);
  });
  test('is left out where it would say too little, or the story has no date', () => {
    expect(timeStripTicks(cardView(province, '2021-11-29', glossary, '2026-11-23'))).toBeNull();
    expect(timeStripTicks(cardView(movement, null, glossary, '2026-11-23'))).toBeNull();
  });
  test('leaves out what is so old that it would press the rest together', () => {
    expect(timeStripTicks(cardView(movement, '2026-01-01', glossary, '2026-11-23'))?.first).toBe(
      '2013-04-23',
    );
  });
});
