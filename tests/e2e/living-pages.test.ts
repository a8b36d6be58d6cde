/** Pages that do not rest, do not load, or do not behave: the card comes, stays and goes all the same. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TIMINGS } from '../../lib/hover/timings';
import type { ReadingBrowser, StoryPage } from '../browsers/driver';
import { pointOfText } from '../browsers/in-page';
import { BROWSERS, expectCard, expectNoCard, launch, markedTexts, servedPages } from './harness';

const NAME = 'Zabihullah Mujahid';
/** Longer than any of the card's timers, and than several of the page's ticks. */
const LONG_ENOUGH_MS = 2 * (TIMINGS.restMs + TIMINGS.reachMs);
const VIEWPORT = { width: 1200, height: 800 };

const server = servedPages();

async function expectMarked(page: StoryPage, ...texts: string[]): Promise<void> {
  await expect.poll(() => markedTexts(page), { timeout: 10_000 }).toEqual(expect.arrayContaining(texts));
}

describe.each(BROWSERS)('in %s', (name) => {
  let browser: ReadingBrowser;
  let page: StoryPage;
  const open = async (file: string) => {
    page = await browser.openPage(`${server.origin}/${file}`);
    return page;
  };

  beforeAll(async () => {
    browser = await launch(name, { viewport: VIEWPORT });
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    expect(page.errors()).toEqual([]);
    await page.close();
  });

  it('a card opens and stays while the page ticks, and scrolls something else and to and fro', async () => {
    await open('living-story.html');
    await expectMarked(page, NAME);
    await page.pointTo(NAME);
    await expectCard(page, NAME);
    await wait(LONG_ENOUGH_MS);
    await expectCard(page, NAME);
    // What scrolls the story itself closes the card, and what only says so does not.
    await page.run(() => {
      window.dispatchEvent(new Event('scroll'));
      window.dispatchEvent(new Event('resize'));
    });
    await wait(TIMINGS.closeMs);
    await expectCard(page, NAME);
    await page.run(() => window.scrollBy(0, 40));
    await expectNoCard(page);
  });

  it('a name whose text the page writes anew under a resting pointer has its card, and keeps it', async () => {
    await open('living-story.html');
    await expectMarked(page, NAME);
    // Ten times anew within a second and a half: the page is not read between, the card's time comes meanwhile.
    const writeAnew = (times: number) =>
      page.run((times) => {
        const paragraph = [...document.querySelectorAll('p')].find((one) =>
          one.textContent?.includes('Mujahid'),
        );
        let written = 0;
        const writing = setInterval(() => {
          paragraph?.replaceChildren(paragraph.textContent ?? '');
          written += 1;
          if (written === times) clearInterval(writing);
        }, 150);
      }, times);
    await page.pointTo('Last look');
    await writeAnew(10);
    await page.pointTo(NAME);
    await expectCard(page, NAME);
    await writeAnew(1);
    await wait(LONG_ENOUGH_MS);
    await expectCard(page, NAME);
    await page.pointAway();
    await expectNoCard(page);
  });

  it('a card lies across the lines of upright text', async () => {
    await open('living-story.html');
    await expectMarked(page, NAME);
    await page.pointTo(NAME, 1);
    await expectCard(page, NAME);
    const card = await page.card();
    const point = await page.run(pointOfText, NAME, 1);
    if (!card || !point) throw new Error('card and name are there');
    expect(point.x < card.box.x || point.x > card.box.x + card.box.width).toBe(true);
  });

  it('a card that the page took away opens again, also after it took the document', async () => {
    await open('living-story.html');
    await expectMarked(page, NAME);
    await page.pointTo(NAME);
    await expectCard(page, NAME);
    await page.run(() => document.querySelector('[popover]')?.remove());
    // Another line of the same name: a pointer that does not move tells nothing.
    await page.pointTo('Mujahid read');
    await expectCard(page, NAME);

    await page.run(() => {
      const html = document.documentElement.outerHTML.replace('In Kabul', 'In Herat');
      document.open();
      document.write(html);
      document.close();
    });
    await expectMarked(page, 'Herat');
    await page.pointTo(NAME);
    await expectCard(page, NAME);
  });

  it('stories are read whose text comes after their address', async () => {
    await open('late-story.html');
    await page.run(() => (window as unknown as { go(name: string): void }).go('first'));
    await expectMarked(page, NAME, 'ISIS-K');
    await page.run(() => (window as unknown as { go(name: string): void }).go('second'));
    await expectMarked(page, 'Hayat Tahrir al-Sham');
    expect(await markedTexts(page)).not.toContain('ISIS-K');
  });

  it('text that a press has unfolded is read', async () => {
    await open('late-story.html');
    await page.run(() => (window as unknown as { go(name: string): void }).go('first'));
    await expectMarked(page, NAME);
    expect(await markedTexts(page)).not.toContain('Kandahar');
    await page.tap('Show the rest');
    await expectMarked(page, 'Kandahar', 'al-Qaeda');
  });

  it('a story in a modal dialog has its card inside it, and Esc closes one at a time', async () => {
    await open('dialog-story.html');
    await expectMarked(page, NAME);
    await page.pointTo(NAME);
    const openCards = () =>
      page.run(() => document.querySelectorAll('dialog > [popover]:popover-open').length);
    await expect.poll(openCards, { timeout: 5_000 }).toBe(1);
    await page.press('Escape');
    await expect.poll(openCards).toBe(0);
    const isDialogOpen = () => page.run(() => document.querySelector('dialog')?.open);
    expect(await isDialogOpen()).toBe(true);
    await page.press('Escape');
    await expect.poll(isDialogOpen).toBe(false);
  });

  it('a card closes when the pointer leaves its name for a frame', async () => {
    await open('framed-story.html');
    await expectMarked(page, NAME);
    await page.pointTo(NAME);
    await expectCard(page, NAME);
    await page.pointAway();
    await expectNoCard(page);
  });

  it('a card keeps its size and stays in the window, whatever the page’s styles', async () => {
    await open('unruly-styles.html');
    await expectMarked(page, NAME);
    await page.pointTo(NAME);
    await expectCard(page, NAME);
    const card = await page.card();
    if (!card) throw new Error('the card is there');
    const { x, y, width, height } = card.box;
    expect(width).toBeCloseTo(384, 0);
    expect(height).toBeGreaterThan(200);
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(VIEWPORT.width);
    expect(y + height).toBeLessThanOrEqual(VIEWPORT.height);
  });

  it('a story in open shadow roots is read, painted and hovered, also what comes later and by links', async () => {
    await open('shadow-story.html');
    await expectMarked(page, 'Kabul', 'Taliban', NAME, 'Kandahar', 'ISIS-K');
    const at = await page.run(() => {
      const body = document.querySelector('courier-story')?.shadowRoot?.querySelector('courier-body');
      const box = body?.shadowRoot?.querySelector('a')?.getClientRects()[0];
      return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : { x: 0, y: 0 };
    });
    await page.trace([{ x: at.x, y: at.y - 60 }, { x: at.x, y: at.y - 20 }, at]);
    await expectCard(page, NAME);
    await page.pressButton();
    await page.releaseButton();
    await expect.poll(() => page.run(() => location.hash)).toBe('#followed');
    await page.run(() => (window as unknown as { grow(): void }).grow());
    await expectMarked(page, 'Kunar');
  });

  it('a story in a frame of the page’s own is read there, and has its card in the frame', async () => {
    await open('inner-frame-story.html');
    const marks = () =>
      page.run(() => {
        const inside = document.querySelector('iframe')?.contentWindow as (Window & typeof globalThis) | null;
        return inside?.CSS.highlights.get('newsgloss-mark')?.size ?? 0;
      });
    await expect.poll(marks, { timeout: 10_000 }).toBeGreaterThan(3);
    const at = await page.run(() => {
      const frame = document.querySelector('iframe');
      const text = frame?.contentDocument?.querySelector('p')?.firstChild as Text;
      const range = text.ownerDocument.createRange();
      range.setStart(text, text.data.indexOf('Zabihullah'));
      range.setEnd(text, text.data.indexOf(' Mujahid'));
      const outer = frame?.getBoundingClientRect();
      const box = range.getBoundingClientRect();
      return { x: (outer?.x ?? 0) + box.x + 20, y: (outer?.y ?? 0) + box.y + 10 };
    });
    await page.trace([{ x: at.x, y: at.y - 60 }, { x: at.x, y: at.y - 20 }, at]);
    const openCards = () =>
      page.run(
        () =>
          document.querySelector('iframe')?.contentDocument?.querySelectorAll('html > [popover]:popover-open')
            .length ?? 0,
      );
    await expect.poll(openCards, { timeout: 5_000 }).toBe(1);
    await page.trace([{ x: 1100, y: 700 }]);
    await expect.poll(openCards, { timeout: 5_000 }).toBe(0);
  });
});
