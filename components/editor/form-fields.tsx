import { useState } from 'preact/hooks';
import type { Slot } from '../../lib/editing/entry-form';
import { type RawPath, rawAt } from '../../lib/editing/raw';
import { type MessageKey, message } from '../../lib/platform/i18n';
import { wordFault } from '../words/editing';
import { type Completion, controlId, useForm } from './form-context';

interface FieldProps {
  readonly slot: Slot;
  readonly path?: RawPath;
  readonly label: MessageKey;
  /** How it is to be written. */
  readonly hint?: MessageKey;
}

const same = (a: RawPath, b: RawPath) => a.length === b.length && a.every((step, i) => step === b[i]);

/** The faults at a path of a slot; those of the slot as a whole count for its first control. */
function useFaults(slot: Slot, path: RawPath): readonly string[] {
  const { faults } = useForm();
  return faults
    .filter((fault) => fault.field === slot.field && fault.row === slot.row && same(fault.path, path))
    .map(wordFault);
}

interface NotesProps {
  readonly id: string;
  readonly faults: readonly string[];
  readonly hint?: MessageKey | undefined;
}

function Notes({ id, faults, hint }: NotesProps) {
  if (faults.length === 0 && !hint) return null;
  return (
    <span id={`${id}-notes`} class={faults.length > 0 ? 'note fault' : 'note'}>
      {faults.length > 0 ? faults.join(' ') : hint && message(hint)}
    </span>
  );
}

interface TextFieldProps extends FieldProps {
  /** Lines that it shows at first; more than one makes it a text of many lines. */
  readonly lines?: number;
  /** For texts that are in no certain language: dates, addresses. */
  readonly isCode?: boolean;
  readonly isWide?: boolean;
}

/** A text of the form, with what is wrong with it. */
export function TextField({ slot, path = [], label, hint, lines = 1, isCode, isWide }: TextFieldProps) {
  const { onType, isReadOnly } = useForm();
  const faults = useFaults(slot, path);
  const id = controlId(slot, path);
  const raw = rawAt(slot.raw, path);
  const control = {
    id,
    value: typeof raw === 'string' ? raw : '',
    readOnly: isReadOnly,
    dir: isCode ? ('ltr' as const) : ('auto' as const),
    autoComplete: 'off',
    spellcheck: !isCode,
    'aria-invalid': faults.length > 0,
    'aria-describedby': faults.length > 0 || hint ? `${id}-notes` : undefined,
    onInput: (event: { currentTarget: { value: string } }) => onType(slot, path, event.currentTarget.value),
  };
  return (
    <div class={isWide ? 'field wide' : 'field'}>
      <label for={id}>{message(label)}</label>
      {lines > 1 ? <textarea rows={lines} {...control} /> : <input {...control} />}
      <Notes id={id} faults={faults} hint={hint} />
    </div>
  );
}

interface ChoiceFieldProps extends FieldProps {
  readonly choices: readonly (readonly [value: string, label: MessageKey])[];
  /** Shown while nothing is chosen; without it something always is. */
  readonly none?: MessageKey;
}

export function ChoiceField({ slot, path = [], label, choices, none }: ChoiceFieldProps) {
  const { onType, isReadOnly } = useForm();
  const faults = useFaults(slot, path);
  const id = controlId(slot, path);
  const raw = rawAt(slot.raw, path);
  return (
    <div class="field">
      <label for={id}>{message(label)}</label>
      <select
        id={id}
        value={typeof raw === 'string' ? raw : ''}
        disabled={isReadOnly}
        aria-invalid={faults.length > 0}
        aria-describedby={faults.length > 0 ? `${id}-notes` : undefined}
        onChange={(event) => onType(slot, path, event.currentTarget.value)}
      >
        {none ? <option value="">{message(none)}</option> : null}
        {choices.map(([value, words]) => (
          <option key={value} value={value}>
            {message(words)}
          </option>
        ))}
      </select>
      <Notes id={id} faults={faults} />
    </div>
  );
}

