/** Of spans that overlap, the leftmost and longest stands. */

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The spans that stand, in order; of equal spans the first given. */
export function leftmostLongest<T extends Span>(spans: readonly T[]): T[] {
  const ordered = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const standing: T[] = [];
  let end = -1;
  for (const span of ordered) {
    if (span.start < end) continue;
    standing.push(span);
    end = span.end;
  }
  return standing;
}
