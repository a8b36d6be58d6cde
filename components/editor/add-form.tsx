import { useEffect, useRef } from 'preact/hooks';
import { ENTRY_KINDS, type EntryKind } from '../../lib/glossary/schema';
import { message } from '../../lib/platform/i18n';
import { KIND_MESSAGES } from '../words/kinds';

interface AddFormProps {
  /** What the name starts with; null for nothing. */
  readonly name: string | null;
  readonly onAdd: (name: string, kind: EntryKind, summary: string) => void;
}

/** A new name with the least that a card can show. */
export function AddForm({ name, onAdd }: AddFormProps) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    // The handler is the form's own.
    const form = event.currentTarget as HTMLFormElement;
    const data = new FormData(form);
    const text = (field: string) => String(data.get(field) ?? '').trim();
    const kind = ENTRY_KINDS.find((one) => one === text('kind')) ?? 'term';
    if (text('name') === '') return;
    onAdd(text('name'), kind, text('summary'));
    form.reset();
  };
  const field = useRef<HTMLInputElement>(null);
  // Whoever brought the name came for this form.
  useEffect(() => {
    if (name === null || !field.current) return;
    field.current.value = name;
    field.current.focus();
  }, [name]);
  return (
    <section aria-labelledby="add">
      <h2 id="add">{message('editorAdd')}</h2>
      <form class="add" onSubmit={submit}>
        <label>
          {message('fieldName')}
          <input ref={field} name="name" required maxLength={120} autoComplete="off" />
        </label>
        <label>
          {message('fieldKind')}
          <select name="kind">
            {ENTRY_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {message(KIND_MESSAGES[kind])}
              </option>
            ))}
          </select>
        </label>
        <label class="wide">
          {message('fieldSummary')}
          <input name="summary" maxLength={180} autoComplete="off" />
        </label>
        <button type="submit" class="button">
          {message('editorAddName')}
        </button>
      </form>
    </section>
  );
}