export function CheckField({ slot, path = [], label }: FieldProps) {
  const { onType, isReadOnly } = useForm();
  const id = controlId(slot, path);
  return (
    <label class="check" for={id}>
      <input
        id={id}
        type="checkbox"
        checked={rawAt(slot.raw, path) === true}
        disabled={isReadOnly}
        onChange={(event) => onType(slot, path, event.currentTarget.checked)}
      />
      {message(label)}
    </label>
  );
}

/** Which of the entry's sources say it, as a row of boxes to tick. */
export function CitedSources({ slot, path }: { readonly slot: Slot; readonly path: RawPath }) {
  const { form, onType, isReadOnly } = useForm();
  const raw = rawAt(slot.raw, path);
  const cited = Array.isArray(raw) ? raw.map(String) : [];
  const sources = form.slots.filter(({ field, isRemoved }) => field === 'sources' && !isRemoved);
  if (sources.length === 0) return <p class="note">{message('formNoSources')}</p>;
  const toggle = (ref: string) =>
    onType(slot, path, cited.includes(ref) ? cited.filter((one) => one !== ref) : [...cited, ref]);
  return (
    <fieldset class="field wide cited">
      <legend class="label">{message('formCites')}</legend>
      {sources.map((source) => {
        const text = (part: string) => String(rawAt(source.raw, [part]));
        const ref = text('ref');
        return (
          <label class="check" key={source.row} title={text('title')}>
            <input
              type="checkbox"
              checked={cited.includes(ref)}
              disabled={isReadOnly}
              onChange={() => toggle(ref)}
            />
            <bdi>{[text('publisher'), text('date').slice(0, 4)].filter(Boolean).join(' ') || ref}</bdi>
          </label>
        );
      })}
    </fieldset>
  );
}

interface EntryFieldProps extends FieldProps {
  /** The path of a name that no entry has; without it only entries can be chosen. */
  readonly namePath?: RawPath;
}

/** Another entry, completed while its name is typed. */
export function EntryField({ slot, path = [], namePath, label, hint }: EntryFieldProps) {
  const { onType, complete, nameOf, isReadOnly } = useForm();
  const faults = useFaults(slot, path);
  const id = controlId(slot, path);
  const chosen = String(rawAt(slot.raw, path));
  const plain = namePath ? String(rawAt(slot.raw, namePath)) : '';
  const [query, setQuery] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const found: readonly Completion[] = query ? complete(query) : [];
  const choose = (completion: Completion | undefined) => {
    if (!completion) return;
    onType(slot, path, completion.id);
    if (namePath) onType(slot, namePath, '');
    setQuery(null);
  };
  const write = (text: string) => {
    setQuery(text);
    setActive(0);
    if (!namePath) {
      if (text === '') onType(slot, path, '');
      return;
    }
    onType(slot, path, '');
    onType(slot, namePath, text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (found.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setActive((active + step + found.length) % found.length);
    else if (event.key === 'Enter') choose(found[active]);
    else if (event.key === 'Escape') setQuery(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="field completed">
      <label for={id}>{message(label)}</label>
      <input
        id={id}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
        aria-invalid={faults.length > 0}
        aria-describedby={faults.length > 0 || hint ? `${id}-notes` : undefined}
        value={query ?? (chosen ? (nameOf(chosen) ?? chosen) : plain)}
        readOnly={isReadOnly}
        dir="auto"
        autoComplete="off"
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => setQuery(null)}
      />
      {found.length > 0 ? (
        <div class="completions" role="listbox" id={`${id}-list`} aria-label={message(label)}>
          {found.map((completion, i) => (
            <div
              key={completion.id}
              id={`${id}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === active}
              onPointerDown={(event) => {
                // The field keeps the focus.
                event.preventDefault();
                choose(completion);
              }}
            >
              <bdi>{completion.name}</bdi>
            </div>
          ))}
        </div>
      ) : null}
      <Notes id={id} faults={faults} hint={hint} />
    </div>
  );
}
