/**
 * Functions that a test sends into a page. They travel as source text: each stands alone, and holds
 * no named function of its own, since the compiler's helpers for names are not there in the page.
 */

/** A point in the page's viewport, CSS pixels. */
export interface ViewportPoint {
  readonly x: number;
  readonly y: number;
}

/**
 * Scrolls the `nth` occurrence (from 0) of `text` inside `article` (or the body) into view and gives the
 * middle of its first line, or of the one asked for, or null where it does not occur. Text is searched across elements, not blocks' edges.
 */
export function pointOfText(text: string, nth: number, line = 0): ViewportPoint | null {
  const root = document.querySelector('article') ?? document.body;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  let joined = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // SHOW_TEXT gives text nodes only.
    nodes.push(node as Text);
    joined += (node as Text).data;
  }
  let from = -1;
  for (let found = 0; found <= nth; found++) {
    from = joined.indexOf(text, from + 1);
    if (from < 0) return null;
  }
  const range = document.createRange();
  let passed = 0;
  let started = false;
  for (const node of nodes) {
    const end = passed + node.data.length;
    if (!started && from < end) {
      range.setStart(node, from - passed);
      started = true;
    }
    if (started && from + text.length <= end) {
      range.setEnd(node, from + text.length - passed);
      break;
    }
    passed = end;
  }
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const place = range.getClientRects()[line];
  // A paragraph may be longer than the window.
  if (place && (place.top < innerHeight / 4 || place.bottom > (innerHeight * 3) / 4))
    window.scrollBy({ top: (place.top + place.bottom - innerHeight) / 2, behavior: 'instant' });
  const box = range.getClientRects()[line];
  return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
}

/** The rectangles of the open mention, in viewport coordinates, as its highlight has them. */
export function openMentionRects(
  highlightName: string,
): { x: number; y: number; width: number; height: number }[] {
  const boxes: { x: number; y: number; width: number; height: number }[] = [];
  // TypeScript's list of the DOM knows no way to go through a highlight.
  const painted = (CSS.highlights.get(highlightName) ?? []) as Iterable<AbstractRange>;
  for (const place of painted) {
    const range = document.createRange();
    range.setStart(place.startContainer, place.startOffset);
    range.setEnd(place.endContainer, place.endOffset);
    for (const { x, y, width, height } of range.getClientRects()) boxes.push({ x, y, width, height });
  }
  return boxes;
}

/** Resolves once the page has scrolled, laid out and painted what was asked of it. */
export function twoFramesLater(): Promise<null> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null))));
}

/** The texts that are painted under a highlight's name now, in the order of the page. */
export function paintedTexts(highlightName: string): string[] {
  const ranges: Range[] = [];
  // TypeScript's list of the DOM knows no way to go through a highlight.
  const painted = (CSS.highlights.get(highlightName) ?? []) as Iterable<AbstractRange>;
  for (const place of painted) {
    const range = document.createRange();
    range.setStart(place.startContainer, place.startOffset);
    range.setEnd(place.endContainer, place.endOffset);
    ranges.push(range);
  }
  // Places in different shadow roots have no order of their own: they keep the one they were painted in.
  ranges.sort((a, b) =>
    a.startContainer.getRootNode() === b.startContainer.getRootNode()
      ? a.compareBoundaryPoints(Range.START_TO_START, b)
      : 0,
  );
  return ranges.map((range) => range.toString());
}

/**
 * The texts that {@link paintedTexts} gives anywhere in the page, for marks are painted near what is in
 * sight: `nearShare` of the window around it. Scrolls through a page that is longer, and back.
 */
