import type { Entry } from '../../lib/glossary/schema';
import { message } from '../../lib/platform/i18n';

/** What the form can change. */
export type EditableField = 'name' | 'summary';

interface EditFormProps {
  /** As it is in force. */
  readonly entry: Entry;
  /** The fields whose text was changed. */
  readonly onEdit: (texts: Partial<Record<EditableField, string>>) => void;
}

/** The entry that the page was opened at: its name and its one line. */
export function EditForm({ entry, onEdit }: EditFormProps) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    // The handler is the form's own.
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const changed = (['name', 'summary'] as const).flatMap((field) => {
      const text = String(data.get(field) ?? '').trim();
      return text === (entry[field] ?? '') ? [] : [[field, text] as const];
    });
    if (changed.length > 0) onEdit(Object.fromEntries(changed));
  };
  return (
    <section aria-labelledby="edit">
      <h2 id="edit">
        <bdi>{message('editorEdit', entry.name)}</bdi>
      </h2>
      <form class="add edit" onSubmit={submit} key={`${entry.id} ${entry.name} ${entry.summary}`}>
        <label>
          {message('fieldName')}
          <input name="name" required maxLength={120} autoComplete="off" defaultValue={entry.name} />
        </label>
        <label class="wide">
          {message('fieldSummary')}
          <input name="summary" maxLength={180} autoComplete="off" defaultValue={entry.summary ?? ''} />
        </label>
        <button type="submit" class="button">
          {message('editorSave')}
        </button>
      </form>
    </section>
  );
}
