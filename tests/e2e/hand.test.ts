/** The hand on a page: what opens a card and what does not, traced in the built extension. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TIMINGS } from '../../lib/hover/timings';
import messages from '../../public/_locales/en/messages.json';
import type { ReadingBrowser, StoryPage } from '../browsers/driver';
import { pointOfText, type ViewportPoint } from '../browsers/in-page';
import { BROWSERS, expectCard, expectNoCard, launch, markedTexts, servedPages } from './harness';

/** Longer than any of the card's timers: what has not opened by then will not. */
const LONG_ENOUGH_MS = 2 * (TIMINGS.restMs + TIMINGS.reachMs);

const server = servedPages();

/** Points on the straight way from one to another, both included. */
function way(from: ViewportPoint, to: ViewportPoint, steps: number): ViewportPoint[] {
  return Array.from({ length: steps + 1 }, (_, step) => ({
    x: Math.round(from.x + ((to.x - from.x) * step) / steps),
    y: Math.round(from.y + ((to.y - from.y) * step) / steps),
  }));
}

const shifted = ({ x, y }: ViewportPoint, dx: number, dy: number) => ({ x: x + dx, y: y + dy });

describe.each(BROWSERS)('in %s, the hand', (name) => {
  let browser: ReadingBrowser;
  let page: StoryPage;
  const pointOf = async (text: string) => {
    const point = await page.run(pointOfText, text, 0);
    if (!point) throw new Error(`“${text}” is there`);
    return point;
  };
  const openCard = async () => {
    const card = await page.card();
    if (!card) throw new Error('a card is open');
    return card;
  };
  const middleOf = ({ box }: { box: { x: number; y: number; width: number; height: number } }) => ({
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
  });
  const expectNothingOpens = async () => {
    await wait(LONG_ENOUGH_MS);
    expect((await page.host())?.cards ?? []).toEqual([]);
  };
  /** From now on the page notes, frame by frame, whether the card's host is shown and how large it is. */
  const watchFrames = () =>
    page.run(() => {
      const frames: string[] = [];
      Object.assign(window, { frames$: frames });
      const host = document.querySelector<HTMLElement>('html > [popover]');
      const note = () => {
        const box = host?.getBoundingClientRect();
        const isShown = host?.matches(':popover-open') && (box?.width ?? 0) > 100 && (box?.height ?? 0) > 50;
        frames.push(isShown ? `at ${Math.round(box?.left ?? 0)}` : 'empty');
        requestAnimationFrame(note);
      };
      note();
    });
  const framesSeen = () => page.run(() => (window as unknown as { frames$: string[] }).frames$);

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

  it('opens nothing where it passes over names, up, down or along', async () => {
    const at = await pointOf('al-Qaeda');
    await page.trace(way(shifted(at, -150, 0), shifted(at, 600, 0), 30), 8);
    await page.trace(way(shifted(at, 0, -120), shifted(at, 0, 300), 12), 8);
    await page.trace([shifted(at, 300, 200)]);
    await expectNothingOpens();
  });

  it('goes from a name to its neighbour without a frame between their cards', async () => {
    const [first, second] = [await pointOf('ISIS-K'), await pointOf('al-Qaeda')];
    await page.trace(way(shifted(first, 0, -60), first, 10));
    await expectCard(page, 'Islamic State');
    await watchFrames();
    await page.trace(way(first, second, 8));
    await expectCard(page, 'al-Qaeda');
    const frames = await framesSeen();
    expect(frames.length).toBeGreaterThan(10);
    expect(frames).not.toContain('empty');
    // Two places, each all the time: no third one between.
    expect(new Set(frames).size).toBeLessThanOrEqual(2);
  });

  it('reaches a card slantwise and slowly, across a neighbour, and comes back', async () => {
    const at = await pointOf('ISIS-K');
    await page.trace(way(shifted(at, 0, -60), at, 10));
    await expectCard(page, 'Islamic State');
    const { box } = await openCard();
    await page.trace(way(at, { x: box.x + box.width - 20, y: box.y + box.height - 20 }, 60));
    await wait(LONG_ENOUGH_MS);
    await expectCard(page, 'Islamic State');
    await page.trace(way({ x: box.x + box.width - 20, y: box.y + box.height - 20 }, at, 20));
    await wait(LONG_ENOUGH_MS);
    await expectCard(page, 'Islamic State');
  });

  it('opens nothing under a selection that was just made, and leaves the selection alone', async () => {
    const at = await pointOf('al-Qaeda');
    await page.trace([shifted(at, -100, 0)]);
    await page.pressButton();
    await page.trace(way(shifted(at, -100, 0), shifted(at, 10, 0), 10));
    await page.releaseButton();
    await page.trace([shifted(at, 11, 1), shifted(at, 10, 0), shifted(at, 11, 0)], 50);
    await expectNothingOpens();
    expect(await page.run(() => String(getSelection()))).toContain('al-Q');
    // Away and back: now the name is meant, and the selection stays.
    await page.trace(way(at, shifted(at, 0, -100), 5));
    await page.trace(way(shifted(at, 0, -100), at, 10));
    await expectCard(page, 'al-Qaeda');
    expect(await page.run(() => String(getSelection()))).toContain('al-Q');
  });

  it('opens nothing while it types, nor right after', async () => {
    const at = await pointOf('Kandahar');
    await page.run(() => document.getElementById('search')?.focus());
    await page.type('who');
    await page.trace(way(shifted(at, 0, -60), at, 5));
    await page.type(' is');
    await page.trace([shifted(at, 1, 0), at], 50);
    await page.type(' that');
    await page.trace([shifted(at, 1, 0), at], 50);
    await wait(TIMINGS.restMs + 100);
    expect(await page.card()).toBeNull();
    expect(await page.run(() => (document.getElementById('search') as HTMLInputElement).value)).toBe(
      'who is that',
    );
  });

  it('has a card over a link, and a click there follows the link', async () => {
    const at = await pointOf('Zabihullah Mujahid');
    await page.trace(way(shifted(at, 0, -60), at, 10));
    await expectCard(page, 'Zabihullah Mujahid');
    await page.pressButton();
    await page.releaseButton();
    await expect.poll(() => page.run(() => location.hash)).toBe('#followed');
    await expectNoCard(page);
  });

  it('does not get back a card that it has closed by Esc, before it has been elsewhere', async () => {
    const at = await pointOf('Kandahar');
    await page.trace(way(shifted(at, 0, -60), at, 10));
    await expectCard(page, 'Kandahar');
    await page.press('Escape');
    await expectNoCard(page);
    await page.trace([shifted(at, 1, 0), at, shifted(at, 1, 1)], 60);
    await expectNothingOpens();
  });

  it('keeps a pinned card aside while it scrolls and opens another; Esc closes one after the other', async () => {
    const at = await pointOf('ISIS-K');
    await page.trace(way(shifted(at, 0, -60), at, 10));
    await expectCard(page, 'Islamic State');
    await page.clickInCard(messages.cardPin.message);
    await page.run(() => scrollBy(0, 200));
    await page.trace(way({ x: 100, y: 100 }, { x: 110, y: 600 }, 5));
    await wait(LONG_ENOUGH_MS);
    const labels = async () => (await page.host())?.cards.map(({ label }) => label) ?? [];
    expect(await labels()).toEqual([expect.stringContaining('Islamic State')]);
    const pinned = await openCard();
    const { width, height } = await page.run(() => ({
      width: document.documentElement.clientWidth,
      height: innerHeight,
    }));
    expect(pinned.box.y + pinned.box.height).toBeLessThanOrEqual(height);
    expect(Math.min(pinned.box.x, width - pinned.box.x - pinned.box.width)).toBeLessThanOrEqual(16);

    const next = await pointOf('Kandahar');
    await page.trace(way(shifted(next, 0, -60), next, 10));
    await expect
      .poll(labels, { timeout: 5_000 })
      .toEqual([expect.stringContaining('Kandahar'), expect.stringContaining('Islamic State')]);
    await page.press('Escape');
    await expect.poll(labels).toEqual([expect.stringContaining('Islamic State')]);
    await page.press('Escape');
    await expect.poll(labels).toEqual([]);
  });

  it('puts a pinned card away by its button', async () => {
    const at = await pointOf('ISIS-K');
    await page.trace(way(shifted(at, 0, -60), at, 10));
    await expectCard(page, 'Islamic State');
    await page.clickInCard(messages.cardPin.message);
    await page.clickInCard(messages.cardUnpin.message);
    await expectNoCard(page);
  });

  it('meets the page as it left it, marks and cards, when it comes back to it', async () => {
    await page.run(() => {
      Object.assign(window, { wasHere: true });
      location.href = 'not-a-story.html';
    });
    await expect.poll(() => page.run(() => document.title)).not.toContain('under the hand');
    await page.run(() => history.back());
    await expect.poll(() => markedTexts(page), { timeout: 10_000 }).toContain('Kunar');
    const at = await pointOf('Kandahar');
    await page.trace(way(shifted(at, 0, -60), at, 10));
    await expectCard(page, 'Kandahar');
    const card = await openCard();
    await page.trace([middleOf(card)]);
    await expectCard(page, 'Kandahar');
  });
});
