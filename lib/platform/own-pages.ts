import { browser } from './browser';

const EDITED = 'entry=';
const ADDED = 'add=';
/** The hash of the page at a new entry of which nothing is known. */
export const NEW_HASH = 'new';

/** The hash of the page at an entry, without its sign. */
export const entryHash = (entryId: string) => EDITED + encodeURIComponent(entryId);

async function openEditor(hash: string): Promise<void> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('glossary-editor.html')}#${hash}` });
}

/** Opens the page that welcomes a new user, in a new tab. */
export async function openWelcome({ isInFront }: { readonly isInFront: boolean }): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('welcome.html'), active: isInFront });
}

/** Whether a page of ours is shown by Firefox, where some things of the browser's own are elsewhere. */
export function isFirefox(): boolean {
  return browser.runtime.getURL('').startsWith('moz-extension:');
}

/** Opens the page of the user's glossary at an entry, in a new tab. */
export function openEditorAt(entryId: string): Promise<void> {
  return openEditor(entryHash(entryId));
}

/** Opens the page of the user's glossary to add a name, which is filled in. */
export function openEditorToAdd(name: string): Promise<void> {
  return openEditor(ADDED + encodeURIComponent(name));
}

function partOf(hash: string, what: string): string | null {
  const found = hash.replace(/^#/, '');
  return found.startsWith(what) ? decodeURIComponent(found.slice(what.length)) : null;
}

/** The entry that the page was opened at, from its address's hash; null where it was opened at none. */
export function editedEntryIn(hash: string): string | null {
  return partOf(hash, EDITED);
}

/** The name that the page was opened to add, from the same; null where it was opened for none. */
export function addedNameIn(hash: string): string | null {
  return partOf(hash, ADDED);
}
