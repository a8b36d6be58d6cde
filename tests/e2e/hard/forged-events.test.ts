/** A page that makes up what only a hand, the browser or the extension can say: nothing comes of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadingBrowser } from '../../browsers/driver';
import { pointOfText } from '../../browsers/in-page';
import { PATIENCE_MS } from '../durability/counts';
import { BROWSERS, expectCard, expectNoCard, launch, markedTexts, servedPages } from '../harness';
import { ATTACKS } from './attack-counts';

const NAME = 'Zabihullah Mujahid';

/** What a page can forge; each kind so often. */
const FORGERIES = {
  'pointer events': (x: number, y: number, count: number) => {
    const types = [
      'pointerover',
      'pointermove',
      'pointerdown',
      'pointerup',
      'pointerleave',
      'mousemove',
      'mouseover',
    ];
    const target = document.elementFromPoint(x, y) ?? document.body;
    for (let i = 0; i < count; i++) {
      const init = {
        bubbles: true,
        composed: true,
        clientX: x + (i % 3),
        clientY: y,
        pointerId: 1,
        isPrimary: true,
      };
      target.dispatchEvent(new PointerEvent(types[i % types.length] ?? '', init));
    }
  },
  'clicks and taps': (x: number, y: number, count: number) => {
    const target = document.elementFromPoint(x, y) ?? document.body;
    for (let i = 0; i < count; i++) {
      const init = {
        bubbles: true,
        composed: true,
        cancelable: true,
        clientX: x,
        clientY: y,
        pointerType: 'touch',
      };
      target.dispatchEvent(new PointerEvent(i % 2 ? 'click' : 'contextmenu', init));
    }
  },
  keys: (_x: number, _y: number, count: number) => {
    const keys = ['i', '.', ',', 'Escape', 'Enter', 'Tab', 'Alt'];
    for (let i = 0; i < count; i++) {
      const init = {
        key: keys[i % keys.length] ?? '',
        code: 'KeyI',
        altKey: i % 2 === 0,
        bubbles: true,
        composed: true,
      };
      for (const place of [document.body, window]) place.dispatchEvent(new KeyboardEvent('keydown', init));
    }
  },
  'what the browser says of a page': (_x: number, _y: number, count: number) => {
    for (let i = 0; i < count; i++) {
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      document.dispatchEvent(new Event('visibilitychange'));
      document.dispatchEvent(new Event('fullscreenchange'));
      window.dispatchEvent(new Event('resize'));
      document.dispatchEvent(new Event('load'));
    }
  },
  'messages of the extension': (_x: number, _y: number, count: number) => {
    const names = [
      'open-card',
      'next-mention',
      'go-to-entry',
      'open-at-selection',
      'annotate',
      'report',
      'edit-entry',
    ];
    for (let i = 0; i < count; i++) {
      const envelope = { newsgloss: names[i % names.length], params: { id: 'taliban', found: null } };
      window.postMessage(envelope, '*');
      window.postMessage(JSON.stringify(envelope), '*');
      window.dispatchEvent(
        new MessageEvent('message', { data: envelope, origin: 'chrome-extension://newsgloss' }),
      );
      document.dispatchEvent(new CustomEvent(`newsgloss:${names[i % names.length]}`, { detail: envelope }));
    }
  },
  'events of the framework': (_x: number, _y: number, count: number) => {
    const names = [
      'wxt:content-script-started',
      'wxt:reload-content-script',
      'wxt:locationchange',
      'newsgloss@newsgloss.example:reader:wxt:content-script-started',
      'newsgloss:gate:wxt:content-script-started',
    ];
    for (let i = 0; i < count; i++) {
      const type = names[i % names.length] ?? '';
      const detail = { contentScriptName: i % 2 ? 'gate' : 'reader', messageId: String(i) };
      for (const place of [document, window]) place.dispatchEvent(new CustomEvent(type, { detail }));
      window.postMessage({ type, ...detail }, '*');
    }
  },
  // The browser's own interfaces, where a page has them at all.
  'calls of the extension': (_x: number, _y: number, count: number) => {
    const own = globalThis as unknown as Record<
      string,
      { runtime?: { sendMessage?: (...args: unknown[]) => unknown } }
    >;
    for (let i = 0; i < count; i++) {
      for (const api of ['chrome', 'browser']) {
        try {
          own[api]?.runtime?.sendMessage?.('newsgloss@newsgloss.example', {
            newsgloss: 'open-card',
            params: null,
          });
        } catch {
          // There is nobody who would hear it.
        }
      }
    }
  },
} satisfies Record<string, (x: number, y: number, count: number) => void>;

const server = servedPages();

describe.each(BROWSERS)('in %s', (name) => {
  let browser: ReadingBrowser;
  beforeAll(async () => {
    browser = await launch(name);
  });
  afterAll(() => browser?.close());

  it(`${ATTACKS.forgeries} forgeries of each kind open no card, close none, and end nothing`, {
    timeout: 3 * PATIENCE_MS,
  }, async () => {
    const page = await browser.openPage(`${server.origin}/sample-story.html`);
    await expect.poll(() => markedTexts(page), { timeout: 60_000 }).toContain(NAME);
    const marked = await markedTexts(page);
    const at = await page.run(pointOfText, NAME, 0, 0);
    if (!at) throw new Error('The story has the name');

    for (const forge of Object.values(FORGERIES)) await page.run(forge, at.x, at.y, ATTACKS.forgeries);
    expect(await page.card()).toBeNull();
    expect(await markedTexts(page)).toEqual(marked);

    await page.pointTo(NAME);
    await expectCard(page, NAME);
    const open = await page.card();
    for (const forge of Object.values(FORGERIES)) await page.run(forge, at.x, at.y, ATTACKS.forgeries);
    // A message would be on its way longer than this is.
    await page.run(() => new Promise((resolve) => setTimeout(() => resolve(null), 800)));
    expect((await page.card())?.text).toBe(open?.text);
    expect(await markedTexts(page)).toEqual(marked);

    await page.press('Escape');
    await expectNoCard(page);
    await page.pointAway();
    await page.pointTo(NAME);
    await expectCard(page, NAME);
    if (page.extensionScripts()) expect(page.extensionScripts()).toEqual(['gate.js', 'reader.js', 'card.js']);
    expect(page.errors().filter((error) => !/Could not establish|Receiving end/.test(error))).toEqual([]);
    console.log(
      `${name}: ${Object.keys(FORGERIES).length} kinds × ${ATTACKS.forgeries} forgeries, twice: 0 cards opened, 0 closed`,
    );
    await page.close();
  });
});
