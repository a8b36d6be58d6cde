/** Stands in for the extension APIs in the gallery: messages come from the English file. */
import messages from '../../public/_locales/en/messages.json';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

const table = messages as Readonly<Record<string, Message>>;
let direction: 'ltr' | 'rtl' = 'ltr';

/** Lets a scene be laid out as an interface in a right-to-left language is. */
export function setInterfaceDirection(dir: 'ltr' | 'rtl'): void {
  direction = dir;
}

function getMessage(key: string, substitutions: readonly string[] = []): string {
  if (key === 'interfaceDirection') return direction;
  const found = table[key];
  if (!found) return '';
  return found.message.replace(/\$([A-Z]+)\$/g, (_, name: string) => {
    const position = Number(found.placeholders?.[name.toLowerCase()]?.content.slice(1));
    return substitutions[position - 1] ?? '';
  });
}

export default { i18n: { getMessage, getUILanguage: () => 'en-GB' } };
