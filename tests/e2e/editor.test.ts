/** The page that an editor lives in: what she finds, writes, tries and takes back there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json';
import { axeFaults } from '../browsers/axe';
import type { ReadingBrowser, StoryPage } from '../browsers/driver';
import {
  annotatedPage,
  BROWSERS,
  expectMarks,
  launch,
  markedTexts,
  mentionTexts,
  servedPages,
} from './harness';
import {
  choose,
  editedNames,
  headingOfEntry,
  listedNames,
  pressButton,
  savingState,
  write,
  written,
} from './own-page';

const EDITOR = 'glossary-editor.html';
const MUJAHID = 'Zabihullah Mujahid';
const AT_MUJAHID = `${EDITOR}#entry=zabihullah-mujahid`;
/** All of the bundled glossary is read before some of this can be done. */
const PATIENCE = { timeout: 60_000 };

const server = servedPages();

const search = (page: StoryPage, text: string) =>
  page.run((text) => {
    const field = document.querySelector<HTMLInputElement>('input[type="search"]');
    if (!field) throw new Error('The page has no search');
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return null;
  }, text);

/** Keys in the list, as a hand presses them; each with its modifiers before it: `Shift+ArrowDown`. */
const pressInList = (page: StoryPage, ...keys: readonly string[]) =>
  page.run(async (keys) => {
    const list = document.querySelector<HTMLElement>('.list');
    list?.focus();
    for (const chord of keys) {
      const key = chord.replace(/^(?:Shift|Control)\+/, '');
      const held = { shiftKey: chord.startsWith('Shift+'), ctrlKey: chord.startsWith('Control+') };
      list?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...held }));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return null;
  }, keys);

const textOf = (page: StoryPage, selector: string) =>
  page.run((selector) => document.querySelector(selector)?.textContent ?? '', selector);

const saved = (page: StoryPage) =>
  expect.poll(() => savingState(page), PATIENCE).toBe(messages.saveSaved.message);

