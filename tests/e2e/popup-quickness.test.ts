/** How soon the popup is painted with its list: printed, beside a popup that has nothing to list. */
import { expect, it } from 'vitest';
import type { ReadingBrowser } from '../browsers/driver';
import { servePages } from '../browsers/page-server';
import { launch, markedTexts, pagesFolder } from './harness';

const ROUNDS = 11;

const medianOf = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** When the largest text of a popup that was opened in front was painted, ms after it was opened. */
async function paintedAfter(browser: ReadingBrowser, selector: string): Promise<number> {
  const popup = await browser.openOwnPage('popup.html');
  await expect
    .poll(() => popup.run((wanted) => document.querySelector(wanted) !== null, selector), { timeout: 10_000 })
    .toBe(true);
  const ms = await popup.run(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
  await popup.close();
  return ms;
}

it('in chromium, the popup paints the sample story’s list; times are printed', {
  timeout: 90_000,
}, async () => {
  const server = await servePages(pagesFolder);
  const browser = await launch('chromium');
  try {
    const measure = async (address: string, selector: string) => {
      const page = await browser.openPage(address);
      if (selector === '.story-name')
        await expect.poll(() => markedTexts(page), { timeout: 10_000 }).not.toEqual([]);
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++) times.push(await paintedAfter(browser, selector));
      await page.close();
      return medianOf(times);
    };
    const empty = await measure('about:blank', '.state');
    const listed = await measure(`${server.origin}/sample-story.html`, '.story-name');
    console.log(
      `popup: painted with its list after ${listed.toFixed(0)} ms, empty after ${empty.toFixed(0)} ms ` +
        `(medians of ${ROUNDS}), ratio ${(listed / empty).toFixed(2)}`,
    );
    expect(listed).toBeGreaterThan(0);
  } finally {
    await browser.close();
    await server.close();
  }
});
