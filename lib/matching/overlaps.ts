/** Of names that overlap the longest stands; of equally long ones the leftmost, then the first given. */

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The spans that stand, in the order of the text. Longest before leftmost: in "the Islamic Republic of
 * Iran Broadcasting" the broadcaster is named, not the republic and a piece of its name.
 */
export function longestOf<T extends Span>(spans: readonly T[]): T[] {
  const byLength = [...spans].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const byStart: T[] = [];
  for (const span of byLength) insertIfFree(byStart, span);
  return byStart;
}

/** Inserts a span into spans in order, unless it overlaps one of them. */
function insertIfFree<T extends Span>(ordered: T[], span: T): void {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  const before = ordered[low - 1];
  const after = ordered[low];
  const free =
    (before === undefined || before.end <= span.start) && (after === undefined || span.end <= after.start);
  if (free) ordered.splice(low, 0, span);
}
