import { useEffect, useState } from 'preact/hooks';
import { askBackground } from '../../lib/messaging/channel';
import { message } from '../../lib/platform/i18n';
import { listShortcuts, openShortcutSettings, type Shortcut } from '../../lib/platform/shortcuts';
import { mutedIn, silencesIn } from '../../lib/settings/quiet';
import { forgetRepairs } from '../../lib/settings/repair';
import { setReading } from '../../lib/settings/site';
import { readSyncOffer, type SyncOffer } from '../../lib/settings/sync';
import { MUTED, SILENCED, SITE, SYNC } from '../../lib/settings/table';
import { type SettingValues, settingIn } from '../../lib/settings/values';
import {
  resetAllSettings,
  resetSetting,
  restoreSettings,
  setSetting,
  type TakenSettings,
} from '../../lib/settings/write';
import { lastBackupIn } from '../../lib/store/last-backup';
import { labelOf } from '../words/settings';
import { SettingsPage } from './settings-page';
import { useStored } from './use-stored';

/** What the entries are called that are muted or silenced; null until that is known. */
function useNames(values: SettingValues | null): Readonly<Record<string, string>> | null {
  const [names, setNames] = useState<Readonly<Record<string, string>> | null>(null);
  const ids = values && [...mutedIn(values), ...silencesIn(values).map(({ entryId }) => entryId)].sort();
  const key = ids?.join(' ');
  useEffect(() => {
    if (ids === null) return;
    let isCurrent = true;
    // What is not known is listed by its id.
    const asked =
      ids.length > 0 ? askBackground('entry-names', { ids }).catch(() => ({})) : Promise.resolve({});
    void asked.then((known) => isCurrent && setNames((before) => ({ ...before, ...known })));
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return names;
}

function useShortcuts(): readonly Shortcut[] {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    const list = () => void listShortcuts().then(setShortcuts);
    list();
    // She comes back from where the browser lets her change them.
    window.addEventListener('focus', list);
    return () => window.removeEventListener('focus', list);
  }, []);
  return shortcuts;
}

function useUsedBytes(): number | null {
  const [bytes, setBytes] = useState<number | null>(null);
  useEffect(() => void navigator.storage.estimate().then(({ usage }) => setBytes(usage ?? null)), []);
  return bytes;
}

/** The page of all settings, following what is stored: her own changes and those of other pages. */
export function ConnectedSettings({ version }: { readonly version: string }) {
  const values = useStored();
  const names = useNames(values);
  const shortcuts = useShortcuts();
  const usedBytes = useUsedBytes();
  const [said, setSaid] = useState('');
  /** What can be put back, the last taken at the end. */
  const [taken, setTaken] = useState<readonly TakenSettings[]>([]);
  const [offer, setOffer] = useState<SyncOffer | null>(null);
  if (!values) return null;

  /** Does something; `words` are said once it is done. */
  const act = async (work: () => Promise<unknown>, words: string) => {
    try {
      await work();
      setSaid(words);
    } catch (error) {
      console.error(error);
      setSaid(message('settingsNotStored'));
    }
  };
  /** The same of what takes something away, which can be put back. */
  const takeAway = (work: () => Promise<TakenSettings>, words: string) =>
    act(async () => {
      const away = await work();
      if (Object.keys(away).length > 0) setTaken((before) => [...before, away]);
    }, words);
  const undo = async () => {
    const last = taken.at(-1);
    if (!last) return;
    await act(() => restoreSettings(last), message('settingsUndone'));
    setTaken((before) => before.slice(0, -1));
  };
  const startSync = () => {
    setOffer(null);
    void act(() => setSetting(SYNC, '', 'on'), '');
  };
  const sync = async (on: boolean) => {
    setOffer(null);
    if (!on) return act(() => setSetting(SYNC, '', 'off'), '');
    // Where it cannot be read, how syncing stands says so.
    const there = await readSyncOffer(Date.now()).catch(() => null);
    if (there) setOffer(there);
    else startSync();
  };

  return (
    <SettingsPage
      hand={{
        values,
        onSet: (row, member, value) => void act(() => setSetting(row, member, value), ''),
        onReset: (row, members) =>
          void takeAway(
            async () =>
              Object.assign({}, ...(await Promise.all(members.map((one) => resetSetting(row, one))))),
            message('settingsWasReset', message(labelOf(row))),
          ),
      }}
      said={said}
      canUndo={taken.length > 0}
      onUndo={() => void undo()}
      onResetAll={() => void takeAway(resetAllSettings, message('settingsWereReset'))}
      onSeen={(repairs) => void act(() => forgetRepairs(repairs), '')}
      shortcuts={shortcuts}
      onChangeShortcuts={() => void openShortcutSettings()}
      names={names}
      onReading={(site, reading) => void act(() => setReading(site, reading), '')}
      onAddSite={(site, reading) =>
        void act(() => setReading(site, reading), message('settingsSiteAdded', site))
      }
      onRemoveSite={(site) =>
        void takeAway(() => resetSetting(SITE, site), message('settingsSiteRemoved', site))
      }
      onUnmute={({ member, name }) =>
        void takeAway(() => resetSetting(MUTED, member), message('settingsUnmuted', name))
      }
      onUnsilence={({ member, word, name }) =>
        void takeAway(() => resetSetting(SILENCED, member), message('settingsUnsilenced', word, name))
      }
      offer={settingIn(values, SYNC) === 'off' ? offer : null}
      onSync={(on) => void sync(on)}
      onTake={startSync}
      onDecline={() => setOffer(null)}
      storage={{ usedBytes, backupMs: lastBackupIn(values), nowMs: Date.now() }}
      version={version}
    />
  );
}
