/** The language of a paragraph of a page that does not say, by its small words. */
import { foldedWord, type Words } from '../text/words';
import { TELLTALE_WORDS } from './data/languages';

/** Fewer tell-tale words than these are a quotation or chance. */
const FEWEST = 2;
/** A paragraph tells its language early. */
const WORDS_LOOKED_AT = 60;

/** One of the languages that matching has rules for; null where the paragraph tells none. */
export function guessLanguage(words: Words): string | null {
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.min(words.starts.length, WORDS_LOOKED_AT); i++) {
    const word = foldedWord(words, i);
    for (const [lang, telltale] of Object.entries(TELLTALE_WORDS)) {
      if (telltale.has(word)) counts.set(lang, (counts.get(lang) ?? 0) + 1);
    }
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] < FEWEST || first[1] === second?.[1]) return null;
  return first[0];
}
