import type messages from '../../public/_locales/en/messages.json';
import { browser } from './browser';

/** A key of `public/_locales/en/messages.json`, the locale that has every message. */
export type MessageKey = keyof typeof messages;

/** The message in the browser's language, with `$1`… replaced by `substitutions`. */
export function message(key: MessageKey, ...substitutions: readonly (string | number)[]): string {
  return browser.i18n.getMessage(key, substitutions.map(String)) || key;
}

/**
 * The form of a counted message that the browser's language uses for `count` (CLDR plural rules):
 * `forms.other` is required, a category without a form of its own falls back to it. The count is `$1`.
 */
export function countedMessage(
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, MessageKey>> & { other: MessageKey },
): string {
  const category = new Intl.PluralRules(uiLanguage()).select(count);
  return message(forms[category] ?? forms.other, new Intl.NumberFormat(uiLanguage()).format(count));
}

/** The browser's interface language as a BCP 47 tag. */
export function uiLanguage(): string {
  return browser.i18n.getUILanguage();
}
