import { browser } from './browser';

/** Keys whose names browsers write out. */
const SIGNS: Readonly<Record<string, string>> = { Period: '.', Comma: ',' };

/** A shortcut as the user has it now. */
export interface Shortcut {
  /** What it does, in the user's language. */
  readonly description: string;
  /** Its keys as the browser writes them, signs as themselves: `Alt+.`; null where it has none. */
  readonly keys: string | null;
}

/** All shortcuts: the user may have changed them, or taken their keys, and another extension may hold ours. */
export async function listShortcuts(): Promise<Shortcut[]> {
  const commands = await browser.commands.getAll();
  return commands.flatMap(({ description, shortcut }) => {
    // Chromium names the opening of the popup without a word for it.
    if (!description) return [];
    const keys = shortcut ? shortcut.replace(/Period|Comma/, (name) => SIGNS[name] ?? name) : null;
    return [{ description, keys }];
  });
}

/** Chromium's page for shortcuts, which has no function to open it. */
const CHROMIUM_PAGE = 'chrome://extensions/shortcuts';

/** Leads the user to where the browser lets her change the shortcuts. */
export async function openShortcutSettings(): Promise<void> {
  // Firefox has it since 137; the list of types has not.
  const { openShortcutSettings: open } = browser.commands as { openShortcutSettings?: () => Promise<void> };
  if (open) await open();
  else await browser.tabs.create({ url: CHROMIUM_PAGE });
}
