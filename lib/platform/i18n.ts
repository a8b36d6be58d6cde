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

/** The last rules that were made: making them takes longer than all their work. */
let plurals: { readonly locale: string; readonly rules: Intl.PluralRules } | null = null;

function categoryOf(count: number, locale: string): Intl.LDMLPluralRule {
  if (plurals?.locale !== locale) plurals = { locale, rules: new Intl.PluralRules(locale) };
  return plurals.rules.select(count);
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
  return `${browsers.split('-')[0] === lang ? browsers : lang}-u-nu-latn`;
}

/** Hebrew, Arabic and the other scripts that run from right to left. */
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A text as it stands in a sentence of the interface: one that may run the other way between marks that keep
 * it from turning what is around it, and from being turned.
 */
export const isolated = (text: string) =>
  interfaceDirection() === 'rtl' || FROM_RIGHT.test(text) ? `\u2068${text}\u2069` : text;

/**
 * The message in the browser's language, with `$1`… replaced by `substitutions`: numbers as the language
 * writes them, texts that may run the other way isolated.
 */
export function message(key: MessageKey, ...substitutions: readonly (string | number)[]): string {
  const texts = substitutions.map((value) => {
    if (typeof value === 'number') return value.toLocaleString(interfaceLocale());
    return isolated(value);
  });
  return browser.i18n.getMessage(key, texts) || key;
}

/** The form of a counted message that the interface's language uses for `count` (CLDR plural rules). The count is `$1`. */
export function countedMessage(count: number, key: CountedKey): string {
  const locale = interfaceLocale();
  const form = key + categoryOf(count, locale).replace(/^./, (first) => first.toUpperCase());
  const texts = count.toLocaleString(locale);
  // A form that the language lacks, as French does for millions, is its general one.
  return browser.i18n.getMessage(form, texts) || browser.i18n.getMessage(`${key}Other`, texts);
}
