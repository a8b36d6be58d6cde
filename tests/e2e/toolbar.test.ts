/** The icon in the toolbar: its number and its words for each page, and when they go. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json';
import type { ReadingBrowser, StoryPage } from '../browsers/driver';
import { annotatedPage, BROWSERS, launch, servedPages } from './harness';
import { setStored } from './own-page';

const server = servedPages();

const COUNT = new Set(annotatedPage('sample-story.html').mentions.map((mention) => mention.name)).size;
const NAMES = messages.toolbarNamesOther.message.replace('$COUNT$', String(COUNT));

/** Badge and title of the tab whose address ends so, as the browser has them. */
function toolbarOf(own: StoryPage, file: string): Promise<{ badge: string; title: string }> {
  return own.run(async (wanted) => {
    const { chrome, browser } = globalThis as unknown as Record<
      string,
      typeof import('webextension-polyfill')
    >;
    const api = browser ?? chrome;
    const tabs = (await api?.tabs.query({})) ?? [];
    const tabId = tabs.find((tab) => tab.url?.split(/[?#]/)[0]?.endsWith(wanted))?.id;
    if (!api || tabId === undefined) throw new Error(`No tab has ${wanted}`);
    const [badge, title] = [await api.action.getBadgeText({ tabId }), await api.action.getTitle({ tabId })];
    return { badge, title };
  }, file);
}

describe.each(BROWSERS)('in %s, the toolbar', (name) => {
  let browser: ReadingBrowser;
  let own: StoryPage;
  const expectToolbar = (file: string, badge: string, title: string) =>
    expect.poll(() => toolbarOf(own, file), { timeout: 10_000 }).toEqual({ badge, title });

  beforeAll(async () => {
    browser = await launch(name);
    own = await browser.openOwnPage('popup.html');
  });
  afterAll(() => browser?.close());

  it('has the number of a story’s names, follows the switches, and forgets it with the page', async () => {
    const page = await browser.openPage(`${server.origin}/sample-story.html`);
    await expectToolbar('sample-story.html', String(COUNT), NAMES);
    await setStored(own, 'badge', 'off');
    await expectToolbar('sample-story.html', '', NAMES);
    await setStored(own, 'badge', null);
    await expectToolbar('sample-story.html', String(COUNT), NAMES);
    await setStored(own, 'switch:everywhere', 'off');
    await expectToolbar('sample-story.html', '', messages.toolbarOff.message);
    await setStored(own, 'switch:everywhere', null);
    await expectToolbar('sample-story.html', String(COUNT), NAMES);
    await page.run(() => location.assign('not-a-story.html'));
    await expectToolbar('not-a-story.html', '', messages.extensionName.message);
    await page.close();
  });

  it('says that a site is off', async () => {
    await setStored(own, 'site:127.0.0.1', 'never');
    const page = await browser.openPage(`${server.origin}/not-a-story.html`);
    await expectToolbar('not-a-story.html', '', messages.toolbarOff.message);
    await setStored(own, 'site:127.0.0.1', null);
    await expectToolbar('not-a-story.html', '', messages.toolbarNothing.message);
    await page.close();
  });
});
