import { message, uiLanguage } from '../../lib/platform/i18n';

/** What the root element of an interface says of its own language. */
export function interfaceLanguage(): { readonly lang: string; readonly dir: 'ltr' | 'rtl' } {
  return {
    lang: message('interfaceLanguage'),
    dir: message('interfaceDirection') === 'rtl' ? 'rtl' : 'ltr',
  };
}

/**
 * The locale for dates and numbers: the browser's where it is a variety of the interface's language
 * (en-GB), so that a date never stands in another language than its sentence.
 */
export function interfaceLocale(): string {
  const { lang } = interfaceLanguage();
  const browsers = uiLanguage();
  return browsers.split('-')[0] === lang.split('-')[0] ? browsers : lang;
}
