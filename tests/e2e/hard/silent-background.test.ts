/** A background that never answers: the reader is told so within a second, and nothing turns for ever. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json';
import type { ReadingBrowser } from '../../browsers/driver';
import { PATIENCE_MS } from '../durability/counts';
import { BROWSERS, expectCard, expectNoCard, launch, markedTexts, servedPages } from '../harness';
import { popupText } from '../popup-reading';

const NAME = 'Zabihullah Mujahid';
const OTHER = 'Michael Kugelman';
const BEFORE = 'Kandahar';

const server = servedPages();

describe.each(BROWSERS)('in %s', (name) => {
  let browser: ReadingBrowser;
  beforeAll(async () => {
    browser = await launch(name);
  });
  afterAll(() => browser?.close());

  it('a card says that it could not be loaded, and comes when it is asked for again', {
    timeout: 3 * PATIENCE_MS,
  }, async () => {
    const page = await browser.openPage(`${server.origin}/sample-story.html`);
    await expect.poll(() => markedTexts(page), { timeout: 60_000 }).toContain(NAME);
    // The card's own script has come, too.
    await page.pointTo(BEFORE);
    await expectCard(page, BEFORE);
    await page.press('Escape');
    await expectNoCard(page);
    await page.pointAway();
    const thaw = await browser.freezeBackground();
    try {
      const asked = performance.now();
      await page.pointTo(NAME);
      await expect
        .poll(async () => (await page.card())?.text ?? '', { timeout: 5_000, interval: 20 })
        .toContain(messages.cardRetry.message);
      console.log(
        `${name}: “${messages.cardRetry.message}” ${Math.round(performance.now() - asked)} ms after the hand began to move`,
      );
      const { text = '' } = (await page.card()) ?? {};
      expect(text).toContain(messages.cardFailed.message);
      expect(text).not.toContain(messages.cardLoading.message);
      // Asking again while nobody answers comes to the same, after a while of waiting.
      await page.clickInCard(messages.cardRetry.message);
      const said = async () => (await page.card())?.text ?? '';
      await expect.poll(said, { timeout: 5_000, interval: 20 }).not.toContain(messages.cardFailed.message);
      await expect.poll(said, { timeout: 5_000 }).toContain(messages.cardFailed.message);
    } finally {
      await thaw();
    }
    // The answer to what was asked before may come first, and is shown then.
    const askAgain = async () => {
      const text = (await page.card())?.text ?? '';
      if (text.includes(messages.cardRetry.message))
        await page.clickInCard(messages.cardRetry.message).catch(() => undefined);
      return text;
    };
    await expect.poll(askAgain, { timeout: 10_000 }).not.toContain(messages.cardRetry.message);
    await expectCard(page, NAME);
    await expect
      .poll(async () => (await page.card())?.text.length ?? 0, { timeout: 30_000 })
      .toBeGreaterThan(100);
    await page.press('Escape');
    await expectNoCard(page);
    await page.pointAway();
    await page.pointTo(OTHER);
    await expectCard(page, OTHER);
    expect(page.errors()).toEqual([]);
    await page.close();
  });

  it('a story that is opened meanwhile is told as not read, and is read once there is an answer', {
    timeout: 3 * PATIENCE_MS,
  }, async () => {
    const thaw = await browser.freezeBackground();
    let isThawed = false;
    try {
      const page = await browser.openPage(`${server.origin}/sample-story.html`);
      if (name === 'chromium') {
        // Firefox has the popup in the process that stands still.
        const popup = await browser.openPopup();
        await expect
          .poll(() => popupText(popup), { timeout: 60_000 })
          .not.toContain(messages.popupReading.message);
        await popup.close();
        await page.show();
      }
      await thaw();
      isThawed = true;
      await expect.poll(() => markedTexts(page), { timeout: 60_000 }).toContain(NAME);
      await page.pointTo(NAME);
      await expectCard(page, NAME);
      expect(page.errors()).toEqual([]);
      await page.close();
    } finally {
      if (!isThawed) await thaw();
    }
  });
});
