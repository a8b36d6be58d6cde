import type { PartialDate } from '../../lib/glossary/dates';
import { formatDate } from '../../lib/glossary/format-date';
import { message } from '../../lib/platform/i18n';
import { interfaceLocale } from './locale';

/** A date in the interface's language: "Aug 2021", "about 2007". */
export function wordDate(date: PartialDate, circa = false): string {
  const text = formatDate(date, interfaceLocale());
  return circa ? message('timeAbout', text) : text;
}

/** When something happened: "Aug 2021", "1996 – 2001", "until 2001"; null where nothing is known. */
export function wordSpan(from: PartialDate | null, to: PartialDate | null, circa = false): string | null {
  if (from && to && from !== to) return message('timeSpan', wordDate(from, circa), wordDate(to, circa));
  if (from) return wordDate(from, circa);
  return to ? message('timeUntil', wordDate(to, circa)) : null;
}

/** When something held, from then on where it has no end: "since Aug 2021", "1996 – 2001". */
export function wordPeriod(from: PartialDate | null, to: PartialDate | null, circa = false): string | null {
  return from && !to ? message('timeSince', wordDate(from, circa)) : wordSpan(from, to, circa);
}
