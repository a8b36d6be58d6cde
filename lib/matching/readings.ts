/**
 * The ways to read a word of a story as (part of) a name: as it stands, without a possessive or a
 * case ending, without what is written onto its front. The first reading is always the word itself.
 */
import { foldCodePoint } from '../text/characters';
import { foldedWord, hashFolded, WordFlag, type Words } from '../text/words';
import {
  AFTER_NON_JOINER,
  APOSTROPHE_CASES,
  ARABIC_PREFIXES,
  CONTRACTIONS,
  ELISIONS,
  HEBREW_PREFIXES,
  type Prefix,
} from './data/affixes';
import { nominatives } from './nominatives';

/** One way to read a word. */
export interface Reading {
  readonly folded: string;
  readonly hash: number;
  /** The span of the text that the reading takes up; the rest of the word stays outside a mention. */
  readonly start: number;
  readonly end: number;
  /** Something was left off in front, so that no word of the name can stand before it. */
  readonly first: boolean;
  /** Something was left off behind, so that no word of the name can follow. */
  readonly last: boolean;
}

/** The readings of word `i` beyond the plain one. Mostly none. `lang` is the story's, if known. */
export function otherReadings(words: Words, i: number, lang: string | null): Reading[] {
  const flags = words.flags[i] ?? 0;
  const readings: Reading[] = [];
  if ((flags & WordFlag.Apostrophe) !== 0) readings.push(...aroundApostrophe(words, i, lang));
  if ((flags & WordFlag.Unspaced) !== 0) return readings;
  const unit = words.text.charCodeAt(words.starts[i] ?? 0);
  if (unit >= 0x590 && unit <= 0x8ff) {
    const prefixes = unit < 0x600 ? HEBREW_PREFIXES : ARABIC_PREFIXES;
    readings.push(...withoutPrefixes(words, i, prefixes));
  }
  for (const form of nominatives(foldedWord(words, i), unit, lang)) {
    const end = form.outside ? offsetOfFolded(words, i, form.folded.length) : (words.ends[i] ?? 0);
    readings.push(reading(form.folded, words.starts[i] ?? 0, end, false, form.outside));
  }
  return readings;
}

/** Whether {@link otherReadings} can find anything; keeps plain English words off the slow path. */
export function mayReadOtherwise(words: Words, i: number, inflected: boolean): boolean {
  const flags = words.flags[i] ?? 0;
  if ((flags & WordFlag.Apostrophe) !== 0) return true;
  if ((flags & WordFlag.Unspaced) !== 0) return false;
  return inflected || words.text.charCodeAt(words.starts[i] ?? 0) >= 0x400;
}

function reading(folded: string, start: number, end: number, first: boolean, last: boolean): Reading {
  return { folded, hash: hashFolded(folded), start, end, first, last };
}

/** "Taliban’s" → "Taliban"; "l’Iran" → "Iran"; "Putin’in" → "Putin" in Turkish. */
function aroundApostrophe(words: Words, i: number, lang: string | null): Reading[] {
  const { text } = words;
  const start = words.starts[i] ?? 0;
  const end = words.ends[i] ?? 0;
  const splits = apostrophesIn(text, start, end);
  const readings: Reading[] = [];
  const last = splits.at(-1);
  if (last !== undefined) {
    const tail = foldPart(text, last + 1, end);
    if (isEnding(tail, text.charAt(last), lang)) {
      readings.push(reading(foldPart(text, start, last), start, last, false, true));
    }
  }
  const first = splits[0];
  if (first !== undefined && ELISIONS.has(foldPart(text, start, first))) {
    readings.push(reading(foldPart(text, first + 1, end), first + 1, end, true, false));
    // "l’Iran’s": both ends at once.
    if (
      last !== undefined &&
      last > first &&
      isEnding(foldPart(text, last + 1, end), text.charAt(last), lang)
    ) {
      readings.push(reading(foldPart(text, first + 1, last), first + 1, last, true, true));
    }
  }
  return readings;
}

const ZWNJ = '\u200c';

function isEnding(tail: string, mark: string, lang: string | null): boolean {
  if (mark === ZWNJ) return AFTER_NON_JOINER.has(tail);
  return CONTRACTIONS.has(tail) || (lang !== null && APOSTROPHE_CASES.has(lang) && tail.length <= 7);
}

/** Offsets of the apostrophes and non-joiners inside a word. */
function apostrophesIn(text: string, start: number, end: number): number[] {
  const found: number[] = [];
  for (let k = start + 1; k < end - 1; k++) {
    const character = text.charAt(k);
    // Everything in a word that folds to nothing and is no mark or format character is an apostrophe.
    if (character === ZWNJ) found.push(k);
    else if (foldCodePoint(text.charCodeAt(k)) === '' && !/[\p{M}\p{Cf}\p{Cs}\u0640]/u.test(character))
      found.push(k);
  }
  return found;
}

function foldPart(text: string, start: number, end: number): string {
  let folded = '';
  for (const character of text.slice(start, end).normalize('NFC'))
    folded += foldCodePoint(character.codePointAt(0) ?? 0);
  return folded;
}

function withoutPrefixes(words: Words, i: number, prefixes: readonly Prefix[]): Reading[] {
  const folded = foldedWord(words, i);
  const readings: Reading[] = [];
  for (const [written, restored] of prefixes) {
    const rest = folded.length - written.length;
    if (rest < 3 || !folded.startsWith(written)) continue;
    // The article that melted into لل is still there as its second letter.
    const left = restored === '' ? written.length : written.length - 1;
    readings.push(
      reading(
        restored + folded.slice(written.length),
        offsetOfFolded(words, i, left),
        words.ends[i] ?? 0,
        true,
        false,
      ),
    );
  }
  return readings;
}

/** The offset in the text after the first `count` folded units of word `i` and the marks upon them. */
function offsetOfFolded(words: Words, i: number, count: number): number {
  const end = words.ends[i] ?? 0;
  let offset = words.starts[i] ?? 0;
  let units = 0;
  while (offset < end) {
    const folded = foldCodePoint(words.text.charCodeAt(offset)).length;
    if (units >= count && folded > 0) break;
    units += folded;
    offset++;
  }
  return offset;
}
