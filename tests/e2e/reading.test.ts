/** A story is read: its marks, and the card that opens and closes. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TIMINGS } from '../../lib/hover/timings';
import messages from '../../public/_locales/en/messages.json';
import type { ReadingBrowser, StoryPage } from '../browsers/driver';
import { pointOfText } from '../browsers/in-page';
import {
  annotatedPage,
  BROWSERS,
  bundledEntry,
  expectCard,
  expectMarks,
  expectNoCard,
  launch,
  markedTexts,
  mentionTexts,
  servedPages,
} from './harness';

/** Longer than any of the card's timers: what has not opened by then will not. */
const LONG_ENOUGH_MS = 2 * (TIMINGS.restMs + TIMINGS.reachMs);

const server = servedPages();

describe.each(BROWSERS)('in %s, the sample story', (name) => {
  let browser: ReadingBrowser;
  let page: StoryPage;

  beforeAll(async () => {
    browser = await launch(name);
    page = await browser.openPage(`${server.origin}/sample-story.html`);
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    await page.press('Escape');
    await page.pointAway();
  });

  it('gets the marks that npm run annotate promises, and no others', async () => {
    const texts = mentionTexts(annotatedPage('sample-story.html'));
    expect(texts.length).toBeGreaterThan(40);
    await expectMarks(page, texts);
  });

  it('opens the right card where the pointer rests on a name', async () => {
    await page.pointTo('Zabihullah Mujahid');
    await expectCard(page, 'Zabihullah Mujahid');
    const card = await page.card();
    expect(card?.text).toContain(bundledEntry('zabihullah-mujahid').summary);
    expect(card?.text).toMatch(/spokes/i);
  });

  it('keeps the line with the name in sight', async () => {
    await page.pointTo('Zabihullah Mujahid');
    await expectCard(page, 'Zabihullah Mujahid');
    const card = await page.card();
    const name = await page.run(pointOfText, 'Zabihullah Mujahid', 0);
    if (!card || !name) throw new Error('card and name are there');
    const isBeside = name.y < card.box.y || name.y > card.box.y + card.box.height;
    expect(isBeside).toBe(true);
  });

  it('tells the browser’s accessibility tree of the card', async () => {
    await page.pointTo('Zabihullah Mujahid');
    await expectCard(page, 'Zabihullah Mujahid');
    const lines = await page.cardInAccessibilityTree();
    expect(lines?.[0]).toContain('Zabihullah Mujahid');
    expect(lines?.join('\n')).toContain(bundledEntry('zabihullah-mujahid').summary);
  });

  it('lets the pointer onto the card, which unfolds to its background and sources', async () => {
    await page.pointTo('Zabihullah Mujahid');
    await expectCard(page, 'Zabihullah Mujahid');
    await page.clickInCard(messages.cardUnfold.message);
    const { background, sources } = bundledEntry('zabihullah-mujahid');
    const unfolded = [background[0]?.text ?? 'a background', sources[0]?.title ?? 'a source'];
    for (const text of unfolded) {
      await expect
        .poll(async () => (await page.card())?.text ?? 'no card', { timeout: 5_000 })
        .toContain(text);
    }
  });

  it('closes the card when the pointer leaves', async () => {
    await page.pointTo('Zabihullah Mujahid');
    await expectCard(page, 'Zabihullah Mujahid');
    await page.pointAway();
    await expectNoCard(page);
  });

  it('closes the card at Esc, with the pointer still there, and leaves it closed', async () => {
    await page.pointTo('Zabihullah Mujahid');
    await expectCard(page, 'Zabihullah Mujahid');
    await page.press('Escape');
    await expectNoCard(page);
    await wait(LONG_ENOUGH_MS);
    expect(await page.card()).toBeNull();
  });

  it.each([
    ['a name across elements', 'ISIS-K, the branch', 'islamic-state-khorasan'],
    ['a name half of which is a link', 'Tehrik-i-Taliban Pakistan', 'tehrik-i-taliban-pakistan'],
    ['an acronym that the story defines', 'HTS.', 'hayat-tahrir-al-sham'],
    ['a surname after the full name', 'Kugelman nor', 'michael-kugelman'],
    ['a name written otherwise', 'Al\u2011Qa\u2019ida', 'al-qaeda'],
  ])('opens the card for %s', async (_, text, id) => {
    await page.pointTo(text);
    await expectCard(page, bundledEntry(id).name);
  });

  it.each(['more violent group', 'Afghan soil'])('opens nothing for “%s”', async (text) => {
    await page.pointTo(text);
    await wait(LONG_ENOUGH_MS);
    expect(await page.card()).toBeNull();
  });

  it('opens the card by a tap, and closes it by a tap elsewhere', async () => {
    await page.tap('Michael Kugelman');
    await expectCard(page, 'Michael Kugelman');
    await page.tap('more violent group');
    await expectNoCard(page);
  });

  it('is not deceived by events that a script makes up', async () => {
    const point = await page.run(pointOfText, 'Zabihullah Mujahid', 0);
    if (!point) throw new Error('the name is there');
    await page.run(({ x, y }) => {
      const target = document.elementFromPoint(x, y);
      const at = { clientX: x, clientY: y, bubbles: true, composed: true, view: window };
      for (const type of [
        'pointerover',
        'pointermove',
        'mouseover',
        'mousemove',
        'pointerdown',
        'pointerup',
      ]) {
        target?.dispatchEvent(new PointerEvent(type, { ...at, pointerType: 'mouse' }));
      }
      target?.dispatchEvent(new PointerEvent('click', { ...at, pointerType: 'touch' }));
    }, point);
    await wait(LONG_ENOUGH_MS);
    expect(await page.card()).toBeNull();
  });

  it('puts no error on any console', () => {
    expect([...page.errors(), ...browser.backgroundErrors()]).toEqual([]);
  });
});

