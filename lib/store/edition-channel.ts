/** How pages of the extension, its workers and its background hear of a new edition of the user's glossary. */
const CHANNEL = 'newsgloss-store';

/** Tells all others of an edition, once it is on the disk; callers in this same page hear of it too. */
export function tellPages(edition: string): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(edition);
  channel.close();
}

/** Calls back at each edition that another has made. Returns how to stop. */
export function hearEditions(onEdition: (edition: string) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => onEdition(String(data));
  return () => channel.close();
}
