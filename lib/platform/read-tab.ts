import { browser, type Tabs } from './browser';

/** The tab that the popup is about. */
export interface ReadTab {
  readonly id: number;
  /** Null where the browser does not tell it: its own pages. */
  readonly address: string | null;
}

/**
 * The tab in front of the reader, or null where there is none. Where the popup itself was opened as
 * a tab, the one that she looked at before it.
 */
export async function findReadTab(): Promise<ReadTab | null> {
  const own = browser.runtime.getURL('');
  const isOwn = (tab: Tabs.Tab) => (tab.url ?? tab.pendingUrl ?? '').startsWith(own);
  const [front] = await browser.tabs.query({ active: true, currentWindow: true });
  if (front && !isOwn(front)) return readTabOf(front);
  const others = (await browser.tabs.query({ currentWindow: true })).filter((tab) => !isOwn(tab));
  others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return others[0] ? readTabOf(others[0]) : null;
}

function readTabOf(tab: Tabs.Tab): ReadTab | null {
  return tab.id === undefined ? null : { id: tab.id, address: tab.url ?? null };
}

/** Calls back whenever a page of the tab has been loaded. */
export function watchLoads(tabId: number, onLoaded: () => void): void {
  const listener = (updated: number, { status }: { readonly status?: string }) => {
    if (updated === tabId && status === 'complete') onLoaded();
  };
  browser.tabs.onUpdated.addListener(listener);
}
