/** What the extension leaves alone: other pages altogether, and of stories everything but its own host. */

import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadingBrowser } from '../browsers/driver';
import { serialisePage } from '../browsers/in-page';
import { BROWSERS, expectCard, expectNoCard, launch, markedTexts, servedPages } from './harness';

/** Longer than reading takes: marks that are not there by then will not come. */
const LONG_ENOUGH_MS = 1_500;
const STORIES = [
  'sample-story.html',
  'sample-story.html?dark',
  'strict-policy.html',
  'arabic-story.html',
  'growing-story.html',
];

const server = servedPages();

describe.each(BROWSERS)('in %s', (name) => {
  let browser: ReadingBrowser;
  let plain: ReadingBrowser;
  beforeAll(async () => {
    browser = await launch(name);
    plain = await launch(name, { extension: null });
  });
  afterAll(async () => {
    await browser?.close();
    await plain?.close();
  });

  it.each(STORIES)(
    '%s is the same, byte for byte, while it is read, with a card open and after',
    async (file) => {
      const untouched = await plain.openPage(`${server.origin}/${file}`);
      const page = await browser.openPage(`${server.origin}/${file}`);
      await expect.poll(() => markedTexts(page), { timeout: 10_000 }).not.toEqual([]);
      const expected = await untouched.run(serialisePage);
      expect(expected.hosts).toBe(0);
      const whileRead = await page.run(serialisePage);
      expect(whileRead.html).toBe(expected.html);

      await page.pointToMark(0);
      await expect.poll(() => page.card(), { timeout: 5_000 }).not.toBeNull();
      const withCard = await page.run(serialisePage);
      expect(withCard.html).toBe(expected.html);
      expect(withCard.hosts).toBe(1);

      await page.press('Escape');
      await expectNoCard(page);
      const after = await page.run(serialisePage);
      expect(after.html).toBe(expected.html);
      expect(after.hosts).toBeLessThanOrEqual(1);
      await untouched.close();
      await page.close();
    },
  );

  it('a story gets the gate and the reader, each once', async () => {
    const page = await browser.openPage(`${server.origin}/sample-story.html`);
    await expect.poll(() => markedTexts(page), { timeout: 10_000 }).not.toEqual([]);
    if (page.extensionScripts()) expect(page.extensionScripts()).toEqual(['gate.js', 'reader.js', 'card.js']);
    await page.close();
  });

  it('a story keeps its place: opening a card moves nothing', async () => {
    const page = await browser.openPage(`${server.origin}/sample-story.html`);
    await expect.poll(() => markedTexts(page), { timeout: 10_000 }).not.toEqual([]);
    const places = () =>
      page.run(() => [...document.querySelectorAll<HTMLElement>('p, h1, h2')].map((e) => e.offsetTop));
    const before = await places();
    await page.pointTo('Zabihullah Mujahid');
    await expectCard(page, 'Zabihullah Mujahid');
    expect(await places()).toEqual(before);
    await page.close();
  });

  it('a page that is no story gets no marks, no host, no reader and no card', async () => {
    const untouched = await plain.openPage(`${server.origin}/not-a-story.html`);
    const page = await browser.openPage(`${server.origin}/not-a-story.html`);
    await wait(LONG_ENOUGH_MS);
    expect(await page.run(() => [...CSS.highlights.keys()])).toEqual([]);
    await page.pointTo('Taliban');
    await wait(LONG_ENOUGH_MS);
    expect(await page.card()).toBeNull();
    expect(await page.run(serialisePage)).toEqual(await untouched.run(serialisePage));
    if (page.extensionScripts()) expect(page.extensionScripts()).toEqual(['gate.js']);
    expect(page.errors()).toEqual([]);
    await page.close();
    await untouched.close();
  });
});
