import type { ComponentChild, Ref } from 'preact';
import { isFiltered, WHOLE_LIST } from '../../lib/editing/list-query';
import type { ListState } from '../../lib/editing/list-state';
import { countedMessage, message } from '../../lib/platform/i18n';
import type { History, StepBrief } from '../../lib/store/history';
import type { StoredFault } from '../../lib/store/load-edits';
import type { KeptSnapshot } from '../../lib/store/snapshots';
import type { StoreFailure } from '../../lib/store/store-error';
import { interfaceLanguage } from '../words/locale';
import { FAILURE_MESSAGES } from '../words/store';
import { EntryList, type EntryListProps } from './entry-list';
import { HelpSheet } from './help-sheet';
import { BulkBar, type BulkDeeds, ListControls, type ListControlsProps } from './list-controls';
import type { PanelName } from './page-state';
import { Panel } from './panel';
import { SnapshotList, wordTime } from './snapshot-list';
import { stepInWords } from './step-in-words';

export interface EditorPageProps
  extends Omit<ListControlsProps, 'search' | 'onLeave'>,
    Pick<EntryListProps, 'rows' | 'openId' | 'onOpen' | 'onCommand'> {
  readonly list: ListState;
  readonly onList: (state: ListState) => void;
  readonly search: Ref<HTMLInputElement>;
  /** From the search into the list. */
  readonly onLeaveSearch: () => void;
  /** Entries are still being read: how many are there; null once all are. */
  readonly readSoFar: number | null;
  /** How many of all are the user's. */
  readonly mineCount: number;
  /** Null until the store has answered, and where it cannot be opened. */
  readonly history: History | null;
  readonly failure: StoreFailure | null;
  readonly faults: readonly StoredFault[];
  readonly said: string;
  readonly panel: PanelName | null;
  readonly onPanel: (panel: PanelName | null) => void;
  /** What the panel for files holds. */
  readonly exchange: ComponentChild;
  /** What the panel for shared glossaries holds. */
  readonly shared: ComponentChild;
  /** How many of these have an update that waits to be looked at. */
  readonly sharedNews: number;
  /** The entry that is open; null for none. */
  readonly entry: ComponentChild;
  readonly bulk: BulkDeeds;
  readonly onNew: () => void;
  readonly onUndo: (step: StepBrief) => void;
  readonly onRedo: () => void;
  readonly onRestore: (snapshot: KeptSnapshot) => void;
  readonly onRecoverySeen: () => void;
  /** Null follows the browser's preference. */
  readonly theme?: 'light' | 'dark' | null;
}

function Toolbar({ history, sharedNews, onUndo, onRedo, onNew, onPanel }: EditorPageProps) {
  const { undo = null, redo = null, isReadOnly = true } = history ?? {};
  return (
    <fieldset class="toolbar" aria-label={message('toolbarLabel')}>
      <button type="button" class="button" disabled={isReadOnly} onClick={() => onNew()}>
        {message('toolbarNew')}
      </button>
      <button
        type="button"
        class="button"
        disabled={!undo || isReadOnly}
        onClick={() => undo && onUndo(undo)}
      >
        {undo ? message('editorUndo', stepInWords(undo)) : message('editorUndoNothing')}
      </button>
      <button type="button" class="button" disabled={!redo || isReadOnly} onClick={() => onRedo()}>
        {redo ? message('editorRedo', stepInWords(redo)) : message('editorRedoNothing')}
      </button>
      <button type="button" class="button" onClick={() => onPanel('exchange')}>
        {message('toolbarExchange')}
      </button>
      <button type="button" class="button" disabled={!history} onClick={() => onPanel('shared')}>
        {sharedNews > 0 ? message('toolbarSharedNews', sharedNews) : message('toolbarShared')}
      </button>
      <button type="button" class="button" disabled={!history} onClick={() => onPanel('snapshots')}>
        {message('editorSnapshots')}
      </button>
      <button type="button" class="button" onClick={() => onPanel('help')}>
        {message('toolbarHelp')}
      </button>
    </fieldset>
  );
}

/** What was lost and put back, until the user has seen it. */
function Recovered({ history, onRecoverySeen }: Pick<EditorPageProps, 'history' | 'onRecoverySeen'>) {
  const recovery = history?.recovery;
  if (!recovery) return null;
  return (
    <div class="failure" role="alert">
      <p>{message('editorRecovered', wordTime(recovery.copiedAt), recovery.count)}</p>
      {recovery.shared.length > 0 ? <p>{message('editorRecoveredShared')}</p> : null}
      <button type="button" class="button" onClick={() => onRecoverySeen()}>
        {message('settingsSeen')}
      </button>
    </div>
  );
}

