import { latestDayOf, type PartialDate } from './dates';

const PARTS: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'short' },
  10: { year: 'numeric', month: 'short', day: 'numeric' },
};

/**
 * A date as `locale` writes it, no more precise than it is known: "2021", "Aug 2021", "15 Aug 2021".
 * Gregorian in every locale, since the stories and sources are.
 */
export function formatDate(date: PartialDate, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    ...PARTS[date.length],
    calendar: 'gregory',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${latestDayOf(date)}T00:00:00Z`));
}

/** The year of a date as `locale` writes it: "2021". */
export function formatYear(date: PartialDate, locale: string): string {
  return formatDate(date.slice(0, 4), locale);
}
