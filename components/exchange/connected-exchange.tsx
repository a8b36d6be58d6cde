import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Format } from '../../lib/exchange/losses';
import type { Mode } from '../../lib/exchange/meet';
import type { Wishes } from '../../lib/exchange/open-file';
import type { Status } from '../../lib/exchange/preview';
import { FILE_TYPES } from '../../lib/exchange/write-file';
import type { Scope } from '../../lib/exchanging/protocol';
import { message } from '../../lib/platform/i18n';
import { hearEditions } from '../../lib/store/edition';
import { StoreError, type StoreFailure } from '../../lib/store/store-error';
import type { UserGlossary } from '../../lib/store/user-glossary';
import { FAILURE_MESSAGES } from '../words/store';
import { ExchangeClient, type Progress, Stopped } from './exchange-client';
import { ExportPart, type ExportPartProps, type ScopeChoice } from './export-part';
import { ImportPart } from './import-part';
import { type Doing, hasName, type ImportState, PAGE_ROWS } from './model';
import { saveBlob } from './save-blob';

interface ConnectedExchangeProps {
  readonly store: UserGlossary;
  readonly startWorker: () => Worker;
  /** Entries that are selected on the page. */
  readonly selectedIds: readonly string[];
  /** Rises each time that a file of these is asked for; 0 before. */
  readonly selectionAsked: number;
  /** A newer version of the extension wrote the store: it can be exported at most. */
  readonly isReadOnly: boolean;
}

/** After an edition, until what would be exported is looked through anew, ms: others have more to do then. */
const QUIET_MS = 2_000;

const CHOOSING: ImportState = { at: 'choosing', fault: null };
type Open = Extract<ImportState, { at: 'open' }>;

/** Imports and exports, with all heavy work in a worker. */
export function ConnectedExchange(props: ConnectedExchangeProps) {
  const { store, startWorker, isReadOnly } = props;
  const client = useMemo(() => new ExchangeClient(startWorker), [startWorker]);
  const [state, setState] = useState<ImportState>(CHOOSING);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<StoreFailure | null>(null);
  /** What was wished of the open file, so that a further wish leaves the others as they are. */
  const wishes = useRef<Wishes>({});
  const isWriting = useRef(false);
  useEffect(() => () => client.stop(), [client]);

  const onProgress = (progress: Progress) => setDoing({ progress, isUndo: false });
  /** Runs what a person asked for; what goes wrong is told. */
  const attempt = async (work: () => Promise<void>, isUndo = false) => {
    setDoing({ progress: null, isUndo });
    setFailure(null);
    setSaid('');
    try {
      await work();
    } catch (error) {
      if (error instanceof Stopped) return;
      console.error(error);
      setFailure(error instanceof StoreError ? error.failure : 'failed');
    } finally {
      setDoing(null);
    }
  };

  const previewed = async (open: Open, status: Status | null = null): Promise<Open> => {
    if (!hasName(open.file)) return { ...open, preview: null };
    const { mode, takes } = open;
    const found = await client.ask('preview', { mode, takes }, onProgress);
    const rows = await client.ask('rows', { status, from: 0, most: PAGE_ROWS });
    return { ...open, preview: { ...found, status, from: 0, rows } };
  };
  const openFile = (source: File | string | null, fileName: string, wish: Wishes, mode: Mode) =>
    attempt(async () => {
      wishes.current = wish;
      const file = await client.ask('open', { source, wishes: wish });
      if ('fault' in file) {
        setState({ at: 'choosing', fault: file.fault });
        return;
      }
      const open: Open = { at: 'open', fileName, file, mode, takes: [], preview: null };
      // What the columns are can be looked at meanwhile.
      setState(open);
      setState(await previewed(open));
    });

  const onWish = (wish: Wishes) => {
    if (state.at !== 'open') return;
    // Other columns are other rows: what was said of the columns holds no more.
    const isOtherTable = wish.delimiter !== undefined || wish.encoding !== undefined;
    const { mapping: _, hasHeader: __, ...kept } = wishes.current;
    const before = isOtherTable ? kept : wish.hasHeader === undefined ? wishes.current : kept;
    void openFile(null, state.fileName, { ...before, ...wish }, state.mode);
  };
  const onMode = (mode: Mode) => {
    if (state.at === 'open')
      void attempt(async () => setState(await previewed({ ...state, mode, takes: [] })));
  };
  const onTake = (nth: number, takesFile: boolean) => {
    if (state.at !== 'open') return;
    const rest = state.takes.filter((one) => one !== nth);
    const takes = takesFile ? [...rest, nth] : rest;
    void attempt(async () => {
      const open = await previewed({ ...state, takes });
      setState(
        open.preview && state.preview ? await shown(open, state.preview.status, state.preview.from) : open,
      );
    });
  };
  const shown = async (open: Open, status: Status | null, from: number): Promise<Open> => {
    const rows = await client.ask('rows', { status, from, most: PAGE_ROWS });
    return open.preview ? { ...open, preview: { ...open.preview, status, from, rows } } : open;
  };
  const onShow = (status: Status | null, from: number) => {
    if (state.at === 'open') void shown(state, status, from).then(setState);
  };
  const onWrite = () => {
    if (state.at !== 'open' || !state.preview) return;
    const { fileName } = state;
    const count = state.preview.writes;
    void attempt(async () => {
      isWriting.current = true;
      try {
        const answer = await client.write('write', { fileName }, onProgress);
        if (answer.outcome === 'written') {
          const { undo } = await store.history();
          setState({ at: 'written', count, step: undo?.label?.action === 'import' ? undo : null });
        } else if (answer.outcome === 'moved') {
          setState(await previewed(state));
          setSaid(message('exchangeMoved'));
        } else if (answer.outcome === 'cancelled') setSaid(message('exchangeCancelled'));
      } finally {
        isWriting.current = false;
      }
    });
  };
  const onCancel = () => {
    if (isWriting.current) {
      client.cancelWriting();
      return;
    }
    client.stop();
    setState(CHOOSING);
    setSaid(message('exchangeCancelled'));
  };
  const onClose = () => {
    client.stop();
    setState(CHOOSING);
    setSaid('');
  };
  const onUndo = () => {
    if (state.at !== 'written' || !state.step) return;
    const { step } = state;
    void attempt(async () => {
      const { outcome } = await client.write('step-undo', { from: step.seq });
      setState(CHOOSING);
      setSaid(message(outcome === 'written' ? 'exchangeUndone' : 'exchangeUndoMoved'));
    }, true);
  };

  return (
    <div class="exchange">
      <p class="said" role="status">
        {said}
      </p>
      {failure ? (
        <p class="failure" role="alert">
          {message(FAILURE_MESSAGES[failure])}
        </p>
      ) : null}
      {isReadOnly ? null : (
        <ImportPart
          state={state}
          doing={doing}
          onFile={(file) => void openFile(file, file.name, {}, 'merge')}
          onPaste={(text) => void openFile(text, message('exchangePasted'), {}, 'merge')}
          onWish={onWish}
          onMode={onMode}
          onShow={onShow}
          onTake={onTake}
          onWrite={onWrite}
          onCancel={onCancel}
          onClose={onClose}
          onUndo={onUndo}
        />
      )}
      <ConnectedExport {...props} onFailure={setFailure} />
    </div>
  );
}

