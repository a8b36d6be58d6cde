import { interfaceDirection, message } from '../../lib/platform/i18n';

export { interfaceLocale } from '../../lib/platform/i18n';

/** What the root element of an interface says of its own language. */
export function interfaceLanguage(): { readonly lang: string; readonly dir: 'ltr' | 'rtl' } {
  return { lang: message('interfaceLanguage'), dir: interfaceDirection() };
}

/** Has a page of ours say the same of itself: its title and scroll bars are the interface's too. */
export function speakInterfaceLanguage({ documentElement }: Document): void {
  Object.assign(documentElement, interfaceLanguage());
}