describe.each(BROWSERS)('in %s, other stories', (name) => {
  let browser: ReadingBrowser;
  beforeAll(async () => {
    browser = await launch(name);
  });
  afterAll(() => browser?.close());

  it.each(['strict-policy.html', 'arabic-story.html'])('are read as well: %s', async (file) => {
    const page = await browser.openPage(`${server.origin}/${file}`);
    const texts = mentionTexts(annotatedPage(file));
    expect(texts.length).toBeGreaterThan(3);
    await expectMarks(page, texts);
    await page.pointToMark(1);
    await expect.poll(() => page.card(), { timeout: 5_000 }).not.toBeNull();
    expect(page.errors()).toEqual([]);
    await page.close();
  });

  it('are read on when they grow, and again when they change', async () => {
    const page = await browser.openPage(`${server.origin}/growing-story.html`);
    await expect
      .poll(() => markedTexts(page), { timeout: 10_000 })
      .toEqual(expect.arrayContaining(['Kabul', 'Kunar', 'Taliban', 'ISIS-K']));
    expect(await markedTexts(page)).not.toContain('Kandahar');

    await page.run(() => (window as unknown as { arrive(): void }).arrive());
    await expect
      .poll(() => markedTexts(page))
      .toEqual(expect.arrayContaining(['Kandahar', 'Zabihullah Mujahid']));

    await page.run(() => (window as unknown as { redraw(): void }).redraw());
    await expect.poll(() => markedTexts(page)).toContain('al-Qaeda');
    expect(await markedTexts(page)).not.toContain('ISIS-K');
    expect(page.errors()).toEqual([]);
    await page.close();
  });

  it('are read on, and have their cards, after the browser has stopped the background', async () => {
    const page = await browser.openPage(`${server.origin}/growing-story.html`);
    await expect.poll(() => markedTexts(page), { timeout: 10_000 }).toContain('Kabul');
    if (await browser.stopBackground()) {
      await page.show();
      await page.pointTo('Kabul');
      await expectCard(page, 'Kabul');
      await page.press('Escape');
      await browser.stopBackground();
      await page.show();
      await page.run(() => (window as unknown as { arrive(): void }).arrive());
      await expect.poll(() => markedTexts(page), { timeout: 5_000 }).toContain('Kandahar');
      expect(page.errors()).toEqual([]);
    }
    await page.close();
  });
});

describe.each(BROWSERS)('in %s, in a window of 320 pixels', (name) => {
  it('the card stays inside', async () => {
    const browser = await launch(name, { viewport: { width: 320, height: 640 } });
    try {
      const page = await browser.openPage(`${server.origin}/sample-story.html`);
      await expect.poll(() => markedTexts(page), { timeout: 10_000 }).not.toEqual([]);
      const width = await page.run(() => innerWidth);
      for (const text of ['Zabihullah Mujahid', 'Hayat Tahrir al-Sham', 'Central Asia']) {
        await page.tap(text);
        await expectCard(page, text);
        const card = await page.card();
        expect(card?.box.x).toBeGreaterThanOrEqual(0);
        expect((card?.box.x ?? 0) + (card?.box.width ?? 0)).toBeLessThanOrEqual(width);
        await page.press('Escape');
        await expectNoCard(page);
      }
    } finally {
      await browser.close();
    }
  });
});
