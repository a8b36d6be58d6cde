/** A page presses the card's buttons by scripts, and moves things under a pointer that rests: nothing of ours happens. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TIMINGS } from '../../../lib/hover/timings';
import messages from '../../../public/_locales/en/messages.json';
import type { ReadingBrowser, StoryPage } from '../../browsers/driver';
import type { PageServer } from '../../browsers/page-server';
import { BROWSERS, expectCard, launch, markedTexts } from '../harness';
import { ARTICLE, NAME, serveFiles, storyPage } from './pages';

/** Longer than any of the card's timers. */
const LONG_ENOUGH_MS = 2 * (TIMINGS.restMs + TIMINGS.closeMs);

let server: PageServer;
beforeAll(async () => {
  server = await serveFiles({
    'story.html': storyPage(ARTICLE, '<style>article { margin-block: 300px 900px; }</style>'),
  });
});
afterAll(() => server?.close());

/** All that the extension keeps: what a click on the card could have changed. */
async function readStored(): Promise<string> {
  // Each browser has one of the two.
  const own = globalThis as unknown as Record<
    'browser' | 'chrome',
    {
      storage: { local: { get(keys: null): Promise<object> } };
      tabs: { query(all: object): Promise<unknown[]> };
    }
  >;
  const { storage, tabs } = own.browser ?? own.chrome;
  return JSON.stringify([await storage.local.get(null), (await tabs.query({})).length]);
}

/** Makes up every event that could press something, on every point of the card and on its host. Gives their number. */
function pressByScript(box: { x: number; y: number; width: number; height: number }): number {
  const host = document.documentElement.lastElementChild as HTMLElement;
  let made = 0;
  const send = (target: EventTarget | null, event: Event) => {
    target?.dispatchEvent(event);
    made += 1;
  };
  for (let y = box.y + 2; y < box.y + box.height; y += 12)
    for (let x = box.x + 2; x < box.x + box.width; x += 16) {
      const at = {
        clientX: x,
        clientY: y,
        screenX: x,
        screenY: y,
        bubbles: true,
        composed: true,
        cancelable: true,
        button: 0,
        detail: 1,
        view: window,
      };
      const target = document.elementFromPoint(x, y);
      for (const type of ['pointerover', 'pointermove', 'pointerdown', 'pointerup'])
        send(target, new PointerEvent(type, { ...at, pointerType: 'mouse', isPrimary: true }));
      for (const type of ['mousedown', 'mouseup', 'click', 'auxclick', 'dblclick'])
        send(target, new MouseEvent(type, at));
      send(target, new PointerEvent('click', { ...at, pointerType: 'touch' }));
    }
  for (const key of ['Enter', ' ', 'Escape', 'Tab', 'i', '.', ','])
    for (const target of [host, document, window, document.activeElement])
      for (const type of ['keydown', 'keypress', 'keyup'])
        send(
          target,
          new KeyboardEvent(type, {
            key,
            code: key,
            altKey: key.length === 1,
            bubbles: true,
            composed: true,
          }),
        );
  for (const type of [
    'submit',
    'toggle',
    'beforetoggle',
    'command',
    'focusin',
    'input',
    'change',
    'scroll',
    'resize',
    'blur',
    'contextmenu',
  ])
    for (const target of [host, document, window])
      send(target, new Event(type, { bubbles: true, composed: true }));
  host.focus();
  host.click();
  return made;
}

describe.each(BROWSERS)('in %s', (name) => {
  let browser: ReadingBrowser;
  let own: StoryPage;
  let page: StoryPage;
  beforeAll(async () => {
    browser = await launch(name);
    own = await browser.openOwnPage('popup.html');
    page = await browser.openPage(`${server.origin}/story.html`);
  });
  afterAll(() => browser?.close());

  it('a card whose every point is pressed by a script does nothing', async () => {
    await expect.poll(() => markedTexts(page), { timeout: 30_000 }).toContain(NAME);
    const before = await own.run(readStored);
    await page.pointTo(NAME);
    await expectCard(page, NAME);
    await page.clickInCard(messages.cardUnfold.message);
    await expect.poll(async () => (await page.card())?.text).toContain(messages.cardKnow.message);
    const card = await page.card();
    if (!card) throw new Error('the card is there');
    const made = await page.run(pressByScript, card.box);
    await wait(LONG_ENOUGH_MS);
    expect(await page.card()).toMatchObject({ label: card.label, text: card.text });
    expect(await own.run(readStored)).toBe(before);
    expect(page.errors()).toEqual([]);
    console.log(`${name}: ${made} events made up on an open card: 0 deeds`);
  });

  it('a card that the page drags under a resting pointer does nothing', async () => {
    const before = await own.run(readStored);
    await page.press('Escape');
    await page.pointAway();
    await page.pointTo(NAME);
    await expectCard(page, NAME);
    const card = await page.card();
    if (!card) throw new Error('the card is there');
    const shown = { label: card.label, text: card.text };
    // To and fro under the pointer, out of the page and in again.
    await page.run(async () => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      for (let step = 0; step < 60; step++) {
        host.style.setProperty('translate', `${(step * 37) % 900}px ${(step * 53) % 600}px`, 'important');
        host.style.setProperty('opacity', step % 2 ? '0' : '1', 'important');
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      host.style.setProperty('opacity', '1', 'important');
    });
    await wait(LONG_ENOUGH_MS);
    const after = await page.card();
    if (after) expect(after).toMatchObject(shown);
    expect(await own.run(readStored)).toBe(before);
    await page.press('Escape');
  });

  it('names that the page moves under a resting pointer open nothing', async () => {
    await page.pointAway();
    await page.trace([
      { x: 500, y: 60 },
      { x: 500, y: 61 },
      { x: 500, y: 62 },
    ]);
    const opened = await page.run(async () => {
      scrollTo(0, 0);
      const host = document.documentElement.lastElementChild as HTMLElement;
      const story = document.querySelector('article') as HTMLElement;
      const texts = [...story.querySelectorAll('p')];
      let seen = 0;
      for (let step = 0; step < 90; step++) {
        const text = texts[step % texts.length] as HTMLElement;
        // Each line in turn under the pointer, and left there for some frames.
        if (step % 10 === 0) {
          story.style.translate = '0 0';
          const box = text.getBoundingClientRect();
          story.style.translate = `${((step * 7) % 60) - 30}px ${62 - box.y - 10}px`;
        }
        await new Promise((resolve) => requestAnimationFrame(resolve));
        if (host.matches(':popover-open')) seen += 1;
      }
      return seen;
    });
    await wait(LONG_ENOUGH_MS);
    expect(opened).toBe(0);
    expect(await page.card()).toBeNull();
    expect(page.errors()).toEqual([]);
    console.log(`${name}: names moved under a resting pointer: 0 cards`);
  });
});
