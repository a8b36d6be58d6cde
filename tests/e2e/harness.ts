import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect } from 'vitest';
import { type AnnotatedStory, annotateStory } from '../../lib/command-line/annotated-story';
import { readInput } from '../../lib/command-line/read-input';
import type { Entry } from '../../lib/glossary/schema';
import type { GlossaryIndex } from '../../lib/matching/index/glossary-index';
import { readBundledGlossary } from '../../lib/packaging/bundled-glossary';
import { bundledIndexWith } from '../../lib/packaging/packed-glossary';
import { MARK_HIGHLIGHTS } from '../../lib/page/marks';
import { NEAR_SHARE } from '../../lib/page/marks-in-view';
import { launchChromium } from '../browsers/chromium';
import type { LaunchOptions, ReadingBrowser, StoryPage } from '../browsers/driver';
import { launchFirefox } from '../browsers/firefox';
import { paintedTexts, paintedTextsThroughout } from '../browsers/in-page';
import type { BrowserName } from '../browsers/install';
import { type PageServer, servePages } from '../browsers/page-server';
import { builtFolder } from '../build/built-extension';

/** Every end-to-end case runs in both. */
export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

const LAUNCHERS = { chromium: launchChromium, firefox: launchFirefox };

export const extensionFolder = (name: BrowserName) => builtFolder(name === 'chromium' ? 'chrome' : 'firefox');

/**
 * Launches a browser with the built extension, unless `options` say otherwise. Every mention is marked,
 * so that tests see what is found; `usualMarks` leaves that as users have it at first.
 */
export async function launch(
  name: BrowserName,
  { usualMarks = false, ...options }: Partial<LaunchOptions> & { readonly usualMarks?: boolean } = {},
): Promise<ReadingBrowser> {
  const browser = await LAUNCHERS[name]({ extension: extensionFolder(name), ...options });
  if (!usualMarks && options.extension !== null) await markAll(browser);
  return browser;
}

/** Has every mention marked from now on. */
export async function markAll(browser: ReadingBrowser): Promise<void> {
  const page = await browser.openOwnPage('popup.html');
  await page.run(store, { 'marks:repeat': 'all', 'marks:familiarity:household': 'on' });
  await page.close();
}

/** Puts values into the extension's local storage, from a page of its own. */
export async function store(values: Record<string, unknown>): Promise<null> {
  // Each browser has one of the two.
  const own = globalThis as unknown as Record<'browser' | 'chrome', { storage: { local: Storage } }>;
  interface Storage {
    set(values: Record<string, unknown>): Promise<void>;
  }
  await (own.browser ?? own.chrome).storage.local.set(values);
  return null;
}

export const pagesFolder = fileURLToPath(new URL('../fixtures/pages/', import.meta.url));

/**
 * Serves the pages of the tests to every case of the file that calls it, until the last one is done.
 * @returns their server, whose origin hooks and cases may ask for: before, there is none.
 */
export function servedPages(): Pick<PageServer, 'origin'> {
  let server: PageServer | undefined;
  beforeAll(async () => {
    server = await servePages(pagesFolder);
  });
  afterAll(() => server?.close());
  return {
    get origin() {
      if (!server) throw new Error('The pages are served once the cases run.');
      return server.origin;
    },
  };
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ');

let bundled: Entry[] | null = null;

/** All of the bundled glossary. */
export function bundledEntries(): readonly Entry[] {
  bundled ??= readBundledGlossary();
  return bundled;
}

/** An entry of the bundled glossary. Throws where there is none. */
export function bundledEntry(id: string): Entry {
  const entry = bundledEntries().find((candidate) => candidate.id === id);
  if (!entry) throw new Error(`The bundled glossary has no ${id}`);
  return entry;
}

let index: GlossaryIndex | null = null;

/** What `npm run annotate` says of one of our pages. */
export function annotatedPage(name: string): AnnotatedStory {
  index ??= bundledIndexWith([]);
  return annotateStory(readInput(`${pagesFolder}${name}`), index, false);
}

/** The texts of its mentions as a page paints them, white space collapsed. */
export function mentionTexts(story: AnnotatedStory): string[] {
  return story.mentions.map((mention) => oneLine(mention.text));
}

/** The texts that are marked on a page as one scrolls through it, white space collapsed. */
export async function markedTexts(
  page: StoryPage,
  highlight: string = MARK_HIGHLIGHTS.dotted,
): Promise<string[]> {
  return (await page.run(paintedTextsThroughout, highlight, NEAR_SHARE)).map(oneLine);
}

/** The texts that are marked near what is in sight: without a scroll, which would close a card. */
export async function markedInSight(page: StoryPage): Promise<string[]> {
  return (await page.run(paintedTexts, MARK_HIGHLIGHTS.dotted)).map(oneLine);
}

/** Waits until a page has as many marks as it should have, and no others. */
export async function expectMarks(page: StoryPage, texts: readonly string[]): Promise<void> {
  await expect.poll(() => markedTexts(page), { timeout: 10_000 }).toEqual(texts);
}

/** Waits for the card of a name. */
export async function expectCard(page: StoryPage, label: string): Promise<void> {
  await expect.poll(async () => (await page.card())?.label ?? 'no card', { timeout: 5_000 }).toContain(label);
}

export async function expectNoCard(page: StoryPage): Promise<void> {
  await expect.poll(() => page.card(), { timeout: 5_000 }).toBeNull();
}
