import { browser } from './browser';

const EDITED = 'entry=';

/** Opens the page of the user's glossary at an entry, in a new tab. */
export async function openEditorAt(entryId: string): Promise<void> {
  const address = browser.runtime.getURL('glossary-editor.html');
  await browser.tabs.create({ url: `${address}#${EDITED}${encodeURIComponent(entryId)}` });
}

/** The entry that the page was opened at, from its address's hash; null where it was opened as a whole. */
export function editedEntryIn(hash: string): string | null {
  const found = hash.replace(/^#/, '');
  return found.startsWith(EDITED) ? decodeURIComponent(found.slice(EDITED.length)) : null;
}
