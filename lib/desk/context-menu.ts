import type { FoundEntry } from '../matching/find-entry';
import { askTab } from '../messaging/channel';
import { STORY_PAGES } from '../page/story-pages';
import { browser } from '../platform/browser';
import { message } from '../platform/i18n';
import { openEditorAt, openEditorToAdd } from '../platform/own-pages';
import { injectReader } from './reader-injection';

const BACKGROUND_ON = 'background-on';
const ADD = 'add-to-glossary';

/** Longest selection that may be a name, UTF-16 units: the limit of a name in the glossary. */
const LONGEST_NAME = 120;

const asName = (selection: string) => selection.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME);

/** Puts our lines into the menu of a selection. Once, when the extension is installed or updated. */
export async function makeContextMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  const about = { contexts: ['selection' as const], documentUrlPatterns: [...STORY_PAGES] };
  browser.contextMenus.create({ ...about, id: BACKGROUND_ON, title: message('menuBackgroundOn') });
  browser.contextMenus.create({ ...about, id: ADD, title: message('menuAdd') });
}

/**
 * Has a frame's page open the card of what is selected there: of the mention in the selection, else of
 * `found`. The reader is brought where it is not, as on pages that are no stories. False where there is
 * nothing to open, or no way to.
 */
async function openAtSelection(tabId: number, frameId: number, found: FoundEntry | null): Promise<boolean> {
  const ask = () => askTab(tabId, 'open-at-selection', { found }, frameId);
  try {
    // No answer: the gate alone is there.
    const opened = await ask().catch(() => null);
    if (opened !== null || !found) return opened === true;
    await injectReader(tabId, frameId);
    return await ask();
  } catch {
    return false;
  }
}

/** Answers the menu; `find` gives the entry that a text names. */
export function answerContextMenu(find: (text: string) => Promise<FoundEntry | null>): void {
  browser.contextMenus.onClicked.addListener(async ({ menuItemId, selectionText, frameId }, tab) => {
    const name = asName(selectionText ?? '');
    if (name === '') return;
    if (menuItemId === ADD) {
      await openEditorToAdd(name);
      return;
    }
    if (menuItemId !== BACKGROUND_ON || tab?.id === undefined) return;
    const found = await find(name);
    if (await openAtSelection(tab.id, frameId ?? 0, found)) return;
    if (found) await openEditorAt(found.id);
    else await openEditorToAdd(name);
  });
}
