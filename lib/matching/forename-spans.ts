/**
 * Full names that are not listed word for word: a surname with the person's own forenames before it.
 * "Tayyip Erdogan" for Recep Tayyip Erdoğan, "Donald J. Trump", "Farhan Aziz Haq" for Farhan Haq.
 */
import { foldedWord, WordFlag, type Words } from '../text/words';
import { FUNCTION_WORDS } from './data/function-words';
import { GIVEN_NAMES } from './data/given-names';
import { TITLES } from './data/titles';
import type { GlossaryIndex } from './index/glossary-index';
import { wordCase } from './letter-case';
import { editDistance } from './resemblance';
import type { Found } from './scan';

/** A surname's span, lengthened to the left. */
export interface ForenameSpan {
  readonly start: number;
  readonly firstWord: number;
  readonly entryId: string;
}

/** Forenames, initials and one unknown middle name: no name in the news has more. */
const MOST_WORDS = 4;

export function withForenames(index: GlossaryIndex, words: Words, surname: Found): ForenameSpan | null {
  for (const form of index.formsFor(surname.phrase.key)) {
    const entry = index.entry(form.entry);
    if (form.role !== 'short' || entry === undefined || entry.forenames.size === 0) continue;
    const firstWord = leftmostForename(words, surname.firstWord, entry.forenames);
    if (firstWord === null) continue;
    return { start: words.starts[firstWord] ?? 0, firstWord, entryId: entry.id };
  }
  return null;
}

/** The leftmost word of the run before `surname` that is a forename of the person; null if none is. */
function leftmostForename(words: Words, surname: number, forenames: ReadonlySet<string>): number | null {
  let found: number | null = null;
  let unknown = 0;
  for (let w = surname - 1; w >= 0 && surname - w <= MOST_WORDS; w--) {
    if (!isPartOfName(words, w)) break;
    const folded = foldedWord(words, w);
    if (!initialsFit(words, w, forenames)) return null;
    if (folded.length > 1 && (forenames.has(folded) || isMisspelt(folded, forenames))) found = w;
    else if (folded.length > 1 && !isDotted(words, w)) unknown++;
    if (unknown > 1) break;
  }
  return found;
}

const isDotted = (words: Words, w: number) => ((words.flags[w] ?? 0) & WordFlag.Dotted) !== 0;

/** Whether initials are those of the person, as far as any are known: H. W. is not George W. Bush. */
function initialsFit(words: Words, w: number, forenames: ReadonlySet<string>): boolean {
  const folded = foldedWord(words, w);
  if (folded.length > 1 && !isDotted(words, w)) return true;
  const known = [...forenames].filter((name) => name.length === 1);
  return known.length === 0 || [...folded].every((letter) => known.includes(letter));
}

/** Whether word `w` is capitalised and only a space, or the full stop of an initial, parts it from the next. */
function isPartOfName(words: Words, w: number): boolean {
  const written = wordCase(words.flags[w] ?? 0);
  if (written !== 'C' && written !== 'A') return false;
  const folded = foldedWord(words, w);
  if (FUNCTION_WORDS.has(folded) || TITLES.has(folded)) return false;
  const gap = words.text.slice(words.ends[w], words.starts[w + 1]);
  return /^\s+$|^-$/.test(gap) || (folded.length === 1 && /^\.\s*$/.test(gap));
}

const SHORTEST_MISSPELT = 6;

/**
 * Whether a forename is one slip away from the person's: "Farhaan", "Vladmir". Not where both are
 * names of their own, nor where they end differently, as a woman's and a man's name do.
 */
function isMisspelt(folded: string, forenames: ReadonlySet<string>): boolean {
  if (folded.length < SHORTEST_MISSPELT || GIVEN_NAMES.has(folded)) return false;
  for (const name of forenames) {
    if (name.length < SHORTEST_MISSPELT || Math.abs(name.length - folded.length) > 1) continue;
    const framed = name.charAt(0) === folded.charAt(0) && name.at(-1) === folded.at(-1);
    if (framed && editDistance(name, folded) === 1) return true;
  }
  return false;
}
