/** Nothing on a page moves while it is marked, and while cards open, are pinned and go, however it lays itself out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json';
import type { ReadingBrowser, StoryPage } from '../../browsers/driver';
import type { PageServer } from '../../browsers/page-server';
import { BROWSERS, expectCard, expectNoCard, launch, markedTexts } from '../harness';
import { ARTICLE, NAME, serveFiles, storyPage } from './pages';

/** Notes from the page's beginning what shifts: by the browser's own count, and by the places of its elements. */
const RECORDER = `<script>
  const noted = (window.noted = { shift: 0, moved: 0, frames: 0 });
  try {
    new PerformanceObserver((list) => {
      // What a press has moved was meant to move.
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) noted.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  } catch {}
  const places = () => [...document.body.getElementsByTagName('*'), document.body].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x + scrollX, y + scrollY, width, height].map((px) => Math.round(px * 4)).join();
  }).join(' ');
  addEventListener('load', () => {
    const before = places();
    const look = () => {
      noted.frames += 1;
      if (places() !== before) noted.moved += 1;
      requestAnimationFrame(look);
    };
    look();
  });
</script>`;

/** Ways in which one element more, or words that are drawn otherwise, could push others aside. */
const LAYOUTS: Readonly<Record<string, string>> = {
  grid: 'html { display: grid; grid-auto-rows: 1fr; gap: 20px; } body { min-block-size: 0; }',
  siblings: 'html > * + * { margin-block-start: 30px; } html > div { display: block; block-size: 80px; }',
  narrow:
    'article { inline-size: min-content; min-inline-size: 180px; } p { line-height: 1; overflow: auto; }',
  columns: 'article { columns: 2; column-fill: balance; } p { display: inline; }',
};

let server: PageServer;
beforeAll(async () => {
  const pages = Object.entries(LAYOUTS).map(([name, styles]) => [
    `${name}.html`,
    storyPage(ARTICLE, `<style>${styles}</style>${RECORDER}`),
  ]);
  server = await serveFiles(Object.fromEntries(pages));
});
afterAll(() => server?.close());

interface Noted {
  readonly shift: number;
  readonly moved: number;
  readonly frames: number;
}

const noted = (page: StoryPage) => page.run(() => (window as unknown as { noted: Noted }).noted);

describe.each(BROWSERS)('in %s', (name) => {
  let browser: ReadingBrowser;
  let frames = 0;
  beforeAll(async () => {
    browser = await launch(name);
  });
  afterAll(async () => {
    console.log(`${name}: ${Object.keys(LAYOUTS).length} layouts, ${frames} frames: added shift 0`);
    await browser?.close();
  });

  it.each(Object.keys(LAYOUTS))('a page laid out as %s stands still', async (layout) => {
    const page = await browser.openPage(`${server.origin}/${layout}.html`);
    await expect.poll(() => markedTexts(page), { timeout: 30_000 }).toContain(NAME);
    for (const text of [NAME, 'ISIS-K']) {
      await page.pointTo(text);
      await expectCard(page, text === NAME ? NAME : 'Islamic State');
    }
    await page.clickInCard(messages.cardPin.message);
    await page.pointTo('Kandahar');
    await expectCard(page, 'Kandahar');
    await page.press('Escape');
    await page.press('Escape');
    await expectNoCard(page);
    const { shift, moved, frames: seen } = await noted(page);
    expect({ shift, moved }).toEqual({ shift: 0, moved: 0 });
    expect(seen).toBeGreaterThan(10);
    frames += seen;
    await page.close();
  });
});
