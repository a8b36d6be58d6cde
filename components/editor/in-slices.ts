/** Work in slices of so long, ms: shorter than a frame. */
const SLICE_MS = 8;
/** Things between two looks at the clock. */
const AT_ONCE = 100;

/** A deadline for one slice of work. */
export function sliceEnds(): () => boolean {
  const endsMs = performance.now() + SLICE_MS;
  return () => performance.now() > endsMs;
}

/**
 * Does work on many things in slices, between which the page can paint and answer keys.
 *
 * @param onSlice is called after each of them.
 */
export async function inSlices<Thing>(
  things: readonly Thing[],
  work: (some: readonly Thing[]) => void,
  onSlice: () => void,
): Promise<void> {
  let isTimeUp = sliceEnds();
  for (let from = 0; from < things.length; from += AT_ONCE) {
    if (isTimeUp()) {
      onSlice();
      await new Promise((resolve) => setTimeout(resolve));
      isTimeUp = sliceEnds();
    }
    work(things.slice(from, from + AT_ONCE));
  }
}
