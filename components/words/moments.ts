import { interfaceLocale } from './locale';

/** A day, "23 November 2026"; `ms` of the epoch. */
export function wordDay(ms: number): string {
  return new Intl.DateTimeFormat(interfaceLocale(), { dateStyle: 'long' }).format(ms);
}

/** A day with the time, "23 November 2026 at 16:40". */
export function wordMoment(ms: number): string {
  return new Intl.DateTimeFormat(interfaceLocale(), { dateStyle: 'long', timeStyle: 'short' }).format(ms);
}

const DAY_MS = 86_400_000;

/** How long ago, in whole days: "today", "3 days ago". */
export function wordAgo(ms: number, nowMs: number): string {
  const days = Math.max(0, Math.floor((nowMs - ms) / DAY_MS));
  return new Intl.RelativeTimeFormat(interfaceLocale(), { numeric: 'auto' }).format(-days, 'day');
}

/** A size in thousands of thousands of bytes, "12.3 MB". */
export function wordSize(bytes: number): string {
  const style = { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(interfaceLocale(), style).format(bytes / 1_000_000);
}
