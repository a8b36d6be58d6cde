import { FORMATS, type Format, type Loss } from '../../lib/exchange/losses';
import { countedMessage, message } from '../../lib/platform/i18n';
import { FORMAT_MESSAGES, LOSS_MESSAGES } from '../words/exchange';
import { interfaceLocale } from '../words/locale';

export const SCOPES = ['mine', 'all', 'selected'] as const;
/** Which entries are exported. */
export type ScopeChoice = (typeof SCOPES)[number];

export interface ExportPartProps {
  readonly format: Format;
  readonly scope: ScopeChoice;
  /** Entries that are selected on the page. */
  readonly selectedCount: number;
  /** Of the format and scope chosen; null while they are looked for. */
  readonly found: { readonly losses: readonly Loss[]; readonly count: number } | null;
  readonly onFormat: (format: Format) => void;
  readonly onScope: (scope: ScopeChoice) => void;
  readonly onSave: () => void;
}

/** A file of entries, in a format of which it is told before what it cannot hold. */
export function ExportPart(props: ExportPartProps) {
  const { format, scope, selectedCount, found, onFormat, onScope, onSave } = props;
  const scopeInWords = (one: ScopeChoice) =>
    one === 'mine'
      ? message('exportMine')
      : one === 'all'
        ? message('exportAll')
        : countedMessage(selectedCount, 'exportSelected');
  return (
    <section class="export" aria-labelledby="exchange-export">
      <h3 id="exchange-export" tabIndex={-1}>
        {message('exchangeExport')}
      </h3>
      <div class="reading">
        <label>
          {message('exchangeFormat')}
          <select
            value={format}
            onChange={({ currentTarget }) =>
              onFormat(FORMATS.find((one) => one === currentTarget.value) ?? format)
            }
          >
            {FORMATS.map((one) => (
              <option key={one} value={one}>
                {message(FORMAT_MESSAGES[one])}
              </option>
            ))}
          </select>
        </label>
        <label>
          {message('exchangeScope')}
          <select
            value={scope}
            onChange={({ currentTarget }) =>
              onScope(SCOPES.find((one) => one === currentTarget.value) ?? scope)
            }
          >
            {SCOPES.filter((one) => one !== 'selected' || selectedCount > 0).map((one) => (
              <option key={one} value={one}>
                {scopeInWords(one)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="losses" role="status">
        {found ? <Found {...found} /> : null}
      </div>
      <p class="note">{message('exchangeHistoryHint')}</p>
      <p class="actions">
        <button type="button" class="button" disabled={!found || found.count === 0} onClick={() => onSave()}>
          {message('exchangeSave')}
        </button>
      </p>
    </section>
  );
}

function Found({ losses, count }: NonNullable<ExportPartProps['found']>) {
  const figures = new Intl.NumberFormat(interfaceLocale());
  const counted = countedMessage(count, 'exchangeCount');
  if (count === 0 || losses.length === 0) {
    return (
      <p>
        {counted} {count === 0 ? null : message('exchangeLosesNothing')}
      </p>
    );
  }
  return (
    <>
      <p>
        {counted} {message('exchangeLoses')}
      </p>
      <ul class="bulleted">
        {losses.map(({ code, count: lost }) => (
          <li key={code}>{message('exchangeLoss', message(LOSS_MESSAGES[code]), figures.format(lost))}</li>
        ))}
      </ul>
    </>
  );
}
