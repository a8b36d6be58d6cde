import { latestDayOf, type PartialDate } from './dates';

const PARTS: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'short' },
  10: { year: 'numeric', month: 'short', day: 'numeric' },
};

/** To make one takes the better part of a millisecond, and a card has dozens of dates. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(date: PartialDate, locale: string): Intl.DateTimeFormat {
  const key = `${locale} ${date.length}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, {
    ...PARTS[date.length],
    calendar: 'gregory',
    timeZone: 'UTC',
  });
  formats.set(key, made);
  return made;
}

/**
 * A date as `locale` writes it, no more precise than it is known: "2021", "Aug 2021", "15 Aug 2021".
 * Gregorian in every locale, since the stories and sources are.
 */
export function formatDate(date: PartialDate, locale: string): string {
  return formatFor(date, locale).format(new Date(`${latestDayOf(date)}T00:00:00Z`));
}

/** The year of a date as `locale` writes it: "2021". */
export function formatYear(date: PartialDate, locale: string): string {
  return formatDate(date.slice(0, 4), locale);
}
