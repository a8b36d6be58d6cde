/**
 * Names inside longer names: what stands directly beside a span, as far as it bears on it.
 *
 * The rule, in a sentence: a one-word name directly beside another capitalised word is part of a
 * longer name that the glossary lacks, unless capitals mean nothing there (a title in title case,
 * German, a sentence's first word before it), or the neighbour is a glossary name, an acronym, a
 * title or office, a part of the calendar, a nationality, a region ("Southern"), or a noun that makes
 * the longer name one about it ("Kabul airport"). Groups and peoples keep what follows them.
 */
import { foldedWord, WordFlag, type Words } from '../text/words';
import type { BlockStyle } from './block-style';
import { CONTINENTS, DIRECTIONS, REGION_ADJECTIVES, SEPARATE_LANDS } from './data/directions';
import { CALENDAR, FUNCTION_WORDS, PLACE_PREPOSITIONS } from './data/function-words';
import { HEADS_OF_OTHERS, TAILS_ABOUT, TAILS_NAMED_AFTER, TAILS_OF_FIRMS } from './data/generic-nouns';
import { GIVEN_NAMES } from './data/given-names';
import {
  DOTTED_BODIES,
  HYPHENED_PARTICLES,
  JOINING_PARTICLES,
  NAME_SUFFIXES,
  PARTICLES,
  PERSON_VERBS,
  WORDLIKE_SURNAMES,
} from './data/name-parts';
import { NATIONALITIES, NATIONALITY_ENDING } from './data/nationalities';
import { SUBDIVISIONS } from './data/subdivisions';
import { ABBREVIATED_TITLES, NAMES_BY_NATURE, OFFICES_AFTER, TITLES } from './data/titles';
import { wordCase } from './letter-case';

/** Bits of what stands beside a span. */
export const Near = {
  /** In a run of capitals. */
  Shouted: 1,
  /** A given name or an initial stands before: "Michael Jordan", "M. Jordan". */
  GivenBefore: 2,
  /** Another capitalised word stands before: "Kidd Jordan". */
  NameBefore: 4,
  /** The same at the start of a sentence, where its capital may mean nothing: "Analyst Kugelman". */
  WordBefore: 8,
  /** A title stands before: "President Putin". */
  TitleBefore: 16,
  /** Another capitalised word follows: "Omar Mateen", "Georgia Tech". */
  NameAfter: 32,
  /** A noun follows that names things after people: "Imran Khan Stadium". */
  NamedAfter: 64,
  /** A word stands before that goes with places: "in Jordan", "across Turkey". */
  PlaceBefore: 128,
  /** The span is itself a title before a name: "King Abdullah", where King is someone's surname. */
  IsTitle: 256,
  /** An Arabic article and a name follow: "Hezbollah al-Nujaba", "Omar al-Bashir". */
  ParticleAfter: 512,
  /** The span opens a sentence and may be an ordinary word there: "Brown bears". */
  OrdinaryWord: 1024,
  /** Another place stands beside it in a list: "Russia and Georgia", "Chad, Niger". */
  AmongPlaces: 2048,
  /** An ampersand joins it to another name: "Johnson & Johnson". */
  Joined: 4096,
} as const;

/** The words of a span, both ends included, and whether a possessive was left off behind it. */
export interface WordSpan {
  readonly firstWord: number;
  readonly lastWord: number;
  readonly possessive: boolean;
}

/** What the block's words are, one element a word. */
export interface WordUse {
  /** A glossary name covers the word. */
  readonly named: readonly boolean[];
  /** The name of a place covers it, which is no state or province besides. */
  readonly place: readonly boolean[];
}

export function nearOf(words: Words, span: WordSpan, style: BlockStyle, use: WordUse): number {
  const { named, place } = use;
  let near = style.shouted[span.firstWord] === true ? Near.Shouted : 0;
  if (span.firstWord === span.lastWord && isTitle(words, span.firstWord)) near |= Near.IsTitle;
  if (opensAsWord(words, span)) near |= Near.OrdinaryWord;
  if (isAmong(words, span, place)) near |= Near.AmongPlaces;
  near |= before(words, span.firstWord, style, named);
  if (!span.possessive) near |= after(words, span.lastWord, style, named);
  return near;
}

