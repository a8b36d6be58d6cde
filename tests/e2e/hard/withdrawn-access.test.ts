/** The user takes the extension's access to sites back while stories are open, and gives it again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json';
import type { ReadingBrowser } from '../../browsers/driver';
import { PATIENCE_MS } from '../durability/counts';
import { BROWSERS, expectCard, expectNoCard, launch, markedTexts, servedPages } from '../harness';
import { popupText } from '../popup-reading';

const NAME = 'Zabihullah Mujahid';

const server = servedPages();

describe.each(BROWSERS)('in %s', (name) => {
  let browser: ReadingBrowser;
  beforeAll(async () => {
    browser = await launch(name);
  });
  afterAll(() => browser?.close());

  it('is explained in the popup, and nothing is thrown in pages or background', {
    timeout: 3 * PATIENCE_MS,
  }, async () => {
    const stories = [];
    for (const file of ['sample-story.html', 'hand-story.html', 'growing-story.html'])
      stories.push(await browser.openPage(`${server.origin}/${file}`));
    const [page] = stories;
    if (!page) throw new Error('A story is open');
    for (const story of stories) {
      await story.show();
      await expect.poll(() => markedTexts(story), { timeout: 60_000 }).not.toEqual([]);
    }
    await page.show();
    await page.pointTo(NAME);
    await expectCard(page, NAME);

    await browser.setAccess(false);
    await page.show();
    const popup = await browser.openPopup();
    await expect.poll(() => popupText(popup), { timeout: 10_000 }).toContain(messages.popupNoAccess.message);
    expect(await popupText(popup)).toContain(messages.popupAskAccess.message);
    expect(popup.errors()).toEqual([]);
    await popup.close();

    // What is open goes on, or stays silent; a story that is loaded now is not read.
    await page.show();
    await page.press('Escape');
    await expectNoCard(page);
    for (const story of stories) {
      await story.show();
      await story.pointToMark(0).catch(() => undefined);
    }
    await page.show();
    await page.reload();
    const later = await browser.openPage(`${server.origin}/sample-story.html`);
    await later.run(() => new Promise((resolve) => setTimeout(() => resolve(null), 1_500)));
    expect([await markedTexts(page), await markedTexts(later)]).toEqual([[], []]);

    await browser.setAccess(true);
    await later.show();
    await expect.poll(() => markedTexts(later), { timeout: 60_000 }).toContain(NAME);
    await later.pointTo(NAME);
    await expectCard(later, NAME);
    const errors = [...stories, later].flatMap((story) => story.errors());
    expect([...errors, ...browser.backgroundErrors()]).toEqual([]);
    console.log(`${name}: access taken from 3 open stories and given back: explained, 0 errors`);
  });
});
