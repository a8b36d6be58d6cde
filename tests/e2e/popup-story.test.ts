/** In the popup: who is in this story, the way to each mention, the card in the list, names to add. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { RING_HIGHLIGHT } from '../../lib/page/marks';
import messages from '../../public/_locales/en/messages.json';
import type { PopupPage, ReadingBrowser, StoryPage } from '../browsers/driver';
import { paintedTexts } from '../browsers/in-page';
import { annotatedPage, BROWSERS, bundledEntry, launch, markedTexts, servedPages } from './harness';
import {
  clickName,
  filterNames,
  listedNames,
  namesInOrder,
  popupText,
  pressInPopup,
  turnSwitch,
} from './popup-reading';

const server = servedPages();

const SAMPLE = annotatedPage('sample-story.html');
const timesInStory = (name: string) => SAMPLE.mentions.filter((mention) => mention.name === name).length;

describe.each(BROWSERS)('in %s, the popup', (name) => {
  let browser: ReadingBrowser;
  const opened: { close(): Promise<void> }[] = [];

  /** A page with the popup on it, once that says `words`. */
  const openOn = async (file: string, words: string): Promise<{ page: StoryPage; popup: PopupPage }> => {
    const page = await browser.openPage(`${server.origin}/${file}`);
    const popup = await browser.openPopup();
    opened.push(page, popup);
    await expect.poll(() => popupText(popup), { timeout: 10_000 }).toContain(words);
    return { page, popup };
  };
  const ringed = (page: StoryPage) => page.run(paintedTexts, RING_HIGHLIGHT);

  beforeAll(async () => {
    browser = await launch(name, { usualMarks: true });
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const page of opened.splice(0).reverse()) await page.close();
  });

  it('lists every mention, also what is not marked, and of each kind the most relevant first', async () => {
    const { page, popup } = await openOn('sample-story.html', 'names in this story');
    const listed = await listedNames(popup);
    const inStory = new Set(SAMPLE.mentions.map((mention) => mention.name));
    expect(listed.map((one) => one.name)).toEqual([...inStory].sort((a, b) => (a < b ? -1 : 1)));
    expect(listed.every((one) => one.count === timesInStory(one.name))).toBe(true);
    expect((await markedTexts(page)).length).toBeLessThan(SAMPLE.mentions.length);
    const order = await namesInOrder(popup);
    // In the headline; then as often as the story has them.
    const inHeadline = SAMPLE.mentions.find((mention) => mention.text === 'ISIS-K')?.name ?? '';
    expect(order).toContain(inHeadline);
    expect(order.indexOf(inHeadline)).toBeLessThan(order.indexOf('Taliban'));
    expect(order.indexOf('Taliban')).toBeLessThan(order.indexOf('Hayat Tahrir al-Sham'));
  });

  it('leads to the first mention, rings it, and then to the next, round', async () => {
    const { page, popup } = await openOn('sample-story.html', 'names in this story');
    const total = timesInStory('Kunduz');
    expect(total).toBe(1);
    await clickName(popup, 'Kunduz');
    await expect.poll(() => ringed(page), { timeout: 5_000 }).toEqual(['Kunduz']);
    const isInSight = () =>
      page.run((highlight: string) => {
        const [place] = CSS.highlights.get(highlight) as unknown as Iterable<AbstractRange>;
        const box = place?.startContainer.parentElement?.getBoundingClientRect();
        return box !== undefined && box.bottom > 0 && box.top < innerHeight;
      }, RING_HIGHLIGHT);
    expect(await isInSight()).toBe(true);

    const mentions = SAMPLE.mentions.filter((mention) => mention.name === 'Michael Kugelman');
    for (const [index, { text }] of [...mentions, ...mentions.slice(0, 1)].entries()) {
      await clickName(popup, 'Michael Kugelman');
      await expect.poll(() => ringed(page), { timeout: 5_000 }).toEqual([text]);
      const at = (index % mentions.length) + 1;
      await expect.poll(() => popupText(popup)).toContain(`${at} of ${mentions.length}`);
    }
    // The way goes on by key from there, and the ring does not stay in the reader's way.
    await expect.poll(() => ringed(page), { timeout: 8_000 }).toEqual([]);
    expect([...page.errors(), ...popup.errors()]).toEqual([]);
  });

  it('unfolds the card of an entry in the list, as it was when the story was written', async () => {
    const { popup } = await openOn('sample-story.html', 'names in this story');
    await pressInPopup(popup, messages.cardLabel.message.replace('$NAME$', 'Zabihullah Mujahid'));
    const card = () => popup.run(() => document.querySelector('.in-place')?.textContent ?? null);
    await expect.poll(card, { timeout: 5_000 }).toContain(bundledEntry('zabihullah-mujahid').summary ?? '');
    expect(await card()).toMatch(/2021/);
    await pressInPopup(popup, messages.cardUnfold.message);
    await expect.poll(card).toContain(messages.cardWhy.message);
    await pressInPopup(popup, messages.cardLabel.message.replace('$NAME$', 'Zabihullah Mujahid'));
    await expect.poll(card).toBeNull();
  });

  it('narrows the list to what is typed, however it is written', async () => {
    const { popup } = await openOn('sample-story.html', 'names in this story');
    await filterNames(popup, 'AL QA’IDA');
    await expect.poll(() => namesInOrder(popup)).toEqual([bundledEntry('al-qaeda').name]);
    await filterNames(popup, 'xyz');
    await expect.poll(() => popupText(popup)).toContain('“xyz”');
    await filterNames(popup, '');
    await expect.poll(async () => (await namesInOrder(popup)).length).toBeGreaterThan(6);
  });

  it('offers names that the story comes back to, and adds one with what the story says of it', async () => {
    const { page, popup } = await openOn('unknown-names-story.html', 'Harbour Monitoring Observatory (HMO)');
    const said = await popupText(popup);
    expect(said).toContain('Ines Halloran');
    expect(said).toContain('A small office in Kabul that counts ships.');
    await pressInPopup(
      popup,
      messages.popupAddLabel.message.replace('$NAME$', 'Harbour Monitoring Observatory'),
    );
    await expect.poll(() => popupText(popup), { timeout: 5_000 }).toContain(messages.popupAdded.message);
    // The open story has it at once, by both of its names, and so has the list.
    await expect
      .poll(() => markedTexts(page), { timeout: 10_000 })
      .toContain('Harbour Monitoring Observatory');
    await expect
      .poll(() => listedNames(popup), { timeout: 10_000 })
      .toContainEqual({ name: 'Harbour Monitoring Observatory', count: 4, isPossible: false });
    expect([...page.errors(), ...popup.errors()]).toEqual([]);
  });

  it('reads every page of a site where it is told to, and none but stories when that is taken back', async () => {
    const { page, popup } = await openOn('notes.html', messages.popupNotStory.message);
    await turnSwitch(popup, messages.popupAlways.message);
    await expect.poll(() => markedTexts(page), { timeout: 10_000 }).toEqual(['Kandahar']);
    await expect.poll(() => namesInOrder(popup), { timeout: 5_000 }).toEqual(['Kandahar']);
    await turnSwitch(popup, messages.popupAlways.message);
    await expect.poll(() => markedTexts(page), { timeout: 10_000 }).toEqual([]);
    await expect.poll(() => popupText(popup), { timeout: 5_000 }).toContain(messages.popupNotStory.message);
  });
});

