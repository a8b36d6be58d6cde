import { useEffect, useMemo, useState } from 'preact/hooks';
import { newEntry } from '../../lib/glossary/new-entry';
import { newIdFor } from '../../lib/glossary/new-id';
import { groundOf } from '../../lib/glossary/overlay';
import type { Entry, EntryKind } from '../../lib/glossary/schema';
import { message } from '../../lib/platform/i18n';
import { backupOf } from '../../lib/store/backup';
import { hearEditions } from '../../lib/store/edition';
import { noteBackup } from '../../lib/store/last-backup';
import type { UserEdits } from '../../lib/store/load-edits';
import { StoreError, type StoreFailure } from '../../lib/store/store-error';
import type { UserGlossary } from '../../lib/store/user-glossary';
import type { EditableField } from './edit-form';
import { latestOnly } from './latest-only';
import { type ListedConflict, type MyGlossary as Model, myGlossaryOf, type OpenedEntry } from './model';
import { MyGlossary, stepInWords } from './my-glossary';
import { saveFile } from './save-file';
import { wordTime } from './snapshot-list';

interface ConnectedProps {
  readonly store: UserGlossary;
  /** Loaded once: the bundled entries do not change while a page is open. */
  readonly bundled: readonly Entry[];
  /** The entry that the page was opened at; null for none. */
  readonly openedId: string | null;
  /** The name that it was opened to add; null for none. */
  readonly addedName: string | null;
}

/** What an action of the store resolves to, as far as it is told here. */
interface Outcome {
  readonly outcome: string;
}

/** Everything, or, where the database can no longer be read, what this page still knows of it. */
async function exportWhatCanBe(store: UserGlossary, model: Model | null): Promise<string[]> {
  try {
    return await store.exportAll();
  } catch (error) {
    if (!model) throw error;
    return [backupOf(model.entries.map(({ record }) => record))];
  }
}

/** The page of the user's own entries, following the store: her own actions and those of other pages. */
export function ConnectedMyGlossary({ store, bundled, openedId, addedName }: ConnectedProps) {
  const [model, setModel] = useState<Model | null>(null);
  const [failure, setFailure] = useState<StoreFailure | null>(null);
  const [said, setSaid] = useState('');

  /** Runs an action; what goes wrong is told, with the remedy. */
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
      setFailure(null);
    } catch (error) {
      console.error(error);
      setFailure(error instanceof StoreError ? error.failure : 'failed');
    }
  };
  const refresh = useMemo(() => {
    let known: UserEdits | null = null;
    return latestOnly(async () => {
      const [edits, history] = await Promise.all([store.load(known), store.history()]);
      known = edits;
      setModel(myGlossaryOf(bundled, edits, history, openedId));
    });
  }, [store, bundled, openedId]);
  /** One action: done, told, and shown. `done` is said where it was written. */
  const act = (work: () => Promise<Outcome>, done: string) =>
    attempt(async () => {
      const { outcome } = await work();
      if (outcome === 'written') setSaid(done);
      else if (outcome !== 'unchanged' && outcome !== 'nothing')
        setSaid(message(outcome === 'unreadable' ? 'editorUnreadable' : 'editorClash'));
      await refresh();
      if (await store.keepDailySnapshot()) await refresh();
    });

  useEffect(() => {
    void attempt(async () => {
      await refresh();
      if (await store.keepDailySnapshot()) await refresh();
    });
    return hearEditions(() => void attempt(refresh));
  }, [store, bundled]);

  const add = async (name: string, kind: EntryKind, summary: string): Promise<Outcome> => {
    const { edits } = await store.load();
    const ground = groundOf(bundled, []);
    const id = newIdFor(name, (one) => ground.entries.has(one) || edits.some((edit) => edit.id === one));
    return store.add(newEntry(id, { name, kind, summary, short: null }), null);
  };
  const edit = (
    { entry, ground }: OpenedEntry,
    texts: Partial<Record<EditableField, string>>,
  ): Promise<Outcome> => {
    const edits = (Object.keys(texts) as EditableField[]).map((field) => ({
      ...{ field, member: null, from: entry[field] },
      // A line that was emptied is taken away.
      mine: texts[field] || undefined,
    }));
    return store.edit({ id: entry.id, ground }, entry.name, edits);
  };
  const settle = (conflict: ListedConflict, take: 'mine' | 'theirs'): Promise<Outcome> => {
    const { recordId, entryId, name, ground, place, mine, theirs, inForce } = conflict;
    // Hers of two that are one entry now: it goes where the entry's own edit stands.
    if (inForce === 'theirs' && take === 'mine' && place)
      return store.edit({ id: entryId, ground }, name, [{ ...place, from: theirs, mine }]);
    return store.settle(recordId, name, { ground, place, mine }, take);
  };

  return (
    <MyGlossary
      model={model}
      failure={failure}
      said={said}
      addedName={addedName}
      onAdd={(...entry) => void act(() => add(...entry), message('editorSaved', entry[0]))}
      onEdit={(opened, texts) =>
        void act(() => edit(opened, texts), message('editorSaved', texts.name ?? opened.entry.name))
      }
      onWithdraw={({ record, name }) =>
        void act(() => store.withdraw(record, name), message('editorWithdrawn', name))
      }
      onSettle={(conflict, take) =>
        void act(() => settle(conflict, take), message('editorSaved', conflict.name))
      }
      onUndo={(step) => void act(() => store.undo(step), message('editorUndone', stepInWords(step)))}
      onRedo={() => {
        const step = model?.history.redo;
        if (model && step)
          void act(() => store.redo(model.history), message('editorRedone', stepInWords(step)));
      }}
      onRestore={(snapshot) =>
        void act(() => store.restore(snapshot), message('editorRestored', wordTime(snapshot.at)))
      }
      onExport={() =>
        void attempt(async () => {
          saveFile(await exportWhatCanBe(store, model));
          noteBackup();
          setSaid(message('editorExported'));
        })
      }
      onImport={(file) =>
        void act(
          async () => store.importAll(await file.text(), file.name),
          message('editorImported', file.name),
        )
      }
    />
  );
}
