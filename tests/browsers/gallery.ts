import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import type { GalleryState } from '../gallery/states';
import { callSource, type StoryPage } from './driver';
import { findBrowser } from './install';
import { servePages } from './page-server';

/** The component gallery in one page of a Chromium of its own, which goes from state to state. */
export interface Gallery extends Pick<StoryPage, 'run' | 'inject' | 'errors'> {
  /** For keys and pointer. */
  readonly page: Page;
  /** Shows a state alone, in its width and colours, with its presses made. */
  show(state: GalleryState): Promise<void>;
  /** PNG of what is shown, one pixel a CSS px, with {@link PICTURE_MARGIN} of the page around it. */
  picture(): Promise<Buffer>;
  close(): Promise<void>;
}

/** Of a picture, CSS px: holds most of the card's shadow. */
const PICTURE_MARGIN = 12;

/** Taller than any state, so that a picture needs no scrolling, CSS px. */
const WINDOW_HEIGHT = 3_000;

/** Finishes what fades and slides; endless animations have no end to go to. */
function finishAnimations(): null {
  for (const animation of document.querySelector('#gallery > div')?.shadowRoot?.getAnimations() ?? []) {
    if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
  }
  return null;
}

function boxOfShown(): { x: number; y: number; width: number; height: number } | null {
  const shown = document.querySelector('#gallery > div')?.shadowRoot?.querySelector('.newsgloss');
  return shown ? shown.getBoundingClientRect().toJSON() : null;
}

/** Builds the gallery, since a page of many modules takes seconds, and opens it. */
export async function openGallery(): Promise<Gallery> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('No Chromium is installed.');
  const folder = mkdtempSync(join(tmpdir(), 'newsgloss-gallery-'));
  await build({
    configFile: fileURLToPath(new URL('../gallery/vite.config.ts', import.meta.url)),
    build: { outDir: folder, emptyOutDir: true, target: 'esnext' },
    logLevel: 'error',
  });
  const server = await servePages(folder);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--hide-scrollbars', '--font-render-hinting=none'],
  });
  // What a machine has set must not show in pictures.
  const page = await browser.newPage({ locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce' });
  const errors: string[] = [];
  page.on('console', (said) => void (said.type() === 'error' && errors.push(said.text())));
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${server.origin}/index.html?state=`);
  await page.waitForFunction(() => 'showState' in globalThis);
  let shownWidth = 0;
  const run = async <Args extends unknown[], Result>(
    inPage: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> =>
    // What comes back is the function's result as JSON would carry it.
    (await page.evaluate(callSource(inPage, args))) as Awaited<Result>;

  return {
    page,
    run,
    inject: async (script) => void (await page.evaluate(`{${script}\n}; null`)),
    errors: () => errors,
    async show(state) {
      if (state.width !== shownWidth) {
        await page.setViewportSize({ width: state.width, height: WINDOW_HEIGHT });
        shownWidth = state.width;
      }
      const forcedColors = state.forcedColors ? 'active' : 'none';
      await page.emulateMedia({ colorScheme: state.theme, forcedColors });
      await page.evaluate(`showState(${JSON.stringify(state.name)})`);
      await run(finishAnimations);
    },
    async picture() {
      const box = await run(boxOfShown);
      if (!box) throw new Error('The gallery shows nothing.');
      const x = Math.max(0, Math.floor(box.x) - PICTURE_MARGIN);
      const y = Math.max(0, Math.floor(box.y) - PICTURE_MARGIN);
      const right = Math.ceil(box.x + box.width) + PICTURE_MARGIN;
      const height = Math.ceil(box.y + box.height) + PICTURE_MARGIN - y;
      const { width: windowWidth } = page.viewportSize() ?? { width: right };
      const clip = { x, y, width: Math.min(right, windowWidth) - x, height };
      return page.screenshot({ clip, caret: 'hide' });
    },
    async close() {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
