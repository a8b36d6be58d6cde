/** Marks as a reader has them at first, and as she sets them in the popup. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MARK_HIGHLIGHTS } from '../../lib/page/marks';
import type { ReadingBrowser, StoryPage } from '../browsers/driver';
import {
  annotatedPage,
  BROWSERS,
  bundledEntry,
  expectCard,
  expectNoCard,
  launch,
  markedTexts,
  servedPages,
} from './harness';

const PAGE = 'sample-story.html';

const server = servedPages();

/** Texts of the first mention of each entry that is no household name. */
function firstTexts(): string[] {
  const seen = new Set<string>();
  return annotatedPage(PAGE).mentions.flatMap(({ id, text, sense }) => {
    if (seen.has(id) || bundledEntry(id).familiarity === 'household') return [];
    if (sense === 'sure') seen.add(id);
    return [text.replace(/\s+/g, ' ')];
  });
}

describe.each(BROWSERS)('in %s', (name) => {
  let browser: ReadingBrowser;
  let page: StoryPage;
  beforeAll(async () => {
    browser = await launch(name, { usualMarks: true });
    page = await browser.openPage(`${server.origin}/${PAGE}`);
  });
  afterAll(() => browser?.close());

  it('are of names that need background, and not of each mention', async () => {
    await expect.poll(() => markedTexts(page), { timeout: 10_000 }).not.toEqual([]);
    const marked = await markedTexts(page);
    const all = annotatedPage(PAGE).mentions.map(({ text }) => text.replace(/\s+/g, ' '));
    expect(marked.length).toBeLessThan(all.length);
    expect(all).toEqual(expect.arrayContaining(marked));
    for (const text of firstTexts()) expect(marked).toContain(text);
  });

  it('leave the others to the pointer', async () => {
    const household = annotatedPage(PAGE).mentions.find(
      ({ id }) => bundledEntry(id).familiarity === 'household',
    );
    if (!household) throw new Error('the sample story names a country');
    expect(await markedTexts(page)).not.toContain(household.text);
    await page.pointTo(household.text);
    await expectCard(page, bundledEntry(household.id).name);
    await page.pointAway();
    await expectNoCard(page);
  });

  it('follow what the popup sets, at once', async () => {
    const popup = await browser.openPopup();
    const set = (value: string) =>
      popup.run((wanted) => {
        document.querySelector<HTMLDetailsElement>('.settings details')?.setAttribute('open', '');
        for (const select of document.querySelectorAll('select')) {
          if (![...select.options].some((option) => option.value === wanted)) continue;
          select.value = wanted;
          select.dispatchEvent(new Event('change', { bubbles: true }));
          return true;
        }
        return false;
      }, value);
    await expect.poll(() => set('story')).toBe(true);
    await page.show();
    await expect.poll(() => markedTexts(page)).toEqual(firstTexts());
    await set('tint');
    await expect.poll(() => markedTexts(page)).toEqual([]);
    expect(await markedTexts(page, MARK_HIGHLIGHTS.tint)).toEqual(firstTexts());
    await set('none');
    await expect.poll(() => markedTexts(page, MARK_HIGHLIGHTS.tint)).toEqual([]);
    await set('dotted');
    await expect.poll(() => markedTexts(page)).toEqual(firstTexts());
    await popup.close();
  });
});
