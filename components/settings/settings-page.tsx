import { type MessageKey, message } from '../../lib/platform/i18n';
import type { Shortcut } from '../../lib/platform/shortcuts';
import { presetFaultsIn } from '../../lib/settings/presets';
import { type Repair, repairsIn } from '../../lib/settings/repair';
import type { SyncOffer } from '../../lib/settings/sync';
import {
  BADGE,
  BEAT,
  EVERYWHERE,
  MARK_LOOK,
  MARK_REPEAT,
  MARKED_FAMILIARITY,
  MARKED_KIND,
  type SiteReading,
  settingOf,
  THEME,
} from '../../lib/settings/table';
import { LOCKED, PRESET } from '../../lib/settings/values';
import { KIND_MESSAGES } from '../words/kinds';
import { interfaceLanguage } from '../words/locale';
import {
  BEAT_MESSAGES,
  FAMILIARITY_MESSAGES,
  LOOK_MESSAGES,
  labelOf,
  REPEAT_MESSAGES,
  THEME_MESSAGES,
} from '../words/settings';
import {
  AboutSection,
  PrivacySection,
  ShortcutsSection,
  type StorageFacts,
  StorageSection,
} from './about-sections';
import { CheckSettings, ChoiceSetting, DelaySetting, type SettingsHand } from './controls';
import { MutedSection, type QuietThing, SilencedSection } from './quiet-sections';
import { Section } from './section';
import { SitesSection } from './sites-section';
import { SyncSection } from './sync-section';

export interface SettingsPageProps {
  readonly hand: SettingsHand;
  /** What the last action has done; empty for nothing. */
  readonly said: string;
  /** Whether something can be taken back. */
  readonly canUndo: boolean;
  readonly onUndo: () => void;
  readonly onResetAll: () => void;
  readonly onSeen: (repairs: readonly Repair[]) => void;
  readonly shortcuts: readonly Shortcut[];
  readonly onChangeShortcuts: () => void;
  /** What entries are called, by their ids; null until that is known. */
  readonly names: Readonly<Record<string, string>> | null;
  readonly onReading: (site: string, reading: SiteReading) => void;
  readonly onAddSite: (site: string, reading: SiteReading) => void;
  readonly onRemoveSite: (site: string) => void;
  readonly onUnmute: (thing: QuietThing) => void;
  readonly onUnsilence: (thing: QuietThing) => void;
  readonly offer: SyncOffer | null;
  readonly onSync: (on: boolean) => void;
  readonly onTake: () => void;
  readonly onDecline: () => void;
  readonly storage: StorageFacts;
  readonly version: string;
  /** Null leaves it to the page around. */
  readonly theme?: 'light' | 'dark' | null;
}

/** The parts of the page, for the list at its top. */
const PARTS: Readonly<Record<string, MessageKey>> = {
  reading: 'settingsReading',
  marks: 'settingsMarks',
  cards: 'settingsCards',
  beats: 'settingsBeats',
  sites: 'settingsSites',
  muted: 'settingsMuted',
  silenced: 'settingsSilenced',
  shortcuts: 'settingsShortcuts',
  sync: 'settingsSync',
  storage: 'settingsStorage',
  privacy: 'settingsPrivacy',
  about: 'settingsAbout',
};

const EVERYWHERE_WORDS = { '': 'popupEverywhere' } as const;
const BADGE_WORDS = { '': 'marksBadge' } as const;

/** What was repaired, and what an administrator has set. */
function Notices({ hand, onSeen }: Pick<SettingsPageProps, 'hand' | 'onSeen'>) {
  const { values } = hand;
  const repairs = repairsIn(values);
  const faults = presetFaultsIn(values);
  const hasPresets = Object.keys(values).some((key) => key.startsWith(LOCKED) || key.startsWith(PRESET));
  return (
    <>
      {repairs.length > 0 ? (
        <div class="notice" role="alert">
          <p>{message('settingsRepaired')}</p>
          <ul>
            {repairs.map(({ key, value }) => {
              const setting = settingOf(key);
              const name = setting ? `${message(labelOf(setting.row))} ${setting.member}`.trim() : key;
              return <li key={key}>{message('settingsRepairedOne', name, JSON.stringify(value))}</li>;
            })}
          </ul>
          <p class="actions">
            <button type="button" class="button" onClick={() => onSeen(repairs)}>
              {message('settingsSeen')}
            </button>
          </p>
        </div>
      ) : null}
      {hasPresets ? <p class="notice">{message('settingsPresets')}</p> : null}
      {faults.length > 0 ? <p class="notice">{message('settingsPresetFaults', faults.join(', '))}</p> : null}
    </>
  );
}

/** All settings on one page: each is in effect at once. */
export function SettingsPage(props: SettingsPageProps) {
  const { hand, said, canUndo, theme } = props;
  const { values } = hand;
  const { lang, dir } = interfaceLanguage();
  return (
    <div class="newsgloss settings-page" lang={lang} dir={dir} data-theme={theme ?? undefined}>
      <header>
        <h1>{message('settingsTitle')}</h1>
        <p class="lead">{message('settingsLead')}</p>
        <nav aria-label={message('settingsContents')}>
          <ul>
            {Object.entries(PARTS).map(([id, title]) => (
              <li key={id}>
                <a href={`#${id}`}>{message(title)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main>
        <Notices {...props} />
        <Section id="reading" title="settingsReading">
          <CheckSettings hand={hand} row={EVERYWHERE} words={EVERYWHERE_WORDS} legend={null} />
          <CheckSettings hand={hand} row={BADGE} words={BADGE_WORDS} legend={message('marksIcon')} />
        </Section>
        <Section id="marks" title="settingsMarks">
          <ChoiceSetting hand={hand} row={MARK_LOOK} words={LOOK_MESSAGES} />
          <ChoiceSetting hand={hand} row={MARK_REPEAT} words={REPEAT_MESSAGES} />
          <CheckSettings hand={hand} row={MARKED_FAMILIARITY} words={FAMILIARITY_MESSAGES} />
          <CheckSettings hand={hand} row={MARKED_KIND} words={KIND_MESSAGES} />
        </Section>
        <Section id="cards" title="settingsCards">
          <DelaySetting hand={hand} hint />
          <ChoiceSetting hand={hand} row={THEME} words={THEME_MESSAGES} />
        </Section>
        <Section id="beats" title="settingsBeats" hint="settingsBeatsHint">
          <CheckSettings hand={hand} row={BEAT} words={BEAT_MESSAGES} legend={null} />
        </Section>
        <SitesSection
          values={values}
          onReading={props.onReading}
          onAdd={props.onAddSite}
          onRemove={props.onRemoveSite}
        />
        <MutedSection {...props} values={values} />
        <SilencedSection {...props} values={values} />
        <ShortcutsSection shortcuts={props.shortcuts} onChangeShortcuts={props.onChangeShortcuts} />
        <SyncSection {...props} values={values} />
        <StorageSection {...props.storage} />
        <PrivacySection />
        <AboutSection version={props.version} />
        <section aria-label={message('settingsResetAll')}>
          <p class="hint">{message('settingsResetAllHint')}</p>
          <p class="actions">
            <button type="button" class="button" onClick={props.onResetAll}>
              {message('settingsResetAll')}
            </button>
          </p>
        </section>
      </main>
      <div class="said">
        <span role="status">{said}</span>
        {canUndo ? (
          <button type="button" class="textual" onClick={props.onUndo}>
            {message('settingsUndo')}
          </button>
        ) : null}
      </div>
    </div>
  );
}
