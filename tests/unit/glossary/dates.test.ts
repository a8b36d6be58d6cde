import { expect, test } from 'vitest';
import { earliestDayOf, isPartialDate, latestDayOf } from '../../../lib/glossary/dates';

test.for([
  ['2021', '2021-01-01', '2021-12-31'],
  ['2021-08', '2021-08-01', '2021-08-31'],
  ['2021-08-15', '2021-08-15', '2021-08-15'],
  ['2020-02', '2020-02-01', '2020-02-29'],
  ['1900-02', '1900-02-01', '1900-02-28'],
  ['2000-02', '2000-02-01', '2000-02-29'],
  ['2021-12', '2021-12-01', '2021-12-31'],
] as const)('%s can mean %s to %s', ([date, first, last]) => {
  expect(isPartialDate(date)).toBe(true);
  expect(earliestDayOf(date)).toBe(first);
  expect(latestDayOf(date)).toBe(last);
});

test.for([
  '',
  '21',
  '2021-13',
  '2021-00',
  '2021-02-29',
  '2021-04-31',
  '2021-8',
  '2021-08-15T00:00',
  ' 2021',
  '15 Aug 2021',
  '2021-08-',
])('%j is no date', (text) => {
  expect(isPartialDate(text)).toBe(false);
});

test('leap days exist only in leap years', () => {
  expect(isPartialDate('2024-02-29')).toBe(true);
  expect(isPartialDate('1900-02-29')).toBe(false);
});
