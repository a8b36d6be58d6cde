import { countedMessage, message } from '../../lib/platform/i18n';
import type { KeptSnapshot } from '../../lib/store/snapshots';
import { interfaceLocale } from '../words/locale';
import { SNAPSHOT_MESSAGES } from '../words/store';

interface SnapshotListProps {
  readonly snapshots: readonly KeptSnapshot[];
  readonly isReadOnly: boolean;
  readonly onRestore: (snapshot: KeptSnapshot) => void;
}

/** Day and time as the user's own clock showed them. */
export function wordTime(iso: string): string {
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat(interfaceLocale(), style).format(new Date(iso));
}

/** The states that the glossary can go back to. */
export function SnapshotList({ snapshots, isReadOnly, onRestore }: SnapshotListProps) {
  return (
    <>
      <p class="note">{message('editorSnapshotsHint')}</p>
      <ul class="rows">
        {snapshots.map((snapshot) => (
          <li key={snapshot.key}>
            <span class="what">
              <span class="row-name">{wordTime(snapshot.at)}</span>
              <span class="note">
                {message(SNAPSHOT_MESSAGES[snapshot.reason])},{' '}
                {countedMessage(snapshot.count, 'editorEntries')}
              </span>
            </span>
            {isReadOnly ? null : (
              <button
                type="button"
                class="button small"
                aria-label={message('editorRestoreTime', wordTime(snapshot.at))}
                onClick={() => onRestore(snapshot)}
              >
                {message('editorRestore')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