function Faults({ faults }: Pick<EditorPageProps, 'faults'>) {
  if (faults.length === 0) return null;
  return (
    <section class="failure" aria-label={message('editorFaults')}>
      <p>{countedMessage(faults.length, 'editorFaults')}</p>
      <ul>
        {faults.map(({ id, fault }) => (
          <li key={id}>
            <bdi>{id}</bdi>: {fault}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a list without rows says, and what to do. */
function Empty({ query, readSoFar, onQuery }: EditorPageProps) {
  if (readSoFar !== null && !isFiltered(query)) return <p class="empty">{message('listReading')}</p>;
  return (
    <div class="empty">
      <p>
        {message(
          query.scope === 'story'
            ? 'listNoneInStory'
            : query.scope === 'mine'
              ? 'editorEntriesNone'
              : 'listNone',
        )}
      </p>
      <button type="button" class="button small" onClick={() => onQuery({ ...WHOLE_LIST, sort: query.sort })}>
        {message('listShowAll')}
      </button>
    </div>
  );
}

/** The page that an editor lives in: every entry in a list, one open beside it. */
export function EditorPage(props: EditorPageProps) {
  const { rows, list, history, failure, said, panel, onPanel, entry, readSoFar, mineCount, theme } = props;
  const { lang, dir } = interfaceLanguage();
  const isReadOnly = history?.isReadOnly ?? true;
  const problem = failure ?? (history?.isReadOnly ? 'newer' : null);
  return (
    <div
      class={entry || panel ? 'newsgloss editor has-entry' : 'newsgloss editor'}
      lang={lang}
      dir={dir}
      data-theme={theme ?? undefined}
    >
      <header class="page-head">
        <h1>{message('editorTitle')}</h1>
        <Toolbar {...props} />
        {problem ? (
          <p class="failure" role="alert">
            {message(FAILURE_MESSAGES[problem])}
          </p>
        ) : null}
        <Recovered history={history} onRecoverySeen={props.onRecoverySeen} />
        <Faults faults={props.faults} />
        <p class="said" role="status">
          {said}
        </p>
      </header>
      <main class="panes">
        <section class="browse" aria-labelledby="edited">
          <ListControls
            query={props.query}
            beats={props.beats}
            layers={props.layers}
            search={props.search}
            onQuery={props.onQuery}
            onLeave={props.onLeaveSearch}
          />
          <p class="counts">
            <span>{countedMessage(rows.length, 'listEntries')}</span>{' '}
            <span id="edited">{countedMessage(mineCount, 'editorEntries')}</span>{' '}
            {readSoFar === null ? null : <span role="status">{message('listReadSoFar', readSoFar)}</span>}
          </p>
          <BulkBar count={list.selected.size} isReadOnly={isReadOnly} {...props.bulk} />
          {rows.length === 0 ? <Empty {...props} /> : null}
          <EntryList
            rows={rows}
            state={list}
            openId={props.openId}
            layers={props.layers}
            onState={props.onList}
            onOpen={props.onOpen}
            onCommand={props.onCommand}
          />
        </section>
        {panel === 'help' ? (
          <Panel id="help" title={message('toolbarHelp')} onClose={() => onPanel(null)}>
            <HelpSheet />
          </Panel>
        ) : null}
        {panel === 'exchange' ? (
          <Panel id="file" title={message('toolbarExchange')} onClose={() => onPanel(null)}>
            {props.exchange}
          </Panel>
        ) : null}
        {panel === 'shared' && history ? (
          <Panel id="shared" title={message('toolbarShared')} onClose={() => onPanel(null)}>
            {props.shared}
          </Panel>
        ) : null}
        {panel === 'snapshots' && history ? (
          <Panel id="snapshots" title={message('editorSnapshots')} onClose={() => onPanel(null)}>
            <SnapshotList snapshots={history.snapshots} isReadOnly={isReadOnly} onRestore={props.onRestore} />
          </Panel>
        ) : null}
        {panel === null ? (entry ?? <p class="nothing-open">{message('entryNone')}</p>) : null}
      </main>
    </div>
  );
}
