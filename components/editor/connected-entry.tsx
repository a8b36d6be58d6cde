import { cardPreview } from '../../lib/editing/card-preview';
import { faultsOf } from '../../lib/editing/entry-form';
import { completions } from '../../lib/editing/list-query';
import type { Row } from '../../lib/editing/row';
import { tryEntry } from '../../lib/editing/try-entry';
import { warningsFor } from '../../lib/editing/warnings';
import type { Entry } from '../../lib/glossary/schema';
import { message } from '../../lib/platform/i18n';
import { localToday } from '../../lib/platform/today';
import { hostOf } from '../../lib/sharing/address';
import type { UserGlossary } from '../../lib/store/user-glossary';
import { foldKey } from '../../lib/text/fold';
import type { ListedConflict } from './conflict-list';
import type { EntryEditing } from './entry-editing';
import { EntryPane } from './entry-pane';
import type { FormModel } from './form-context';
import { frontStory } from './front-story';
import type { LiveGlossary } from './live-glossary';
import { useWarnings } from './use-warnings';

/** What an action of the store resolves to, as far as it is told here. */
export interface Outcome {
  readonly outcome: string;
}

interface ConnectedEntryProps {
  readonly editing: EntryEditing;
  /** Null of an entry that is still to be added. */
  readonly row: Row | null;
  /** As it was when it was opened; null for a new one. */
  readonly before: Entry | null;
  readonly store: UserGlossary;
  readonly glossary: LiveGlossary;
  /** Null until they are read. */
  readonly commonWords: ReadonlySet<string> | null;
  readonly isReadOnly: boolean;
  /** One action: done, told, and shown. `done` is said where it was written. */
  readonly act: (work: () => Promise<Outcome>, done: string) => Promise<void>;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

/** Entries that complete a name, at most. */
const MOST_COMPLETIONS = 8;

export const targetOf = ({ id, ground }: Row) => ({ id, ground });

/** The entry that is open: its form, its card, what is doubtful of it, and what a story makes of it. */
export function ConnectedEntry(props: ConnectedEntryProps) {
  const { editing, row, before, store, glossary, commonWords, isReadOnly, act, onOpen, onClose } = props;
  const { catalogue, layers } = glossary;
  const settleConflict = (conflict: ListedConflict, take: 'mine' | 'theirs'): Promise<Outcome> => {
    const { recordId, entryId, name, ground, place, mine, theirs, inForce } = conflict;
    // Hers of two that are one entry now: it goes where the entry's own edit stands.
    if (inForce === 'theirs' && take === 'mine' && place)
      return store.edit({ id: entryId, ground }, name, [{ ...place, from: theirs, mine }]);
    return store.settle(recordId, name, { ground, place, mine }, take);
  };
  const { draft } = editing;
  const named = { ...draft, name: draft.name || message('entryNameless') };
  const around = (entry: Entry): Entry[] => {
    const forms = [entry.name, ...entry.aliases.map(({ text }) => text), entry.ownScript?.text ?? ''];
    const near = [...catalogue.withForms(forms.map(foldKey)), ...catalogue.relatedTo(entry)];
    return [...new Set(near)].filter(({ state: is }) => is !== 'hidden').map((one) => one.entry);
  };
  const warnings = useWarnings(draft, (entry) =>
    entry.name === '' ? [] : warningsFor(entry, around(entry), commonWords),
  );

  const form: FormModel = {
    form: editing.form,
    faults: faultsOf(editing.form),
    warnings,
    ground: editing.edited.ground,
    isReadOnly,
    onType: (...typed) => editing.type(...typed),
    onAdd: (field) => editing.addMember(field),
    onRemove: (which) => editing.removeMember(which),
    onRestore: (place, value) => editing.restore(place, value),
    onSettle: (which, take) => editing.settle(which, take),
    complete: (text) =>
      completions(catalogue, text, MOST_COMPLETIONS).map(({ id, entry }) => ({
        ...{ id, name: entry.name, kind: entry.kind },
      })),
    nameOf: (id) => catalogue.get(id)?.entry.name ?? null,
  };
  const layer = layers.find(({ address }) => address === row?.layers.at(-1));
  const from =
    layer && row && row.state !== 'added'
      ? { title: layer.title, host: hostOf(layer.address), isEdited: row.state === 'changed' }
      : null;
  return (
    <EntryPane
      form={form}
      name={named.name}
      row={row}
      sharedTitle={layer?.title ?? null}
      saving={editing.state}
      conflicts={(row?.conflicts ?? []).map((conflict) => ({
        ...conflict,
        ...{ name: named.name, ground: row?.ground ?? null },
      }))}
      onSettleConflict={(conflict, take) =>
        void act(() => settleConflict(conflict, take), message('editorSaved', conflict.name))
      }
      onHide={(one, hidden) =>
        void act(
          () => store.setHidden(targetOf(one), one.entry.name, hidden),
          message(hidden ? 'entryHidden' : 'entryShown', one.entry.name),
        )
      }
      onWithdraw={(one) =>
        void act(
          () => store.withdrawAll(one.records, one.entry.name),
          message('editorWithdrawn', one.entry.name),
        )
      }
      onRetry={() => void editing.flush()}
      onAddIt={() => void editing.addIt()}
      onClose={onClose}
      viewAt={(date) => cardPreview(catalogue, named, date, localToday(), from)}
      theme={null}
      onOpenEntry={onOpen}
      tryOn={(story) => tryEntry(catalogue, before, named, story)}
      fetchStory={frontStory}
    />
  );
}
