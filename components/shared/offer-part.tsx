import type { ShownSharedRow } from '../../lib/exchanging/protocol';
import { message } from '../../lib/platform/i18n';
import { SHARED_CHANGES, type SharedChange } from '../../lib/sharing/difference';
import { valueInWords } from '../editor/value-in-words';
import { ProgressLine } from '../exchange/progress-line';
import { faultInWords } from '../words/exchange';
import { interfaceLocale } from '../words/locale';
import { CHANGE_MESSAGES } from '../words/shared';
import { FIELD_MESSAGES } from '../words/store';
import { PAGE_ROWS, type SharedStep } from './model';

export interface OfferDeeds {
  readonly onShow: (change: SharedChange | null, from: number) => void;
  readonly onTrust: (isTrusted: boolean) => void;
  readonly onTake: () => void;
  readonly onLater: () => void;
}

interface OfferPartProps extends OfferDeeds {
  readonly step: Extract<SharedStep, { at: 'offer' }>;
  readonly isReadOnly: boolean;
}

const inFigures = (count: number) => new Intl.NumberFormat(interfaceLocale()).format(count);

/** What an address sent, to be looked at before it counts. */
export function OfferPart({ step, isReadOnly, onShow, onTrust, onTake, onLater }: OfferPartProps) {
  const { offer, shown, isTrusted, isWriting, progress } = step;
  const { counts } = offer;
  const isNew = offer.at === null;
  const writes = counts.new + counts.changed + counts.gone;
  const all = writes + counts.refused + counts.same;
  const countOf = (change: SharedChange | null) => (change === null ? all : counts[change]);
  const filter = (change: SharedChange | null, words: string) => (
    <button
      key={words}
      type="button"
      class="button small"
      aria-pressed={shown.change === change}
      disabled={countOf(change) === 0}
      onClick={() => onShow(change, 0)}
    >
      {words} <span class="count">{inFigures(countOf(change))}</span>
    </button>
  );
  const heading = isNew ? 'sharedOffer' : 'sharedUpdate';
  const shownCount = countOf(shown.change);
  return (
    <section aria-labelledby="shared-offer" aria-busy={isWriting}>
      <h3 id="shared-offer" tabIndex={-1}>
        {message(heading, offer.title)}
      </h3>
      {writes === 0 ? <p>{message('sharedSameNow', offer.title)}</p> : null}
      <p class="actions filters">
        {filter(null, message('statusAll'))}
        {SHARED_CHANGES.map((change) => filter(change, message(CHANGE_MESSAGES[change])))}
      </p>
      <div class="scroll">
        <table class="preview">
          <thead>
            <tr>
              <th scope="col">{message('exchangeName')}</th>
              <th scope="col">{message('exchangeOutcome')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.rows.map((row, i) => (
              <tr key={`${shown.from + i} ${row.id}`} class={row.change}>
                <th scope="row">
                  <bdi>{row.name || row.id || '–'}</bdi>
                </th>
                <td>
                  <Outcome row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shownCount > PAGE_ROWS ? (
        <p class="actions">
          <button
            type="button"
            class="button small"
            disabled={shown.from === 0}
            onClick={() => onShow(shown.change, Math.max(0, shown.from - PAGE_ROWS))}
          >
            {message('exchangeEarlier')}
          </button>
          <span class="note">
            {message(
              'exchangeShown',
              inFigures(shown.from + 1),
              inFigures(Math.min(shownCount, shown.from + PAGE_ROWS)),
              inFigures(shownCount),
            )}
          </span>
          <button
            type="button"
            class="button small"
            disabled={shown.from + PAGE_ROWS >= shownCount}
            onClick={() => onShow(shown.change, shown.from + PAGE_ROWS)}
          >
            {message('exchangeLater')}
          </button>
        </p>
      ) : null}
      {counts.refused > 0 ? <p class="note">{message('sharedRefusedHint')}</p> : null}
      {isNew && !isReadOnly ? <TrustBox isTrusted={isTrusted} isBusy={isWriting} onTrust={onTrust} /> : null}
      {isWriting && progress ? <ProgressLine progress={progress} start="" onCancel={null} /> : null}
      <p class="actions">
        {writes > 0 && !isReadOnly ? (
          <button type="button" class="button main" disabled={isWriting} onClick={() => onTake()}>
            {message(isNew ? 'sharedJoin' : 'sharedTake')}
          </button>
        ) : null}
        <button type="button" class="button" disabled={isWriting} onClick={() => onLater()}>
          {message(writes > 0 ? 'sharedLater' : 'panelClose')}
        </button>
      </p>
    </section>
  );
}

interface TrustBoxProps {
  readonly isTrusted: boolean;
  readonly isBusy: boolean;
  readonly onTrust: (isTrusted: boolean) => void;
}

/** Whether updates count without a review. */
export function TrustBox({ isTrusted, isBusy, onTrust }: TrustBoxProps) {
  return (
    <label class="check trust">
      <input
        type="checkbox"
        checked={isTrusted}
        disabled={isBusy}
        onChange={({ currentTarget }) => onTrust(currentTarget.checked)}
      />
      <span>
        {message('sharedTrust')} <span class="note">{message('sharedTrustHint')}</span>
      </span>
    </label>
  );
}

function Outcome({ row }: { readonly row: ShownSharedRow }) {
  const { change, faults, fields, beneath, instead, isInsteadOfBundled, isEdited } = row;
  const isComing = change === 'new' || change === 'changed';
  const notes = [
    ...faults.map(faultInWords),
    ...(isComing && beneath !== null ? [message('sharedBeneath', beneath)] : []),
    ...(isComing && instead !== null ? [message('sharedInstead', instead)] : []),
    ...(isComing && isInsteadOfBundled ? [message('sharedInsteadBundled')] : []),
    ...(isEdited && change !== 'same' ? [message('sharedEdited')] : []),
  ];
  return (
    <>
      <span class="status">{message(CHANGE_MESSAGES[change])}</span>
      {notes.map((note) => (
        <span class="note" key={note} dir="auto">
          {note}
        </span>
      ))}
      {change === 'changed' && fields.length > 0 ? <Values fields={fields} /> : null}
      {change === 'new' && fields.length > 0 ? (
        <details>
          <summary>{message('sharedWhole')}</summary>
          <Values fields={fields} />
        </details>
      ) : null}
    </>
  );
}

const isNothing = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);

/** Fields of an entry, each with what it was and what it is. */
function Values({ fields }: Pick<ShownSharedRow, 'fields'>) {
  return (
    <dl class="values">
      {fields.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{message(FIELD_MESSAGES[field])}</dt>
          <dd>
            {isNothing(before) ? null : <del dir="auto">{valueInWords(before)}</del>}{' '}
            <ins dir="auto">{isNothing(after) ? message('editorNoValue') : valueInWords(after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
