import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { type ListContext, EntryList as Lists } from '../../lib/editing/list-query';
import { movedTo, noneSelected } from '../../lib/editing/list-state';
import type { Row } from '../../lib/editing/row';
import type { Ask, StepName } from '../../lib/exchanging/protocol';
import type { EntryKind } from '../../lib/glossary/schema';
import { countedMessage, message } from '../../lib/platform/i18n';
import { localToday } from '../../lib/platform/today';
import { writeRemembered } from '../../lib/sharing/check-store';
import type { KnownShared } from '../../lib/store/backup';
import { noteBackup } from '../../lib/store/last-backup';
import { StoreError, type StoreFailure } from '../../lib/store/store-error';
import type { UserGlossary } from '../../lib/store/user-glossary';
import { ConnectedExchange } from '../exchange/connected-exchange';
import { snapshotInWorker, writeInWorker } from '../exchange/exchange-client';
import { saveBlob } from '../exchange/save-blob';
import { useStored } from '../settings/use-stored';
import { ConnectedShared } from '../shared/connected-shared';
import { sharedItems } from '../shared/model';
import { BackupPart } from './backup-part';
import { ConnectedEntry, type Outcome, targetOf } from './connected-entry';
import { EditorPage } from './editor-page';
import type { ListCommand } from './entry-list';
import { frontStoryIds } from './front-story';
import { LiveGlossary } from './live-glossary';
import type { OpenedAt } from './page-address';
import { firstState, reduce } from './page-state';
import { wordTime } from './snapshot-list';
import { stepInWords } from './step-in-words';
import { useOpenedEntry } from './use-opened-entry';

interface ConnectedProps {
  readonly store: UserGlossary;
  readonly eachBeat: Parameters<LiveGlossary['start']>[0];
  /** The common words of English, folded. */
  readonly loadCommonWords: () => Promise<ReadonlySet<string>>;
  readonly openedAt: OpenedAt;
  /** A worker for one import or export. */
  readonly startWorker: () => Worker;
}

const JSON_FILE = { type: 'application/json' };

/** Draws the page anew, at most once a frame. */
function useRepaint(): () => void {
  const [, repaint] = useReducer((times: number) => times + 1, 0);
  const asked = useRef(false);
  return () => {
    if (asked.current) return;
    asked.current = true;
    queueMicrotask(() => {
      asked.current = false;
      repaint(undefined);
    });
  };
}

const isText = (target: EventTarget | null) =>
  target instanceof Element && target.matches('input:not([type=checkbox], [type=radio]), textarea, select');

