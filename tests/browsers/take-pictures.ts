import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { MARK_HIGHLIGHTS } from '../../lib/page/marks';
import { launchChromium } from './chromium';
import type { StoryPage } from './driver';
import { paintedTexts } from './in-page';

export interface PictureOptions {
  /** Folder of the unpacked extension. */
  readonly extension: string;
  /** Address of the story. */
  readonly address: string;
  /** Where the pictures go; made where it is missing. */
  readonly folder: string;
  /** Names whose card is worth a picture, best first; else the page's first mark. */
  readonly names: readonly string[];
  /** Of the window's inside, CSS pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly pixelRatio?: number;
}

/** Pages that load more than this after they are there are pictured without it. */
const LONGEST_READING_MS = 10_000;
const POLL_MS = 100;
/** Lets the card's appearance end. */
const SETTLED_MS = 400;

/** The painted texts, once there are any; empty where the page has no names, or is no story. */
async function waitForMarks(page: StoryPage): Promise<readonly string[]> {
  for (let waited = 0; waited < LONGEST_READING_MS; waited += POLL_MS) {
    const texts = await page.run(paintedTexts, MARK_HIGHLIGHTS.dotted);
    if (texts.length > 0) return texts;
    await wait(POLL_MS);
  }
  return [];
}

async function waitForCard(page: StoryPage): Promise<boolean> {
  for (let waited = 0; waited < LONGEST_READING_MS; waited += POLL_MS) {
    if (await page.card()) {
      await wait(SETTLED_MS);
      return true;
    }
    await wait(POLL_MS);
  }
  return false;
}

/** Index of the mark to open: the first whose text is one of `names`, tried in their order. */
function chooseMark(texts: readonly string[], names: readonly string[]): number {
  for (const name of names) {
    const index = texts.indexOf(name);
    if (index >= 0) return index;
  }
  return 0;
}

/** Pictures of a story, of an open card on a light and on a dark page, and of the popup; gives their files. */
export async function takePictures(options: PictureOptions): Promise<string[]> {
  const { extension, address, folder, names, viewport, pixelRatio = 1 } = options;
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    const browser = await launchChromium({
      extension,
      colorScheme,
      pixelRatio,
      ...(viewport && { viewport }),
    });
    try {
      const page = await browser.openPage(address);
      const keep = async (name: string, shown: { screenshot(file: string): Promise<void> }) => {
        const file = join(folder, name);
        await shown.screenshot(file);
        files.push(file);
      };
      const texts = await waitForMarks(page);
      if (colorScheme === 'light') {
        await keep('page.png', page);
        const popup = await browser.openPopup();
        await wait(SETTLED_MS);
        await keep('popup.png', popup);
        await popup.close();
        await page.show();
      }
      if (texts.length === 0) continue;
      await page.pointToMark(chooseMark(texts, names));
      if (await waitForCard(page)) await keep(`card-${colorScheme}.png`, page);
    } finally {
      await browser.close();
    }
  }
  return files;
}
