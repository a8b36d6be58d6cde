import { earliestDayOf, latestDayOf, type PartialDate } from './dates';

/** The dates of a fact or relation, as stored. */
export interface Dates {
  readonly from?: PartialDate | undefined;
  readonly to?: PartialDate | undefined;
  readonly disclosed?: PartialDate | undefined;
}

/**
 * Where a state or an event stands, seen from a day. `uncertain`: its dates are too rough to say
 * whether it is in force; it is then never told as news, since whoever wrote on that day could know it.
 */
export type Standing = 'over' | 'in-force' | 'uncertain' | 'to-come';

/** Every day that `date` can mean lies after every day that `day` can mean. */
export function isAfter(date: PartialDate, day: PartialDate): boolean {
  return earliestDayOf(date) > latestDayOf(day);
}

/** The later of two dates by their first possible day; of equals, the more precise. */
function laterOf(a: PartialDate, b: PartialDate): PartialDate {
  const order = earliestDayOf(a).localeCompare(earliestDayOf(b)) || a.length - b.length;
  return order >= 0 ? a : b;
}

/** When an event was public knowledge; null where it has no date at all. */
export function publicDateOf(dates: Dates): PartialDate | null {
  const happened = dates.from ?? dates.to;
  if (!happened) return dates.disclosed ?? null;
  return dates.disclosed ? laterOf(happened, dates.disclosed) : happened;
}

/** When a state had ended as far as the public knew; null while it goes on. */
export function publicEndOf(dates: Dates): PartialDate | null {
  if (!dates.to) return null;
  return dates.disclosed ? laterOf(dates.to, dates.disclosed) : dates.to;
}

function standingOfSpan(
  from: PartialDate | null | undefined,
  to: PartialDate | null,
  day: PartialDate,
): Standing {
  if (from && isAfter(from, day)) return 'to-come';
  if (to && isAfter(day, to)) return 'over';
  const begun = from != null && latestDayOf(from) <= earliestDayOf(day);
  const notEnded = !to || earliestDayOf(to) >= latestDayOf(day);
  return begun && notEnded ? 'in-force' : 'uncertain';
}

/** How a lasting state stood on `day`, as far as was public then. Without a beginning it is uncertain. */
export function standingOfState(dates: Dates, day: PartialDate): Standing {
  return standingOfSpan(dates.from, publicEndOf(dates), day);
}

/** How an event stood on `day`; `in-force` on its own days. One without any date counts as over. */
export function standingOfEvent(dates: Dates, day: PartialDate): Standing {
  const known = publicDateOf(dates);
  if (!known) return 'over';
  const last = dates.to && dates.from ? laterOf(dates.to, known) : known;
  return standingOfSpan(known, last, day);
}

/** True when `checked` is more than a year before `today`, both at their most recent reading. */
export function isStale(checked: PartialDate | null, today: PartialDate): boolean {
  if (!checked) return false;
  const last = latestDayOf(checked);
  const oneYearOn = `${String(Number(last.slice(0, 4)) + 1).padStart(4, '0')}${last.slice(4)}`;
  return oneYearOn < earliestDayOf(today);
}

/** Sorts dates newest first by the last day they can mean; unknown ones last. */
export function byNewest(a: PartialDate | null, b: PartialDate | null): number {
  if (!a || !b) return Number(!a) - Number(!b);
  return latestDayOf(b).localeCompare(latestDayOf(a)) || earliestDayOf(b).localeCompare(earliestDayOf(a));
}
