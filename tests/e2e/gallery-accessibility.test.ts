/**
 * What WCAG 2.2 asks of every state of card, popup and glossary page and what axe cannot measure: sizes of
 * targets, reflow, spacing of text, the focus's way and its ring. docs/accessibility.md says what is met where.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gallery, openGallery } from '../browsers/gallery';
import { GALLERY_STATES, type GalleryState, galleryState } from '../gallery/states';

/** WCAG 2.5.8, CSS px. */
const LEAST_TARGET = 24;

/** WCAG 1.4.12. */
const TEXT_SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }';

/** Of controls that stand beside one another, CSS px. */
const ROW = 24;

/** More than any state has of stops. */
const MOST_STOPS = 200;

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery?.close());

const statesIn = (look: string): readonly GalleryState[] =>
  GALLERY_STATES.filter(({ name }) => name.endsWith(`-${look}`));
const table = (states: readonly GalleryState[]) => states.map((state) => [state.name, state] as const);

/**
 * Targets under the least size, each as its words and size. Those that the criterion excepts are left out:
 * in a line of text, and with room around that no other target has; and the timeline's marks, whose places
 * are what they say.
 */
function smallTargets(least: number): string[] {
  const root = document.querySelector('#gallery > div')?.shadowRoot;
  const targets = [...(root?.querySelectorAll('button, a, summary, input, select, textarea') ?? [])].filter(
    (target) => target.checkVisibility(),
  );
  const boxes = targets.map((target) => (target.closest('label') ?? target).getBoundingClientRect());
  return targets.flatMap((target, i) => {
    const box = boxes[i];
    if (!box || (box.width >= least - 0.5 && box.height >= least - 0.5)) return [];
    // The small numbers behind a statement stand in its line.
    const text = (target.closest('li, p') ?? target.parentElement)?.textContent?.trim() ?? '';
    const isInLine =
      getComputedStyle(target).display === 'inline' && text !== (target.textContent?.trim() ?? '');
    // A circle of the least size around its middle may not meet another target.
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const isClear = boxes.every((other, j) => {
      if (i === j || target.contains(targets[j] ?? null) || targets[j]?.contains(target)) return true;
      const far = [
        Math.max(other.left - x, 0, x - other.right),
        Math.max(other.top - y, 0, y - other.bottom),
      ];
      return Math.hypot(...far) >= least / 2;
    });
    if (isInLine || isClear) return [];
    const words = target.getAttribute('aria-label') ?? target.textContent?.trim() ?? target.tagName;
    return [`${target.getAttribute('class') ?? target.tagName} “${words}”: ${box.width} × ${box.height}`];
  });
}

/** Elements whose text is cut off, or that reach out of the part or the window; each as its class and text. */
function cutOff(): string[] {
  const root = document.querySelector('#gallery > div')?.shadowRoot;
  const part = root?.querySelector('.newsgloss');
  if (!part) return ['nothing is shown'];
  const frame = part.getBoundingClientRect();
  const faults: string[] = [];
  if (frame.right > innerWidth + 0.5 || frame.left < -0.5) faults.push('it is wider than the window');
  for (const element of part.querySelectorAll('*')) {
    // What only screen readers say has no room of its own. A row of the list of all entries is one line; what
    // it cuts off is whole where it is opened.
    if (element.closest('svg, .unseen, .row-words') || !element.checkVisibility()) continue;
    const words = `${element.getAttribute('class') ?? element.tagName} “${element.textContent?.trim().slice(0, 40)}”`;
    const box = element.getBoundingClientRect();
    if (box.width > 0 && (box.right > frame.right + 0.5 || box.left < frame.left - 0.5))
      faults.push(`${words} reaches out`);
    const isField = element.matches('input, textarea, select');
    if (
      !isField &&
      getComputedStyle(element).overflowX === 'hidden' &&
      element.scrollWidth > element.clientWidth
    )
      faults.push(`${words} is cut off`);
  }
  return faults;
}

/** Pairs of texts that lie over one another; what is shown over others on purpose is left out. */
function overlaps(): string[] {
  const root = document.querySelector('#gallery > div')?.shadowRoot;
  const walker = document.createTreeWalker(
    root?.querySelector('.newsgloss') ?? document,
    NodeFilter.SHOW_TEXT,
  );
  const lines: { box: DOMRect; text: string }[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (
      !parent?.checkVisibility() ||
      parent.closest('.strip-words, option, textarea, main, .popup .settings')
    )
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    // A line's box is taller than its letters.
    for (const { x, y, width, height } of range.getClientRects())
      lines.push({
        box: new DOMRect(x, y + height * 0.3, width, height * 0.4),
        text: node.textContent ?? '',
      });
  }
  for (const close of root?.querySelectorAll('.close') ?? [])
    lines.push({ box: close.getBoundingClientRect(), text: 'the close button' });
  return lines.flatMap(({ box: a, text }, i) =>
    lines
      .slice(i + 1)
      .filter(
        ({ box: b }) => a.left + 1 < b.right && b.left + 1 < a.right && a.top < b.bottom && b.top < a.bottom,
      )
      .map((other) => `“${text}” and “${other.text}”`),
  );
}

