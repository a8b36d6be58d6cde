import type { CardView, Change, InForce } from '../../lib/glossary/card-types';
import { earliestDayOf, latestDayOf, type PartialDate } from '../../lib/glossary/dates';

export interface Tick {
  /** Way along the line, 0 at its start to 1 at its end. */
  readonly at: number;
  readonly side: 'before' | 'since';
  readonly date: PartialDate;
  /** What the date is that of; several where they have one date. */
  readonly lines: readonly (InForce | Change)[];
}

export interface TimeStripTicks {
  readonly first: PartialDate;
  readonly last: PartialDate;
  /** The story's way along the line, 0 to 1. */
  readonly story: number;
  /** From the earliest date on, each date once. */
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
  const byDate = new Map<PartialDate, Omit<Tick, 'at'> & { readonly lines: (InForce | Change)[] }>();
  const mark = (date: PartialDate | null, side: Tick['side'], line: InForce | Change) => {
    if (date === null || date < earliest) return;
    const known = byDate.get(date);
    if (known) known.lines.push(line);
    else byDate.set(date, { side, date, lines: [line] });
  };
  for (const change of view.before) mark(change.date, 'before', change);
  for (const statement of view.then) mark(statement.from, 'before', statement);
  for (const change of [...view.since, ...view.sinceMore]) mark(change.date, 'since', change);
  if (byDate.size < LEAST_TICKS) return null;

  const facts = [...byDate.values()].sort((a, b) => middleOf(a.date) - middleOf(b.date));
  const first = facts.map(({ date }) => date).reduce((a, b) => (a < b ? a : b), storyDate);
  const start = Date.parse(`${first.slice(0, 4)}-01-01`);
  const end = Math.max(middleOf(today), middleOf(storyDate));
  const wayOf = (date: PartialDate) => Math.min(1, Math.max(0, (middleOf(date) - start) / (end - start)));
  return {
    first,
    last: today > storyDate ? today : storyDate,
    story: wayOf(storyDate),
    ticks: facts.map((fact) => ({ ...fact, at: wayOf(fact.date) })),
  };
}
