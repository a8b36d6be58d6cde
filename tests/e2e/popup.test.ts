/** The toolbar's popup: what it lists, what its switches do, what it says where nothing happens. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AnnotatedStory } from '../../lib/command-line/annotated-story';
import messages from '../../public/_locales/en/messages.json';
import type { PopupPage, ReadingBrowser, StoryPage } from '../browsers/driver';
import {
  annotatedPage,
  BROWSERS,
  expectCard,
  expectMarks,
  expectNoCard,
  launch,
  mentionTexts,
  servedPages,
} from './harness';
import { type ListedName, listedNames, popupText, switchStates, turnSwitch } from './popup-reading';

const EVERYWHERE = messages.popupEverywhere.message;
const HERE = messages.popupHere.message.replace('$SITE$', '127.0.0.1');

const server = servedPages();

/** The names that the popup ought to list for a story. */
function namesIn(story: AnnotatedStory): ListedName[] {
  return [...new Set(story.mentions.map((mention) => mention.name))]
    .map((name) => ({ name, mentions: story.mentions.filter((mention) => mention.name === name) }))
    .map(({ name, mentions }) => ({
      name,
      count: mentions.length,
      isPossible: mentions.every((mention) => mention.sense === 'possible'),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

describe.each(BROWSERS)('in %s, the popup', (name) => {
  const sample = annotatedPage('sample-story.html');
  let browser: ReadingBrowser;
  const opened: { close(): Promise<void> }[] = [];

  const open = async (file: string): Promise<StoryPage> => {
    const page = await browser.openPage(`${server.origin}/${file}`);
    opened.push(page);
    return page;
  };
  const openPopup = async (): Promise<PopupPage> => {
    const popup = await browser.openPopup();
    opened.push(popup);
    return popup;
  };

  beforeAll(async () => {
    browser = await launch(name);
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const page of opened.splice(0).reverse()) await page.close();
  });

  it('lists the names that npm run annotate finds, as often as it finds them', async () => {
    const page = await open('sample-story.html');
    await expectMarks(page, mentionTexts(sample));
    const popup = await openPopup();
    await expect.poll(() => listedNames(popup), { timeout: 10_000 }).toEqual(namesIn(sample));
    expect(await popupText(popup)).toContain(
      messages.popupNamesOther.message.replace('$COUNT$', String(namesIn(sample).length)),
    );
    expect(popup.errors()).toEqual([]);
  });

  it('switches the site off and on, at once and without a reload', async () => {
    const page = await open('sample-story.html');
    await expectMarks(page, mentionTexts(sample));
    await page.run(() => {
      (window as unknown as { notReloaded: boolean }).notReloaded = true;
    });
    const popup = await openPopup();
    await expect
      .poll(() => switchStates(popup), { timeout: 10_000 })
      .toEqual([
        [EVERYWHERE, true],
        [HERE, true],
      ]);

    await turnSwitch(popup, HERE);
    await expectMarks(page, []);
    await expect.poll(() => popupText(popup), { timeout: 10_000 }).toContain(messages.popupOffHere.message);
    await page.pointTo('Zabihullah Mujahid');
    await expectNoCard(page);
    await page.pointAway();

    await turnSwitch(popup, HERE);
    await expectMarks(page, mentionTexts(sample));
    await page.pointTo('Zabihullah Mujahid');
    await expectCard(page, 'Zabihullah Mujahid');
    expect(await page.run(() => (window as unknown as { notReloaded?: boolean }).notReloaded)).toBe(true);
    expect([...page.errors(), ...popup.errors()]).toEqual([]);
  });

  it('closes an open card when the site is switched off', async () => {
    const page = await open('sample-story.html');
    await expectMarks(page, mentionTexts(sample));
    const popup = await openPopup();
    await expect.poll(() => switchStates(popup), { timeout: 10_000 }).toHaveLength(2);
    await page.pointTo('Zabihullah Mujahid');
    await expectCard(page, 'Zabihullah Mujahid');
    await turnSwitch(popup, HERE);
    await expectNoCard(page);
    await turnSwitch(popup, HERE);
    await expectMarks(page, mentionTexts(sample));
  });

  it('switches off everywhere, for every open story and for those to come', async () => {
    const first = await open('strict-policy.html');
    await expectMarks(first, mentionTexts(annotatedPage('strict-policy.html')));
    const second = await open('sample-story.html');
    await expectMarks(second, mentionTexts(sample));
    const popup = await openPopup();
    await expect.poll(() => switchStates(popup), { timeout: 10_000 }).toHaveLength(2);

    await turnSwitch(popup, EVERYWHERE);
    await expectMarks(second, []);
    await expectMarks(first, []);
    await expect
      .poll(() => popupText(popup), { timeout: 10_000 })
      .toContain(messages.popupOffEverywhere.message);
    const third = await open('sample-story.html');
    await expectMarks(third, []);

    await turnSwitch(popup, EVERYWHERE);
    await expectMarks(third, mentionTexts(sample));
  });

  it.each([
    ['no story', () => open('not-a-story.html'), messages.popupNotStory.message],
    ['a page of the browser', () => browser.openPage('about:blank'), messages.popupBrowserPage.message],
  ])('says why nothing happens on %s', async (_, openIt, reason) => {
    const page = await openIt();
    const popup = await openPopup();
    await expect.poll(() => popupText(popup), { timeout: 10_000 }).toContain(reason);
    expect(await listedNames(popup)).toEqual([]);
    await page.show();
  });
});

describe.each(BROWSERS)('in %s, what was switched', (name) => {
  it('stays so after the browser was closed and opened again', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'newsgloss-profile-'));
    try {
      const before = await launch(name, { profile });
      await before.openPage(`${server.origin}/sample-story.html`);
      const popup = await before.openPopup();
      await expect.poll(() => switchStates(popup), { timeout: 10_000 }).toHaveLength(2);
      await turnSwitch(popup, HERE);
      await expect.poll(() => popupText(popup), { timeout: 10_000 }).toContain(messages.popupOffHere.message);
      await before.close();

      const after = await launch(name, { profile });
      const page = await after.openPage(`${server.origin}/sample-story.html`);
      const again = await after.openPopup();
      await expect
        .poll(() => switchStates(again), { timeout: 10_000 })
        .toEqual([
          [EVERYWHERE, true],
          [HERE, false],
        ]);
      await expectMarks(page, []);
      await turnSwitch(again, HERE);
      await expectMarks(page, mentionTexts(annotatedPage('sample-story.html')));
      await after.close();
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
