/** Where the page stands, as its address's hash says; a reload comes back to it. */
import { addedNameIn, editedEntryIn, entryHash, NEW_HASH } from '../../lib/platform/own-pages';

export type OpenedAt =
  | { readonly at: 'list' }
  | { readonly at: 'entry'; readonly id: string }
  /** A new entry; `name` is what it was opened to add, null for nothing. */
  | { readonly at: 'new'; readonly name: string | null };

export function openedAt(hash: string): OpenedAt {
  const id = editedEntryIn(hash);
  if (id !== null) return { at: 'entry', id };
  const name = addedNameIn(hash);
  if (name !== null) return { at: 'new', name };
  return hash === `#${NEW_HASH}` ? { at: 'new', name: null } : { at: 'list' };
}

/** Puts it into the address, without an entry of its own in the browser's history. */
export function rememberAddress(opened: OpenedAt): void {
  const hash = opened.at === 'entry' ? entryHash(opened.id) : opened.at === 'new' ? NEW_HASH : '';
  history.replaceState(null, '', hash === '' ? location.pathname : `#${hash}`);
}
