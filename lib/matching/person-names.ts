/** The parts of people's names: surnames, first names, and which part stands for the person. */

import { foldKey } from '../text/fold';
import { foldedWord, splitWords, WordFlag } from '../text/words';
import { FUNCTION_WORDS } from './data/function-words';
import { GIVEN_NAMES } from './data/given-names';
import {
  ARTICLES,
  FORENAMES_BEFORE,
  JOINING_PARTICLES,
  NAME_SUFFIXES,
  PARTICLES,
  SURNAME_PARTICLES,
} from './data/name-parts';
import { TITLES } from './data/titles';
import type { MatchedEntry } from './index/matched-entry';

/** What an entry's names are read from. */
type NamedEntry = Pick<MatchedEntry, 'kind' | 'name' | 'ownScript' | 'summary'> & {
  readonly aliases: readonly { readonly text: string }[];
};

/** The words of a Latin-script personal name without titles before and "Jr" behind; null for other scripts. */
export function nameTokens(name: string): string[] | null {
  const words = splitWords(name);
  const tokens: string[] = [];
  for (let i = 0; i < words.starts.length; i++) {
    const start = words.starts[i] ?? 0;
    if (!isLatin(name.charCodeAt(start))) return null;
    const token = name.slice(start, words.ends[i]);
    const previous = tokens.at(-1);
    // "Jong-un" is one name; "al-Sharaa" is an article and a name.
    const hyphen = i > 0 && name.slice(words.ends[i - 1], start) === '-';
    if (hyphen && previous !== undefined && !ARTICLES.has(foldKey(previous))) {
      tokens[tokens.length - 1] = `${previous}-${token}`;
    } else tokens.push(token);
  }
  while (tokens.length > 1 && TITLES.has(foldKey(tokens[0] ?? ''))) tokens.shift();
  while (tokens.length > 1 && NAME_SUFFIXES.has(foldKey(tokens.at(-1) ?? ''))) tokens.pop();
  return tokens;
}

const isLatin = (unit: number) => unit < 0x370 || (unit >= 0x1e00 && unit <= 0x1eff);

/**
 * Whether an entry is a person's: by its kind, or, of a bare added name that says no kind of its own
 * (a `term`), by a first name of the common ones before one or two capitalised words.
 */
export function isPerson(entry: NamedEntry): boolean {
  if (entry.kind === 'person') return true;
  if (entry.kind !== 'term' || entry.summary !== undefined) return false;
  const tokens = nameTokens(entry.name) ?? [];
  const named = GIVEN_NAMES.has(foldKey(tokens[0] ?? ''));
  return (
    named && tokens.length > 1 && tokens.length < 4 && tokens.every((token) => /^\p{Lu}\p{Ll}+$/u.test(token))
  );
}

const knownFullNames = new WeakMap<NamedEntry, string[][]>();

/** Every Latin-script way to write a person's name in two words or more, as tokens. */
export function fullNames(entry: NamedEntry): readonly string[][] {
  let names = knownFullNames.get(entry);
  if (names === undefined) {
    names = readFullNames(entry);
    knownFullNames.set(entry, names);
  }
  return names;
}

function readFullNames(entry: NamedEntry): string[][] {
  const texts = [entry.name, ...entry.aliases.map((alias) => alias.text)];
  return texts.flatMap((text) => {
    const tokens = nameTokens(text);
    return tokens !== null && tokens.length > 1 ? [tokens] : [];
  });
}

/** Languages whose peoples put the family name first, also in English-language news. */
const FAMILY_NAME_FIRST = new Set(['zh', 'ko', 'yue', 'km']);
/** Languages of peoples without family names, where neither end of the name stands for the person. */
const NO_FAMILY_NAME = new Set(['my']);

/**
 * The surnames of a person whose entry lists no short form: the last word of each Latin-script name,
 * with the particles before it ("von der Leyen"), with and without an Arabic article ("al-Assad",
 * "Assad"); the first word where the name's own script is Chinese or Korean; none for Burmese names.
 */
export function defaultSurnames(entry: NamedEntry): string[] {
  const lang = entry.ownScript?.lang.split('-')[0] ?? '';
  if (NO_FAMILY_NAME.has(lang)) return [];
  const surnames = new Set<string>();
  for (const tokens of fullNames(entry)) {
    if (FAMILY_NAME_FIRST.has(lang)) surnames.add(tokens[0] ?? '');
    else {
      let from = tokens.length - 1;
      while (from > 1 && SURNAME_PARTICLES.has(foldKey(tokens[from - 1] ?? ''))) from--;
      // "bin Laden" is all surname; the Ben of "Ben Wallace" is not.
      if (from === 1 && JOINING_PARTICLES.has(foldKey(tokens[0] ?? ''))) from = 0;
      for (const surname of withArticle(tokens.slice(from).join(' '), entry)) surnames.add(surname);
    }
  }
  return [...surnames].filter(
    (one) => isCapitalised(one) && ![...surnames].some((other) => cutsParticle(one, other)),
  );
}

/** Whether a surname is another without its particle: "Laden" beside "Ben Laden". */
function cutsParticle(surname: string, longer: string): boolean {
  const particle = foldKey(longer.slice(0, -surname.length));
  return longer.endsWith(` ${surname}`) && SURNAME_PARTICLES.has(particle);
}

/** "Assad", and "al-Assad" where a name of the entry has the article before it. */
export function withArticle(surname: string, entry: NamedEntry): string[] {
  const key = foldKey(surname);
  for (const tokens of fullNames(entry)) {
    for (let i = 1; i < tokens.length; i++) {
      const before = tokens[i - 1] ?? '';
      if (ARTICLES.has(foldKey(before)) && foldKey(tokens.slice(i).join(' ')) === key) {
        return [surname, `${before}-${surname}`];
      }
    }
  }
  return [surname];
}

/**
 * The first names that can stand for a person: the first word of the name, or the second behind a
 * forename that half a nation bears ("Mohd Faiz Abdullah" is Faiz). Not the commonest names of the
 * English press, where a bare "Michael" is somebody else.
 */
export function givenNames(entry: NamedEntry): string[] {
  const names = new Set<string>();
  for (const tokens of fullNames(entry)) {
    const skips = tokens.length > 2 && FORENAMES_BEFORE.has(foldKey(tokens[0] ?? ''));
    const name = tokens[skips ? 1 : 0] ?? '';
    if (mayStandAlone(name)) names.add(name);
  }
  return [...names];
}

function mayStandAlone(name: string): boolean {
  const folded = foldKey(name);
  const common = GIVEN_NAMES.has(folded) || FUNCTION_WORDS.has(folded) || TITLES.has(folded);
  return folded.length >= 4 && isCapitalised(name) && !common && !PARTICLES.has(folded);
}

function isCapitalised(name: string): boolean {
  const words = splitWords(name);
  const last = words.flags.at(-1) ?? 0;
  return (last & WordFlag.Capital) !== 0;
}

/** Folded words of a person's names other than particles: what may stand before the surname. */
export function forenames(entry: NamedEntry): ReadonlySet<string> {
  const found = new Set<string>();
  for (const tokens of fullNames(entry)) {
    for (const token of tokens.slice(0, -1)) {
      const words = splitWords(token);
      words.starts.forEach((_, i) => {
        const folded = foldedWord(words, i);
        // Initials too: "George W. Bush" is no George H. W. Bush.
        if (folded.length === 1 || !PARTICLES.has(folded)) found.add(folded);
      });
    }
  }
  return found;
}
