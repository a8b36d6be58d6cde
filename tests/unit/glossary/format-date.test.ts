import { expect, test } from 'vitest';
import { formatDate, formatYear } from '../../../lib/glossary/format-date';

test.for([
  ['2021-08-15', 'en-GB', '15 Aug 2021'],
  ['2021-08-15', 'en-US', 'Aug 15, 2021'],
  ['2021-08', 'en-GB', 'Aug 2021'],
  ['2021', 'en-GB', '2021'],
  ['2020-02', 'fr', 'févr. 2020'],
  // Gregorian also where the locale's own calendar is another.
  ['2021', 'fa', '۲۰۲۱'],
  ['2021', 'th', '2021'],
] as const)('%s in %s is %s', ([date, locale, expected]) => {
  expect(formatDate(date, locale).replace(/ .م$/, '')).toBe(expected);
});

test('the year of any date', () => {
  expect(formatYear('2021-08-15', 'en')).toBe('2021');
});
