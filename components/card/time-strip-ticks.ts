import type { CardView } from '../../lib/glossary/card-view';
import { earliestDayOf, latestDayOf, type PartialDate } from '../../lib/glossary/dates';

export interface Tick {
  /** Way along the line, 0 at its start to 1 at its end. */
  readonly at: number;
  readonly side: 'before' | 'since';
}

export interface TimeStripTicks {
  readonly first: PartialDate;
  readonly last: PartialDate;
  /** The story's way along the line, 0 to 1. */
  readonly story: number;
  readonly ticks: readonly Tick[];
}

/** Facts much older than the story would press all others into the line's last few pixels. */
const MOST_YEARS_BEFORE = 30;
/** Fewer marks than this say nothing that the lines of text do not. */
const LEAST_TICKS = 2;

/** Middle of the days that a date can mean, ms since 1970. */
function middleOf(date: PartialDate): number {
  return (Date.parse(earliestDayOf(date)) + Date.parse(latestDayOf(date))) / 2;
}

/** Where dated facts stand on a line from the first of them to today; null where a line would say too little. */
export function timeStripTicks(view: CardView): TimeStripTicks | null {
  const { storyDate, today } = view;
  if (!storyDate) return null;
  const earliest = String(Number(storyDate.slice(0, 4)) - MOST_YEARS_BEFORE).padStart(4, '0');
  const before = [
    ...view.before.map((change) => change.date),
    ...view.then.map((statement) => statement.from),
  ];
  const since = [...view.since, ...view.sinceMore].map((change) => change.date);
  const dated = (dates: readonly (PartialDate | null)[], side: Tick['side']) =>
    dates.flatMap((date) => (date !== null && date >= earliest ? [{ date, side }] : []));
  const facts = [...dated(before, 'before'), ...dated(since, 'since')];
  if (new Set(facts.map(({ date }) => date)).size < LEAST_TICKS) return null;

  const first = facts.map(({ date }) => date).reduce((a, b) => (a < b ? a : b), storyDate);
  const start = Date.parse(`${first.slice(0, 4)}-01-01`);
  const end = Math.max(middleOf(today), middleOf(storyDate));
  const wayOf = (date: PartialDate) => Math.min(1, Math.max(0, (middleOf(date) - start) / (end - start)));
  return {
    first,
    last: today > storyDate ? today : storyDate,
    story: wayOf(storyDate),
    ticks: facts.map(({ date, side }) => ({ at: wayOf(date), side })),
  };
}
