import { countedMessage, message } from '../../lib/platform/i18n';
import { FIELD_MESSAGES } from '../words/store';
import type { EditedEntry } from './model';

/** Rows that the list shows at once: more than a person goes through, and quick to draw. */
const MOST_ROWS = 200;

interface EditedListProps {
  readonly entries: readonly EditedEntry[];
  readonly isReadOnly: boolean;
  readonly onWithdraw: (entry: EditedEntry) => void;
}

function stateInWords({ state, fields }: EditedEntry): string {
  if (state === 'added') return message('editorAdded');
  if (state === 'hidden') return message('editorHidden');
  return message('editorChanged', fields.map((field) => message(FIELD_MESSAGES[field])).join(', '));
}

/** The entries that the user added, changed or hid. */
export function EditedList({ entries, isReadOnly, onWithdraw }: EditedListProps) {
  const more = entries.length - MOST_ROWS;
  return (
    <section aria-labelledby="edited">
      <h2 id="edited">{countedMessage(entries.length, 'editorEntries')}</h2>
      {entries.length === 0 ? <p class="hint">{message('editorEntriesNone')}</p> : null}
      <ul class="rows">
        {entries.slice(0, MOST_ROWS).map((entry) => (
          <li key={entry.record.id}>
            <span class="what">
              <bdi class="name">{entry.name}</bdi>
              <span class="hint">{stateInWords(entry)}</span>
            </span>
            {isReadOnly ? null : (
              <button
                type="button"
                class="button small"
                aria-label={message('editorWithdrawName', entry.name)}
                onClick={() => onWithdraw(entry)}
              >
                {message('editorWithdraw')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {more > 0 ? <p class="hint">{countedMessage(more, 'editorMore')}</p> : null}
    </section>
  );
}
