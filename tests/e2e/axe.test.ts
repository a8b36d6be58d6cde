/** What axe finds wrong: with each state of card and popup in the gallery, and with the real popup. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from '../browsers/axe';
import type { ReadingBrowser, StoryPage } from '../browsers/driver';
import { type PageServer, servePages } from '../browsers/page-server';
import { GALLERY_STATES } from '../gallery/states';
import { annotatedPage, BROWSERS, expectMarks, launch, mentionTexts, pagesFolder } from './harness';
import { listedNames } from './popup-reading';

describe('axe finds nothing in the gallery', () => {
  let folder: string;
  let gallery: PageServer;
  let browser: ReadingBrowser;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'newsgloss-gallery-'));
    // Built, since a page of many modules for each of many states takes minutes.
    await build({
      configFile: fileURLToPath(new URL('../gallery/vite.config.ts', import.meta.url)),
      build: { outDir: folder, emptyOutDir: true },
      logLevel: 'error',
    });
    gallery = await servePages(folder);
    browser = await launch('chromium', { extension: null });
  });
  afterAll(async () => {
    await browser?.close();
    await gallery?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const openState = async (state: string): Promise<StoryPage> => {
    const page = await browser.openPage(`${gallery.origin}/index.html?state=${state}`);
    const isShown = () =>
      page.run(() =>
        Boolean(document.querySelector('#gallery > div')?.shadowRoot?.querySelector('.newsgloss')),
      );
    await expect.poll(isShown).toBe(true);
    return page;
  };

  it.each(GALLERY_STATES.map((state) => state.name))('at %s', async (state) => {
    const page = await openState(state);
    expect(await axeFaults(page)).toEqual([]);
    expect(page.errors()).toEqual([]);
    await page.close();
  });

  it('but would find a fault inside a shadow root', async () => {
    const page = await openState('card-group-light');
    await page.run(() => {
      const root = document.querySelector('#gallery > div')?.shadowRoot;
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
