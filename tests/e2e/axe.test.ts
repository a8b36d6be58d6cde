/** What axe finds wrong: with each state of card and popup in the gallery, and with the real popup. */
import { fileURLToPath } from 'node:url';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from '../browsers/axe';
import type { ReadingBrowser } from '../browsers/driver';
import { type PageServer, servePages } from '../browsers/page-server';
import { GALLERY_STATES } from '../gallery/states';
import { annotatedPage, BROWSERS, expectMarks, launch, mentionTexts, pagesFolder } from './harness';
import { listedNames } from './popup-reading';

describe('axe finds nothing in the gallery', () => {
  let gallery: ViteDevServer;
  let browser: ReadingBrowser;
  beforeAll(async () => {
    gallery = await createServer({
      configFile: fileURLToPath(new URL('../gallery/vite.config.ts', import.meta.url)),
      server: { port: 0, hmr: false, watch: null },
      logLevel: 'error',
    });
    await gallery.listen();
    browser = await launch('chromium', { extension: null });
  });
  afterAll(async () => {
    await browser?.close();
    await gallery?.close();
  });

  it.each(GALLERY_STATES.map((state) => state.name))('at %s', async (state) => {
    const page = await browser.openPage(`${gallery.resolvedUrls?.local[0]}?state=${state}`);
    await expect.poll(() => page.run(() => document.querySelector('main')?.childElementCount)).toBe(1);
    expect(await axeFaults(page)).toEqual([]);
    expect(page.errors()).toEqual([]);
    await page.close();
  });

  it('but would find a fault inside a shadow root', async () => {
    const page = await browser.openPage(`${gallery.resolvedUrls?.local[0]}?state=card-group-light`);
    await expect.poll(() => page.run(() => document.querySelector('main')?.childElementCount)).toBe(1);
    await page.run(() => {
      const root = document.querySelector('main > div')?.shadowRoot;
      root?.append(Object.assign(document.createElement('button'), { type: 'button' }));
    });
    expect((await axeFaults(page)).join('\n')).toContain('button-name');
    await page.close();
  });
});

describe.each(BROWSERS)('in %s', (name) => {
  let server: PageServer;
  let browser: ReadingBrowser;
  beforeAll(async () => {
    server = await servePages(pagesFolder);
    browser = await launch(name);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('axe finds nothing in the popup of a story', async () => {
    const page = await browser.openPage(`${server.origin}/sample-story.html`);
    await expectMarks(page, mentionTexts(annotatedPage('sample-story.html')));
    const popup = await browser.openPopup();
    await expect.poll(async () => (await listedNames(popup)).length, { timeout: 10_000 }).toBeGreaterThan(20);
    expect(await axeFaults(popup)).toEqual([]);
  });
});
