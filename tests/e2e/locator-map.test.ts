/** The card of a place unfolds to a map. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json';
import type { ReadingBrowser, StoryPage } from '../browsers/driver';
import {
  annotatedPage,
  BROWSERS,
  expectCard,
  expectMarks,
  launch,
  mentionTexts,
  servedPages,
} from './harness';

const server = servedPages();

describe.each(BROWSERS)('in %s, the card of a place', (name) => {
  let browser: ReadingBrowser;
  let page: StoryPage;
  beforeAll(async () => {
    browser = await launch(name);
    page = await browser.openPage(`${server.origin}/sample-story.html`);
  });
  afterAll(() => browser?.close());

  it('folded stays small, and unfolds to a map of its country with the disputed areas beside it', async () => {
    await expectMarks(page, mentionTexts(annotatedPage('sample-story.html')));
    await page.pointTo('Kunduz');
    await expectCard(page, 'Kunduz');
    expect((await page.card())?.box.height).toBeLessThanOrEqual(300);
    await page.clickInCard(messages.cardUnfold.message);
    await expect
      .poll(async () => (await page.card())?.text ?? 'no card', { timeout: 5_000 })
      .toContain(messages.mapHatched.message);
    // Only Chromium shows its accessibility tree to a driver.
    if (name === 'chromium') {
      const lines = await page.cardInAccessibilityTree();
      expect(lines).toContain('image: Map: Kunduz, Afghanistan, in the north of the country.');
    }
  });

  it('leaves no error behind', async () => {
    expect(browser.backgroundErrors()).toEqual([]);
    expect(page.errors()).toEqual([]);
  });
});
