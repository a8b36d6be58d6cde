/** Quiet after a change before the page is read again, ms: frameworks change many nodes in a row. */
const SETTLE_MS = 250;
/** Longest wait while changes keep coming, ms: a live page is still read. */
const LONGEST_WAIT_MS = 2_000;

/**
 * Calls back when the page's text may have changed, after it has settled; changes to `ignored` (our
 * own element) do not count. One observer, and at most one call each quarter of a second. Returns
 * how to stop.
 */
export function watchPageText(
  document: Document,
  ignored: () => Node | null,
  onSettled: () => void,
): () => void {
  let firstChangeMs = 0;
  let timer = 0;
  const settle = () => {
    timer = 0;
    firstChangeMs = 0;
    onSettled();
  };
  const observer = new MutationObserver((records) => {
    const own = ignored();
    if (own && records.every((record) => isOwnChange(record, own))) return;
    const now = performance.now();
    if (firstChangeMs === 0) firstChangeMs = now;
    if (timer !== 0 && now - firstChangeMs > LONGEST_WAIT_MS) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(settle, SETTLE_MS);
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
  return () => {
    observer.disconnect();
    window.clearTimeout(timer);
  };
}

function isOwnChange(record: MutationRecord, own: Node): boolean {
  const changed = [...record.addedNodes, ...record.removedNodes];
  return changed.length > 0 && changed.every((node) => node === own);
}