function before(words: Words, first: number, style: BlockStyle, named: readonly boolean[]): number {
  let b = first - 1;
  if (b >= 0 && isAmpersand(words, first)) return Near.Joined;
  // "Maher al-Assad": what stands before the article is before the name.
  while (b > 0 && isSmallParticle(words, b)) b--;
  if (b < 0 || (b === first - 1 && !stepsInto(words, b))) return 0;
  const flags = words.flags[b] ?? 0;
  const folded = foldedWord(words, b);
  const written = wordCase(flags);
  if (PLACE_PREPOSITIONS.has(folded)) return Near.PlaceBefore;
  if (TITLES.has(folded)) return isForenamed(words, b) ? Near.GivenBefore : Near.TitleBefore;
  if (DIRECTIONS.has(folded) && CONTINENTS.has(foldedWord(words, first))) return Near.NameBefore;
  if (written !== 'C' && written !== 'A') return 0;
  if (endsInSuffix(words, b)) return 0;
  if (HEADS_OF_OTHERS.has(folded)) return Near.NameBefore;
  if (SEPARATE_LANDS.has(`${folded} ${foldedWord(words, first)}`)) return Near.NameBefore;
  if (folded.length === 1) return isArticle(words, b, folded) ? 0 : Near.GivenBefore;
  if (FUNCTION_WORDS.has(folded) || CALENDAR.has(folded) || isAdjective(folded)) return 0;
  if (PARTICLES.has(folded)) return Near.NameBefore;
  if (GIVEN_NAMES.has(folded)) return Near.GivenBefore;
  if (named[b] === true) return 0;
  if ((flags & WordFlag.Dotted) !== 0) return DOTTED_BODIES.has(folded) ? 0 : Near.GivenBefore;
  // Elsewhere a word of capitals is an acronym: "VOA Pentagon correspondent".
  if (written === 'A' && (flags & WordFlag.Capitals) !== 0 && style.shouted[b] !== true) return 0;
  if (style.titleCase || style.shouted[b] === true) return 0;
  return startsSentence(words, b) ? Near.WordBefore : Near.NameBefore;
}

/** "al-" or "bin" in small letters, joined to the words on both sides: it stands inside a name. */
function isSmallParticle(words: Words, i: number): boolean {
  if (wordCase(words.flags[i] ?? 0) !== 'l' || i + 1 >= words.starts.length) return false;
  const folded = foldedWord(words, i);
  const gap = words.text.slice(words.ends[i], words.starts[i + 1]);
  const particle =
    gap === '-' ? HYPHENED_PARTICLES.has(folded) : /^\s+$/.test(gap) && JOINING_PARTICLES.has(folded);
  return particle && stepsInto(words, i - 1);
}

/** Whether a given name stands before a title, which then is a name too: "Ahmad Shah Massoud". */
function isForenamed(words: Words, i: number): boolean {
  if (i === 0 || !isCapitalised(words, i) || !NAMES_BY_NATURE.has(foldedWord(words, i))) return false;
  return isCapitalised(words, i - 1) && stepsInto(words, i - 1) && GIVEN_NAMES.has(foldedWord(words, i - 1));
}

