import { countedMessage, type MessageKey, message } from '../../lib/platform/i18n';
import type { Shortcut } from '../../lib/platform/shortcuts';
import type { MarkSettings } from '../../lib/settings/marks';
import { interfaceLanguage } from '../words/locale';
import { wordDate } from '../words/periods';
import { MarkControls, type MarkDeeds } from './mark-controls';
import type { PopupModel, PopupPage } from './model';
import { NameList } from './name-list';
import { Switch } from './switch';

export interface PopupProps {
  readonly model: PopupModel;
  readonly onToggleEverywhere: (on: boolean) => void;
  readonly onToggleSite: (on: boolean) => void;
  /** Leads to the first mention of an entry; null while the page cannot be told to. */
  readonly onOpenName?: ((id: string) => void) | null;
  /** Shown at the foot; none leaves the line out. */
  readonly shortcuts?: readonly Shortcut[];
  /** Leads to where the browser lets the user change them. */
  readonly onChangeShortcuts?: () => void;
  readonly marks: MarkSettings;
  readonly markDeeds: MarkDeeds;
  /** Null follows the browser's preference. */
  readonly theme?: 'light' | 'dark' | null;
}

const STATE_MESSAGES: Readonly<Record<Exclude<PopupPage['state'], 'read'>, MessageKey>> = {
  reading: 'popupReading',
  'no-names': 'popupNoNames',
  'not-story': 'popupNotStory',
  'off-here': 'popupOffHere',
  'off-everywhere': 'popupOffEverywhere',
  'browser-page': 'popupBrowserPage',
  'store-page': 'popupStorePage',
  'not-web': 'popupNotWeb',
  'no-answer': 'popupNoAnswer',
  failed: 'popupFailed',
};

function PopupBody({ page, onOpenName }: { page: PopupPage; onOpenName: ((id: string) => void) | null }) {
  if (page.state !== 'read') {
    return (
      <p class="state" role="status">
        {message(STATE_MESSAGES[page.state])}
      </p>
    );
  }
  const count = page.groups.reduce((sum, { names }) => sum + names.length, 0);
  return (
    <>
      <h2>{countedMessage(count, { one: 'popupNamesOne', other: 'popupNamesOther' })}</h2>
      {page.date ? <p class="story-date">{message('popupStoryDate', wordDate(page.date))}</p> : null}
      <NameList groups={page.groups} onOpenName={onOpenName} />
    </>
  );
}

/** The toolbar's popup: on or off, and who is in this story. */
export function Popup(props: PopupProps) {
  const { model, onToggleEverywhere, onToggleSite, onOpenName, theme } = props;
  const { marks, markDeeds, shortcuts, onChangeShortcuts } = props;
  const { everywhere, here, site, page } = model;
  const { lang, dir } = interfaceLanguage();
  return (
    <div class="newsgloss popup" lang={lang} dir={dir} data-theme={theme ?? undefined}>
      <header>
        <h1>{message('extensionName')}</h1>
        <Switch label={message('popupEverywhere')} on={everywhere} onChange={onToggleEverywhere} />
        {site ? (
          <Switch
            label={message('popupHere', site)}
            on={everywhere && here}
            disabled={!everywhere}
            onChange={onToggleSite}
          />
        ) : null}
      </header>
      {/* A list without buttons can still be scrolled by keyboard. */}
      <main tabIndex={page.state === 'read' && !onOpenName ? 0 : undefined}>
        <PopupBody page={page} onOpenName={onOpenName ?? null} />
      </main>
      <MarkControls settings={marks} deeds={markDeeds} />
      <footer>
        {shortcuts?.length ? (
          <p class="shortcuts">
            {shortcuts.map(({ description, keys }) => (
              <span key={description}>
                {description} <kbd>{keys}</kbd>
              </span>
            ))}
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
