/** The background ended before, during and after each message of a reading page: a reader notices a delay at most. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadingBrowser, StoryPage } from '../../browsers/driver';
import { PATIENCE_MS, randomNumbers, SEED } from '../durability/counts';
import { BROWSERS, expectCard, expectNoCard, launch, markedTexts, servedPages } from '../harness';
import { ATTACKS } from './attack-counts';

const NAMES = ['Zabihullah Mujahid', 'Michael Kugelman'] as const;
/** A background that was ended at once begins anew, and reads what it has kept. */
const DELAY = { timeout: 15_000 };

/** How a page is brought to send a message, and what the reader is to see then. */
interface Asking {
  readonly what: string;
  ask(browser: ReadingBrowser, page: StoryPage, nth: number): Promise<unknown>;
  seen(page: StoryPage, nth: number): Promise<void>;
}

const marked = (page: StoryPage, text: string) => expect.poll(() => markedTexts(page), DELAY).toContain(text);

const KINDS: readonly Asking[] = [
  {
    what: 'bring-reader, annotate and state-changed, of a story that is loaded',
    ask: (_browser, page) => page.reload(),
    seen: (page) => marked(page, NAMES[0]),
  },
  {
    what: 'annotate, of text that comes later',
    ask: (_browser, page, nth) =>
      page.run((text) => {
        const added = document.createElement('p');
        added.textContent = text;
        document.querySelector('article')?.append(added);
        return null;
      }, `A line that came ${nth} times later tells of Hayat Tahrir al-Sham, and of nothing else in the world.`),
    seen: (page, nth) =>
      expect
        .poll(
          async () => (await markedTexts(page)).filter((text) => text === 'Hayat Tahrir al-Sham').length,
          DELAY,
        )
        .toBeGreaterThan(nth),
  },
  {
    what: 'card, of a name under the pointer',
    ask: (_browser, page, nth) => page.pointTo(NAMES[nth % 2] ?? ''),
    seen: async (page, nth) => {
      await expectCard(page, NAMES[nth % 2] ?? '');
      await expect.poll(async () => (await page.card())?.text.length ?? 0, DELAY).toBeGreaterThan(100);
      await page.press('Escape');
      await expectNoCard(page);
      await page.pointAway();
    },
  },
];

const server = servedPages();

describe.each(BROWSERS)('in %s', (name) => {
  let browser: ReadingBrowser;
  beforeAll(async () => {
    browser = await launch(name);
  });
  afterAll(() => browser?.close());

  it.each(KINDS)(
    `${ATTACKS.stops} ends around $what are a delay`,
    { timeout: PATIENCE_MS * 3 },
    async ({ what, ask, seen }) => {
      const random = randomNumbers(SEED);
      const page = await browser.openPage(`${server.origin}/sample-story.html`);
      await marked(page, NAMES[0]);
      for (let nth = 0; nth < ATTACKS.stops; nth++) {
        const when = nth % 3;
        if (when === 0) await browser.stopBackground();
        const asked = ask(browser, page, nth);
        if (when === 1) {
          // Somewhere between question and answer.
          await wait(random() * 60);
          await browser.stopBackground();
        }
        await asked;
        if (when === 2) await browser.stopBackground();
        await seen(page, nth);
      }
      expect(page.errors()).toEqual([]);
      console.log(`${name}: ${ATTACKS.stops} ends around ${what}: all answered; seed ${SEED}`);
      await page.close();
    },
  );

  it(`${Math.ceil(ATTACKS.stops / 3)} ends around the keys and the way to the glossary lose nothing`, {
    timeout: PATIENCE_MS * 3,
  }, async () => {
    const page = await browser.openPage(`${server.origin}/sample-story.html`);
    await marked(page, NAMES[0]);
    for (let nth = 0; nth < Math.ceil(ATTACKS.stops / 3); nth++) {
      await page.pointTo(NAMES[0]);
      await expectCard(page, NAMES[0]);
      await page.clickInCard('More');
      if (nth % 2 === 0) await browser.stopBackground();
      await page.clickInCard('Edit');
      if (nth % 2 === 1) await browser.stopBackground();
      expect(await browser.openedOwnPage('glossary-editor.html')).toContain('zabihullah-mujahid');
      await page.show();
      await page.press('Escape');
      await expectNoCard(page);
      await page.pointAway();
    }
    expect(page.errors()).toEqual([]);
    await page.close();
  });
});
