import { message } from '../../lib/platform/i18n';
import { MARK_LOOK, MARK_REPEAT, MARKED_FAMILIARITY, MARKED_KIND, THEME } from '../../lib/settings/table';
import { CheckSettings, ChoiceSetting, DelaySetting, type SettingsHand } from '../settings/controls';
import { KIND_MESSAGES } from '../words/kinds';
import { FAMILIARITY_MESSAGES, LOOK_MESSAGES, REPEAT_MESSAGES, THEME_MESSAGES } from '../words/settings';

/** The settings that a reader changes most: in effect at once, in every open story. */
export function PopupSettings({ hand }: { readonly hand: SettingsHand }) {
  return (
    <section class="settings" aria-label={message('popupSettings')}>
      <details>
        <summary>{message('popupSettings')}</summary>
        <ChoiceSetting hand={hand} row={MARK_LOOK} words={LOOK_MESSAGES} />
        <ChoiceSetting hand={hand} row={MARK_REPEAT} words={REPEAT_MESSAGES} />
        <CheckSettings hand={hand} row={MARKED_FAMILIARITY} words={FAMILIARITY_MESSAGES} />
        <CheckSettings hand={hand} row={MARKED_KIND} words={KIND_MESSAGES} />
        <DelaySetting hand={hand} hint={false} />
        <ChoiceSetting hand={hand} row={THEME} words={THEME_MESSAGES} />
        <a href="/options.html" target="_blank" rel="noreferrer">
          {message('popupAllSettings')}
        </a>
      </details>
    </section>
  );
}