/** The editor's page, following the store: her own actions and those of other pages. */
export function ConnectedEditor({ store, eachBeat, loadCommonWords, openedAt, startWorker }: ConnectedProps) {
  const repaint = useRepaint();
  const [state, dispatch] = useReducer(reduce, openedAt, firstState);
  const [failure, setFailure] = useState<StoreFailure | null>(null);
  const [storyIds, setStoryIds] = useState<ReadonlySet<string>>(new Set());
  const [commonWords, setCommonWords] = useState<ReadonlySet<string> | null>(null);
  /** How often a file of the selected entries was asked for since the panel was opened. */
  const [selectionAsked, setSelectionAsked] = useState(0);
  const search = useRef<HTMLInputElement>(null);
  const say = (said: string) => dispatch({ type: 'said', said });
  const fail = (error: unknown) => {
    console.error(error);
    setFailure(error instanceof StoreError ? error.failure : 'failed');
  };
  const glossary = useMemo(
    () => new LiveGlossary(store, () => snapshotInWorker(startWorker), repaint, fail),
    [store],
  );
  const lists = useMemo(() => new Lists(glossary.catalogue), [glossary]);
  const { catalogue, history, layers } = glossary;
  const stored = useStored();
  const shared = useMemo(() => sharedItems(layers, stored ?? {}), [layers, stored]);
  const isReadOnly = history?.isReadOnly ?? true;

  useEffect(() => glossary.start(eachBeat), [glossary]);
  useEffect(() => void loadCommonWords().then(setCommonWords, fail), []);
  useEffect(() => {
    if (state.query.scope === 'story') void frontStoryIds().then(setStoryIds);
  }, [state.query.scope]);

  const opened = useOpenedEntry(state.opened, store, glossary, repaint, () => open({ at: 'list' }));
  const { editing, row } = opened;

  /** One action: done, told, and shown. `done` is said where it was written. */
  const act = async (work: () => Promise<Outcome>, done: string) => {
    try {
      await opened.flush();
      const { outcome } = await work();
      if (outcome === 'written') say(done);
      else if (outcome === 'unchanged' || outcome === 'nothing') say('');
      else say(message(outcome === 'unreadable' ? 'editorUnreadable' : 'editorClash'));
      setFailure(null);
      await glossary.refresh();
      await glossary.keepSnapshot();
    } catch (error) {
      say('');
      fail(error);
    }
  };

  const open = (at: OpenedAt) => {
    const { editing: left } = opened;
    // Its own place to tell of a failure goes with it.
    void opened.flush().then(() => left?.state.is === 'failed' && setFailure(left.state.failure));
    dispatch({ type: 'opened', opened: at });
    if (at.at === 'entry')
      dispatch({ type: 'selected', list: { ...state.list, active: at.id, anchor: at.id } });
  };

  const context: ListContext = useMemo(
    () => ({ storyIds, recent: glossary.recent, today: localToday() }),
    [storyIds, glossary.recent],
  );
  const rows = useMemo(
    () => lists.rows(state.query, context),
    [lists, catalogue.version, state.query, context, glossary.isWhole],
  );

  /** One step of many records: the page's thread does not wait for it. */
  const actInWorker = (name: StepName, ask: Ask<StepName>, done: string) => {
    say(message('editorWorking'));
    void act(() => writeInWorker(startWorker, name, ask), done);
  };
  /** Offers shared glossaries of earlier that are not used now; whom to ask again is for her to say. */
  const offerShared = async (known: readonly KnownShared[]): Promise<void> => {
    const unused = known.filter(({ address }) => layers.every((layer) => layer.address !== address));
    await writeRemembered(unused);
    if (unused.length > 0) dispatch({ type: 'panel', panel: 'shared' });
  };
  const seeRecovery = async () => {
    const shared = history?.recovery?.shared ?? [];
    if (shared.length > 0) await offerShared(shared);
    await store.noteRecoverySeen();
    await glossary.refresh();
  };
  const restoreBackup = (file: File) => {
    say(message('editorWorking'));
    const restore = async () => {
      const outcome = await writeInWorker(startWorker, 'step-backup', { file });
      if ('shared' in outcome) await offerShared(outcome.shared);
      return outcome;
    };
    void act(restore, message('editorImported', file.name));
  };
  const undo = () => {
    const step = history?.undo;
    if (!step) return;
    const done = message('editorUndone', stepInWords(step));
    if (step.isLarge) actInWorker('step-undo', { from: step.seq }, done);
    else void act(() => store.undo(step), done);
  };
  const redo = () => {
    const step = history?.redo;
    if (!history || !step) return;
    const done = message('editorRedone', stepInWords(step));
    if (step.isLarge) actInWorker('step-redo', { from: history.undo?.seq ?? 0 }, done);
    else void act(() => store.redo(history), done);
  };
  const onCommand = (command: ListCommand) => {
    if (command === 'search') search.current?.focus();
    else if (command === 'new') open({ at: 'new', name: null });
    else dispatch({ type: 'panel', panel: 'help' });
  };
  const focusList = () => document.querySelector<HTMLElement>('.list')?.focus();
  const close = () => {
    open({ at: 'list' });
    focusList();
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isChord = event.ctrlKey || event.metaKey;
      if (isChord && event.key.toLowerCase() === 'z' && !isText(event.target)) {
        event.preventDefault();
        if (event.shiftKey) redo();
        else undo();
      } else if (event.key === 'Escape' && (state.panel || state.opened.at !== 'list')) {
        if (state.panel) dispatch({ type: 'panel', panel: null });
        else close();
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });

  const selectedIds = useMemo(() => [...state.list.selected], [state.list.selected]);
  const selectedRows = (): Row[] => [...state.list.selected].flatMap((id) => catalogue.get(id) ?? []);
  const bulk = (work: (selected: readonly Row[], name: string) => Promise<Outcome>) => {
    const selected = selectedRows();
    const [first] = selected;
    if (!first) return;
    const done = countedMessage(selected.length, 'bulkDone');
    void act(() => work(selected, first.entry.name), done);
    dispatch({ type: 'selected', list: noneSelected(state.list) });
  };
  const entryPane = editing && (
    <ConnectedEntry
      key={opened.number}
      editing={editing}
      row={row}
      before={opened.before}
      store={store}
      glossary={glossary}
      commonWords={commonWords}
      isReadOnly={isReadOnly}
      act={act}
      onOpen={(id) => open({ at: 'entry', id })}
      onClose={close}
    />
  );

  return (
    <EditorPage
      rows={rows}
      query={state.query}
      beats={glossary.beats}
      layers={layers}
      onQuery={(query) => dispatch({ type: 'asked', query })}
      search={search}
      onLeaveSearch={() => {
        dispatch({ type: 'selected', list: movedTo(state.list, rows, 0, false) });
        focusList();
      }}
      list={state.list}
      onList={(list) => dispatch({ type: 'selected', list })}
      openId={opened.id}
      onOpen={(id) => open({ at: 'entry', id })}
      onCommand={onCommand}
      readSoFar={glossary.isWhole || failure ? null : catalogue.size}
      mineCount={catalogue.mineCount}
      history={history}
      failure={failure}
      faults={glossary.faults}
      said={state.said}
      panel={state.panel}
      onPanel={(panel) => {
        setSelectionAsked(0);
        dispatch({ type: 'panel', panel });
      }}
      exchange={
        <>
          <ConnectedExchange
            store={store}
            startWorker={startWorker}
            selectedIds={selectedIds}
            selectionAsked={selectionAsked}
            isReadOnly={isReadOnly}
          />
          <BackupPart
            isReadOnly={isReadOnly}
            onExport={() =>
              void glossary.exportAll().then((parts) => {
                saveBlob(new Blob(parts, JSON_FILE), 'json');
                noteBackup();
                say(message('editorExported'));
              }, fail)
            }
            onImport={restoreBackup}
          />
        </>
      }
      shared={
        <ConnectedShared
          store={store}
          startWorker={startWorker}
          items={shared}
          isReadOnly={isReadOnly}
          onSay={say}
          onFailure={fail}
        />
      }
      sharedNews={shared.filter(({ isWaiting, isRemembered }) => isWaiting || isRemembered).length}
      entry={entryPane}
      bulk={{
        onHide: (hidden) =>
          bulk((selected, name) => store.setAllHidden(selected.map(targetOf), name, hidden)),
        onWithdraw: () =>
          bulk((selected, name) =>
            store.withdrawAll(
              selected.flatMap(({ records }) => records),
              name,
            ),
          ),
        onKind: (kind: EntryKind) =>
          bulk((selected, name) =>
            store.editAll(
              selected.map((one) => ({
                target: targetOf(one),
                edits: [{ field: 'kind', member: null, from: one.entry.kind, mine: kind }],
              })),
              name,
            ),
          ),
        onExport: () => {
          dispatch({ type: 'panel', panel: 'exchange' });
          setSelectionAsked((times) => times + 1);
        },
        onClear: () => dispatch({ type: 'selected', list: noneSelected(state.list) }),
      }}
      onNew={() => open({ at: 'new', name: null })}
      onUndo={undo}
      onRedo={redo}
      onRecoverySeen={() => void seeRecovery().catch(fail)}
      onRestore={(snapshot) =>
        actInWorker('step-restore', { snapshot }, message('editorRestored', wordTime(snapshot.at)))
      }
    />
  );
}