/**
 * What has the focus: its words, the part of the page that it is in and how far down in it (as if nothing
 * were scrolled), and whether a ring or the like shows it.
 */
function focused(): { words: string; part: string; y: number; isShown: boolean } | null {
  let focus = document.querySelector('#gallery > div')?.shadowRoot?.activeElement;
  // The card beside a form has a root of its own.
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  if (!focus) return null;
  let { y } = focus.getBoundingClientRect();
  const outOf = (inner: Element) => {
    const root = inner.getRootNode();
    return inner.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  };
  // Out of every root, up to the window's own scrolling.
  for (let around = outOf(focus); around; around = outOf(around)) y += around.scrollTop;
  const part = focus.closest('header, main, footer')?.tagName ?? '';
  const styles = getComputedStyle(focus);
  const reach = focus.querySelector('.reach');
  // A mark of the timeline has a circle, a chosen file its label's outline.
  const ring = reach ? getComputedStyle(reach).stroke !== 'none' : styles.outlineStyle !== 'none';
  const ofLabel = focus.closest('label');
  const isShown = ring || (ofLabel !== null && getComputedStyle(ofLabel).outlineStyle !== 'none');
  return { words: focus.getAttribute('aria-label') ?? focus.textContent?.trim() ?? '', part, y, isShown };
}

/** Puts something of the page's own before and after what is shown, and the focus on the first. */
function placeNeighbours(): null {
  for (const id of ['before', 'after']) {
    document.getElementById(id)?.remove();
    const button = Object.assign(document.createElement('button'), { id, textContent: id });
    document.querySelector('#gallery')?.[id === 'before' ? 'prepend' : 'append'](button);
  }
  document.getElementById('before')?.focus();
  return null;
}

async function addStyles(text: string): Promise<void> {
  await gallery.run((styles) => {
    const sheet = document.createElement('style');
    sheet.textContent = styles;
    document.querySelector('#gallery > div')?.shadowRoot?.append(sheet);
  }, text);
}

describe('2.5.8: what can be pressed has 24 px, or room around it', () => {
  it.each(table([...statesIn('light'), ...statesIn('narrow')]))('%s', async (_, state) => {
    await gallery.show(state);
    expect(await gallery.run(smallTargets, LEAST_TARGET)).toEqual([]);
  });
});

describe('1.4.10, 1.4.4: in 320 px, with text of 200 %, and in each language, nothing is cut off or lies over another', () => {
  const looks = ['narrow', 'large-text', 'german', 'french', 'spanish', 'arabic'];
  it.each(table(looks.flatMap(statesIn)))('%s', async (_, state) => {
    await gallery.show(state);
    expect(await gallery.run(cutOff)).toEqual([]);
    expect(await gallery.run(overlaps)).toEqual([]);
  });
});

describe('1.4.12: with the reader’s spacing of text nothing is cut off or lies over another', () => {
  // What is scrolled passes under the card's foot.
  const states = [...statesIn('light'), ...statesIn('narrow')].filter(({ isCut }) => !isCut);
  it.each(table(states))('%s', async (_, state) => {
    await gallery.show(state);
    await addStyles(TEXT_SPACING);
    expect(await gallery.run(cutOff)).toEqual([]);
    expect(await gallery.run(overlaps)).toEqual([]);
  });

  it('but a card that is cut off would be told', async () => {
    await gallery.show(galleryState('card-muted-narrow'));
    await addStyles(
      '.plain-state { padding-inline-end: 0 !important; flex-wrap: nowrap; white-space: nowrap; }',
    );
    expect([...(await gallery.run(cutOff)), ...(await gallery.run(overlaps))]).not.toEqual([]);
  });
});

