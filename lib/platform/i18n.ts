import type messages from '../../public/_locales/en/messages.json';
import { browser } from './browser';

/** A key of `public/_locales/en/messages.json`, the locale that has every message. */
export type MessageKey = keyof typeof messages;

type Counted<Key> = Key extends `${infer Stem}Other`
  ? `${Stem}One` extends MessageKey
    ? Stem
    : never
  : never;

/**
 * What the forms of a counted message are called alike: `cardMore` for `cardMoreOne` and `cardMoreOther`.
 * A locale has the forms that its language counts by, all six in Arabic.
 */
export type CountedKey = Counted<MessageKey>;

/** Direction marks that keep what they enclose from turning the text around it, and from being turned. */
const [ISOLATE, POP_ISOLATE] = ['\u2068', '\u2069'];

/** What Intl makes for a locale; one for each, since making them takes longer than all their work. */
interface Formats {
  readonly plurals: Intl.PluralRules;
  readonly numbers: Intl.NumberFormat;
}
const formats = new Map<string, Formats>();

function formatsOf(locale: string): Formats {
  let made = formats.get(locale);
  if (!made) {
    made = { plurals: new Intl.PluralRules(locale), numbers: new Intl.NumberFormat(locale) };
    formats.set(locale, made);
  }
  return made;
}

/** Writing direction of the interface. */
export function interfaceDirection(): 'ltr' | 'rtl' {
  return browser.i18n.getMessage('interfaceDirection') === 'rtl' ? 'rtl' : 'ltr';
}

/**
 * The locale for dates, numbers and lists: the browser's where it is a variety of the interface's
 * language (en-GB), so that a date never stands in another language than its sentence. With the digits
 * of the glossary's own sentences, beside which they stand, also in Arabic.
 */
export function interfaceLocale(): string {
  const lang = browser.i18n.getMessage('interfaceLanguage');
  const browsers = browser.i18n.getUILanguage();
  const locale = browsers.split('-')[0] === lang.split('-')[0] ? browsers : lang;
  return `${locale}-u-nu-latn`;
}

/**
 * The message in the browser's language, with `$1`… replaced by `substitutions`: numbers as the language
 * writes them, texts in right-to-left languages isolated, since most are English.
 */
export function message(key: MessageKey, ...substitutions: readonly (string | number)[]): string {
  const isMirrored = substitutions.length > 0 && interfaceDirection() === 'rtl';
  const texts = substitutions.map((value) => {
    if (typeof value === 'number') return formatsOf(interfaceLocale()).numbers.format(value);
    return isMirrored ? ISOLATE + value + POP_ISOLATE : value;
  });
  return browser.i18n.getMessage(key, texts) || key;
}

/** The form of a counted message that the interface's language uses for `count` (CLDR plural rules). The count is `$1`. */
export function countedMessage(count: number, key: CountedKey): string {
  const { plurals, numbers } = formatsOf(interfaceLocale());
  const category = plurals.select(count);
  const form = `${key}${category.charAt(0).toUpperCase()}${category.slice(1)}`;
  // A form that the language lacks, as French does for millions, is its general one.
  const texts = [numbers.format(count)];
  return browser.i18n.getMessage(form, texts) || browser.i18n.getMessage(`${key}Other`, texts) || key;
}
