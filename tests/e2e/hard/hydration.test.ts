/**
 * Pages that a server has rendered and that come to life in the browser, in four frameworks: the reader is
 * there before they do, with marks and a card. Nothing of theirs changes by that, and none complains.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadingBrowser, StoryPage } from '../../browsers/driver';
import { serialisePage } from '../../browsers/in-page';
import type { PageServer } from '../../browsers/page-server';
import { isSoak } from '../durability/counts';
import { BROWSERS, expectCard, expectNoCard, launch, markedTexts } from '../harness';
import { bundle, importBundled } from './bundle';
import { sveltePlugin } from './hydration/svelte-plugin';
import { NAME, serveFiles, storyPage } from './pages';

const FRAMEWORKS = ['react', 'vue', 'svelte', 'preact'] as const;
type Framework = (typeof FRAMEWORKS)[number];
/** Each is said in hydration/app-of-react-kind.mjs; of `whole`, React has all of the document, the others the body. */
const SHAPES = ['text', 'list', 'effects', 'late', 'whole'] as const;
type Shape = (typeof SHAPES)[number];
/** What each page names once it has changed itself: no word of the same length stood there before, under the same mark. */
const AFTER: Readonly<Record<Shape, string>> = {
  text: 'Nangarhar',
  list: 'Nangarhar',
  effects: 'al-Qaeda',
  late: 'al-Qaeda',
  whole: 'Nangarhar',
};

interface Living {
  bringToLife(shape: string): void;
  act?: () => void;
}

let server: PageServer;
let figures = { pages: 0, complaints: 0, differences: 0 };

async function renderAll(framework: Framework): Promise<Record<string, string>> {
  const isSvelte = framework === 'svelte';
  const { render } = await importBundled<{ render(shape: Shape): string | Promise<string> }>(
    await bundle(`hydration/${framework}.server.mjs`, {
      isForNode: true,
      plugins: isSvelte ? [sveltePlugin('server')] : [],
    }),
  );
  const script = await bundle(`hydration/${framework}.client.mjs`, {
    plugins: isSvelte ? [sveltePlugin('client')] : [],
  });
  const files: Record<string, string> = { [`${framework}.js`]: script };
  for (const shape of SHAPES) {
    const markup = await render(shape);
    const head = `<script defer src="${framework}.js"></script>`;
    files[`${framework}-${shape}.html`] = markup.startsWith('<!DOCTYPE')
      ? markup
      : storyPage(shape === 'whole' ? markup : `<div id="root">${markup}</div>`, head);
  }
  return files;
}

beforeAll(async () => {
  const rendered = await Promise.all(FRAMEWORKS.map(renderAll));
  server = await serveFiles(Object.assign({}, ...rendered));
});
afterAll(() => server?.close());

/** Has a page come to life, and change itself thereafter; resolves once both are done. */
async function live(page: StoryPage, shape: Shape): Promise<void> {
  await page.run((which) => (window as unknown as Living).bringToLife(which), shape);
  await expect.poll(() => page.run(() => typeof (window as unknown as Living).act)).toBe('function');
}

const act = (page: StoryPage) => page.run(() => (window as unknown as Living).act?.());

async function textOf(page: StoryPage): Promise<string> {
  return page.run(() => document.body.innerText);
}

describe.each(BROWSERS)('in %s', (name) => {
  let browser: ReadingBrowser;
  let plain: ReadingBrowser;
  beforeAll(async () => {
    figures = { pages: 0, complaints: 0, differences: 0 };
    [browser, plain] = await Promise.all([launch(name), launch(name, { extension: null })]);
  });
  afterAll(async () => {
    console.log(
      `${name}: ${figures.pages} server-rendered pages came to life: ${figures.complaints} complaints, ${figures.differences} differences`,
    );
    await Promise.all([browser?.close(), plain?.close()]);
  });

  // The frameworks do the same in both; what differs is how each browser tells of changes.
  const shapes = name === 'chromium' || isSoak ? SHAPES : (['text', 'whole'] as const);
  const cases = FRAMEWORKS.flatMap((framework) => shapes.map((shape) => [framework, shape] as const));
  it.each(cases)('%s, %s: comes to life under marks and a card as without us', async (framework, shape) => {
    const address = `${server.origin}/${framework}-${shape}.html`;
    const [untouched, page] = await Promise.all([plain.openPage(address), browser.openPage(address)]);
    await live(untouched, shape);

    await expect.poll(() => markedTexts(page), { timeout: 30_000 }).toContain(NAME);
    await page.pointTo(NAME);
    await expectCard(page, NAME);
    await live(page, shape);
    await expect.poll(() => textOf(page)).toBe(await textOf(untouched));
    const [expected, read] = await Promise.all([untouched.run(serialisePage), page.run(serialisePage)]);
    expect(read.html).toBe(expected.html);

    await Promise.all([act(untouched), act(page)]);
    await expect.poll(() => markedTexts(page), { timeout: 10_000 }).toContain(AFTER[shape]);
    await page.press('Escape');
    await expectNoCard(page);
    await page.pointTo(AFTER[shape]);
    await expectCard(page, AFTER[shape]);
    const [after, before] = [await page.run(serialisePage), await untouched.run(serialisePage)];
    figures.pages += 1;
    figures.complaints += page.errors().length;
    figures.differences += after.html === before.html ? 0 : 1;
    expect(after.html).toBe(before.html);
    expect(after.hosts).toBe(1);
    expect(page.errors()).toEqual([]);
    expect(untouched.errors()).toEqual([]);
    await Promise.all([untouched.close(), page.close()]);
  });
});
