import { openRootsInSteps, openRootsUnder } from './flat-tree';
import type { PageEdit } from './page-edit';
import { inSlices } from './slices';

/** Quiet after a change before the page is read again, ms: frameworks change many nodes in a row. */
const SETTLE_MS = 250;
/** Longest wait while changes keep coming, ms: a live page is still read. */
const LONGEST_WAIT_MS = 2_000;
/** Rest after a reading, as a multiple of what it took: reading again takes a twentieth of the time. */
const REST_FACTOR = 19;
/** Longest such rest, ms: on the slowest page, too, text that arrives is read while the reader is there. */
const LONGEST_REST_MS = 8_000;

/**
 * When to look for shadow roots that have come without a change that an observer sees, ms: elements get
 * theirs when the page's script has defined them.
 */
const LATER_ROOTS_MS = [1_000, 3_000, 9_000];

/** What stands in these is no part of a story: clocks, players and advertisements change there all day. */
const BESIDE_STORIES =
  'nav, aside, footer, button, select, textarea, svg, video, audio, canvas, [contenteditable], [role="timer"]';
/** Changes of one batch that are looked at closely; more at once are taken for the story's, unseen. */
const MOST_SEEN_CHANGES = 20;
/** Changes that are kept until the page has settled; of more, any part of the page may be touched. */
const MOST_KEPT_CHANGES = 200;

/** By these attributes on the root and the body pages lift the walls before their text. */
const WALL_ATTRIBUTES = ['class', 'style', 'hidden'];

/** The first changes and those that came later, null for more than are kept: anything may have changed. */
export function withEdits(
  edits: readonly PageEdit[] | null,
  more: readonly PageEdit[] | null,
): readonly PageEdit[] | null {
  return edits && more && edits.length + more.length <= MOST_KEPT_CHANGES ? [...edits, ...more] : null;
}

/** What is called back of a page's changes. */
export interface PageListener {
  /** At once, with each batch of changes. */
  changed(): void;
  /**
   * After the page has settled, with the changes since the last call; null where they may be anywhere. Gives
   * how long it has worked on after it has returned, ms, once it is done.
   */
  settled(edits: readonly PageEdit[] | null): Promise<number>;
}

/**
 * Calls back when the page's text may have changed or come into sight; changes to `ignored` (our own element)
 * do not count. One observer, at most one call each quarter of a second after the page has settled, and the
 * rarer the more work a call is. Returns how to stop.
 */
export function watchPageText(
  document: Document,
  ignored: () => Node | null,
  listener: PageListener,
): () => void {
  let firstChangeMs = 0;
  let restsUntilMs = 0;
  let dueMs = 0;
  let rootsSeen = 0;
  let edits: readonly PageEdit[] | null = [];
  /** The reader did something that may show text: she is not kept waiting. */
  let isAskedFor = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const settle = () => {
    timer = undefined;
    isAskedFor = false;
    const settled = edits;
    edits = [];
    void watch(settled);
    const startMs = performance.now();
    const working = listener.settled(settled);
    rest(performance.now() - startMs);
    // What fails is told where it does.
    working.then(rest, () => undefined);
  };
  const rest = (workedMs: number) => {
    restsUntilMs = Math.max(
      restsUntilMs,
      performance.now() + Math.min(REST_FACTOR * workedMs, LONGEST_REST_MS),
    );
  };
  const changed = (more: readonly PageEdit[] | null) => {
    edits = withEdits(edits, more);
    listener.changed();
    const nowMs = performance.now();
    if (timer === undefined) firstChangeMs = nowMs;
    else if (nowMs >= dueMs) return;
    dueMs = Math.min(nowMs + SETTLE_MS, firstChangeMs + LONGEST_WAIT_MS);
    if (!isAskedFor) dueMs = Math.max(dueMs, restsUntilMs);
    clearTimeout(timer);
    timer = setTimeout(settle, dueMs - nowMs);
  };
  const observer = new MutationObserver((records) => {
    const own = ignored();
    const isNone = (record: MutationRecord) => isOwnChange(record, own) || isBesideStories(record);
    const some = records.length > MOST_SEEN_CHANGES ? records : records.filter((record) => !isNone(record));
    if (some.length > 0) changed(some);
  });
  // Text that was hidden shows without a change of text: by a press on "read more", by a fold.
  const onShown = (event: Event) => {
    const own = ignored();
    if (own && event.target === own) return;
    isAskedFor ||= event.isTrusted;
    changed(null);
  };
  const stopping = new AbortController();
  const options = { capture: true, passive: true, signal: stopping.signal };

  const watchIn = (root: Node) =>
    observer.observe(root, { childList: true, subtree: true, characterData: true });
  /** Watches the shadow roots of the whole page, found in slices; how many there are, null once stopped. */
  const watchRoots = async () => {
    const { signal } = stopping;
    const roots = await inSlices(openRootsInSteps(document), {
      isStale: () => signal.aborted,
      worked: () => undefined,
    });
    for (const root of roots ?? []) watchIn(root);
    return roots?.length ?? null;
  };
  /** Again after each change: `document.open` replaces root and body and drops listeners; no doubles come of it. */
  const watch = async (changes: readonly PageEdit[] | null) => {
    watchIn(document);
    for (const wall of [document.documentElement, document.body]) {
      if (wall) observer.observe(wall, { attributes: true, attributeFilter: WALL_ATTRIBUTES });
    }
    document.addEventListener('click', onShown, options);
    document.addEventListener('toggle', onShown, options);
    const roots = changes && rootsAmong(changes);
    for (const root of roots ?? []) watchIn(root);
    rootsSeen = roots ? rootsSeen + roots.length : ((await watchRoots()) ?? rootsSeen);
  };
  void watch(null);
  const looks = LATER_ROOTS_MS.map((ms) =>
    setTimeout(async () => {
      const roots = await watchRoots();
      if (roots !== null && roots !== rootsSeen) changed(null);
    }, ms),
  );

  return () => {
    for (const look of looks) clearTimeout(look);
    observer.disconnect();
    stopping.abort();
    clearTimeout(timer);
  };
}

/** The open shadow roots in what changes have brought. */
function rootsAmong(changes: readonly PageEdit[]): ShadowRoot[] {
  return changes.flatMap(({ addedNodes }) =>
    [...addedNodes].flatMap((node) => {
      if (!(node instanceof Element)) return [];
      const under = openRootsUnder(node);
      return node.shadowRoot ? [node.shadowRoot, ...openRootsUnder(node.shadowRoot), ...under] : under;
    }),
  );
}

function isOwnChange(record: MutationRecord, own: Node | null): boolean {
  const changed = [...record.addedNodes, ...record.removedNodes];
  return changed.length > 0 && changed.every((node) => node === own);
}

function isBesideStories({ type, target }: MutationRecord): boolean {
  if (type === 'attributes') return false;
  const element = target instanceof Element ? target : target.parentElement;
  return element?.closest(BESIDE_STORIES) != null;
}
