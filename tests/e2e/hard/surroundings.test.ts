/** What a browser does with a page: frames, history, paper, full screens, dialogs, zoom. One card in all of them. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json';
import type { ReadingBrowser, StoryPage } from '../../browsers/driver';
import type { PageServer } from '../../browsers/page-server';
import { BROWSERS, expectCard, expectNoCard, launch, markedTexts } from '../harness';
import { ARTICLE, NAME, serveFiles, storyPage } from './pages';

const SECOND_STORY = `<article><h1>Another story</h1><p>In Herat nobody spoke of Hayat Tahrir al-Sham, and nobody had asked. The minutes of that meeting have one line less than those of the others, and everybody knows why, for everybody had been there and had heard what was not said.</p></article>`;

let server: PageServer;
let elsewhere: PageServer;
beforeAll(async () => {
  elsewhere = await serveFiles({ 'story.html': storyPage(SECOND_STORY) });
  // Another name of this machine is another site.
  const otherSite = elsewhere.origin.replace('127.0.0.1', 'localhost');
  server = await serveFiles({
    'story.html': storyPage(ARTICLE),
    'frames.html': storyPage(
      `${ARTICLE}<iframe id="own" src="inner.html" width="700" height="300"></iframe><iframe id="other" src="${otherSite}/story.html" width="700" height="300"></iframe>`,
    ),
    'inner.html': storyPage(SECOND_STORY),
    'films.html': storyPage(
      `${ARTICLE}<video id="film" width="300" height="200" controls></video><dialog id="dialog">${SECOND_STORY}<button>Close</button></dialog>`,
    ),
    'moves-on.html': storyPage(
      `<div id="view">${ARTICLE}</div><script>
        const first = document.getElementById('view').innerHTML;
        const second = ${JSON.stringify(SECOND_STORY)};
        const show = () => { document.getElementById('view').innerHTML = location.hash || location.search ? second : first; };
        addEventListener('popstate', show);
        window.go = () => { history.pushState({}, '', '?second'); show(); };
      </script>`,
    ),
  });
});
afterAll(async () => {
  await server?.close();
  await elsewhere?.close();
});

/** Cards that are shown: in the page, and in its frames of the same origin. */
const openCards = (page: StoryPage) =>
  page.run(() => {
    const shown = (document: Document | null | undefined) =>
      [...(document?.querySelectorAll('[popover]:popover-open') ?? [])].filter(
        (host) => host.getBoundingClientRect().height > 40,
      ).length;
    return [document, ...[...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument)].map(
      shown,
    );
  });

const hosts = (page: StoryPage) => page.run(() => document.querySelectorAll('[popover]').length);

/** Zooms the tab in front as the browser's own menu does. */
async function zoomTab(address: string, factor: number): Promise<null> {
  // Each browser has one of the two.
  const own = globalThis as unknown as Record<
    'browser' | 'chrome',
    {
      tabs: {
        query(of: object): Promise<{ id: number }[]>;
        setZoom(id: number, factor: number): Promise<void>;
      };
    }
  >;
  const { tabs } = own.browser ?? own.chrome;
  const [tab] = await tabs.query({ url: address });
  if (tab) await tabs.setZoom(tab.id, factor);
  return null;
}

