import { message } from '../../lib/platform/i18n';
import type { Shortcut } from '../../lib/platform/shortcuts';
import { interfaceLanguage } from '../words/locale';
import { wordDate } from '../words/periods';

/** The day of the sample, which its card looks from. */
const SAMPLE_DAY = '2021-08-17';

export interface WelcomeProps {
  /** Browsers have their ways to keep an icon in the toolbar. */
  readonly isFirefox: boolean;
  readonly shortcuts: readonly Shortcut[];
  /** Null follows the browser's preference. */
  readonly theme?: 'light' | 'dark' | null;
}

/** What a new user sees first: a paragraph to try it on, where the icon is, and what is kept private. */
export function Welcome({ isFirefox, shortcuts, theme }: WelcomeProps) {
  const { lang, dir } = interfaceLanguage();
  return (
    <div class="newsgloss welcome" lang={lang} dir={dir} data-theme={theme ?? undefined}>
      <header>
        <h1>{message('welcomeTitle')}</h1>
        <p class="lead">{message('welcomeLead')}</p>
      </header>
      <main>
        <article aria-label={message('welcomeSampleLabel')}>
          <p class="dateline">
            <time dateTime={SAMPLE_DAY}>{wordDate(SAMPLE_DAY)}</time>
          </p>
          <p class="sample">{message('welcomeSample')}</p>
        </article>
        {shortcuts.length > 0 ? (
          <p class="shortcuts">
            {message('welcomeKeys')}{' '}
            {shortcuts.map(({ description, keys }) => (
              <span key={description}>
                {description} <kbd>{keys}</kbd>{' '}
              </span>
            ))}
          </p>
        ) : null}
        <section aria-labelledby="pin">
          <h2 id="pin">{message('welcomePinTitle')}</h2>
          <p>{message(isFirefox ? 'welcomePinFirefox' : 'welcomePinChromium')}</p>
          <p>{message('welcomePopup')}</p>
        </section>
      </main>
      <footer>
        <p>
          {message('welcomePrivacy')} <a href="/options.html#privacy">{message('welcomePrivacyMore')}</a>
        </p>
      </footer>
    </div>
  );
}
