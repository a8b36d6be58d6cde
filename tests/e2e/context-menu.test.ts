/** The menu of a selection: a card at it, or the way to add the name. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadingBrowser, StoryPage } from '../browsers/driver';
import { type PageServer, servePages } from '../browsers/page-server';
import { BROWSERS, expectCard, launch, markedTexts, pagesFolder } from './harness';

let server: PageServer;
beforeAll(async () => {
  server = await servePages(pagesFolder);
});
afterAll(() => server.close());

/** Selects the first occurrence of a text inside one text node. */
function select(page: StoryPage, text: string): Promise<null> {
  return page.run((wanted) => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return null;
    }
    throw new Error(`Nothing says “${wanted}”`);
  }, text);
}

describe.each(BROWSERS)('in %s, the menu of a selection', (name) => {
  let browser: ReadingBrowser;
  beforeAll(async () => {
    browser = await launch(name);
  });
  afterAll(() => browser?.close());

  /** The page to add a name was opened, and such a page has the name in its form. */
  const expectFilledIn = async (added: string) => {
    const address = `glossary-editor.html#add=${encodeURIComponent(added)}`;
    expect(await browser.openedOwnPage(address)).toBe('');
    const editor = await browser.openOwnPage(address);
    await expect
      .poll(() => editor.run(() => document.querySelector<HTMLInputElement>('form.add [name=name]')?.value), {
        timeout: 10_000,
      })
      .toBe(added);
    await editor.close();
  };

  it('opens the card of a mention that is selected, by what it means in the story', async () => {
    const page = await browser.openPage(`${server.origin}/sample-story.html`);
    await expect.poll(() => markedTexts(page), { timeout: 10_000 }).not.toEqual([]);
    await select(page, 'Mujahid calls a nuisance');
    await browser.chooseInMenu('background-on', 'Mujahid calls a nuisance');
    await expectCard(page, 'Zabihullah Mujahid');
    await page.close();
  });

  it('opens a card also on a page that is no story', async () => {
    const page = await browser.openPage(`${server.origin}/notes.html`);
    await select(page, 'Kandahar');
    await browser.chooseInMenu('background-on', ' Kandahar ');
    await expectCard(page, 'Kandahar');
    await page.press('Escape');
    expect(await markedTexts(page)).toEqual([]);
    expect(page.errors()).toEqual([]);
    await page.close();
  });

  it('leads to where a name that is not known can be added, with the name filled in', async () => {
    const page = await browser.openPage(`${server.origin}/notes.html`);
    await select(page, 'A short note');
    await browser.chooseInMenu('background-on', 'Harbour  House');
    await expectFilledIn('Harbour House');
    await page.close();
  });

  it('adds a selection, also one that is known', async () => {
    const page = await browser.openPage(`${server.origin}/notes.html`);
    await select(page, 'Kandahar');
    await browser.chooseInMenu('add-to-glossary', 'Kandahar  airfield ');
    await expectFilledIn('Kandahar airfield');
    expect(await page.card()).toBeNull();
    await page.close();
  });
});
