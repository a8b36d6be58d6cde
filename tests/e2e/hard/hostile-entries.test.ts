/** An imported glossary that would be markup, in the preview, the list, the form, the popup and the card of a page. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json';
import type { BrowserPage, ReadingBrowser } from '../../browsers/driver';
import { type PageServer, servePages } from '../../browsers/page-server';
import { PAYLOADS, PLANTED } from '../../unit/hard/payloads';
import { PATIENCE_MS } from '../durability/counts';
import { waitForStore } from '../durability/in-editor';
import { BROWSERS, expectCard, expectNoCard, launch, markedTexts, pagesFolder } from '../harness';
import { chooseFile, counts, press, told } from '../own-exchange';
import { pressButton } from '../own-page';
import { popupText } from '../popup-reading';
import { ATTACKS } from './attack-counts';

/** A name that stories can have, and a payload in every text that a card shows of it. */
const nameOf = (nth: number) => `Zorvik${nth} Quelnar`;
const glossary = JSON.stringify({
  ...{ format: 'newsgloss-glossary', version: 1 },
  entries: PAYLOADS.map((text, nth) => ({
    ...{ id: `own-${nth}`, kind: 'group', familiarity: 'specialist', name: text },
    ...{ say: text, summary: text },
    background: [{ text, sources: ['s'] }],
    aliases: [{ key: 'a', text: nameOf(nth) }],
    facts: [{ key: 'e', type: 'event', text, from: '2020', sources: ['s'] }],
    sources: [{ ref: 's', title: text, publisher: text, url: 'https://example.org/?q="><script>' }],
  })),
});

/** What a script that was planted has left in a page, and elements that no page of ours has. */
const findPlanted = (key: string) => ({
  ran: Reflect.get(globalThis, key) ?? null,
  elements: document.querySelectorAll(
    'script:not([type="module"][src^="/"]), iframe, object, embed, base, meta[http-equiv], form[action], [onerror], [onload], [onclick]',
  ).length,
});

let server: PageServer;
beforeAll(async () => {
  server = await servePages(pagesFolder);
});
afterAll(() => server.close());

describe.each(BROWSERS)('in %s', (name) => {
  let browser: ReadingBrowser;
  beforeAll(async () => {
    browser = await launch(name);
  });
  afterAll(() => browser?.close());

  /** `elements` are the page's own. */
  const expectNothing = async (page: BrowserPage, elements = 0) =>
    expect(await page.run(findPlanted, PLANTED)).toEqual({ ran: null, elements });

  it(`${PAYLOADS.length} payloads are text wherever they are shown`, {
    timeout: 3 * PATIENCE_MS,
  }, async () => {
    const page = await browser.openOwnPage('glossary-editor.html');
    await page.run(waitForStore);
    await pressButton(page, messages.toolbarExchange.message);
    await chooseFile(page, '"><img src onerror=1>.json', new TextEncoder().encode(glossary));
    await expect.poll(() => counts(page), { timeout: 60_000 }).not.toBeNull();
    await expectNothing(page);
    await press(page, messages.exchangeWriteOther.message.split('$COUNT$')[0] ?? '');
    await expect.poll(() => told(page), { timeout: 60_000 }).not.toBe('');
    await expectNothing(page);
    await page.close();

    const story = await browser.openPage(`${server.origin}/sample-story.html`);
    const { elements } = await story.run(findPlanted, PLANTED);
    const shown = Array.from({ length: ATTACKS.cards }, (_, i) => (i * 37) % PAYLOADS.length);
    await story.run((names) => {
      const added = document.createElement('p');
      added.textContent = `At the gates of the city ${names.join(', ')} were seen by everybody who had come that day.`;
      document.querySelector('article')?.append(added);
      return null;
    }, shown.map(nameOf));
    await expect.poll(() => markedTexts(story), { timeout: 60_000 }).toContain(nameOf(shown[0] ?? 0));
    for (const nth of shown) {
      await story.pointTo(nameOf(nth));
      await expectCard(story, (PAYLOADS[nth] ?? '').trim());
      await story.clickInCard(messages.cardUnfold.message);
      expect((await story.card())?.text).toContain((PAYLOADS[nth] ?? '').trim());
      await expectNothing(story, elements);
      await story.press('Escape');
      await expectNoCard(story);
      await story.pointAway();
    }

    const popup = await browser.openPopup();
    const first = (PAYLOADS[shown[0] ?? 0] ?? '').trim();
    await expect.poll(() => popupText(popup), { timeout: 20_000 }).toContain(first.replace(/\s+/g, ' '));
    await expectNothing(popup);
    await popup.close();

    const editor = await browser.openOwnPage(`glossary-editor.html#entry=own-${shown[0]}`);
    await editor.run(waitForStore);
    await expect
      .poll(() => editor.run(() => document.querySelectorAll('.list .row-name').length), { timeout: 20_000 })
      .toBeGreaterThan(5);
    await expectNothing(editor);
    expect([...story.errors(), ...popup.errors(), ...editor.errors()]).toEqual([]);
    console.log(
      `${name}: ${PAYLOADS.length} hostile entries imported, ${shown.length} of their cards opened: 0 elements made, 0 scripts run`,
    );
  });
});
