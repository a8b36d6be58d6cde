/** The extension asks the network for nothing, whatever is done with it; and would be found out. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json';
import { type PageServer, servePages } from '../../browsers/page-server';
import { lastRecording } from '../../browsers/request-recorder';
import { PATIENCE_MS } from '../durability/counts';
import { waitForStore } from '../durability/in-editor';
import { BROWSERS, expectCard, launch, markedTexts, pagesFolder } from '../harness';
import { chooseFile, counts } from '../own-exchange';
import { pressButton } from '../own-page';

const NAME = 'Zabihullah Mujahid';

let server: PageServer;
/** Somebody who would be told. */
let elsewhere: Server;
let address = '';
beforeAll(async () => {
  server = await servePages(pagesFolder);
  elsewhere = createServer((_, response) => void response.writeHead(204).end());
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with one.
  address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/told?of=a-name`;
});
afterAll(async () => {
  await server.close();
  elsewhere.closeAllConnections();
  elsewhere.close();
});

describe.each(BROWSERS)('in %s', (name) => {
  it('reads, shows cards, popup, settings and glossary, imports, and asks for nothing', {
    timeout: 3 * PATIENCE_MS,
  }, async () => {
    const browser = await launch(name);
    try {
      const story = await browser.openPage(`${server.origin}/sample-story.html`);
      await expect.poll(() => markedTexts(story), { timeout: 60_000 }).toContain(NAME);
      await story.pointTo(NAME);
      await expectCard(story, NAME);
      await story.clickInCard(messages.cardUnfold.message);
      const popup = await browser.openPopup();
      await popup.close();
      for (const file of ['options.html', 'welcome.html']) await (await browser.openOwnPage(file)).close();
      const editor = await browser.openOwnPage('glossary-editor.html');
      await editor.run(waitForStore);
      await pressButton(editor, messages.toolbarExchange.message);
      const table = 'name,kind,source\nZorvik,term,https://example.org/asked-for\n';
      await chooseFile(editor, 'list.csv', new TextEncoder().encode(table));
      await expect.poll(() => counts(editor), { timeout: 60_000 }).not.toBeNull();
      await browser.stopBackground();
      await story.show();
      await story.reload();
      await expect.poll(() => markedTexts(story), { timeout: 60_000 }).toContain(NAME);
    } finally {
      await browser.close();
    }
    const { requests = 0, ofExtension = [] } = lastRecording() ?? {};
    // The story's own page and style were heard, so that silence means something.
    expect(requests).toBeGreaterThan(3);
    expect(ofExtension).toEqual([]);
    console.log(`${name}: ${requests} requests of pages and browser, 0 of the extension`);
  });

  it('a run in which a page of the extension asks for something fails, and names it', {
    timeout: 3 * PATIENCE_MS,
  }, async () => {
    const browser = await launch(name);
    const page = await browser.openOwnPage('options.html');
    await page.run(async (address) => {
      await fetch(address, { mode: 'no-cors' }).catch(() => null);
      return null;
    }, address);
    await expect(browser.close()).rejects.toThrow(address);
  });
});
