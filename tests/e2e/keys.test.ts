/** Reading without a pointer: from name to name by key, into the card and out of it; and by touch. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TIMINGS } from '../../lib/hover/timings';
import { RING_HIGHLIGHT } from '../../lib/page/marks';
import messages from '../../public/_locales/en/messages.json';
import type { ReadingBrowser, StoryPage } from '../browsers/driver';
import { paintedTexts } from '../browsers/in-page';
import {
  BROWSERS,
  bundledEntry,
  expectCard,
  expectNoCard,
  launch,
  markedTexts,
  servedPages,
} from './harness';

/** Longer than any of the card's timers. */
const LONG_ENOUGH_MS = TIMINGS.restMs + TIMINGS.reachMs;

const server = servedPages();

describe.each(BROWSERS)('in %s, without a pointer', (name) => {
  let browser: ReadingBrowser;
  let page: StoryPage;
  const ringed = () => page.run(paintedTexts, RING_HIGHLIGHT);
  const expectRing = (text: string) => expect.poll(ringed, { timeout: 5_000 }).toEqual([text]);
  const focusedId = () => page.run(() => document.activeElement?.id ?? '');

  beforeAll(async () => {
    browser = await launch(name);
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    page = await browser.openPage(`${server.origin}/hand-story.html`);
    await expect.poll(() => markedTexts(page), { timeout: 10_000 }).toContain('Kunar');
  });
  afterEach(async () => {
    expect(page.errors()).toEqual([]);
    await page.close();
  });

  it('shortcuts lead from name to name, round and back, ring it, bring it into sight and say who that is', async () => {
    const names = await markedTexts(page);
    await browser.command('next-mention');
    await expectRing(names[0] ?? '');
    await browser.command('next-mention');
    await expectRing(names[1] ?? '');
    await browser.command('previous-mention');
    await browser.command('previous-mention');
    await expectRing(names.at(-1) ?? '');
    const isInSight = () =>
      page.run((highlight: string) => {
        const [place] = CSS.highlights.get(highlight) as unknown as Iterable<AbstractRange>;
        const range = document.createRange();
        if (place) range.setStart(place.startContainer, place.startOffset);
        if (place) range.setEnd(place.endContainer, place.endOffset);
        const box = range.getBoundingClientRect();
        return box.top >= 64 && box.bottom <= innerHeight;
      }, RING_HIGHLIGHT);
    await expect.poll(isInSight).toBe(true);
    const { name, summary } = bundledEntry('nangarhar');
    await expect.poll(async () => (await page.host())?.said).toBe(`${name}: ${summary}`);
    expect(await page.card()).toBeNull();
  });

  it('a shortcut opens the card with the focus in it, Esc closes it and gives the focus back', async () => {
    await page.run(() => document.getElementById('search')?.focus());
    await browser.command('next-mention');
    await browser.command('open-card');
    await expectCard(page, 'Kabul');
    await expect.poll(async () => (await page.card())?.focus).toBe('dialog');
    await page.press('Escape');
    await expectNoCard(page);
    expect(await focusedId()).toBe('search');
    // She goes on from where she was.
    await browser.command('next-mention');
    await expectRing('Taliban');
  });

  it('Tab walks the card and leaves it for what follows the name; Shift+Tab for what comes before', async () => {
    for (let at = 0; at < 4; at++) await browser.command('next-mention');
    await expectRing('ISIS-K');
    await browser.command('open-card');
    await expect.poll(async () => (await page.card())?.focus).toBe('dialog');
    const walked: (string | null)[] = [];
    for (let press = 0; press < 30 && (await page.card()); press++) {
      await page.press('Tab');
      const card = await page.card();
      if (card) walked.push(card.focus);
    }
    expect(walked).toEqual(expect.arrayContaining([messages.cardUnfold.message]));
    expect(new Set(walked).size).toBe(walked.length);
    expect(await focusedId()).toBe('second');

    await browser.command('open-card');
    await expect.poll(async () => (await page.card())?.focus).toBe('dialog');
    await page.press('Shift+Tab');
    await expectNoCard(page);
    expect(await focusedId()).toBe('first');
  });

  it('opens the first card in sight where no name was gone to', async () => {
    await browser.command('open-card');
    await expectCard(page, 'Kabul');
    await expect.poll(async () => (await page.card())?.focus).toBe('dialog');
  });

  it('a card opened by key stays when the pointer moves about', async () => {
    await browser.command('open-card');
    await expectCard(page, 'Kabul');
    await page.trace([
      { x: 400, y: 300 },
      { x: 420, y: 300 },
      { x: 900, y: 700 },
      { x: 1100, y: 10 },
    ]);
    await wait(LONG_ENOUGH_MS);
    await expectCard(page, 'Kabul');
  });
});

describe.each(BROWSERS)('in %s, by touch', (name) => {
  it('a tap opens, a tap outside closes, and what acts by itself only acts', async () => {
    const browser = await launch(name);
    try {
      const page = await browser.openPage(`${server.origin}/hand-story.html`);
      await expect.poll(() => markedTexts(page), { timeout: 10_000 }).toContain('Kunar');
      await page.tap('Kandahar');
      await expectCard(page, 'Kandahar');
      await page.tap('as if nothing');
      await expectNoCard(page);
      await page.tap('Zabihullah Mujahid');
      await expect.poll(() => page.run(() => location.hash)).toBe('#followed');
      expect(await page.card()).toBeNull();
    } finally {
      await browser.close();
    }
  });
});
