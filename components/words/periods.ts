import type { PartialDate } from '../../lib/glossary/dates';
import { formatDate } from '../../lib/glossary/format-date';
import { message } from '../../lib/platform/i18n';
import { interfaceLocale } from './locale';

/** How dates are given: `exact`, as far as they are known, or `brief`, to the month. */
export type Precision = 'exact' | 'brief';

interface DateStyle {
  readonly circa?: boolean;
  readonly precision?: Precision;
}

/** A date in the interface's language, kept on one line: "Aug 2021", "about 2007". */
export function wordDate(date: PartialDate, { circa, precision }: DateStyle = {}): string {
  const shown = precision === 'brief' ? date.slice(0, 7) : date;
  const text = formatDate(shown, interfaceLocale()).replaceAll(' ', '\u00a0');
  return circa ? message('timeAbout', text) : text;
}

/** When something happened: "Aug 2021", "1996 – 2001", "until 2001"; null where nothing is known. */
export function wordSpan(
  from: PartialDate | null,
  to: PartialDate | null,
  style: DateStyle = {},
): string | null {
  const first = from && wordDate(from, style);
  const last = to && wordDate(to, style);
  if (first && last && first !== last) return message('timeSpan', first, last);
  return first ?? (last && message('timeUntil', last));
}

/** When something held, from then on where it has no end: "since Aug 2021", "1996 – 2001". */
export function wordPeriod(
  from: PartialDate | null,
  to: PartialDate | null,
  style: DateStyle = {},
): string | null {
  return from && !to ? message('timeSince', wordDate(from, style)) : wordSpan(from, to, style);
}
