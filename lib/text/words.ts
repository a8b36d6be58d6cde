/**
 * Text as a sequence of words with their folds, by Unicode letters, marks and digits.
 *
 * A word is a run of letters and digits with the marks on them. Apostrophes between letters are
 * inside the word and dropped from its fold ("Qa’ida" is `qaida`); what may stand before or after
 * one (a possessive, a French article) is the reader's to decide ({@link ../matching/readings}).
 * Letters joined by full stops are one word ("U.S." is `us`, its last stop included). In scripts
 * that write no spaces every character is a word, so that a name may begin and end anywhere.
 */
import {
  CharClass,
  charFlags,
  classOf,
  codePointFlags,
  composes,
  foldCodePoint,
  foldOfPlain,
  foldUnit,
  isBetweenWords,
  isLower,
  isNonAscii,
  isPlain,
  isUpper,
  metFlags,
  upperCount,
} from './characters';

/** Bits of {@link Words.flags}. */
export const WordFlag = {
  /** The first letter is upper case. */
  Capital: 1,
  HasUpper: 2,
  HasLower: 4,
  /** An apostrophe, or a zero-width non-joiner, stands inside. */
  Apostrophe: 8,
  NonAscii: 16,
  /** One character of a script without spaces. */
  Unspaced: 32,
  /** Letters with full stops: "U.S." */
  Dotted: 64,
  /** Must be normalised as a whole to be folded. */
  Composes: 256,
  /** Only spaces, hyphens or dashes stand between the word before and this one. */
  LightGap: 512,
  /** Nothing stands between the word before and this one. */
  NoGap: 1024,
  /** Two or more upper-case letters. */
  Capitals: 2048,
} as const;

/** The words of a text, in order, as parallel arrays. */
export interface Words {
  readonly text: string;
  /** UTF-16 offset of each word's first unit. */
  readonly starts: number[];
  /** UTF-16 offset after each word's last unit. */
  readonly ends: number[];
  /** {@link hashFolded} of each word's fold. */
  readonly hashes: number[];
  /** Bits of {@link WordFlag}. */
  readonly flags: number[];
}

const HASH_SEED = 0x811c9dc5 | 0;
const HASH_PRIME = 0x01000193;
const ZWNJ = 0x200c;
const FULL_STOP = 0x2e;

/** FNV-1a over UTF-16 units, as a signed 32-bit integer; the hash of `before + folded` where that of `before` is given. */
export function hashFolded(folded: string, before = HASH_SEED): number {
  let hash = before;
  for (let i = 0; i < folded.length; i++) hash = Math.imul(hash ^ folded.charCodeAt(i), HASH_PRIME);
  return hash;
}

/**
 * Splits a text into its words. One pass; cost in proportion to the length.
 *
 * Nearly all words are plain letters and digits between spaces. The loop reads these by itself and hands on
 * all that is rarer, so that a compiler makes the same short loop of it whatever texts it has met first.
 */
export function splitWords(text: string): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  const hashes: number[] = [];
  const flags: number[] = [];
  const words: Words = { text, starts, ends, hashes, flags };
  const { length } = text;
  const between: Between = { gap: WordFlag.NoGap, brokenAt: 0 };
  let gap: number = WordFlag.NoGap;
  let i = 0;
  while (i < length) {
    const start = i;
    const first = metFlags(text.charCodeAt(i));
    if (isPlain(first)) {
      let unit = first;
      let seen = 0;
      let capitals = 0;
      let hash = HASH_SEED;
      do {
        hash = Math.imul(hash ^ foldOfPlain(unit), HASH_PRIME);
        seen |= unit;
        capitals += upperCount(unit);
        unit = ++i < length ? metFlags(text.charCodeAt(i)) : CharClass.Hard;
      } while (isPlain(unit));
      const mayBeDotted = i === start + 1 && text.charAt(i) === '.';
      if (isBetweenWords(unit) && !mayBeDotted) {
        let bits = gap;
        if (isUpper(first)) bits |= WordFlag.Capital;
        if (capitals > 0) bits |= WordFlag.HasUpper;
        if (capitals > 1) bits |= WordFlag.Capitals;
        if (isLower(seen)) bits |= WordFlag.HasLower;
        if (isNonAscii(seen)) bits |= WordFlag.NonAscii;
        starts.push(start);
        ends.push(i);
        hashes.push(hash);
        flags.push(bits);
        gap = WordFlag.NoGap;
        continue;
      }
    } else if (isBetweenWords(first)) {
      gap = gapAfter(gap, classOf(first));
      i++;
      continue;
    }
    between.gap = gap;
    i = readRare(words, start, between);
    gap = between.gap;
  }
  return words;
}