describe.each(BROWSERS)('in %s, an editor', { timeout: 180_000 }, (name) => {
  let browser: ReadingBrowser;
  let story: StoryPage;
  let page: StoryPage;
  const bundledMarks = mentionTexts(annotatedPage('sample-story.html'));
  beforeAll(async () => {
    browser = await launch(name);
    story = await browser.openPage(`${server.origin}/sample-story.html`);
  }, 120_000);
  afterAll(() => browser?.close());

  it('finds an entry by another name of it, folded, and by what it says, and opens it by keyboard', async () => {
    await expectMarks(story, bundledMarks);
    page = await browser.openOwnPage(EDITOR);
    await expect.poll(() => textOf(page, '.counts > :last-child'), PATIENCE).toBe('0 entries of yours');
    await search(page, 'ZABIHULLA mujahid');
    await expect.poll(async () => (await listedNames(page))[0], PATIENCE).toBe(MUJAHID);
    await pressInList(page, 'Home', 'Enter');
    await expect.poll(() => headingOfEntry(page), PATIENCE).toContain(MUJAHID);
    await search(page, 'best-known spokesman in 2007');
    await expect.poll(() => listedNames(page), PATIENCE).toEqual([MUJAHID]);
    await search(page, '');
    // Of thousands, what is in sight is drawn.
    await expect.poll(async () => (await listedNames(page)).length).toBeLessThan(60);
    expect(
      await page.run(() => document.querySelector('.row[aria-setsize]')?.getAttribute('aria-setsize')),
    ).toMatch(/^\d{4,}$/);
  });

  it('lists who is in the story that was read last', async () => {
    await story.show();
    await expectMarks(story, bundledMarks);
    await page.show();
    await choose(page, 'story');
    const length = () =>
      page.run(() => Number(document.querySelector('.row[aria-setsize]')?.getAttribute('aria-setsize')));
    await expect.poll(length, PATIENCE).toBeLessThan(bundledMarks.length);
    // The list is longer than what is in sight of it.
    await search(page, MUJAHID);
    await expect.poll(() => listedNames(page), PATIENCE).toContain(MUJAHID);
    await search(page, '');
    await choose(page, 'all');
  });

  it('sees in an open story what was typed, without saving, and what was bundled comes back', async () => {
    await write(page, 'f-name-', 'more violent group');
    await saved(page);
    await story.show();
    await expect.poll(() => markedTexts(story), PATIENCE).toContain('more violent group');
    await page.show();
    await pressButton(page, messages.formBringBack.message);
    await expect.poll(() => written(page, 'f-name-')).toBe(MUJAHID);
    await saved(page);
    await story.show();
    await expectMarks(story, bundledMarks);
    await page.show();
  });

  it('keeps what does not fit as it was typed, over a reload, and the last that did in force', async () => {
    await write(page, 'f-checked-', '2024-13');
    await expect.poll(() => savingState(page), PATIENCE).toBe(messages.saveFaulty.message);
    await expect.poll(() => textOf(page, '#f-checked--notes')).toBe(messages.faultDate.message);
    await page.reload();
    await expect.poll(() => written(page, 'f-checked-'), PATIENCE).toBe('2024-13');
    expect(await textOf(page, '#f-checked--notes')).toBe(messages.faultDate.message);
    await choose(page, 'mine');
    await expect.poll(() => editedNames(page), PATIENCE).toEqual([]);
    await pressButton(page, messages.formBringBack.message);
    await saved(page);
    await choose(page, 'all');
  });

  it('hides many in one step, and has them back by one undo', async () => {
    await search(page, 'mujahid');
    await expect.poll(async () => (await listedNames(page)).length, PATIENCE).toBeGreaterThan(2);
    await pressInList(page, 'Home', 'Shift+ArrowDown', 'Shift+ArrowDown');
    await expect.poll(() => textOf(page, '.bulk [role="status"]')).toBe('3 entries selected');
    await pressButton(page, messages.bulkHide.message);
    await search(page, '');
    await expect.poll(async () => (await editedNames(page))?.length, PATIENCE).toBe(3);
    await pressButton(page, 'Undo hiding 3 entries');
    await expect.poll(() => editedNames(page), PATIENCE).toEqual([]);
    await choose(page, 'all');
  });

  it('tries an entry on a text, and is told what is gained and why, and what is doubtful', async () => {
    const tried = await browser.openOwnPage(AT_MUJAHID);
    await expect.poll(() => headingOfEntry(tried), PATIENCE).toContain(MUJAHID);
    await write(tried, 'f-name-', 'Dawn');
    await write(tried, 'try-text', 'At dawn the men of Dawn met.');
    await expect.poll(() => textOf(tried, '.tried > .gained mark'), PATIENCE).not.toBe('');
    expect(await textOf(tried, '.tried > .gained .note')).toContain('Dawn');
    await expect.poll(() => textOf(tried, '.warning'), PATIENCE).toContain('common English word');
    await saved(tried);
    await pressButton(tried, messages.formBringBack.message);
    await expect.poll(() => written(tried, 'f-name-')).toBe(MUJAHID);
    await saved(tried);
    await expect.poll(() => editedNames(page), PATIENCE).toEqual([]);
    expect(await axeFaults(tried)).toEqual([]);
    await tried.close();
  });

  it('is told where another tab has written at the same place, and takes either', async () => {
    const one = await browser.openOwnPage(AT_MUJAHID);
    const other = await browser.openOwnPage(AT_MUJAHID);
    for (const tab of [one, other]) await expect.poll(() => headingOfEntry(tab), PATIENCE).toContain(MUJAHID);
    // What does not fit waits in the first; the second saves meanwhile.
    await write(one, 'f-say-', 'x'.repeat(90));
    await write(other, 'f-say-', 'the other way');
    await saved(other);
    await expect.poll(() => textOf(one, '.clash'), PATIENCE).toContain('the other way');
    expect(await written(one, 'f-say-')).toBe('x'.repeat(90));
    await pressButton(one, messages.formTakeTheirs.message);
    await expect.poll(() => written(one, 'f-say-')).toBe('the other way');
    await saved(one);
    await other.close();
    await pressButton(one, messages.formBringBack.message);
    await saved(one);
    await one.close();
  });

  it('finds no fault on the console', () => {
    expect([...page.errors(), ...browser.backgroundErrors()]).toEqual([]);
  });
});
