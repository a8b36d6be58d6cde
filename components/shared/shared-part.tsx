import { countedMessage, type MessageKey, message } from '../../lib/platform/i18n';
import { hostOf } from '../../lib/sharing/address';
import { ProgressLine } from '../exchange/progress-line';
import { wordMoment } from '../words/moments';
import { ADDRESS_MESSAGES, failureInWords } from '../words/shared';
import type { SharedItem, SharedStep } from './model';
import { type OfferDeeds, OfferPart, TrustBox } from './offer-part';

export interface SharedPartProps {
  /** What counts before all others first. */
  readonly items: readonly SharedItem[];
  readonly step: SharedStep;
  /** A newer version of the extension wrote the store: nothing can be changed. */
  readonly isReadOnly: boolean;
  /** An address was typed, or one that a backup knew is wanted again: its host is named first. */
  readonly onAdd: (typed: string) => void;
  /** The host is confirmed; or one in the list is asked again. Called while a click is answered. */
  readonly onAsk: (address: string) => void;
  readonly onCancel: () => void;
  readonly offer: OfferDeeds;
  readonly onMove: (item: SharedItem, to: 'up' | 'down') => void;
  readonly onTrust: (item: SharedItem, isTrusted: boolean) => void;
  readonly onLeave: (item: SharedItem) => void;
  /** One that a backup knew is not wanted again. */
  readonly onForget: (address: string) => void;
}

/** The shared glossaries, and the way to another one: its host is named before anything is asked. */
export function SharedPart(props: SharedPartProps) {
  const { items, step, isReadOnly } = props;
  return (
    <div class="shared exchange">
      <p class="note">{message('sharedHint')}</p>
      {step.at === 'offer' ? (
        <OfferPart step={step} isReadOnly={isReadOnly} {...props.offer} />
      ) : (
        <>
          {items.length === 0 ? (
            <p class="none">{message('sharedNone')}</p>
          ) : (
            <ol class="rows layers">
              {items.map((item, place) => (
                <Item key={item.address} item={item} place={place} {...props} />
              ))}
            </ol>
          )}
          <Adding {...props} />
        </>
      )}
    </div>
  );
}

function Item({ item, place, items, step, ...props }: SharedPartProps & { item: SharedItem; place: number }) {
  const { address, host, title, layer, check, isWaiting, isPreset, isLocked } = item;
  if (item.isRemembered) return <Remembered item={item} {...props} />;
  const isBusy = step.at === 'asking' || step.at === 'leaving';
  const below = items[place + 1];
  return (
    <li>
      <span class="what">
        <bdi class="row-name">{title}</bdi>
        {title === host ? null : (
          <bdi class="note" title={address}>
            {host}
          </bdi>
        )}
        {layer ? <span class="note">{countedMessage(layer.count, 'listEntries')}</span> : null}
        {isPreset ? <span class="note">{message('sharedPreset')}</span> : null}
        <span class="note">
          {check.heardMs === null
            ? message('sharedNever')
            : message('sharedHeard', wordMoment(check.heardMs))}
        </span>
      </span>
      {isWaiting ? <p class="waiting">{message('sharedWaiting')}</p> : null}
      {check.failure ? (
        <p class="failure">
          {failureInWords(check.failure, host)} {layer ? message('sharedKept') : null}
        </p>
      ) : null}
      {layer && !props.isReadOnly ? (
        <TrustBox
          isTrusted={layer.isTrusted}
          isBusy={isBusy}
          onTrust={(isTrusted) => props.onTrust(item, isTrusted)}
        />
      ) : null}
      <p class="actions">
        <Deed
          title={title}
          says={isWaiting ? 'sharedReview' : 'sharedCheck'}
          named={isWaiting ? 'sharedReviewName' : 'sharedCheckName'}
          isOff={isBusy}
          onPress={() => props.onAsk(address)}
        />
        {layer && !props.isReadOnly ? (
          <>
            <Deed
              title={title}
              says="sharedUp"
              named="sharedUpName"
              isOff={isBusy || place === 0}
              onPress={() => props.onMove(item, 'up')}
            />
            <Deed
              title={title}
              says="sharedDown"
              named="sharedDownName"
              isOff={isBusy || !below?.layer}
              onPress={() => props.onMove(item, 'down')}
            />
          </>
        ) : null}
        {props.isReadOnly || isLocked ? null : (
          <Deed
            title={title}
            says="sharedLeave"
            named="sharedLeaveName"
            isOff={isBusy}
            onPress={() => props.onLeave(item)}
          />
        )}
      </p>
    </li>
  );
}

