/** Of a long story the marks near what is in sight are registered, wherever and however the text stands. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MARK_HIGHLIGHTS } from '../../lib/page/marks';
import type { ReadingBrowser, StoryPage } from '../browsers/driver';
import type { PageServer } from '../browsers/page-server';
import { serveFiles, storyPage } from './hard/pages';
import { BROWSERS, launch } from './harness';

const PARAGRAPHS = 400;
/** Marks at most that such a page has at a time, of the 800 that it would have in all. */
const MOST_REGISTERED = 250;

const LINE =
  'In Kandahar the Taliban said that the road was open, and those who keep the minutes wrote down nothing more, number';
const lines = (around: (text: string) => string) =>
  Array.from({ length: PARAGRAPHS }, (_, at) => around(`${LINE} ${at}.`)).join('\n');

const story = (body: string, style = '') =>
  storyPage(
    `<article><h1>The minutes of many days</h1>${body}</article>`,
    `<style>body { font: 18px/1.6 serif; max-inline-size: 700px; } ${style}</style>`,
  );

const PAGES: Readonly<Record<string, string>> = {
  'paragraphs.html': story(lines((text) => `<p>${text}</p>`)),
  'one-element.html': story(`<div>${lines((text) => `${text}<br><br>`)}</div>`),
  'boxless.html': story(
    lines((text) => `<section><p>${text}</p></section>`),
    'p { display: contents } section { margin: 1em 0 }',
  ),
  'scrolling.html': story(
    `<div id="scrolls">${lines((text) => `<p>${text}</p>`)}</div>`,
    '#scrolls { block-size: 500px; overflow-y: scroll }',
  ),
  'sideways.html': story(
    lines((text) => `<p>${text}</p>`),
    'html { writing-mode: vertical-rl } body { max-inline-size: 90vh }',
  ),
  'upright-one-element.html': story(
    `<div>${lines((text) => `${text}<br><br>`)}</div>`,
    'html { writing-mode: vertical-rl } body { max-inline-size: 90vh }',
  ),
  'shadow.html': storyPage(`<article><h1>The minutes of many days</h1><div id="host"></div></article><script>
    const root = document.getElementById('host').attachShadow({ mode: 'open' });
    root.innerHTML = ${JSON.stringify(`<style>p { font: 18px/1.6 serif; max-inline-size: 700px }</style>${lines((text) => `<p>${text}</p>`)}`)};
  </script>`),
};

let server: PageServer;
beforeAll(async () => {
  server = await serveFiles(PAGES);
});
afterAll(() => server?.close());

/** How many marks are registered; the numbers of the lines in sight with a name of which it is not marked, and with one that is. */
const registered = (page: StoryPage) =>
  page.run((name: string) => {
    const marks = [...((CSS.highlights.get(name) ?? []) as Iterable<AbstractRange>)];
    const nodes = new Set(marks.map(({ startContainer }) => startContainer));
    const host = document.getElementById('host');
    const box = document.getElementById('scrolls')?.getBoundingClientRect();
    const walker = document.createTreeWalker(host?.shadowRoot ?? document.body, NodeFilter.SHOW_TEXT);
    const found = { registered: marks.length, bare: [] as string[], marked: 0 };
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf('Kandahar') ?? -1;
      if (at < 0) continue;
      range.setStart(node, at);
      range.setEnd(node, at + 8);
      const { top, bottom, left, right, width } = range.getBoundingClientRect();
      const [from, to] = box ? [box.top, Math.min(box.bottom, innerHeight)] : [0, innerHeight];
      if (width === 0 || bottom <= from || top >= to || right <= 0 || left >= innerWidth) continue;
      if (nodes.has(node)) found.marked += 1;
      else found.bare.push(node.nodeValue?.slice(-6) ?? '');
    }
    return found;
  }, MARK_HIGHLIGHTS.dotted);

/** Waits until every name in sight is marked, of which there are some. */
async function expectMarkedInSight(page: StoryPage): Promise<void> {
  await expect
    .poll(
      async () => {
        const { bare, marked } = await registered(page);
        return { bare, hasMarked: marked > 0 };
      },
      { timeout: 10_000 },
    )
    .toEqual({ bare: [], hasMarked: true });
  // What has left is told after what has come.
  await expect.poll(async () => (await registered(page)).registered).toBeLessThanOrEqual(MOST_REGISTERED);
}

/** Scrolls what scrolls in a page to a share of its length. */
const scrollTo = (page: StoryPage, share: number) =>
  page.run((part) => {
    const scroller = document.getElementById('scrolls') ?? document.scrollingElement;
    const isUpright = getComputedStyle(document.documentElement).writingMode === 'vertical-rl';
    const { scrollWidth = 0, scrollHeight = 0 } = scroller ?? {};
    if (isUpright) scroller?.scrollTo({ left: -scrollWidth * part, behavior: 'instant' });
    else scroller?.scrollTo({ top: scrollHeight * part, behavior: 'instant' });
    return null;
  }, share);

describe.each(BROWSERS)('in %s', (name) => {
  let browser: ReadingBrowser;
  beforeAll(async () => {
    browser = await launch(name);
  });
  afterAll(() => browser?.close());

  it.each(Object.keys(PAGES))('%s: what is in sight is marked, and little more', async (file) => {
    const page = await browser.openPage(`${server.origin}/${file}`);
    await expectMarkedInSight(page);
    for (const share of [0.5, 1, 0.25, 0]) {
      await scrollTo(page, share);
      await expectMarkedInSight(page);
    }
    await page.resize(700, 1_000);
    await expectMarkedInSight(page);
    expect(page.errors()).toEqual([]);
    await page.close();
  });

  it('a text that the page puts in the place of what was near is marked as well', async () => {
    const page = await browser.openPage(`${server.origin}/paragraphs.html`);
    await expectMarkedInSight(page);
    await scrollTo(page, 0.5);
    await page.run(() => {
      for (const paragraph of document.querySelectorAll('p'))
        paragraph.replaceWith(paragraph.cloneNode(true));
      return null;
    });
    await expectMarkedInSight(page);
    await page.close();
  });
});
