/** Where the card lies: inside the window, off every line of its name, above whatever the page has. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OPEN_HIGHLIGHT } from '../../lib/page/marks';
import type { ReadingBrowser, StoryPage } from '../browsers/driver';
import { openMentionRects } from '../browsers/in-page';
import { BROWSERS, expectCard, expectNoCard, launch, markedTexts, servedPages } from './harness';

const server = servedPages();

/** Rounding of fractional places, px. */
const ROUNDING_PX = 1;
const WRAPPED = 'Islamic State in the Khorasan Province';

/** Names of hand-story.html, by how they stand there. */
const NAMES = {
  'in a line': ['Zabihullah Mujahid', 'Zabihullah Mujahid'],
  wrapped: [WRAPPED, 'Islamic State'],
  'in a box that scrolls': ['Hayat Tahrir al-Sham', 'Hayat Tahrir al-Sham'],
  'in a line that is turned': ['Kandahar', 'Kandahar'],
  'in upright text': ['Michael Kugelman', 'Michael Kugelman'],
} as const;

/** Inner sizes of windows, CSS pixels: a zoom of 500 % leaves a fifth of them. */
const WINDOWS = {
  'as large as most': [1200, 800],
  'as low as a laptop’s': [1200, 600],
  'as narrow as a phone’s': [320, 640],
  'lying on its side': [640, 320],
  'zoomed to 500 %': [240, 160],
  'zoomed to 25 %': [4800, 3200],
} as const;

describe.each(BROWSERS)('in %s, the card', (name) => {
  let browser: ReadingBrowser;
  let page: StoryPage;

  /** `lines`: how many of the name's lines must be free, from the first; all but in the lowest of windows. */
  async function expectBeside(what: string, lines = Number.POSITIVE_INFINITY): Promise<void> {
    const card = await page.card();
    if (!card) throw new Error('a card is open');
    const { x, y, width, height } = card.box;
    const right = x + width;
    const bottom = y + height;
    const window = await page.run(() => ({ width: innerWidth, height: innerHeight }));
    const at = `${what}: card ${JSON.stringify(card.box)} in ${JSON.stringify(window)}`;
    expect(Math.min(x, y), at).toBeGreaterThanOrEqual(-ROUNDING_PX);
    expect(right, at).toBeLessThanOrEqual(window.width + ROUNDING_PX);
    expect(bottom, at).toBeLessThanOrEqual(window.height + ROUNDING_PX);
    expect(height, at).toBeGreaterThan(30);
    const rects = await page.run(openMentionRects, OPEN_HIGHLIGHT);
    expect(rects.length, at).toBeGreaterThan(0);
    for (const rect of rects.slice(0, lines)) {
      const isOff =
        rect.x + rect.width <= x + ROUNDING_PX ||
        rect.x >= right - ROUNDING_PX ||
        rect.y + rect.height <= y + ROUNDING_PX ||
        rect.y >= bottom - ROUNDING_PX;
      expect(isOff, `${at}, name at ${JSON.stringify(rect)}`).toBe(true);
    }
  }

  const openAndLook = async (text: string, label: string, line = 0, lines?: number) => {
    await page.pointToLine(text, line);
    await expectCard(page, label);
    await expectBeside(`“${text}”`, lines);
    await page.press('Escape');
    await expectNoCard(page);
    await page.pointAway();
  };

  beforeAll(async () => {
    browser = await launch(name);
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    page = await browser.openPage(`${server.origin}/hand-story.html`);
    await expect.poll(() => markedTexts(page), { timeout: 10_000 }).toContain('Kunar');
  });
  afterEach(async () => {
    expect(page.errors()).toEqual([]);
    await page.close();
  });

  it.each(Object.entries(WINDOWS))('lies beside every name in a window %s', async (_, [width, height]) => {
    await page.resize(width, height);
    for (const [text, label] of Object.values(NAMES)) {
      // An upright name is longer than this window is high.
      if (height < 200 && label === 'Michael Kugelman') continue;
      // Three lines leave no room in it: the one that is pointed at stays free.
      await openAndLook(text, label, 0, height < 200 ? 1 : undefined);
    }
  });

  it('lies beside all lines of a wrapped name, whichever is pointed at', async () => {
    for (const line of [0, 1, 2]) await openAndLook(WRAPPED, 'Islamic State', line);
  });

  it.each([0.25, 0.5, 2, 5])('keeps its size and place on a page that zooms itself by %d', async (zoom) => {
    await page.run((factor: number) => {
      document.documentElement.style.setProperty('zoom', String(factor));
    }, zoom);
    await page.pointTo('Kandahar');
    await expectCard(page, 'Kandahar');
    expect((await page.card())?.box.width).toBeCloseTo(384, 0);
    await expectBeside(`zoomed by ${zoom}`);
  });

  it('lies above a header that stays, in the way of which it opens', async () => {
    await page.resize(1200, 500);
    await page.pointTo('Kandahar');
    // Down to the window's foot, so that the card has its room above.
    await page.run(() => {
      const name = document.getElementById('tilted');
      scrollBy(0, (name?.getBoundingClientRect().bottom ?? 0) - innerHeight);
    });
    await page.run(() => new Promise((resolve) => setTimeout(() => resolve(null), 100)));
    const at = await page.run(() => {
      const line = document.getElementById('tilted');
      const range = document.createRange();
      const text = line?.firstChild as Text;
      const start = text.data.indexOf('Kandahar');
      range.setStart(text, start);
      range.setEnd(text, start + 8);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.trace([{ x: at.x, y: at.y - 60 }, { x: at.x, y: at.y - 20 }, at]);
    await expectCard(page, 'Kandahar');
    await expectBeside('at the foot');
    const card = await page.card();
    if (!card) throw new Error('a card is open');
    expect(card.box.y + card.box.height).toBeLessThanOrEqual(at.y);
    const isOnTop = await page.run(
      (x: number, y: number) => document.elementFromPoint(x, y)?.hasAttribute('popover') ?? false,
      card.box.x + card.box.width / 2,
      card.box.y + 4,
    );
    expect(isOnTop).toBe(true);
  });

  it('begins where the name begins on a page that is read from the right', async () => {
    await page.close();
    page = await browser.openPage(`${server.origin}/arabic-story.html`);
    await expect.poll(() => markedTexts(page), { timeout: 10_000 }).not.toEqual([]);
    await page.pointToMark(1);
    await expect.poll(() => page.card(), { timeout: 5_000 }).not.toBeNull();
    await expectBeside('from the right');
    const card = await page.card();
    const rects = await page.run(openMentionRects, OPEN_HIGHLIGHT);
    const right = Math.max(...rects.map(({ x, width }) => x + width));
    expect((card?.box.x ?? 0) + (card?.box.width ?? 0)).toBeCloseTo(Math.max(right, 392), -1);
  });

  it('opens inside what fills the screen, and closes when that ends', async () => {
    await page.run(() => document.querySelector('article')?.requestFullscreen());
    await page.pointTo('Kandahar');
    await expectCard(page, 'Kandahar');
    expect(await page.run(() => document.fullscreenElement?.querySelectorAll('[popover]').length)).toBe(1);
    await expectBeside('filling the screen');
    await page.run(() => document.exitFullscreen());
    await expectNoCard(page);
    await page.pointTo('Hayat Tahrir al-Sham');
    await expectCard(page, 'Hayat Tahrir al-Sham');
  });
});
