// @vitest-environment jsdom
/** What is painted as the browser says what is near. Where marks really are, the browsers' tests see. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { blocksUnder } from '../../../lib/page/blocks';
import { type Mark, MarksInView } from '../../../lib/page/marks-in-view';

class FakeHighlight {
  readonly texts: string[];
  constructor(...places: StaticRangeInit[]) {
    this.texts = places.map(({ startContainer, startOffset, endOffset }) =>
      (startContainer.textContent ?? '').slice(startOffset, endOffset),
    );
  }
}

/** Stands in for the browser's, which jsdom lacks: a test says what comes near. */
class FakeObserver {
  static last: FakeObserver;
  readonly watched = new Set<Element>();
  constructor(readonly tell: (entries: readonly object[]) => void) {
    FakeObserver.last = this;
  }
  observe(element: Element) {
    this.watched.add(element);
  }
  unobserve(element: Element) {
    this.watched.delete(element);
  }
}

const BOX = { x: 8, y: 900, width: 300, height: 40 };
const NO_BOX = { x: 0, y: 0, width: 0, height: 0 };

const moved = (id: string, isIntersecting: boolean, boundingClientRect = BOX) => ({
  target: document.getElementById(id) as Element,
  isIntersecting,
  boundingClientRect,
});

const watchedIds = () => [...FakeObserver.last.watched].map(({ id }) => id).sort();

const NAME = 'newsgloss-mark';
const painted = () => (CSS.highlights.get(NAME) as unknown as FakeHighlight | undefined)?.texts ?? [];

/** A mark on each capitalised word but the first. */
function marksOf(html: string): Mark[] {
  document.body.innerHTML = html;
  return blocksUnder(document.body, () => true).flatMap((block) =>
    [...block.text.matchAll(/(?<= )[A-Z]\w+/g)].map(({ 0: word, index }) => ({
      block,
      span: { start: index, end: index + word.length },
    })),
  );
}

const STORY = `<p id="a">In Kabul and Herat.</p><div id="around"><p id="b">Of Kunar.</p></div><p id="c">In Kunduz.</p>`;

let marksInView: MarksInView;
beforeEach(() => {
  vi.stubGlobal('Highlight', FakeHighlight);
  vi.stubGlobal(
    'StaticRange',
    class {
      constructor(init: StaticRangeInit) {
        Object.assign(this, init);
      }
    },
  );
  vi.stubGlobal('CSS', { highlights: new Map() });
  vi.stubGlobal('IntersectionObserver', FakeObserver);
  marksInView = new MarksInView(window);
});
afterEach(() => {
  marksInView.show(null, []);
  vi.unstubAllGlobals();
});

describe('marks', () => {
  it('are painted where their element comes near, and in no others', () => {
    marksInView.show(NAME, marksOf(STORY));
    expect(painted()).toEqual([]);
    FakeObserver.last.tell([moved('a', true), moved('b', false), moved('c', false)]);
    expect(painted()).toEqual(['Kabul', 'Herat']);
    FakeObserver.last.tell([moved('a', false), moved('c', true)]);
    expect(painted()).toEqual(['Kunduz']);
  });

  it('are not painted anew while nothing comes', () => {
    marksInView.show(NAME, marksOf(STORY));
    FakeObserver.last.tell([moved('a', true), moved('c', true)]);
    const before = CSS.highlights.get(NAME);
    FakeObserver.last.tell([moved('a', false)]);
    expect(CSS.highlights.get(NAME)).toBe(before);
  });

  it('are changed at once where the element is known to be near', () => {
    const marks = marksOf(STORY);
    marksInView.show(NAME, marks);
    FakeObserver.last.tell([moved('a', true)]);
    marksInView.show(NAME, marks.slice(1));
    expect(painted()).toEqual(['Herat']);
    expect(watchedIds()).toEqual(['a', 'b', 'c']);
    marksInView.show(NAME, marks.slice(2));
    expect(painted()).toEqual([]);
    expect(watchedIds()).toEqual(['b', 'c']);
  });

  it('of an element without a box are painted when what is around it comes near', () => {
    const marks = marksOf(STORY);
    marksInView.show(NAME, marks);
    FakeObserver.last.tell([moved('b', false, NO_BOX)]);
    expect(watchedIds()).toEqual(['a', 'around', 'c']);
    FakeObserver.last.tell([moved('around', true)]);
    expect(painted()).toEqual(['Kunar']);
    marksInView.show(NAME, marks);
    expect(watchedIds()).toEqual(['a', 'around', 'c']);
  });

  it('go when they are under another name, or none', () => {
    const marks = marksOf(STORY);
    marksInView.show(NAME, marks);
    FakeObserver.last.tell([moved('a', true)]);
    marksInView.show('newsgloss-mark-tint', marks);
    expect(painted()).toEqual([]);
    expect(CSS.highlights.has('newsgloss-mark-tint')).toBe(true);
    marksInView.show(null, marks);
    expect(CSS.highlights.size).toBe(0);
    expect(watchedIds()).toEqual([]);
  });

  it('of one element with very many are painted only where they are themselves near', () => {
    const lines = Array.from({ length: 400 }, (_, at) => `In Kabul${at} it was so.`);
    const marks = marksOf(`<div id="all">${lines.join('<br><br>')}</div>`);
    // Lines of 20 px, each with one mark; the window is jsdom's, 768 px high.
    const getClientRects = function (this: Range) {
      const line = Number(/\d+/.exec(this.toString())?.[0]);
      const [top, bottom] = [line * 20 - scrolledPx, line * 20 + 20 - scrolledPx];
      return [{ left: 0, right: 90, top, bottom, width: 90, height: 20 }];
    };
    Object.assign(Range.prototype, { getClientRects });
    let scrolledPx = 0;
    // Read from the end: the order in which a page that grows at its top is read.
    marksInView.show(NAME, marks.reverse());
    FakeObserver.last.tell([moved('all', true)]);
    expect(painted()[0]).toBe('Kabul0');
    expect(painted().length).toBeLessThan(100);
    scrolledPx = 4_000;
    const frame = vi.spyOn(window, 'requestAnimationFrame').mockImplementation((callback) => {
      callback(0);
      return 0;
    });
    window.dispatchEvent(new Event('scroll'));
    expect(painted()).toContain('Kabul200');
    expect(painted()).not.toContain('Kabul0');
    expect(painted().length).toBeLessThan(150);
    frame.mockRestore();
  });
});
