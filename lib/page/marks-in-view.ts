import type { PageBlock } from './blocks';
import { shownParentOf } from './flat-tree';
import { paintHighlight } from './marks';
import { boundariesOf, type TextSpan, viewportRectsOf } from './ranges';
import { type Extent, spanInView } from './span-in-view';

/** A place that is to be marked. */
export interface Mark {
  readonly block: PageBlock;
  readonly span: TextSpan;
}

/**
 * How far around what is in sight marks are painted, share of the window and of any box that scrolls: a
 * press of Page Down meets them, and marks far away cost nothing. A frame that changes a style pays for
 * each place that is registered.
 */
export const NEAR_SHARE = 0.75;
/** Of an element with more marks than this, those alone are painted that are near by their own places. */
const MOST_MARKS_OF_ONE = 100;
/** So many may stay painted after they were scrolled away; each repainting costs for all of them. */
const MOST_PAINTED = 150;

/** The marks of one element, and whether it is near what is in sight. */
interface Group {
  readonly marks: Mark[];
  isNear: boolean;
  /** Which of the marks were last painted: of an element with many, a part. */
  painted: readonly [from: number, to: number];
}

const NOTHING = [0, 0] as const;

/**
 * Paints those of a story's marks that are near what is in sight, as the reader scrolls: the browser tells
 * which elements come near. What has no box of its own (`display: contents`) is watched by what is around it.
 */
export class MarksInView {
  readonly #view: Window;
  #highlight: string | null = null;
  #marks: readonly Mark[] = [];
  #groups = new Map<Element, Group>();
  /** What is watched in the place of an element without a box. */
  readonly #standIns = new WeakMap<Element, Element>();
  #observer: IntersectionObserver | null = null;
  #painted = 0;
  #stopFollowing: (() => void) | null = null;
  #frame = 0;

  constructor(view: Window) {
    this.#view = view;
  }

  /**
   * Shows exactly these marks, in the order of the story, under a highlight's name, null for none: at once
   * those in elements that are known to be near, else as soon as the browser has said what is near.
   */
  show(highlight: string | null, marks: readonly Mark[]): void {
    if (this.#highlight && this.#highlight !== highlight) paintHighlight(this.#highlight, []);
    this.#highlight = highlight;
    this.#marks = highlight ? marks : [];
    this.#group();
    this.#paint();
  }

  /** Watches the elements of all marks; of those that it watched already it knows whether they are near. */
  #group(): void {
    const before = this.#groups;
    this.#groups = new Map();
    for (const mark of this.#marks) {
      const element = this.#watchedFor(mark.block.element);
      let group = this.#groups.get(element);
      if (!group) {
        group = { marks: [], isNear: before.get(element)?.isNear ?? false, painted: NOTHING };
        this.#groups.set(element, group);
      }
      group.marks.push(mark);
    }
    const margin = `${NEAR_SHARE * 100}%`;
    if (this.#groups.size > 0)
      this.#observer ??= new IntersectionObserver((entries) => this.#onMoved(entries), {
        rootMargin: margin,
        scrollMargin: margin,
      });
    for (const element of before.keys()) if (!this.#groups.has(element)) this.#observer?.unobserve(element);
    for (const [element, { marks }] of this.#groups) {
      if (!before.has(element)) this.#observer?.observe(element);
      // What was read later may stand further up.
      if (marks.length > MOST_MARKS_OF_ONE) marks.sort(inDocumentOrder);
    }
  }

  #watchedFor(element: Element): Element {
    let watched = element;
    for (let next = this.#standIns.get(watched); next; next = this.#standIns.get(watched)) watched = next;
    return watched;
  }

  #onMoved(entries: readonly IntersectionObserverEntry[]): void {
    let isBoxless = false;
    let hasCome = false;
    for (const { target, isIntersecting, boundingClientRect: box } of entries) {
      const group = this.#groups.get(target);
      if (!group) continue;
      hasCome ||= isIntersecting && !group.isNear;
      group.isNear = isIntersecting;
      const around = shownParentOf(target);
      if (!isIntersecting && around && box.width === 0 && box.height === 0 && box.x === 0 && box.y === 0) {
        this.#standIns.set(target, around);
        isBoxless = true;
      }
    }
    if (isBoxless) this.#group();
    if (isBoxless || hasCome || this.#painted > MOST_PAINTED) this.#paint();
  }

  #paint(): void {
    const places: StaticRangeInit[] = [];
    let hasLong = false;
    for (const [element, group] of this.#groups) {
      if (!group.isNear) continue;
      const isLong = group.marks.length > MOST_MARKS_OF_ONE;
      hasLong ||= isLong;
      group.painted = isLong ? this.#nearOf(element, group.marks, NEAR_SHARE) : [0, group.marks.length];
      for (let at = group.painted[0]; at < group.painted[1]; at++) {
        const place = boundariesOfMark(group.marks[at]);
        if (place) places.push(place);
      }
    }
    this.#painted = places.length;
    if (this.#highlight) paintHighlight(this.#highlight, places);
    this.#follow(hasLong);
  }

  /** Of an element's marks, which by their own places are within a share of the window around it. */
  #nearOf(element: Element, marks: readonly Mark[], share: number): readonly [number, number] {
    // Text in columns goes down and up again: it has no first and last in sight.
    const { columnCount, columnWidth } = this.#view.getComputedStyle(element);
    const hasColumns = Number.parseFloat(columnCount) > 0 || Number.parseFloat(columnWidth) > 0;
    if (hasColumns || element.getClientRects().length > 1) return [0, marks.length];
    const { innerWidth, innerHeight } = this.#view;
    const [beside, above] = [innerWidth * share, innerHeight * share];
    return spanInView(marks.length, (at) => extentOf(marks[at]), {
      left: -beside,
      right: innerWidth + beside,
      top: -above,
      bottom: innerHeight + above,
    });
  }

  /** Follows what scrolls while an element with many marks is near: the browser tells of elements alone. */
  #follow(isWanted: boolean): void {
    if (isWanted === (this.#stopFollowing !== null)) return;
    this.#stopFollowing?.();
    this.#stopFollowing = null;
    if (!isWanted) return;
    const stopping = new AbortController();
    const options = { capture: true, passive: true, signal: stopping.signal };
    const onScroll = () => {
      this.#frame ||= this.#view.requestAnimationFrame(() => {
        this.#frame = 0;
        this.#followOn();
      });
    };
    this.#view.addEventListener('scroll', onScroll, options);
    this.#view.addEventListener('resize', onScroll, options);
    this.#stopFollowing = () => {
      stopping.abort();
      this.#view.cancelAnimationFrame(this.#frame);
      this.#frame = 0;
    };
  }

  #followOn(): void {
    for (const [element, { marks, isNear, painted }] of this.#groups) {
      if (!isNear || marks.length <= MOST_MARKS_OF_ONE) continue;
      const [from, to] = this.#nearOf(element, marks, NEAR_SHARE / 2);
      if (from >= painted[0] && to <= painted[1]) continue;
      this.#paint();
      return;
    }
  }
}

function boundariesOfMark(mark: Mark | undefined): StaticRangeInit | null {
  return mark ? boundariesOf(mark.block, mark.span) : null;
}

function extentOf(mark: Mark | undefined): Extent | null {
  const place = boundariesOfMark(mark);
  return (place && viewportRectsOf(place)[0]) ?? null;
}

function inDocumentOrder(a: Mark, b: Mark): number {
  if (a.block === b.block) return a.span.start - b.span.start;
  const [first, second] = [a.block.segments[0]?.node, b.block.segments[0]?.node];
  if (!first || !second) return 0;
  return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
