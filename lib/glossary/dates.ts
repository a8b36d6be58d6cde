/**
 * A calendar date as precise as it is known: `2021`, `2021-08` or `2021-08-15` (ISO 8601,
 * proleptic Gregorian). The precision is the length; nothing is padded with a guess.
 */
export type PartialDate = string;

const PARTIAL_DATE = /^\d{4}(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** True for `YYYY`, `YYYY-MM` and `YYYY-MM-DD` that exist in the calendar. */
export function isPartialDate(text: string): boolean {
  const parts = PARTIAL_DATE.exec(text);
  if (!parts) return false;
  const month = Number(parts[1] ?? 1);
  const day = Number(parts[2] ?? 1);
  if (month < 1 || month > 12) return false;
  return day >= 1 && day <= new Date(Date.UTC(Number(text.slice(0, 4)), month, 0)).getUTCDate();
}

/** The first day that `date` can mean, as `YYYY-MM-DD`. */
export function earliestDayOf(date: PartialDate): string {
  return date.length === 10 ? date : date.length === 7 ? `${date}-01` : `${date}-01-01`;
}

/** The last day that `date` can mean, as `YYYY-MM-DD`. */
export function latestDayOf(date: PartialDate): string {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const lastDay = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0));
  return lastDay.toISOString().slice(0, 10);
}
