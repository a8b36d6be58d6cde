/** Edges of a rectangle, CSS px in the viewport's coordinates. */
export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Places without an extent that are passed over in search of the next one that has one. */
const MOST_PASSED_OVER = 8;

/**
 * Which of the places 0 to `count` of a running text may lie in `view`: `[from, to)`. The text goes on
 * from line to line, down or, as upright writing does, to either side. `extentAt` gives a place's extent,
 * null where it has none; it is asked a few dozen times at most, however long the text.
 */
export function spanInView(
  count: number,
  extentAt: (at: number) => Extent | null,
  view: Extent,
): readonly [from: number, to: number] {
  const first = nextExtent(0, count, extentAt);
  const last = nextExtent(count - 1, count, extentAt, -1);
  if (!first || !last) return [0, 0];
  const across = middle(last.left, last.right) - middle(first.left, first.right);
  const down = middle(last.top, last.bottom) - middle(first.top, first.bottom);
  const goesDown = Math.abs(down) >= Math.abs(across);
  const isBackward = (goesDown ? down : across) < 0;
  /** Where something begins and ends on the way that the text goes. */
  const along = ({ left, right, top, bottom }: Extent): readonly [number, number] => {
    const [start, end] = goesDown ? [top, bottom] : [left, right];
    return isBackward ? [-end, -start] : [start, end];
  };
  const [viewStart, viewEnd] = along(view);
  const firstWhere = (isSo: (extent: Extent) => boolean) => {
    let [low, high] = [0, count];
    while (low < high) {
      const at = (low + high) >> 1;
      const extent = nextExtent(at, high, extentAt);
      if (!extent || isSo(extent)) high = at;
      else low = at + 1;
    }
    return low;
  };
  const from = firstWhere((extent) => along(extent)[1] >= viewStart);
  const to = firstWhere((extent) => along(extent)[0] > viewEnd);
  return [from, Math.max(from, to)];
}

const middle = (start: number, end: number) => (start + end) / 2;

/** The extent of the nearest place from `at` on that has one, before `end`. */
function nextExtent(
  at: number,
  end: number,
  extentAt: (at: number) => Extent | null,
  step: 1 | -1 = 1,
): Extent | null {
  for (let passed = 0; passed < MOST_PASSED_OVER; passed++) {
    const next = at + passed * step;
    if (next < 0 || next >= end) return null;
    const extent = extentAt(next);
    if (extent) return extent;
  }
  return null;
}
