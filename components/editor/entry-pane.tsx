import { useEffect, useRef } from 'preact/hooks';
import type { Row } from '../../lib/editing/row';
import { message } from '../../lib/platform/i18n';
import type { StoreFailure } from '../../lib/store/store-error';
import { FAILURE_MESSAGES } from '../words/store';
import { CardBeside, type CardBesideProps } from './card-beside';
import { ConflictList, type ListedConflict } from './conflict-list';
import type { SaveState } from './entry-editing';
import { EntryFields } from './entry-fields';
import { FormContext, type FormModel } from './form-context';
import { TryIt, type TryItProps } from './try-it';

export interface EntryPaneProps extends CardBesideProps, TryItProps {
  readonly form: FormModel;
  readonly name: string;
  /** Null while the entry is still to be added. */
  readonly row: Row | null;
  /** Title of the shared glossary that the entry comes from; null for none. */
  readonly sharedTitle: string | null;
  readonly saving: SaveState;
  readonly conflicts: readonly ListedConflict[];
  readonly onSettleConflict: (conflict: ListedConflict, take: 'mine' | 'theirs') => void;
  readonly onHide: (row: Row, hidden: boolean) => void;
  readonly onWithdraw: (row: Row) => void;
  readonly onRetry: () => void;
  readonly onAddIt: () => void;
  readonly onClose: () => void;
}

const SAVED_WORDS = {
  saved: 'saveSaved',
  saving: 'saveSaving',
  faulty: 'saveFaulty',
  nameless: 'saveNameless',
  waiting: 'saveWaiting',
  failed: 'saveFailed',
} as const;

function Saving({
  state,
  onRetry,
  onAddIt,
}: {
  readonly state: SaveState;
  readonly onRetry: () => void;
  readonly onAddIt: () => void;
}) {
  const failure: StoreFailure | null = state.is === 'failed' ? state.failure : null;
  return (
    <div class={`saving ${state.is}`}>
      <p role="status">{message(SAVED_WORDS[state.is])}</p>
      {state.is === 'waiting' ? (
        <button type="button" class="button" onClick={() => onAddIt()}>
          {message('popupAdd')}
        </button>
      ) : null}
      {failure ? (
        <>
          <p class="failure" role="alert">
            {message(FAILURE_MESSAGES[failure])}
          </p>
          <button type="button" class="button small" onClick={() => onRetry()}>
            {message('saveRetry')}
          </button>
        </>
      ) : null}
    </div>
  );
}

/** One entry: its form, the card that it makes, and where a story has it. */
export function EntryPane(props: EntryPaneProps) {
  const { form, name, row, saving, conflicts, onHide, onWithdraw } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const isNew = row === null;
  useEffect(() => {
    const field = heading.current?.closest('.entry')?.querySelector<HTMLElement>('#f-name-');
    (isNew ? field : heading.current)?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <FormContext.Provider value={form}>
      <section class="entry" aria-labelledby="edit">
        <header class="entry-head">
          <button type="button" class="textual back" onClick={() => props.onClose()}>
            {message('entryBack')}
          </button>
          <h2 id="edit" tabIndex={-1} ref={heading}>
            <bdi>{row ? message('editorEdit', name) : message('entryNew')}</bdi>
          </h2>
          {props.sharedTitle === null ? null : (
            <p class="note">{message('entryShared', props.sharedTitle)}</p>
          )}
          <Saving state={saving} onRetry={props.onRetry} onAddIt={props.onAddIt} />
          {row && !form.isReadOnly ? (
            <p class="actions">
              <button type="button" class="button small" onClick={() => onHide(row, row.state !== 'hidden')}>
                {message(row.state === 'hidden' ? 'entryShow' : 'entryHide')}
              </button>
              {row.records.length > 0 ? (
                <button type="button" class="button small" onClick={() => onWithdraw(row)}>
                  {message(row.ground ? 'entryWithdraw' : 'entryDelete')}
                </button>
              ) : null}
            </p>
          ) : null}
        </header>
        <ConflictList conflicts={conflicts} isReadOnly={form.isReadOnly} onSettle={props.onSettleConflict} />
        <EntryFields />
      </section>
      <aside class="beside" aria-label={message('besideLabel')}>
        <CardBeside viewAt={props.viewAt} theme={props.theme} onOpenEntry={props.onOpenEntry} />
        <TryIt tryOn={props.tryOn} fetchStory={props.fetchStory} story={props.story ?? null} />
      </aside>
    </FormContext.Provider>
  );
}
