import { MARK_STYLES } from '../page/marks';
import { STORY_PAGES } from '../page/story-pages';
import { browser } from '../platform/browser';

const READER_FILE = '/reader.js';
const GATE_FILE = '/gate.js';

/** Brings the reader and the style of its marks into one frame of a tab. */
export async function injectReader(tabId: number, frameId: number): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  // As the user's sheet, which reaches into shadow roots; a page's own would not.
  await browser.scripting.insertCSS({ target, css: MARK_STYLES, origin: 'USER' });
  await browser.scripting.executeScript({ target, files: [READER_FILE] });
}

/** Brings the gate into all frames of a tab; in other sites' frames it does nothing. */
export async function injectFrameGates(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [GATE_FILE] });
}

/**
 * Brings the gate into the tabs that were open before the extension was installed or updated, which
 * the browser leaves alone. Tabs that refuse (the store, pages being closed) are passed over.
 */
export async function injectGateIntoOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: STORY_PAGES });
  await Promise.allSettled(
    tabs.flatMap((tab) =>
      tab.id === undefined || tab.discarded
        ? []
        : [browser.scripting.executeScript({ target: { tabId: tab.id }, files: [GATE_FILE] })],
    ),
  );
}
