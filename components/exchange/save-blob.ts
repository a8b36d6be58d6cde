import { localToday } from '../../lib/platform/today';

/** Until the browser has begun to read what it saves, ms. */
const RELEASE_MS = 60_000;

/** Hands the user a file, by the browser's own download; `about` begins its name, `ending` is what follows its last dot. */
export function saveBlob(file: Blob, ending: string, about = 'newsgloss'): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = `${about}-${localToday()}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), RELEASE_MS);
}
