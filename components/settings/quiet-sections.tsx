import { message } from '../../lib/platform/i18n';
import { mutedIn, silencesIn } from '../../lib/settings/quiet';
import { MUTED, SILENCED } from '../../lib/settings/table';
import { isLocked, type SettingValues } from '../../lib/settings/values';
import { Section } from './section';

/** What is muted or silenced, ready to be undone: its place in its family, and what it is called. */
export interface QuietThing {
  readonly member: string;
  readonly name: string;
  /** The word that is not to mean it; of what is silenced. */
  readonly word: string;
}

interface QuietProps {
  readonly values: SettingValues;
  /** What entries are called, by their ids; null until that is known. */
  readonly names: Readonly<Record<string, string>> | null;
  readonly onUnmute: (thing: QuietThing) => void;
  readonly onUnsilence: (thing: QuietThing) => void;
}

function byName<Thing extends { readonly name: string }>(things: readonly Thing[]): Thing[] {
  return [...things].sort((a, b) => a.name.localeCompare(b.name));
}

/** The entries that the user knows. */
export function MutedSection({ values, names, onUnmute }: QuietProps) {
  // One that has left the glossary has only its id.
  const muted = byName(
    mutedIn(values).map((member) => ({ member, name: names?.[member] ?? member, word: '' })),
  );
  return (
    <Section id="muted" title="settingsMuted" hint="settingsMutedHint">
      {muted.length === 0 ? <p class="empty">{message('settingsMutedNone')}</p> : null}
      <ul class="rows">
        {(names ? muted : []).map((thing) => (
          <li key={thing.member}>
            <bdi class="name">{thing.name}</bdi>
            {isLocked(values, MUTED, thing.member) ? (
              <span class="locked">{message('settingsLocked')}</span>
            ) : (
              <button
                type="button"
                class="textual"
                aria-label={message('settingsUnmuteName', thing.name)}
                onClick={() => onUnmute(thing)}
              >
                {message('settingsUnmute')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The words that are not to mean an entry. */
export function SilencedSection({ values, names, onUnsilence }: QuietProps) {
  const silenced = byName(
    silencesIn(values).map(({ entryId, alias, ...rest }) => ({
      ...{ ...rest, word: alias, name: names?.[entryId] ?? entryId },
    })),
  );
  return (
    <Section id="silenced" title="settingsSilenced" hint="settingsSilencedHint">
      {silenced.length === 0 ? <p class="empty">{message('settingsSilencedNone')}</p> : null}
      <ul class="rows">
        {(names ? silenced : []).map((thing) => (
          <li key={thing.member}>
            <bdi>
              {thing.site === null
                ? message('settingsSilencedAnywhere', thing.word, thing.name)
                : message('settingsSilencedOn', thing.word, thing.name, thing.site)}
            </bdi>
            {isLocked(values, SILENCED, thing.member) ? (
              <span class="locked">{message('settingsLocked')}</span>
            ) : (
              <button
                type="button"
                class="textual"
                aria-label={message('settingsUnsilenceName', thing.word, thing.name)}
                onClick={() => onUnsilence(thing)}
              >
                {message('settingsUnsilence')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
