/** When the user last had everything saved to a file: in local storage, where the page of settings reads it. */
import { writeStored } from '../platform/storage';

const BACKUP_KEY = 'store:backup';

/** Everything has just been handed to the user as a file. Never fails: the file is there. */
export function noteBackup(): void {
  writeStored(BACKUP_KEY, Date.now()).catch((error: unknown) =>
    console.warn('Newsgloss could not note the backup:', error),
  );
}

/** When that was last, ms of the epoch; null for never. */
export function lastBackupIn(stored: Readonly<Record<string, unknown>>): number | null {
  const at = stored[BACKUP_KEY];
  return typeof at === 'number' && Number.isFinite(at) ? at : null;
}
