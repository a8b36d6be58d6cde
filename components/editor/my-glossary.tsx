import type { EntryKind } from '../../lib/glossary/schema';
import { countedMessage, message } from '../../lib/platform/i18n';
import type { KeptSnapshot } from '../../lib/store/snapshots';
import type { StoreFailure } from '../../lib/store/store-error';
import type { StepBrief } from '../../lib/store/user-glossary';
import { interfaceLanguage } from '../words/locale';
import { ACTION_MESSAGES, FAILURE_MESSAGES } from '../words/store';
import { AddForm } from './add-form';
import { ConflictList } from './conflict-list';
import { type EditableField, EditForm } from './edit-form';
import { EditedList } from './edited-list';
import type { EditedEntry, ListedConflict, MyGlossary as Model, OpenedEntry } from './model';
import { SnapshotList } from './snapshot-list';

export interface MyGlossaryProps {
  /** Null while it is read, and where it cannot be. */
  readonly model: Model | null;
  readonly failure: StoreFailure | null;
  /** What the last action came to, in words. */
  readonly said: string;
  /** The name that the page was opened to add; null for none. */
  readonly addedName: string | null;
  readonly onAdd: (name: string, kind: EntryKind, summary: string) => void;
  readonly onEdit: (opened: OpenedEntry, texts: Partial<Record<EditableField, string>>) => void;
  readonly onWithdraw: (entry: EditedEntry) => void;
  readonly onSettle: (conflict: ListedConflict, take: 'mine' | 'theirs') => void;
  readonly onUndo: (step: StepBrief) => void;
  readonly onRedo: () => void;
  readonly onRestore: (snapshot: KeptSnapshot) => void;
  readonly onExport: () => void;
  readonly onImport: (file: File) => void;
  /** Null follows the browser's preference. */
  readonly theme?: 'light' | 'dark' | null;
}

/** What a step was, in words: "adding “Doha talks”". */
export function stepInWords({ label }: StepBrief): string {
  return label ? message(ACTION_MESSAGES[label.action], label.about) : message('stepUnknown');
}

function Steps({ model, onUndo, onRedo }: Pick<MyGlossaryProps, 'onUndo' | 'onRedo'> & { model: Model }) {
  const { undo, redo, isReadOnly } = model.history;
  return (
    <p class="actions">
      <button
        type="button"
        class="button"
        disabled={!undo || isReadOnly}
        onClick={() => undo && onUndo(undo)}
      >
        {undo ? message('editorUndo', stepInWords(undo)) : message('editorUndoNothing')}
      </button>
      <button type="button" class="button" disabled={!redo || isReadOnly} onClick={onRedo}>
        {redo ? message('editorRedo', stepInWords(redo)) : message('editorRedoNothing')}
      </button>
    </p>
  );
}

/** The user's own glossary: what she changed, what can be taken back, and the file of everything. */
export function MyGlossary(props: MyGlossaryProps) {
  const { model, failure, said, theme } = props;
  const { lang, dir } = interfaceLanguage();
  const isReadOnly = model?.history.isReadOnly ?? false;
  const opened = model?.opened ?? null;
  const problem = failure ?? (isReadOnly ? 'newer' : null);
  return (
    <div class="newsgloss editor" lang={lang} dir={dir} data-theme={theme ?? undefined}>
      <header>
        <h1>{message('editorTitle')}</h1>
        <p class="lead">{message('editorLead')}</p>
        {problem ? (
          <p class="failure" role="alert">
            {message(FAILURE_MESSAGES[problem])}
          </p>
        ) : null}
        <p class="said" role="status">
          {said}
        </p>
      </header>
      <main>
        {model && model.faults.length > 0 ? (
          <section class="failure" aria-label={message('editorFaults')}>
            <p>{countedMessage(model.faults.length, 'editorFaults')}</p>
            <ul>
              {model.faults.map(({ id, fault }) => (
                <li key={id}>
                  <bdi>{id}</bdi>: {fault}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {model ? (
          <>
            {opened && !isReadOnly ? (
              <EditForm entry={opened.entry} onEdit={(texts) => props.onEdit(opened, texts)} />
            ) : null}
            <Steps model={model} onUndo={props.onUndo} onRedo={props.onRedo} />
            <ConflictList conflicts={model.conflicts} isReadOnly={isReadOnly} onSettle={props.onSettle} />
            <EditedList entries={model.entries} isReadOnly={isReadOnly} onWithdraw={props.onWithdraw} />
            {isReadOnly ? null : <AddForm name={props.addedName} onAdd={props.onAdd} />}
            <SnapshotList
              snapshots={model.history.snapshots}
              isReadOnly={isReadOnly}
              onRestore={props.onRestore}
            />
          </>
        ) : null}
        <section aria-labelledby="file">
          <h2 id="file">{message('editorFile')}</h2>
          <p class="hint">{message('editorFileHint')}</p>
          <p class="actions">
            <button type="button" class="button" onClick={props.onExport}>
              {message('editorExport')}
            </button>
            {model && !isReadOnly ? (
              <label class="button">
                {message('editorImport')}
                <input
                  type="file"
                  accept=".json,application/json"
                  onChange={({ currentTarget }) => {
                    const file = currentTarget.files?.[0];
                    if (file) props.onImport(file);
                    currentTarget.value = '';
                  }}
                />
              </label>
            ) : null}
          </p>
        </section>
      </main>
    </div>
  );
}