describe('2.4.3, 2.4.7, 2.1.2: Tab goes through all, in the order of the page, seen, and out again', () => {
  const names = [
    'card-group-full-light',
    'card-nested-full-dark',
    'card-choosing-where-light',
    'card-report-light',
    'card-group-full-forced-colours',
    'card-silenced-light',
    'popup-read-light',
    'popup-settings-light',
    'settings-first-light',
    'glossary-edit-light',
    'glossary-conflict-dark',
    'glossary-list-forced-colours',
    'glossary-snapshots-light',
  ];
  it.each(names)('%s', async (name) => {
    await gallery.show(galleryState(name));
    await gallery.run(placeNeighbours);
    const stops: NonNullable<Awaited<ReturnType<typeof focused>>>[] = [];
    for (let press = 0; press < MOST_STOPS; press++) {
      await gallery.page.keyboard.press('Tab');
      const stop = await gallery.run(focused);
      if (!stop) break;
      stops.push(stop);
    }
    expect(stops.length).toBeGreaterThan(1);
    expect(await gallery.run(() => document.activeElement?.id)).toBe('after');
    expect(stops.filter(({ isShown }) => !isShown)).toEqual([]);
    // Downwards; what stands in one row may differ by the height of a label.
    const backwards = stops.filter(({ y, part }, i) => {
      const before = stops[i - 1];
      return before?.part === part && y + ROW < before.y;
    });
    expect(backwards).toEqual([]);
  });
});

describe('2.4.11: what has the focus', () => {
  it('does not lie under the foot of a card that scrolls, nor out of its sight', async () => {
    await gallery.show(galleryState('card-group-scrolled-light'));
    await gallery.run(placeNeighbours);
    const covered: string[] = [];
    let stops = 0;
    for (; stops < MOST_STOPS; stops++) {
      await gallery.page.keyboard.press('Tab');
      const seen = await gallery.run(() => {
        const root = document.querySelector('#gallery > div')?.shadowRoot;
        const focus = root?.activeElement;
        if (!root || !focus) return null;
        const box = focus.getBoundingClientRect();
        const card = root.querySelector('.card')?.getBoundingClientRect() ?? box;
        const top = root.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        const isUnderFoot = top?.closest('.foot') && !focus.closest('.foot');
        const isSeen = !isUnderFoot && box.top >= card.top && box.bottom <= card.bottom;
        return { isSeen, words: focus.getAttribute('aria-label') ?? focus.textContent?.trim() ?? '' };
      });
      if (!seen) break;
      if (!seen.isSeen) covered.push(seen.words);
    }
    expect(stops).toBeGreaterThan(20);
    expect(covered).toEqual([]);
  });
});

describe('4.1.2, 2.1.1: the timeline', () => {
  it('is a group with a name, one stop of Tab, and marks that the arrow keys lead to and that say what they are', async () => {
    await gallery.show(galleryState('card-group-light'));
    const drawing = gallery.page.getByRole('group', { name: /^Timeline, 1994 to / });
    const marks = drawing.getByRole('img');
    const count = await marks.count();
    expect(count).toBeGreaterThan(5);
    const names = await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label') ?? ''));
    expect(names.filter((name) => /^.*\d{4}: ./.test(name))).toEqual(names);
    expect(await drawing.locator('[tabindex="0"]').count()).toBe(1);
    await gallery.run(placeNeighbours);
    await gallery.page.keyboard.press('Tab');
    const walked: string[] = [];
    for (let step = 0; step < count; step++) {
      walked.push((await gallery.run(focused))?.words ?? '');
      await gallery.page.keyboard.press('ArrowRight');
    }
    expect(walked).toEqual(names);
    const words = gallery.page.locator('.strip-words');
    expect(await words.textContent()).toBe(names.at(-1));
    await gallery.page.keyboard.press('Tab');
    expect(await words.count()).toBe(0);
  });

  it('keeps a mark’s words under a pointer that goes down onto them, and takes them away when it leaves', async () => {
    await gallery.show(galleryState('card-group-light'));
    const words = gallery.page.locator('.strip-words');
    const mark = await gallery.page.locator('.mark .reach').last().boundingBox();
    if (!mark) throw new Error('the timeline has marks');
    const x = mark.x + mark.width / 2;
    await gallery.page.mouse.move(x, mark.y + mark.height / 2);
    const onto = await words.boundingBox();
    if (!onto) throw new Error('the mark’s words are shown');
    await gallery.page.mouse.move(x, onto.y + onto.height / 2, { steps: 12 });
    expect(await words.count()).toBe(1);
    await gallery.page.mouse.move(x, onto.y + onto.height + 60, { steps: 4 });
    expect(await words.count()).toBe(0);
  });
});

describe('2.3.3: where the reader wants no motion', () => {
  it('nothing moves or fades', async () => {
    for (const name of ['card-loading-light', 'card-group-full-light', 'popup-read-light']) {
      await gallery.show(galleryState(name));
      const moving = await gallery.run(
        () =>
          [...(document.querySelector('#gallery > div')?.shadowRoot?.querySelectorAll('*') ?? [])].filter(
            (element) => {
              const { transitionDuration, animationName } = getComputedStyle(element);
              return transitionDuration !== '0s' || animationName !== 'none';
            },
          ).length,
      );
      expect(moving, name).toBe(0);
    }
  });
});