/** Whether a word has its possessive or its case ending behind an apostrophe: the name ends there. */
function endsInSuffix(words: Words, i: number): boolean {
  if (((words.flags[i] ?? 0) & WordFlag.Apostrophe) === 0) return false;
  return /['’ʼ`´＇]\p{Ll}{1,4}$|['’ʼ`´＇]S$/u.test(words.text.slice(words.starts[i], words.ends[i]));
}

/** "A Jordan", "I, Claudius": a word of one letter, and no initial ("A. Jordan"). */
function isArticle(words: Words, i: number, folded: string): boolean {
  return (folded === 'a' || folded === 'i') && words.text.charAt(words.ends[i] ?? 0) !== '.';
}

/** Whether a word is a title and a capitalised word follows: the name then begins there. */
function isTitle(words: Words, i: number): boolean {
  const next = wordCase(words.flags[i + 1] ?? 0);
  return TITLES.has(foldedWord(words, i)) && (next === 'C' || next === 'A') && stepsInto(words, i);
}

function after(words: Words, last: number, style: BlockStyle, named: readonly boolean[]): number {
  const a = last + 1;
  if (a >= words.starts.length) return 0;
  if (isAmpersand(words, a)) return Near.Joined;
  if (!stepsInto(words, last)) return 0;
  if (isSmallParticle(words, a) && wordCase(words.flags[a + 1] ?? 0) === 'C') return Near.ParticleAfter;
  const flags = words.flags[a] ?? 0;
  const written = wordCase(flags);
  const folded = foldedWord(words, a);
  if (TAILS_NAMED_AFTER.has(folded)) {
    const about = TAILS_ABOUT.has(folded) ? 0 : Near.NameAfter;
    return written === 'l' ? Near.NamedAfter : Near.NamedAfter | about;
  }
  if (written !== 'C' && written !== 'A') return 0;
  if (TAILS_ABOUT.has(folded) || OFFICES_AFTER.has(folded) || TITLES.has(folded)) return 0;
  if (isGreatParticle(words, a, folded)) return Near.ParticleAfter;
  if (FUNCTION_WORDS.has(folded) || CALENDAR.has(folded) || NATIONALITIES.has(folded)) return 0;
  if (NAME_SUFFIXES.has(folded) || isFirm(words, a, folded)) return Near.NameAfter;
  if (named[a] === true || folded.length === 1) return 0;
  if (written === 'A' && (flags & WordFlag.Capitals) !== 0 && style.shouted[a] !== true) return 0;
  if (style.titleCase || style.shouted[a] === true) return 0;
  return Near.NameAfter;
}

/** "Iran Air", "Jordan Times"; but "Iran Air Force" is about the land. */
function isFirm(words: Words, i: number, folded: string): boolean {
  if (!TAILS_OF_FIRMS.has(folded)) return false;
  return i + 1 >= words.starts.length || !TAILS_ABOUT.has(foldedWord(words, i + 1));
}

/** Whether an ampersand joins word `i` to a capitalised word before it: "Johnson & Johnson". */
function isAmpersand(words: Words, i: number): boolean {
  const gap = words.text.slice(words.ends[i - 1], words.starts[i]);
  return gap.includes('&') && gap.trim() === '&' && isCapitalised(words, i - 1) && isCapitalised(words, i);
}

const isCapitalised = (words: Words, i: number) => ((words.flags[i] ?? 0) & WordFlag.Capital) !== 0;

/** Whether a surname that is an ordinary word opens a sentence, and no verb of a person follows. */
function opensAsWord(words: Words, { firstWord, lastWord, possessive }: WordSpan): boolean {
  if (firstWord !== lastWord || possessive || !startsSentence(words, firstWord)) return false;
  if (!WORDLIKE_SURNAMES.has(foldedWord(words, firstWord)) || lastWord + 1 >= words.starts.length)
    return false;
  const follows = words.text.charAt(words.ends[lastWord] ?? 0);
  return follows === ' ' && !PERSON_VERBS.has(foldedWord(words, lastWord + 1));
}

/** Whether the name of a place stands beside the span in a list. */
function isAmong(words: Words, { firstWord, lastWord }: WordSpan, place: readonly boolean[]): boolean {
  const parts = /^\s*,\s*$/;
  const between = (a: number, b: number) => words.text.slice(words.ends[a], words.starts[b]);
  const isAnd = (i: number) => foldedWord(words, i) === 'and';
  const before = firstWord - 1;
  const after = lastWord + 1;
  // Behind a comma, Georgia is where the place before it lies.
  const isState = SUBDIVISIONS.has(foldedWord(words, firstWord));
  if (place[before] === true && !isState && parts.test(between(before, firstWord))) return true;
  if (place[after] === true && parts.test(between(lastWord, after))) return true;
  if (before > 0 && isAnd(before) && place[before - 1] === true) return true;
  return after + 1 < words.starts.length && isAnd(after) && place[after + 1] === true;
}

export const isNationality = (folded: string) => NATIONALITIES.has(folded) || NATIONALITY_ENDING.test(folded);

const isAdjective = (folded: string) => REGION_ADJECTIVES.has(folded) || isNationality(folded);

/** "El-Gamal", "Al Nahyan": an article with a capital, and a name behind it. */
function isGreatParticle(words: Words, i: number, folded: string): boolean {
  if (i + 1 >= words.starts.length || !isCapitalised(words, i + 1)) return false;
  const gap = words.text.slice(words.ends[i], words.starts[i + 1]);
  return gap === '-' ? HYPHENED_PARTICLES.has(folded) : gap === ' ' && JOINING_PARTICLES.has(folded);
}

/** Whether only spaces stand between word `i` and the next: a hyphen joins equals ("Iran-Contra"). */
function stepsInto(words: Words, i: number): boolean {
  const from = words.ends[i] ?? 0;
  const gap = words.text.slice(from, words.starts[i + 1]);
  if (gap === '.' || gap === '. ')
    return (words.ends[i] ?? 0) - (words.starts[i] ?? 0) <= 4 && isAbbreviation(words, i);
  return gap !== '' && /^\s+$/.test(gap);
}

/** "Gen. Khan", "J. Smith": a full stop that ends no sentence. */
function isAbbreviation(words: Words, i: number): boolean {
  const folded = foldedWord(words, i);
  return folded.length === 1 || ABBREVIATED_TITLES.has(folded);
}

/** Whether word `i` begins a sentence, a quotation or the block. */
export function startsSentence(words: Words, i: number): boolean {
  if (i === 0) return true;
  const gap = words.text.slice(words.ends[i - 1], words.starts[i]);
  return (
    /[.!?:;…“"„«‘(—–•|।。！？]|\s-\s|\n/.test(gap) && !(gap.trim() === '.' && isAbbreviation(words, i - 1))
  );
}
