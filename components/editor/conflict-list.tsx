import type { Conflict } from '../../lib/glossary/overlay';
import type { Entry } from '../../lib/glossary/schema';
import { message } from '../../lib/platform/i18n';
import { FIELD_MESSAGES } from '../words/store';
import { valueInWords } from './value-in-words';

/** A difference that an update brought, with the entry's name and what lies beneath it now. */
export interface ListedConflict extends Conflict {
  readonly name: string;
  readonly ground: Entry | null;
}

interface ConflictListProps {
  readonly conflicts: readonly ListedConflict[];
  readonly isReadOnly: boolean;
  readonly onSettle: (conflict: ListedConflict, take: 'mine' | 'theirs') => void;
}

/** Where an update changed what the user had changed: both sides, and a way to take either. */
export function ConflictList({ conflicts, isReadOnly, onSettle }: ConflictListProps) {
  if (conflicts.length === 0) return null;
  return (
    <section aria-labelledby="conflicts">
      <h3 id="conflicts">{message('editorConflicts')}</h3>
      <p class="note">{message('editorConflictsHint')}</p>
      <ul class="rows">
        {conflicts.map((conflict) => {
          const { place, name, recordId, mine, theirs } = conflict;
          const field = place ? message(FIELD_MESSAGES[place.field]) : message('fieldEntry');
          return (
            <li key={`${recordId} ${place?.field} ${place?.member}`} class="conflict">
              <span class="what">
                <bdi class="row-name">{name}</bdi>
                <span class="note">{field}</span>
              </span>
              <dl>
                <dt>{message('editorMine')}</dt>
                <dd dir="auto">{mine === undefined ? message('editorNoValue') : valueInWords(mine)}</dd>
                <dt>{message('editorTheirs')}</dt>
                <dd dir="auto">{theirs === undefined ? message('editorNoValue') : valueInWords(theirs)}</dd>
              </dl>
              {isReadOnly ? null : (
                <p class="actions">
                  <button type="button" class="button small" onClick={() => onSettle(conflict, 'mine')}>
                    {message('editorTakeMine')}
                  </button>
                  <button type="button" class="button small" onClick={() => onSettle(conflict, 'theirs')}>
                    {message('editorTakeTheirs')}
                  </button>
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
