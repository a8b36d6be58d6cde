/** What axe finds wrong: with each state of card and popup in the gallery, and with the real popup. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, RULES_OF_LOOKS } from '../browsers/axe';
import type { ReadingBrowser } from '../browsers/driver';
import { type Gallery, openGallery } from '../browsers/gallery';
import { type PageServer, servePages } from '../browsers/page-server';
import { GALLERY_STATES, galleryState } from '../gallery/states';
import { annotatedPage, BROWSERS, expectMarks, launch, mentionTexts, pagesFolder } from './harness';
import { listedNames } from './popup-reading';

/** Looks of a state whose markup is that of its first look. */
const SAME_MARKUP = /-(?:dark|narrow|large-text|forced-colours)$/;

describe('axe finds nothing in the gallery', () => {
  let gallery: Gallery;
  beforeAll(async () => {
    gallery = await openGallery();
  });
  afterAll(() => gallery?.close());

  it.each(GALLERY_STATES.map((state) => [state.name, state] as const))('at %s', async (_, state) => {
    await gallery.show(state);
    expect(await axeFaults(gallery, SAME_MARKUP.test(state.name) ? RULES_OF_LOOKS : [])).toEqual([]);
    expect(gallery.errors()).toEqual([]);
  });

  it('but would find a fault inside a shadow root', async () => {
    await gallery.show(galleryState('card-group-light'));
    await gallery.run(() => {
      const root = document.querySelector('#gallery > div')?.shadowRoot;
      root?.append(Object.assign(document.createElement('button'), { type: 'button' }));
    });
    expect((await axeFaults(gallery)).join('\n')).toContain('button-name');
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
