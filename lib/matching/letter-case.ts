/**
 * Letter case as evidence: whether a span is written as a name asks for it.
 *
 * A story may write a name larger than the glossary does (PUTIN, AL-QAEDA) but not smaller: "turkey",
 * "mujahid" and "us" are common nouns. Words that papers write small at will may be: articles in
 * Arabic names ("Al-Qaeda", "al-Qaeda") and generic last words ("Kabul Airport", "Kabul airport").
 */
import { foldedWord, PLAIN_WORD, splitWords, WordFlag, type Words } from '../text/words';
import { COMMON_WORDS } from './data/function-words';
import { ABSTRACT_TAILS, TAILS_ABOUT, TAILS_NAMED_AFTER } from './data/generic-nouns';
import { PARTICLES } from './data/name-parts';

/**
 * How each word of a name is written, one letter a word: `A` all capitals, `C` a capital first,
 * `m` capitals later only ("iPhone"), `l` lower case, `h` lower case behind a hyphen ("Jong-un"), `-`
 * no cased letters.
 */
export type CasePattern = string;

export function casePattern(words: Words): CasePattern {
  let pattern = '';
  words.flags.forEach((flags, i) => {
    const written = wordCase(flags);
    const hyphened = i > 0 && words.text.slice(words.ends[i - 1], words.starts[i]) === '-';
    pattern += written === 'l' && hyphened ? 'h' : written;
  });
  return pattern;
}

/** {@link CasePattern} of one word from its {@link WordFlag}s. */
export function wordCase(flags: number): string {
  if ((flags & WordFlag.HasUpper) === 0) return (flags & WordFlag.HasLower) === 0 ? '-' : 'l';
  if ((flags & WordFlag.HasLower) === 0) return 'A';
  return (flags & WordFlag.Capital) !== 0 ? 'C' : 'm';
}

/**
 * A name as it is written but for what typing does to it: full stops in acronyms, apostrophes,
 * soft hyphens; every hyphen a space. What `case: exact` compares.
 */
export function plainForm(words: Words): string {
  return words.starts.map((start, i) => plainWord(words.text.slice(start, words.ends[i]))).join(' ');
}

function plainWord(word: string): string {
  return PLAIN_WORD.test(word) ? word : word.normalize('NFC').replace(/[^\p{L}\p{N}\p{M}]/gu, '');
}

/** What a form's letters ask of the text. */
export interface CaseRule {
  readonly exact: boolean;
  readonly plain: string;
  readonly pattern: CasePattern;
  /** Without its diacritics it would be an English word, or nearly any: Gőd is not God, Bår no bar. */
  readonly needsMarks: boolean;
  /** For each word, whether the text may write it small though the form has a capital. */
  readonly mayBeSmall: readonly boolean[];
}

/** Names this short are words of some language once their marks are gone. */
const TINY = 3;

export function caseRuleOf(words: Words, exact: boolean): CaseRule {
  const pattern = casePattern(words);
  const count = words.starts.length;
  const mayBeSmall = words.starts.map((_, i) => {
    const folded = foldedWord(words, i);
    if (PARTICLES.has(folded)) return count > 1;
    return (
      i === count - 1 &&
      i > 0 &&
      (TAILS_ABOUT.has(folded) || TAILS_NAMED_AFTER.has(folded)) &&
      !ABSTRACT_TAILS.has(folded)
    );
  });
  const plain = plainForm(words);
  const key = count === 1 ? foldedWord(words, 0) : '';
  const mistakable = COMMON_WORDS.has(key) || (key.length > 0 && key.length <= TINY);
  const needsMarks = mistakable && plain.toLowerCase() !== key;
  return { exact, plain, needsMarks, pattern: calm(pattern, words), mayBeSmall };
}

/** A name listed in capitals throughout ("AL-QAIDA", as sanctions lists do) asks for capitals first only. */
function calm(pattern: CasePattern, words: Words): CasePattern {
  const letters = words.text.length;
  const shouted = /^[A-]+$/.test(pattern) && (pattern.length > 1 ? letters > 8 : letters > 5);
  return shouted ? pattern.replaceAll('A', 'C') : pattern;
}

/** How a span of the story is written. */
export interface Written {
  readonly pattern: CasePattern;
  readonly plain: string;
}

export function writtenAs(text: string): Written {
  const words = splitWords(text);
  return { pattern: casePattern(words), plain: plainForm(words) };
}

/** Whether a span is written as the form asks. */
export function caseFits(rule: CaseRule, written: Written): boolean {
  if (rule.exact) return rule.plain === written.plain || isSetInCapitals(rule, written);
  if (rule.needsMarks && rule.plain.toLowerCase() !== written.plain.toLowerCase()) return false;
  if (rule.pattern.length !== written.pattern.length) return true;
  for (let i = 0; i < rule.pattern.length; i++) {
    if (rule.mayBeSmall[i] !== true && !wordFits(rule, written, i)) return false;
  }
  return true;
}

/** Capitals throughout are a style for a long name ("ISLAMIC STATE"), another word for a short one. */
const FEWEST_CAPITALS = 5;

function isSetInCapitals(rule: CaseRule, written: Written): boolean {
  return (
    rule.plain.length >= FEWEST_CAPITALS && rule.pattern !== 'A' && rule.plain.toUpperCase() === written.plain
  );
}

function wordFits(rule: CaseRule, written: Written, i: number): boolean {
  const asked = rule.pattern.charAt(i);
  const seen = written.pattern.charAt(i);
  if (/[lh-]/.test(asked) || asked === seen || seen === '-') return true;
  // "Kim Jong-un" for Kim Jong Un: behind a hyphen a capital is taste.
  if (seen === 'h') return asked === 'C';
  if (seen === 'l') return false;
  // "Nato" for NATO, but not "Us" for US or "Both" for BOTH.
  if (asked !== 'A') return true;
  const word = written.plain.split(' ')[i]?.toLowerCase() ?? '';
  return word.length >= 4 && !COMMON_WORDS.has(word);
}