interface ConnectedExportProps
  extends Pick<ConnectedExchangeProps, 'startWorker' | 'selectedIds' | 'selectionAsked'> {
  readonly onFailure: (failure: StoreFailure) => void;
}

/** Exports, in a worker of their own: an import that is open need not wait for them. */
function ConnectedExport({ startWorker, selectedIds, selectionAsked, onFailure }: ConnectedExportProps) {
  const client = useMemo(() => new ExchangeClient(startWorker), [startWorker]);
  const [format, setFormat] = useState<Format>('json');
  const [scope, setScope] = useState<ScopeChoice>('mine');
  const [found, setFound] = useState<ExportPartProps['found']>(null);
  const isSaving = useRef(false);
  const chosen = scope === 'selected' && selectedIds.length === 0 ? 'mine' : scope;
  const entries: Scope = chosen === 'selected' ? selectedIds : chosen;
  const fail = (error: unknown) => {
    if (error instanceof Stopped) return;
    console.error(error);
    onFailure(error instanceof StoreError ? error.failure : 'failed');
  };
  useEffect(() => () => client.stop(), [client]);
  useEffect(() => {
    if (selectionAsked === 0) return;
    setScope('selected');
    // After the panel has taken the focus.
    requestAnimationFrame(() => document.getElementById('exchange-export')?.focus());
  }, [selectionAsked]);
  useEffect(() => {
    let isCurrent = true;
    const look = () => {
      setFound(null);
      client.ask('losses', { format, scope: entries }).then((answer) => {
        if (isCurrent) setFound(answer);
      }, fail);
    };
    look();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = hearEditions(() => {
      // What is being looked through is no longer what there is; a file that is being made is wanted as it is.
      if (!isSaving.current) client.stop();
      setFound(null);
      clearTimeout(waiting);
      waiting = setTimeout(look, QUIET_MS);
    });
    return () => {
      isCurrent = false;
      clearTimeout(waiting);
      stop();
    };
  }, [client, format, chosen, chosen === 'selected' ? selectedIds : null]);
  return (
    <ExportPart
      format={format}
      scope={chosen}
      selectedCount={selectedIds.length}
      found={found}
      onFormat={setFormat}
      onScope={setScope}
      onSave={() => {
        isSaving.current = true;
        client
          .ask('export', { format, scope: entries })
          .then((file) => saveBlob(file, FILE_TYPES[format].ending), fail)
          .finally(() => {
            isSaving.current = false;
          });
      }}
    />
  );
}
