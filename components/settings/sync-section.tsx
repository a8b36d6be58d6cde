import { countedMessage, message } from '../../lib/platform/i18n';
import { type SyncOffer, type SyncStatus, syncStatusIn } from '../../lib/settings/sync';
import { SYNC } from '../../lib/settings/table';
import { isLocked, type SettingValues, settingIn } from '../../lib/settings/values';
import { wordDay, wordMoment } from '../words/moments';
import { Section } from './section';

interface SyncProps {
  readonly values: SettingValues;
  /** What is there, where the user is to say whether this device takes it; null where she is not asked. */
  readonly offer: SyncOffer | null;
  /** Asks for syncing, or stops it. */
  readonly onSync: (on: boolean) => void;
  readonly onTake: () => void;
  readonly onDecline: () => void;
}

function wordStatus(status: SyncStatus | null): string {
  if (!status) return message('settingsSyncWaiting');
  switch (status.state) {
    case 'done':
      return message('settingsSyncDone', wordMoment(status.atMs));
    case 'full':
      return countedMessage(status.left, 'settingsSyncFull');
    case 'busy':
      return message('settingsSyncBusy');
    case 'newer':
      return message('settingsSyncNewer');
    case 'failed':
      return message('settingsSyncFailed');
  }
}

/** How many settings are there, and when the last was set. */
function wordOffer({ count, newestMs }: SyncOffer): string {
  const found = countedMessage(count, 'settingsSyncFound');
  return `${found} ${message('settingsSyncFoundWhen', wordDay(newestMs))}`;
}

/** Whether settings go along to the user's other devices, and how that stands. */
export function SyncSection({ values, offer, onSync, onTake, onDecline }: SyncProps) {
  const isOn = settingIn(values, SYNC) === 'on';
  const status = syncStatusIn(values);
  const isWrong = status !== null && status.state !== 'done';
  return (
    <Section id="sync" title="settingsSync" hint="settingsSyncHint">
      <div class="checks">
        <label>
          <input
            type="checkbox"
            checked={isOn || offer !== null}
            disabled={isLocked(values, SYNC)}
            onChange={({ currentTarget }) => onSync(currentTarget.checked)}
          />
          {message('settingsSyncSwitch')}
        </label>
        {isLocked(values, SYNC) ? <span class="locked">{message('settingsLocked')}</span> : null}
      </div>
      {offer ? (
        <div class="notice" role="alert">
          <p>{wordOffer(offer)}</p>
          <p class="actions">
            <button type="button" class="button" onClick={onTake}>
              {message('settingsSyncTake')}
            </button>
            <button type="button" class="button" onClick={onDecline}>
              {message('settingsSyncCancel')}
            </button>
          </p>
        </div>
      ) : null}
      {isOn ? (
        <p class={isWrong ? 'refused' : 'hint'} role="status">
          {wordStatus(status)}
        </p>
      ) : null}
    </Section>
  );
}
