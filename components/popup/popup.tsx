import { type MessageKey, message } from '../../lib/platform/i18n';
import type { Shortcut } from '../../lib/platform/shortcuts';
import { isReadingLocked } from '../../lib/settings/site';
import { EVERYWHERE } from '../../lib/settings/table';
import { isLocked } from '../../lib/settings/values';
import type { SettingsHand } from '../settings/controls';
import { interfaceLanguage, interfaceLocale } from '../words/locale';
import type { PopupModel, PopupPage } from './model';
import { PopupSettings } from './popup-settings';
import { StoryList, type StoryListProps } from './story-list';
import { Switch } from './switch';

export interface PopupProps {
  readonly model: PopupModel;
  readonly onToggleEverywhere: (on: boolean) => void;
  readonly onToggleSite: (on: boolean) => void;
  readonly onToggleAlways: (always: boolean) => void;
  /** Lets reading rest everywhere for an hour. */
  readonly onPause: () => void;
  readonly onResume: () => void;
  /** Has the browser ask the user to let us read the site. */
  readonly onAskAccess: () => void;
  /** What the list of names does; its names are the model's. */
  readonly list: StoryListProps;
  /** Shown at the foot; none leaves the line out. */
  readonly shortcuts?: readonly Shortcut[];
  /** Leads to where the browser lets the user change them. */
  readonly onChangeShortcuts?: () => void;
  readonly hand: SettingsHand;
  /** Null follows the browser's preference. */
  readonly theme?: 'light' | 'dark' | null;
}

const STATE_MESSAGES: Readonly<Record<Exclude<PopupPage['state'], 'read' | 'paused'>, MessageKey>> = {
  reading: 'popupReading',
  'no-names': 'popupNoNames',
  'no-access': 'popupNoAccess',
  'not-story': 'popupNotStory',
  'off-here': 'popupOffHere',
  'off-everywhere': 'popupOffEverywhere',
  'browser-page': 'popupBrowserPage',
  'store-page': 'popupStorePage',
  'not-web': 'popupNotWeb',
  'no-answer': 'popupNoAnswer',
  failed: 'popupFailed',
};

/** A pause's end as the clock shows it. */
function wordClock(ms: number): string {
  return new Intl.DateTimeFormat(interfaceLocale(), { hour: 'numeric', minute: '2-digit' }).format(ms);
}

function wordsFor(page: Exclude<PopupPage, { state: 'read' }>): string {
  if (page.state === 'paused') return message('popupPaused', wordClock(page.untilMs));
  return message(STATE_MESSAGES[page.state]);
}

/** Why nothing is listed, and what can be done about it. */
function PopupState({
  page,
  onResume,
  onAskAccess,
}: Pick<PopupProps, 'onResume' | 'onAskAccess'> & {
  readonly page: Exclude<PopupPage, { state: 'read' }>;
}) {
  return (
    <>
      <p class="state" role="status">
        {wordsFor(page)}
      </p>
      {page.state === 'paused' ? (
        <button type="button" class="textual" onClick={() => onResume()}>
          {message('popupResume')}
        </button>
      ) : null}
      {page.state === 'no-access' ? (
        <button type="button" class="textual" onClick={() => onAskAccess()}>
          {message('popupAskAccess')}
        </button>
      ) : null}
    </>
  );
}

function PopupSwitches({
  model,
  hand,
  onPause,
  onToggleEverywhere,
  onToggleSite,
  onToggleAlways,
}: PopupProps) {
  const isHeld = isLocked(hand.values, EVERYWHERE);
  const isSiteHeld = model.site !== null && isReadingLocked(hand.values, model.site);
  const { everywhere, here, always, site, pausedUntilMs } = model;
  return (
    <header>
      <div class="title">
        <h1>{message('extensionName')}</h1>
        {everywhere && pausedUntilMs === null ? (
          <button type="button" class="textual" onClick={() => onPause()}>
            {message('popupPause')}
          </button>
        ) : null}
      </div>
      <Switch
        label={message('popupEverywhere')}
        on={everywhere}
        disabled={isHeld}
        onChange={onToggleEverywhere}
      />
      {site ? (
        <Switch
          label={message('popupHere', site)}
          on={everywhere && here}
          disabled={!everywhere || isSiteHeld}
          onChange={onToggleSite}
        />
      ) : null}
      {always !== null ? (
        <Switch
          label={message('popupAlways')}
          on={everywhere && here && always}
          disabled={!everywhere || !here || isSiteHeld}
          onChange={onToggleAlways}
        />
      ) : null}
    </header>
  );
}

/** The toolbar's popup: on or off, and who is in this story. */
export function Popup(props: PopupProps) {
  const { model, list, hand, shortcuts, onChangeShortcuts, theme } = props;
  const { page } = model;
  const { lang, dir } = interfaceLanguage();
  return (
    <div class="newsgloss popup" lang={lang} dir={dir} data-theme={theme ?? undefined}>
      <PopupSwitches {...props} />
      {/* A text that has no control in it can still be scrolled by keyboard. */}
      <main tabIndex={page.state === 'read' ? undefined : 0}>
        {page.state === 'read' ? <StoryList {...list} page={page} /> : <PopupState {...props} page={page} />}
      </main>
      <PopupSettings hand={hand} />
      <footer>
        {shortcuts?.some(({ keys }) => keys) ? (
          <p class="shortcuts">
            {shortcuts.map(({ description, keys }) =>
              keys ? (
                <span key={description}>
                  {description} <kbd>{keys}</kbd>
                </span>
              ) : null,
            )}
            <button type="button" onClick={() => onChangeShortcuts?.()}>
              {message('popupChangeShortcuts')}
            </button>
          </p>
        ) : null}
        <a href="/glossary-editor.html" target="_blank" rel="noreferrer">
          {message('popupMyGlossary')}
        </a>
      </footer>
    </div>
  );
}
