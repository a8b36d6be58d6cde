/** The menu of a selection: a card at it, or the way to add the name. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json';
import type { ReadingBrowser, StoryPage } from '../browsers/driver';
import { BROWSERS, expectCard, launch, markedTexts, servedPages } from './harness';
import { editedNames, pressButton, written } from './own-page';

const server = servedPages();

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

  /** The page to add a name was opened; another one like it, with the name in its form. */
  const expectFilledIn = async (added: string) => {
    const hash = `#add=${encodeURIComponent(added)}`;
    // The page forgets what it was opened to add once the form stands.
    expect([hash, '#new']).toContain(await browser.openedOwnPage('glossary-editor.html'));
    const editor = await browser.openOwnPage(`glossary-editor.html${hash}`);
    await expect.poll(() => written(editor, 'f-name-'), { timeout: 20_000 }).toBe(added);
    return editor;
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

  it('leads to where a name that is not known can be added, with the name filled in', {
    timeout: 120_000,
  }, async () => {
    const page = await browser.openPage(`${server.origin}/notes.html`);
    await select(page, 'A short note');
    await browser.chooseInMenu('background-on', 'Harbour  House');
    const editor = await expectFilledIn('Harbour House');
    // Who only asked has not added anything.
    await expect.poll(() => editedNames(editor), { timeout: 60_000 }).toEqual([]);
    await pressButton(editor, messages.popupAdd.message);
    await expect.poll(() => editedNames(editor), { timeout: 20_000 }).toEqual(['Harbour House']);
    await editor.close();
    await page.close();
  });

  it('adds a selection, also one that is known', async () => {
    const page = await browser.openPage(`${server.origin}/notes.html`);
    await select(page, 'Kandahar');
    await browser.chooseInMenu('add-to-glossary', 'Kandahar  airfield ');
    await (await expectFilledIn('Kandahar airfield')).close();
    expect(await page.card()).toBeNull();
    await page.close();
  });
});
