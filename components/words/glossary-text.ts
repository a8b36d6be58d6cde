/** What an element with a text of the glossary says of it. */
export interface TextLanguage {
  readonly lang: string;
  readonly dir: 'auto';
}

/**
 * The language of a text of the glossary, for elements that hold nothing else: English where it begins in
 * Latin letters, as all bundled ones do; unknown else. Interfaces in other languages have them read aloud,
 * hyphenated and set as what they are.
 */
export function languageOf(text: string): TextLanguage {
  return { lang: /^\P{L}*\p{sc=Latn}/u.test(text) ? 'en' : '', dir: 'auto' };
}
