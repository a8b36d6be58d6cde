/**
 * How everyone hears of a new edition of the user's glossary: pages of the extension and the
 * background by a channel of their own, story pages by a key of local storage.
 */
import { readStored, watchStored, writeStored } from '../platform/storage';

const EDITION_KEY = 'store:edition';
const CHANNEL = 'newsgloss-store';

/** Nothing was ever written: there is nothing to tell. */
const isFirstEdition = (edition: string) => edition.endsWith('.0');

/** Tells of an edition, once it is on the disk. Never fails: the edition stands, and is told again later. */
export function announceEdition(edition: string): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(edition);
  channel.close();
  writeStored(EDITION_KEY, edition).catch((error: unknown) =>
    console.warn('Newsgloss could not tell open stories of an edit:', error),
  );
}

/** Tells story pages of an edition that they have not heard of: the page that made it was closed too soon. */
export async function announceIfUntold(edition: string): Promise<void> {
  const stored = await readStored([EDITION_KEY]);
  if (stored[EDITION_KEY] !== edition && !isFirstEdition(edition)) await writeStored(EDITION_KEY, edition);
}

/** For pages of the extension: calls back at each edition that another page has made. Returns how to stop. */
export function hearEditions(onEdition: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = () => onEdition();
  return () => channel.close();
}

/** For story pages: calls back at each edition. Returns how to stop. */
export function watchEditions(onEdition: () => void): () => void {
  return watchStored(({ key }) => {
    if (key === EDITION_KEY) onEdition();
  });
}
