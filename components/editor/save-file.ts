import { localToday } from '../../lib/platform/today';

/** Until the browser has begun to read what it saves, ms. */
const RELEASE_MS = 60_000;

/** Hands the user a file of everything, by the browser's own download. */
export function saveFile(parts: string[]): void {
  const address = URL.createObjectURL(new Blob(parts, { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `newsgloss-${localToday()}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), RELEASE_MS);
}