/** A button of one glossary: what it `says`, and how it is `named` with the title where nobody sees beside what it stands. */
function Deed({
  title,
  says,
  named,
  isOff = false,
  onPress,
}: {
  title: string;
  says: MessageKey;
  named: MessageKey;
  isOff?: boolean;
  onPress(): void;
}) {
  return (
    <button
      type="button"
      class="button small"
      disabled={isOff}
      aria-label={message(named, title)}
      onClick={onPress}
    >
      {message(says)}
    </button>
  );
}

/** One that a restored backup knew: nobody is asked before its host was named. */
function Remembered({
  item: { address, host, title },
  isReadOnly,
  onAdd,
  onForget,
}: Pick<SharedPartProps, 'isReadOnly' | 'onAdd' | 'onForget'> & { item: SharedItem }) {
  return (
    <li>
      <span class="what">
        <bdi class="row-name">{title}</bdi>
        <bdi class="note" title={address}>
          {host}
        </bdi>
      </span>
      <p class="note">{message('sharedRemembered')}</p>
      {isReadOnly ? null : (
        <p class="actions">
          <Deed title={title} says="sharedAgain" named="sharedAgainName" onPress={() => onAdd(address)} />
          <Deed
            title={title}
            says="sharedForget"
            named="sharedForgetName"
            onPress={() => onForget(address)}
          />
        </p>
      )}
    </li>
  );
}

function Adding({ step, isReadOnly, onAdd, onAsk, onCancel }: SharedPartProps) {
  if (step.at === 'confirm') {
    const host = hostOf(step.address);
    return (
      <section aria-labelledby="shared-confirm">
        <h3 id="shared-confirm" tabIndex={-1}>
          {message('sharedConfirm', host)}
        </h3>
        <p class="address">
          <bdi>{step.address}</bdi>
        </p>
        <p>{message('sharedConfirmHint', host)}</p>
        <p class="actions">
          <button type="button" class="button main" onClick={() => onAsk(step.address)}>
            {message('sharedAsk', host)}
          </button>
          <button type="button" class="button" onClick={() => onCancel()}>
            {message('exchangeCancel')}
          </button>
        </p>
      </section>
    );
  }
  if (step.at === 'asking') {
    const words = message('sharedAsking', hostOf(step.address));
    return <ProgressLine progress={step.progress} start={words} onCancel={onCancel} />;
  }
  if (step.at === 'leaving') {
    const words = message('sharedLeaving', step.title);
    return <ProgressLine progress={step.progress} start={words} onCancel={null} />;
  }
  const fault = step.at === 'list' ? step.fault : null;
  return (
    <>
      {step.at === 'failed' ? (
        <div class="failure" role="alert">
          <p>{failureInWords(step.failure, hostOf(step.address))}</p>
          <button type="button" class="button small" onClick={() => onAsk(step.address)}>
            {message('cardRetry')}
          </button>
        </div>
      ) : null}
      {isReadOnly ? null : (
        <form
          class="add"
          onSubmit={(event) => {
            event.preventDefault();
            // The handler is the form's own.
            onAdd(String(new FormData(event.currentTarget as HTMLFormElement).get('address') ?? ''));
          }}
        >
          <label class="field">
            <span class="label">{message('sharedAdd')}</span>
            <input
              name="address"
              type="text"
              inputMode="url"
              autoComplete="off"
              spellcheck={false}
              dir="ltr"
              placeholder="https://desk.example/names.json"
              aria-invalid={fault !== null}
              aria-describedby={fault === null ? undefined : 'shared-fault'}
            />
          </label>
          <button type="submit" class="button">
            {message('sharedLook')}
          </button>
          {fault === null ? null : (
            <p id="shared-fault" class="fault" role="alert">
              {message(fault === 'known' ? 'sharedKnown' : ADDRESS_MESSAGES[fault])}
            </p>
          )}
        </form>
      )}
    </>
  );
}