export async function paintedTextsThroughout(highlightName: string, nearShare: number): Promise<string[]> {
  const ranges: Range[] = [];
  const scroller = document.scrollingElement;
  const at = scroller?.scrollTop ?? 0;
  const end = scroller?.scrollHeight ?? 0;
  const isAllNear = at <= innerHeight * nearShare && end - at <= innerHeight * (1 + nearShare);
  const stays = isAllNear || document.visibilityState !== 'visible';
  for (let top = 0; top === 0 || (!stays && top < end); top += innerHeight) {
    if (scroller && !stays) {
      scroller.scrollTo({ top, behavior: 'instant' });
      // In the first the browser finds what has come near, and tells after it; the marks are in the third.
      for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    // TypeScript's list of the DOM knows no way to go through a highlight.
    const painted = (CSS.highlights.get(highlightName) ?? []) as Iterable<AbstractRange>;
    for (const place of painted) {
      const range = document.createRange();
      range.setStart(place.startContainer, place.startOffset);
      range.setEnd(place.endContainer, place.endOffset);
      const isKnown = ranges.some(
        (one) => one.startContainer === place.startContainer && one.startOffset === place.startOffset,
      );
      if (!isKnown) ranges.push(range);
    }
  }
  if (scroller && !stays) scroller.scrollTo({ top: at, behavior: 'instant' });
  ranges.sort((a, b) =>
    a.startContainer.getRootNode() === b.startContainer.getRootNode()
      ? a.compareBoundaryPoints(Range.START_TO_START, b)
      : 0,
  );
  return ranges.map((range) => range.toString());
}

/**
 * Scrolls the `index`th painted place (from 0, in the order of {@link paintedTexts}) into view and gives
 * the middle of its first line, or null where there are fewer.
 */
export function pointOfMark(highlightName: string, index: number): ViewportPoint | null {
  const ranges: Range[] = [];
  // As above.
  const painted = (CSS.highlights.get(highlightName) ?? []) as Iterable<AbstractRange>;
  for (const place of painted) {
    const range = document.createRange();
    range.setStart(place.startContainer, place.startOffset);
    range.setEnd(place.endContainer, place.endOffset);
    ranges.push(range);
  }
  ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
  const range = ranges[index];
  range?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = range?.getClientRects()[0];
  return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
}

/** A page as text. */
export interface SerialisedPage {
  /** `<html>` with everything in it but the extension's host. */
  readonly html: string;
  /** Elements beside head and body: the extension may have one, the page has none. */
  readonly hosts: number;
}

/** The document as text without the extension's host: what the page's own scripts could compare. */
export function serialisePage(): SerialisedPage {
  const copy = document.documentElement.cloneNode(true) as Element;
  const hosts = [...copy.children].filter((child) => !['HEAD', 'BODY'].includes(child.tagName));
  for (const host of hosts) host.remove();
  return { html: copy.outerHTML, hosts: hosts.length };
}

/** What a card shows, as read from its shadow root. */
export interface CardReading {
  /** Accessible label of the dialog; empty where it has none. */
  readonly label: string;
  /** Text as laid out, lines kept. */
  readonly text: string;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Name of what has the focus in it: a control's text, or `dialog` for the card itself; else null. */
  readonly focus: string | null;
  /** Language and direction that it is in. */
  readonly lang: string;
  readonly dir: string;
  /** Whether something in it reaches out of its sides. */
  readonly overflows: boolean;
  /** The colours that it is in, as CSS writes them: `light dark` follows the system. */
  readonly colorScheme: string;
}

/** What our host in a page shows and says. */
export interface HostReading {
  /** The visible cards, the open one before the pinned one. */
  readonly cards: readonly CardReading[];
  /** What screen readers were last told. */
  readonly said: string;
}

/** Reads a shadow root of ours; null for one that is another's. */
export function readHost(root: ShadowRoot): HostReading | null {
  const live = root.lastElementChild;
  if (live?.getAttribute('role') !== 'status') return null;
  const cards: CardReading[] = [];
  for (const dialog of root.querySelectorAll<HTMLElement>('[role="dialog"]')) {
    if (!dialog.checkVisibility()) continue;
    const { x, y, width, height } = dialog.getBoundingClientRect();
    const focused = root.activeElement;
    const focus = dialog.contains(focused) ? focused : null;
    cards.push({
      label: dialog.getAttribute('aria-label') ?? '',
      text: dialog.innerText,
      box: { x, y, width, height },
      focus:
        focus &&
        (focus === dialog ? 'dialog' : focus.getAttribute('aria-label') || focus.textContent?.trim() || ''),
      lang: dialog.lang,
      dir: dialog.dir,
      overflows: dialog.scrollWidth > dialog.clientWidth,
      colorScheme: getComputedStyle(dialog).colorScheme,
    });
  }
  return { cards, said: live.textContent ?? '' };
}

/** The middle of the button or link in a card whose text or label is `name`, or null. */
export function pointInCard(root: ShadowRoot, name: string): ViewportPoint | null {
  for (const control of root.querySelectorAll<HTMLElement>('button, a')) {
    if (control.innerText.trim() !== name && control.getAttribute('aria-label') !== name) continue;
    if (!control.checkVisibility()) continue;
    control.scrollIntoView({ block: 'nearest' });
    const box = control.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }
  return null;
}