/** What a reader of words has to remember between them. */
interface Between {
  /** What stands before the next word, as a bit of its flags. */
  gap: number;
  /** Where the letters joined by full stops that were read last turn out to be none: nor is what they end with. */
  brokenAt: number;
}

/** The gap with a further character that is no part of a word. */
function gapAfter(gap: number, kind: number): number {
  if (kind === CharClass.Ignored) return gap;
  if (kind !== CharClass.Light && kind !== CharClass.Apostrophe) return 0;
  return gap === WordFlag.NoGap ? WordFlag.LightGap : gap;
}

/** Reads a word of whatever kind, or a character between words; returns where to read on. */
function readRare(words: Words, i: number, between: Between): number {
  const { text } = words;
  const unit = text.charCodeAt(i);
  let flags = charFlags(unit);
  if (classOf(flags) === CharClass.Surrogate) flags = codePointFlags(text.codePointAt(i) ?? unit);
  const kind = classOf(flags);
  if (kind === CharClass.Word || kind === CharClass.Unspaced || kind === CharClass.Mark) {
    const count = words.starts.length;
    const end =
      kind === CharClass.Unspaced ? readUnspaced(words, i, between.gap) : readWord(words, i, between);
    // A mark upon punctuation makes no word; the gap goes on.
    if (words.starts.length > count) between.gap = WordFlag.NoGap;
    return end;
  }
  between.gap = gapAfter(between.gap, kind);
  return i + (unit >= 0xd800 && unit <= 0xdbff && (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1);
}

/** Reads the word that begins at `start`; returns where to read on. */
function readWord(words: Words, start: number, between: Between): number {
  const { text } = words;
  let flags = between.gap;
  let hash = HASH_SEED;
  let end = start;
  let letters = 0;
  let i = start;
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const kind = charFlags(unit);
    const what = classOf(kind);
    if (what === CharClass.Word || what === CharClass.Mark) {
      if (what === CharClass.Word) {
        if (isUpper(kind)) flags |= upperBits(flags, letters);
        else if (isLower(kind)) flags |= WordFlag.HasLower;
        letters++;
      }
      if (unit > 0x7f) flags |= WordFlag.NonAscii;
      if (composes(kind)) flags |= WordFlag.Composes;
      const folded = foldUnit(unit);
      if (folded > 0) hash = Math.imul(hash ^ folded, HASH_PRIME);
      else if (folded < 0) hash = hashFolded(foldCodePoint(unit), hash);
      end = i + 1;
    } else if (what === CharClass.Surrogate) {
      const codePoint = text.codePointAt(i) ?? unit;
      const wide = codePointFlags(codePoint);
      if (classOf(wide) !== CharClass.Word && classOf(wide) !== CharClass.Mark) break;
      if (isUpper(wide)) flags |= upperBits(flags, letters);
      else if (isLower(wide)) flags |= WordFlag.HasLower;
      flags |= WordFlag.NonAscii | WordFlag.Composes;
      letters++;
      i++;
      end = i + 1;
    } else if (what === CharClass.Ignored) {
      if (unit === ZWNJ) flags |= WordFlag.Apostrophe;
    } else if (what === CharClass.Apostrophe && !isDigit(text.charCodeAt(i - 1)) && wordFollows(text, i + 1))
      flags |= WordFlag.Apostrophe;
    else break;
  }
  if (letters === 1 && text.charCodeAt(end) === FULL_STOP && end >= between.brokenAt) {
    const dotted = readDotted(text, end, between);
    if (dotted > 0) {
      pushSlow(words, start, dotted, flags | WordFlag.Dotted | (WordFlag.Capitals * (flags & 1)));
      return dotted;
    }
  }
  if ((flags & WordFlag.Composes) !== 0) pushSlow(words, start, end, flags);
  else if (hash !== HASH_SEED) push(words, start, end, flags, hash);
  return i;
}

