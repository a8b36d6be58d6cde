/** Stands in for the extension APIs in the gallery and in unit tests: messages come from the locales' files. */
import ar from '../../public/_locales/ar/messages.json';
import de from '../../public/_locales/de/messages.json';
import en from '../../public/_locales/en/messages.json';
import es from '../../public/_locales/es/messages.json';
import fr from '../../public/_locales/fr/messages.json';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}
type Messages = Readonly<Record<string, Message>>;

const LOCALES = { ar, de, en, es, fr } as const satisfies Readonly<Record<string, Messages>>;
export type InterfaceLocale = keyof typeof LOCALES;

let locale: InterfaceLocale = 'en';
let direction: 'ltr' | 'rtl' | null = null;

/** The language of the interface from now on; a `dir` other than its own mirrors it, to see only that. */
export function setInterface(language: InterfaceLocale, dir: 'ltr' | 'rtl' | null = null): void {
  locale = language;
  direction = dir;
}

function getMessage(key: string, given: string | readonly string[] = []): string {
  const substitutions = [given].flat();
  if (key === 'interfaceDirection' && direction) return direction;
  // As browsers do: what a locale lacks is said in the default one.
  const found = (LOCALES[locale] as Messages)[key] ?? (en as Messages)[key];
  if (!found) return '';
  return found.message.replace(/\$([A-Z]+)\$/g, (_, name: string) => {
    const position = Number(found.placeholders?.[name.toLowerCase()]?.content.slice(1));
    return substitutions[position - 1] ?? '';
  });
}

export default { i18n: { getMessage, getUILanguage: (): string => (locale === 'en' ? 'en-GB' : locale) } };