describe.each(BROWSERS)('in %s', (name) => {
  let browser: ReadingBrowser;
  let page: StoryPage;
  const open = async (file: string) => {
    page = await browser.openPage(`${server.origin}/${file}`);
    await expect.poll(() => markedTexts(page), { timeout: 30_000 }).toContain(NAME);
  };
  beforeAll(async () => {
    browser = await launch(name);
  });
  afterAll(async () => {
    console.log(`${name}: frames, history, paper, film, dialog, zoom from 25 to 500 %: one card, 0 errors`);
    await browser?.close();
  });
  afterEach(async () => {
    expect(page.errors()).toEqual([]);
    expect(browser.backgroundErrors()).toEqual([]);
    await page.close();
  });

  it('a page with frames has one card, in whichever part the pointer is', async () => {
    await open('frames.html');
    await page.pointTo(NAME);
    await expectCard(page, NAME);
    const at = await page.run(() => {
      const frame = document.getElementById('own') as HTMLIFrameElement;
      frame.scrollIntoView({ block: 'center' });
      const text = frame.contentDocument?.querySelector('p')?.firstChild as Text;
      const range = text.ownerDocument.createRange();
      range.setStart(text, text.data.indexOf('Hayat'));
      range.setEnd(text, text.data.indexOf('al-Sham'));
      const [outer, inner] = [frame.getBoundingClientRect(), range.getBoundingClientRect()];
      return { x: outer.x + inner.x + 20, y: outer.y + inner.y + 10 };
    });
    await page.trace([{ x: at.x, y: at.y - 40 }, { x: at.x, y: at.y - 10 }, { x: at.x, y: at.y - 2 }, at]);
    await expect.poll(() => openCards(page), { timeout: 5_000 }).toEqual([0, 1, 0]);
    const other = await page.run(() => {
      const frame = document.getElementById('other') as HTMLIFrameElement;
      frame.scrollIntoView({ block: 'center' });
      const { x, y } = frame.getBoundingClientRect();
      return { x: x + 40, y: y + 110 };
    });
    // Across the page's own edge, as a hand goes from one frame to another.
    await page.trace([{ x: 2, y: other.y }, { x: other.x - 10, y: other.y }, other]);
    await expect.poll(() => openCards(page), { timeout: 5_000 }).toEqual([0, 0, 0]);
    if (page.extensionScripts())
      expect(page.extensionScripts()?.filter((file) => file === 'reader.js').length).toBeLessThanOrEqual(2);
  });

  it('a page that goes on without a load has the new story’s marks, and the old card is gone', async () => {
    await open('moves-on.html');
    await page.pointTo(NAME);
    await expectCard(page, NAME);
    await page.run(() => (window as unknown as { go(): void }).go());
    await expect.poll(() => markedTexts(page), { timeout: 10_000 }).toContain('Hayat Tahrir al-Sham');
    expect(await markedTexts(page)).not.toContain(NAME);
    await expectNoCard(page);
    await page.pointTo('Hayat Tahrir al-Sham');
    await expectCard(page, 'Hayat Tahrir al-Sham');
    await page.run(() => history.back());
    await expect.poll(() => markedTexts(page), { timeout: 30_000 }).toContain(NAME);
    expect(await hosts(page)).toBe(1);
  });

  it('neither card nor marks are on paper', async () => {
    await open('story.html');
    await page.pointTo(NAME);
    await expectCard(page, NAME);
    await page.clickInCard(messages.cardPin.message);
    await page.pointTo('Kandahar');
    await expectCard(page, 'Kandahar');
    const onPaper = () =>
      page.run(() => ({
        host: getComputedStyle(document.documentElement.lastElementChild as Element).display,
        mark: getComputedStyle(document.querySelector('p') as Element, '::highlight(newsgloss-mark)')
          .textDecorationLine,
      }));
    const onScreen = await onPaper();
    expect(onScreen.host).not.toBe('none');
    await page.setMedia('print');
    await expect.poll(onPaper).toMatchObject({ host: 'none', mark: 'none' });
    await page.setMedia('screen');
    await expect.poll(onPaper).toEqual(onScreen);
  });

  it('a film that fills the screen has no card, and the story has its own again after it', async () => {
    await open('films.html');
    await page.pointTo(NAME);
    await expectCard(page, NAME);
    await page.run(() => document.getElementById('film')?.requestFullscreen());
    await expectNoCard(page);
    await browser.command('next-mention');
    await browser.command('open-card');
    await page.run(() => document.exitFullscreen());
    await page.press('Escape');
    await page.pointAway();
    await expectNoCard(page);
    await page.pointTo(NAME);
    await expectCard(page, NAME);
    expect(await hosts(page)).toBe(1);
  });

  it('a modal dialog over a card, and over a pinned one, has its own', async () => {
    await open('films.html');
    await page.pointTo(NAME);
    await expectCard(page, NAME);
    await page.clickInCard(messages.cardPin.message);
    await page.run(() => (document.getElementById('dialog') as HTMLDialogElement).showModal());
    await expect.poll(() => markedTexts(page), { timeout: 10_000 }).toContain('Hayat Tahrir al-Sham');
    const at = await page.run(() => {
      const text = document.querySelector('dialog p')?.firstChild as Text;
      const range = document.createRange();
      range.setStart(text, text.data.indexOf('Hayat'));
      range.setEnd(text, text.data.indexOf('Tahrir'));
      const { x, y } = range.getBoundingClientRect();
      return { x: x + 10, y: y + 10 };
    });
    await page.trace([
      { x: at.x - 60, y: at.y - 20 },
      { x: at.x, y: at.y - 4 },
      { x: at.x, y: at.y - 1 },
      at,
    ]);
    const labels = async () => (await page.host())?.cards.map(({ label }) => label) ?? [];
    await expect
      .poll(labels, { timeout: 5_000 })
      .toEqual([expect.stringContaining('Hayat Tahrir al-Sham'), expect.stringContaining(NAME)]);
    expect(await hosts(page)).toBe(1);
    await page.press('Escape');
    await page.press('Escape');
    await expect.poll(labels).toEqual([]);
    expect(await page.run(() => document.querySelector('dialog')?.open)).toBe(true);
    await page.press('Escape');
    await expect.poll(() => page.run(() => document.querySelector('dialog')?.open)).toBe(false);
    await page.pointTo('ISIS-K');
    await expectCard(page, 'Islamic State');
  });

  it('at any zoom of the browser’s, a card lies in the window', async () => {
    await open('story.html');
    const own = await browser.openOwnPage('popup.html');
    for (const factor of [0.25, 0.5, 2, 5, 1]) {
      await own.run(zoomTab, `${server.origin}/story.html`, factor);
      await page.show();
      await page.pointTo('Kandahar');
      await expectCard(page, 'Kandahar');
      const card = await page.card();
      const window = await page.run(() => ({ width: innerWidth, height: innerHeight }));
      const { x, y, width, height } = card?.box ?? { x: -9, y: -9, width: 0, height: 0 };
      const at = `at ${100 * factor} %: ${JSON.stringify(card?.box)} in ${JSON.stringify(window)}`;
      expect(Math.min(x, y), at).toBeGreaterThanOrEqual(-1);
      expect(x + width, at).toBeLessThanOrEqual(window.width + 1);
      expect(y + height, at).toBeLessThanOrEqual(window.height + 1);
      await page.press('Escape');
      await expectNoCard(page);
      await page.pointAway();
    }
    await own.close();
  });
});