describe.each(BROWSERS)('in %s, a pause', (name) => {
  it('rests every story, outlasts the browser, and ends when it is told to', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'newsgloss-profile-'));
    const isPaused = messages.popupPaused.message.split('$')[0]?.trim() ?? '';
    try {
      const before = await launch(name, { profile, usualMarks: true });
      const story = await before.openPage(`${server.origin}/sample-story.html`);
      await expect.poll(() => markedTexts(story), { timeout: 10_000 }).not.toEqual([]);
      const popup = await before.openPopup();
      await expect.poll(() => popupText(popup), { timeout: 10_000 }).toContain('names in this story');
      await pressInPopup(popup, messages.popupPause.message);
      await expect.poll(() => markedTexts(story), { timeout: 10_000 }).toEqual([]);
      await expect.poll(() => popupText(popup)).toContain(isPaused);
      await before.close();

      const after = await launch(name, { profile, usualMarks: true });
      const page = await after.openPage(`${server.origin}/sample-story.html`);
      const again = await after.openPopup();
      await expect.poll(() => popupText(again), { timeout: 10_000 }).toContain(isPaused);
      expect(await markedTexts(page)).toEqual([]);
      await pressInPopup(again, messages.popupResume.message);
      await expect.poll(() => markedTexts(page), { timeout: 10_000 }).not.toEqual([]);
      await expect.poll(() => popupText(again), { timeout: 10_000 }).toContain('names in this story');
      await after.close();
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