/** Behind a digit an apostrophe is a minute or a foot: 32°39'40"N. */
const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;

function upperBits(flags: number, letters: number): number {
  if (letters === 0) return WordFlag.Capital | WordFlag.HasUpper;
  return (flags & WordFlag.HasUpper) !== 0 ? WordFlag.Capitals : WordFlag.HasUpper;
}

/** Whether a letter or digit stands at `i`, or behind what is read as if it were not there. */
function wordFollows(text: string, i: number): boolean {
  for (let k = i; k < text.length; k++) {
    const kind = classOf(codePointFlags(text.codePointAt(k) ?? 0));
    if (kind !== CharClass.Ignored) return kind === CharClass.Word;
  }
  return false;
}

/**
 * The end of letters joined by full stops, whose first letter ends at the stop at `i`: after the
 * last stop of "U.S.", or of the last letter of "U.S". 0 where there is only one letter ("J. Smith").
 */
function readDotted(text: string, i: number, between: Between): number {
  let stop = i;
  let letters = 1;
  for (;;) {
    if (kindAt(text, stop + 1) !== CharClass.Word) break;
    let after = stop + 2;
    while (kindAt(text, after) === CharClass.Mark) after++;
    const kind = kindAt(text, after);
    if (kind === CharClass.Word || kind === CharClass.Surrogate) {
      between.brokenAt = after;
      return 0;
    }
    letters++;
    if (text.charCodeAt(after) !== FULL_STOP) return after;
    stop = after;
  }
  if (letters < 2) return 0;
  // A mark upon the last stop would be cut off from it.
  return kindAt(text, stop + 1) === CharClass.Mark ? stop : stop + 1;
}

/** The class of the unit at `i`; that of punctuation where the text has ended. */
function kindAt(text: string, i: number): number {
  return i < text.length ? classOf(charFlags(text.charCodeAt(i))) : CharClass.Hard;
}

/** Reads one character of a script without spaces, with the marks upon it. */
function readUnspaced(words: Words, start: number, gap: number): number {
  const { text } = words;
  let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  let flags = gap | WordFlag.Unspaced | WordFlag.NonAscii;
  if (end - start === 2) flags |= WordFlag.Composes;
  while (end < text.length) {
    const kind = charFlags(text.charCodeAt(end));
    if (classOf(kind) !== CharClass.Mark) break;
    flags |= WordFlag.Composes;
    end++;
  }
  pushSlow(words, start, end, flags);
  return end;
}

function pushSlow(words: Words, start: number, end: number, flags: number): void {
  const folded = foldSlice(words.text, start, end, (flags & WordFlag.Composes) !== 0);
  if (folded !== '') push(words, start, end, flags, hashFolded(folded));
}

function push(words: Words, start: number, end: number, flags: number, hash: number): void {
  words.starts.push(start);
  words.ends.push(end);
  words.flags.push(flags);
  words.hashes.push(hash);
}

/** A word of plain letters and digits: most of English, and nothing to do but to lower its case. */
export const PLAIN_WORD = /^[A-Za-z0-9]+$/;

/** The fold of a run that is known to be (part of) one word. */
export function foldSlice(text: string, start: number, end: number, composing: boolean): string {
  const slice = text.slice(start, end);
  if (PLAIN_WORD.test(slice)) return slice.toLowerCase();
  let folded = '';
  for (const character of composing ? slice.normalize('NFKC') : slice) {
    const codePoint = character.codePointAt(0) ?? 0;
    const kind = classOf(codePointFlags(codePoint));
    if (kind === CharClass.Word || kind === CharClass.Mark || kind === CharClass.Unspaced) {
      folded += foldCodePoint(codePoint);
    }
  }
  return composing ? folded.normalize('NFC') : folded;
}

/** The fold of word `i`. */
export function foldedWord(words: Words, i: number): string {
  const flags = words.flags[i] ?? 0;
  return foldSlice(words.text, words.starts[i] ?? 0, words.ends[i] ?? 0, (flags & WordFlag.Composes) !== 0);
}
