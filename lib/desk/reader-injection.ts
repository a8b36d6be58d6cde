import { MARK_STYLES } from '../page/marks';
import { STORY_PAGES } from '../page/story-pages';
import { browser } from '../platform/browser';

const READER_FILE = '/reader.js';
const CARD_FILE = '/card.js';
const GATE_FILE = '/gate.js';
const TAKE_OVER_FILE = '/take-over.js';

/**
 * The marks' style goes in twice: in Firefox (153) only the user's sheet reaches into shadow roots, and
 * Chromium (156) paints a highlight's background only from an author's.
 */
const MARK_ORIGINS = ['AUTHOR', 'USER'] as const;

/** Brings the reader and the style of its marks into one frame of a tab. */
export async function injectReader(tabId: number, frameId: number): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  for (const origin of MARK_ORIGINS) {
    await browser.scripting.insertCSS({ target, css: MARK_STYLES, origin });
  }
  await browser.scripting.executeScript({ target, files: [READER_FILE] });
}

/** Brings the card into one frame of a tab, in which the reader is. */
export async function injectCard(tabId: number, frameId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [CARD_FILE] });
}

/** Brings the gate into all frames of a tab; in other sites' frames it does nothing. */
export async function injectFrameGates(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [GATE_FILE] });
}

/** Brings the gate into a tab in which an earlier copy of the extension may have left something. */
async function takeOver(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [TAKE_OVER_FILE] });
  await browser.scripting.executeScript({ target: { tabId }, files: [GATE_FILE] });
}

/**
 * Brings the gate into the tabs that were open before the extension was installed or updated, which
 * the browser leaves alone. Tabs that refuse (the store, pages being closed) are passed over.
 */
export async function injectGateIntoOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: STORY_PAGES });
  await Promise.allSettled(
    tabs.flatMap((tab) => (tab.id === undefined || tab.discarded ? [] : [takeOver(tab.id)])),
  );
}
