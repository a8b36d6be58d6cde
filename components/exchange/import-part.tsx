import { MODES, type Mode } from '../../lib/exchange/meet';
import type { Wishes } from '../../lib/exchange/open-file';
import type { Status } from '../../lib/exchange/preview';
import { countedMessage, message } from '../../lib/platform/i18n';
import { fileFaultInWords, MODE_MESSAGES } from '../words/exchange';
import { ChooseFile } from './choose-file';
import { type Doing, hasName, type ImportState } from './model';
import { PreviewList } from './preview-list';
import { ProgressLine } from './progress-line';
import { ReadingOptions } from './reading-options';

export interface ImportPartProps {
  readonly state: ImportState;
  readonly doing: Doing | null;
  readonly onFile: (file: File) => void;
  readonly onPaste: (text: string) => void;
  readonly onWish: (wish: Wishes) => void;
  readonly onMode: (mode: Mode) => void;
  readonly onShow: (status: Status | null, from: number) => void;
  readonly onTake: (nth: number, takesFile: boolean) => void;
  readonly onWrite: () => void;
  readonly onCancel: () => void;
  /** Back to choosing a file. */
  readonly onClose: () => void;
  readonly onUndo: () => void;
}

/** A file on its way into the glossary: chosen, looked through, written, undone. */
export function ImportPart(props: ImportPartProps) {
  const { state, doing, onClose, onUndo } = props;
  return (
    <section class="import" aria-labelledby="exchange-import" aria-busy={doing !== null}>
      <h3 id="exchange-import">{message('exchangeImport')}</h3>
      {state.at === 'choosing' ? (
        <>
          <p class="note">{message('exchangeImportHint')}</p>
          {state.fault ? (
            <p class="failure" role="alert">
              {fileFaultInWords(state.fault)}
            </p>
          ) : null}
          {doing ? null : <ChooseFile onFile={props.onFile} onPaste={props.onPaste} />}
        </>
      ) : null}
      {state.at === 'open' ? <OpenFile {...props} state={state} /> : null}
      {state.at === 'written' ? (
        <p class="actions">
          <span>{countedMessage(state.count, 'exchangeWritten')}</span>
          {state.step ? (
            <button type="button" class="button" disabled={doing !== null} onClick={() => onUndo()}>
              {message('exchangeUndo')}
            </button>
          ) : null}
          <button type="button" class="button" disabled={doing !== null} onClick={() => onClose()}>
            {message('exchangeClose')}
          </button>
        </p>
      ) : null}
      {doing ? (
        <ProgressLine
          progress={doing.progress}
          start={message(doing.isUndo ? 'exchangeUndoing' : 'phaseOpening')}
          onCancel={doing.isUndo ? null : props.onCancel}
        />
      ) : null}
    </section>
  );
}

function OpenFile(props: ImportPartProps & { state: Extract<ImportState, { at: 'open' }> }) {
  const { state, doing, onMode, onWrite, onClose } = props;
  const { file, fileName, mode, preview, takes } = state;
  return (
    <>
      <p>
        <bdi class="name">{fileName}</bdi>{' '}
        <span class="note">{countedMessage(file.count, 'exchangeCount')}</span>
      </p>
      <fieldset class="plain" disabled={doing !== null}>
        <ReadingOptions file={file} onWish={props.onWish} />
        {hasName(file) ? null : (
          <p class="failure" role="alert">
            {message('exchangeNoName')}
          </p>
        )}
        <fieldset class="modes">
          <legend>{message('exchangeMode')}</legend>
          {MODES.map((one) => (
            <label key={one} class="check">
              <input type="radio" name="exchange-mode" checked={mode === one} onChange={() => onMode(one)} />
              <span>
                {message(MODE_MESSAGES[one].name)}{' '}
                <span class="note">{message(MODE_MESSAGES[one].hint)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {preview ? (
          <PreviewList preview={preview} takes={takes} onShow={props.onShow} onTake={props.onTake} />
        ) : null}
        <p class="actions">
          {preview && preview.writes > 0 ? (
            <button type="button" class="button main" onClick={() => onWrite()}>
              {countedMessage(preview.writes, 'exchangeWrite')}
            </button>
          ) : null}
          {preview && preview.writes === 0 ? <span>{message('exchangeNothing')}</span> : null}
          <button type="button" class="button" onClick={() => onClose()}>
            {message('exchangeClose')}
          </button>
        </p>
      </fieldset>
    </>
  );
}
