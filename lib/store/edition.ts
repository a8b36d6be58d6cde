/**
 * How everyone hears of a new edition of the user's glossary: pages of the extension and the
 * background by a channel of their own (edition-channel.ts), story pages by a key of local storage.
 */
import { readStored, watchStored, writeStored } from '../platform/storage';
import { tellPages } from './edition-channel';

const EDITION_KEY = 'store:edition';

/** Nothing was ever written: there is nothing to tell. */
const isFirstEdition = (edition: string) => edition.endsWith('.0');

/** Tells of an edition, once it is on the disk. Never fails: the edition stands, and is told again later. */
export function announceEdition(edition: string): void {
  tellPages(edition);
  writeStored(EDITION_KEY, edition).catch((error: unknown) =>
    console.warn('Newsgloss could not tell open stories of an edit:', error),
  );
}

/** Tells story pages of an edition that they have not heard of: who made it was closed too soon, or cannot tell them. */
export async function announceIfUntold(edition: string): Promise<void> {
  const stored = await readStored([EDITION_KEY]);
  if (stored[EDITION_KEY] !== edition && !isFirstEdition(edition)) await writeStored(EDITION_KEY, edition);
}

/** For story pages: calls back at each edition. Returns how to stop. */
export function watchEditions(onEdition: () => void): () => void {
  return watchStored(({ key }) => {
    if (key === EDITION_KEY) onEdition();
  });
}
