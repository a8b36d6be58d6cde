import { type PreviewRow, STATUSES, type Status } from '../../lib/exchange/preview';
import { message } from '../../lib/platform/i18n';
import { faultInWords, flagInWords, STATUS_MESSAGES } from '../words/exchange';
import { interfaceLocale } from '../words/locale';
import { FIELD_MESSAGES } from '../words/store';
import { PAGE_ROWS, rowsOfStatus, type ShownPreview } from './model';

interface PreviewListProps {
  readonly preview: ShownPreview;
  /** Entries, by their place in the file, in which the file's side was chosen. */
  readonly takes: readonly number[];
  readonly onShow: (status: Status | null, from: number) => void;
  readonly onTake: (nth: number, takesFile: boolean) => void;
}

const inFigures = (count: number) => new Intl.NumberFormat(interfaceLocale()).format(count);
const listed = (words: readonly string[]) => new Intl.ListFormat(interfaceLocale()).format(words);
const fieldsInWords = (fields: PreviewRow['fields']) =>
  listed(fields.map((field) => message(FIELD_MESSAGES[field])));

/** What would happen, entry by entry. */
export function PreviewList({ preview, takes, onShow, onTake }: PreviewListProps) {
  const { counts, status, from, rows } = preview;
  const all = rowsOfStatus(counts, status);
  const filter = (one: Status | null, words: string) => (
    <button
      key={words}
      type="button"
      class="button small"
      aria-pressed={status === one}
      disabled={rowsOfStatus(counts, one) === 0}
      onClick={() => onShow(one, 0)}
    >
      {words} <span class="count">{inFigures(rowsOfStatus(counts, one))}</span>
    </button>
  );
  return (
    <section aria-labelledby="exchange-preview">
      <h4 id="exchange-preview">{message('exchangePreview')}</h4>
      <p class="actions filters">
        {filter(null, message('statusAll'))}
        {STATUSES.map((one) => filter(one, message(STATUS_MESSAGES[one])))}
      </p>
      <div class="scroll">
        <table class="preview">
          <thead>
            <tr>
              <th scope="col" class="line">
                {message('exchangeLine')}
              </th>
              <th scope="col">{message('exchangeName')}</th>
              <th scope="col">{message('exchangeOutcome')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.nth} class={row.status}>
                <td class="line">{row.line}</td>
                {row.name === '' ? (
                  <td />
                ) : (
                  <th scope="row">
                    <bdi>{row.name}</bdi>
                  </th>
                )}
                <td>
                  <Outcome row={row} isTaken={takes.includes(row.nth)} onTake={onTake} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {all > PAGE_ROWS ? (
        <p class="actions">
          <button
            type="button"
            class="button small"
            disabled={from === 0}
            onClick={() => onShow(status, Math.max(0, from - PAGE_ROWS))}
          >
            {message('exchangeEarlier')}
          </button>
          <span class="note">
            {message(
              'exchangeShown',
              inFigures(from + 1),
              inFigures(Math.min(all, from + PAGE_ROWS)),
              inFigures(all),
            )}
          </span>
          <button
            type="button"
            class="button small"
            disabled={from + PAGE_ROWS >= all}
            onClick={() => onShow(status, from + PAGE_ROWS)}
          >
            {message('exchangeLater')}
          </button>
        </p>
      ) : null}
    </section>
  );
}

interface OutcomeProps {
  readonly row: PreviewRow;
  readonly isTaken: boolean;
  readonly onTake: PreviewListProps['onTake'];
}

function Outcome({ row, isTaken, onTake }: OutcomeProps) {
  const { status, fields, conflicts, faults, flags, name, nth } = row;
  const notes = [
    ...(fields.length > 0 ? [fieldsInWords(fields)] : []),
    ...(conflicts.length > 0 && !isTaken ? [message('exchangeStays', fieldsInWords(conflicts))] : []),
    ...faults.map(faultInWords),
    ...flags.map(flagInWords),
  ];
  return (
    <>
      <span class="status">{message(STATUS_MESSAGES[status])}</span>
      {notes.map((note) => (
        <span class="note" key={note} dir="auto">
          {note}
        </span>
      ))}
      {conflicts.length > 0 ? (
        <button
          type="button"
          class="button small"
          aria-label={message(isTaken ? 'exchangeKeepName' : 'exchangeTakeName', name)}
          onClick={() => onTake(nth, !isTaken)}
        >
          {message(isTaken ? 'exchangeKeep' : 'exchangeTake')}
        </button>
      ) : null}
    </>
  );
}
