/**
 * What each code unit is to a reader of names, and what it folds to.
 *
 * Both answers are kept in one table over the Basic Multilingual Plane that fills itself on first
 * sight of a character: the hot loop of {@link ./words} then costs one array read a character, and
 * nothing is computed for the scripts that a story does not use.
 */

/** What a code unit does to the words around it. */
export const CharClass = {
  /** Punctuation and symbols: ends a word, and no name runs across it unless the name itself has it. */
  Hard: 1,
  /** Spaces, hyphens, dashes, middle dots, line breaks: ends a word; names run across it. */
  Light: 2,
  /** Letters and digits. */
  Word: 3,
  /** Combining marks: belong to the character before them. */
  Mark: 4,
  /** The apostrophe and ayn family: dropped between letters, punctuation elsewhere. */
  Apostrophe: 5,
  /** Soft hyphens, zero-width characters, tatweel: read as if they were not there. */
  Ignored: 6,
  /** A letter of a script written without spaces: a word of its own. */
  Unspaced: 7,
  /** Half of a surrogate pair: look at the code point. */
  Surrogate: 8,
} as const;

const CLASS_MASK = 15;
const UPPER = 16;
const UPPER_SHIFT = 4;
const LOWER = 32;
/** Set where a word with this character has to be normalised as a whole before it is folded. */
const COMPOSES = 64;
const NON_ASCII = 128;
/** A letter or digit that folds to one unit whatever stands beside it: most of all text. */
const PLAIN = 256;

/** Above the flags stands the fold, where it is one unit. */
const FOLD_SHIFT = 16;
/** Folded to more than one unit, or to a unit that a table of one unit cannot say. */
const MANY = 0xffff;

/** For each unit its flags and its fold; 0 where it has not been seen yet. Signed: compilers then stay with integers. */
const table = new Int32Array(0x10000);
const longFolds = new Map<number, string>();

/** Marks are noise in these scripts and spelling in all others (Devanagari, Thai, Bengali …). */
const STRIPS_MARKS =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** Combining diacritics proper, Hebrew points, Arabic harakat, Quranic signs. */
const NOISE_MARK = new RegExp(
  [
    '[\\u0300-\\u036f\\u0483-\\u0489\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe00-\\ufe0f\\ufe20-\\ufe2f]',
    '[\\u0591-\\u05c7]',
    '[\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06ed\\u08d3-\\u08ff]',
  ].join('|'),
  'u',
);
const APOSTROPHES = new Set("'’‘‛`´ʹʻʼʽʾʿˈˊˋ′＇\u055a׳״ꞌ");
const LIGHT = /[\s\p{Pd}\p{Zs}\u00b7\u2010-\u2015\u2027\u2043\u2212\u30fb\uff65\uff0d]/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
const SUPERSCRIPT = /[\u00b2\u00b3\u00b9\u2070-\u209c]/u;
/** Tatweel stretches a letter; ZWJ and ZWNJ shape one. The combining grapheme joiner is a mark by name only. */
const IGNORED = /\p{Cf}|\u0640|\u034f|[\u115f\u1160\u17b4\u17b5\u3164\uffa0]|[\u180b-\u180f]/u;
/** Half-width voicing marks are letters by category, but compose with the kana before them. */
const KANA_VOICING = /[\u3099\u309a\uff9e\uff9f]/u;
const JAMO = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/u;

/**
 * Letters that NFKD leaves whole, and letters that writers of a script use for one another.
 * Arabic: hamza seats, Persian and Urdu yeh, kaf and heh, teh marbuta. Latin: letters that news in
 * English writes without their stroke. Schwa is "a", as in Əliyev, Aliyev.
 */
const SPECIAL: Readonly<Record<string, string>> = {
  ...{
    ı: 'i',
    ł: 'l',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    ħ: 'h',
    ŧ: 't',
    ŋ: 'n',
    ə: 'a',
    ɓ: 'b',
    ɗ: 'd',
    ƙ: 'k',
    ɛ: 'e',
    ɔ: 'o',
  },
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ĳ: 'ij', ς: 'σ' },
  ...{ أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ی: 'ي', ې: 'ي', ۍ: 'ي', ے: 'ي', ئ: 'ي', ؤ: 'و', ۇ: 'و' },
  ...{ ک: 'ك', ګ: 'گ', ة: 'ه', ۃ: 'ه', ہ: 'ه', ۀ: 'ه', ە: 'ه', ھ: 'ه', ۂ: 'ه' },
};

/** Folds one character by itself. Empty where it leaves nothing, as a mark on a Latin letter does. */
function computeFold(character: string): string {
  if (NOISE_MARK.test(character)) return '';
  const lower = character.toLowerCase();
  if (SPECIAL[lower] !== undefined) return SPECIAL[lower];
  // Punctuation that compatibility forms bring along ("℀" is a/c) goes, and so does what a word would
  // not take in itself: then folding twice is folding once.
  const parts = STRIPS_MARKS.test(lower) ? lower.normalize('NFKD') : lower.normalize('NFKC');
  let folded = '';
  for (const part of parts.toLowerCase()) {
    if (NOISE_MARK.test(part) || !/[\p{L}\p{N}\p{M}]/u.test(part) || SUPERSCRIPT.test(part)) continue;
    if (IGNORED.test(part) || APOSTROPHES.has(part)) continue;
    folded += SPECIAL[part] ?? part;
  }
  return folded.normalize('NFC');
}

function computeClass(character: string): number {
  if (APOSTROPHES.has(character)) return CharClass.Apostrophe;
  if (IGNORED.test(character)) return CharClass.Ignored;
  if (LIGHT.test(character)) return CharClass.Light;
  if (KANA_VOICING.test(character)) return CharClass.Mark | COMPOSES;
  if (/\p{M}/u.test(character)) return CharClass.Mark | (NOISE_MARK.test(character) ? 0 : COMPOSES);
  if (SUPERSCRIPT.test(character) || !/[\p{L}\p{N}]/u.test(character)) return CharClass.Hard;
  if (UNSPACED.test(character)) return CharClass.Unspaced;
  const cased = (/[\p{Lu}\p{Lt}]/u.test(character) ? UPPER : 0) | (/\p{Ll}/u.test(character) ? LOWER : 0);
  return CharClass.Word | cased | (JAMO.test(character) ? COMPOSES : 0);
}

function learn(unit: number): number {
  const character = String.fromCharCode(unit);
  let flags: number = CharClass.Surrogate | NON_ASCII;
  let fold = 0;
  if (unit < 0xd800 || unit > 0xdfff) {
    flags = computeClass(character) | (unit > 0x7f ? NON_ASCII : 0);
    const folded = computeFold(character);
    if (folded.length > 0) fold = folded.length === 1 ? folded.charCodeAt(0) : MANY;
    if (fold === MANY) longFolds.set(unit, folded);
    const isPlain = classOf(flags) === CharClass.Word && !composes(flags) && fold > 0 && fold !== MANY;
    if (isPlain) flags |= PLAIN;
  }
  const known = (fold << FOLD_SHIFT) | flags;
  table[unit] = known;
  return known;
}

/** Class, case and other bits of a code unit of the Basic Multilingual Plane; above them is {@link foldOfPlain}. */
export function charFlags(unit: number): number {
  return table[unit] || learn(unit);
}

/** The same of a unit that was met before; 0 of any other. Small, so that it becomes part of the loop that asks. */
export const metFlags = (unit: number): number => table[unit] ?? 0;

/** The same for any code point. */
export function codePointFlags(codePoint: number): number {
  if (codePoint < 0x10000) return charFlags(codePoint);
  return computeClass(String.fromCodePoint(codePoint)) | COMPOSES;
}

export const classOf = (flags: number): number => flags & CLASS_MASK;
export const isUpper = (flags: number): boolean => (flags & UPPER) !== 0;
export const isLower = (flags: number): boolean => (flags & LOWER) !== 0;
export const composes = (flags: number): boolean => (flags & COMPOSES) !== 0;
export const isNonAscii = (flags: number): boolean => (flags & NON_ASCII) !== 0;
/** 1 for an upper-case letter, 0 for any other character: to be summed. */
export const upperCount = (flags: number): number => (flags >>> UPPER_SHIFT) & 1;
/** Whether it is a letter or digit whose fold is one unit, {@link foldOfPlain}, whatever stands beside it. */
export const isPlain = (flags: number): boolean => (flags & PLAIN) !== 0;
/** Whether it is a space, a dash, or punctuation: no part of any word. False of apostrophes, and of what is ignored. */
export const isBetweenWords = (flags: number): boolean =>
  (flags & CLASS_MASK) === CharClass.Light || (flags & CLASS_MASK) === CharClass.Hard;
export const foldOfPlain = (flags: number): number => flags >>> FOLD_SHIFT;

/** The fold of a code unit as one unit; 0 where it folds to nothing, -1 where to more than one. */
export function foldUnit(unit: number): number {
  const folded = charFlags(unit) >>> FOLD_SHIFT;
  return folded === MANY ? -1 : folded;
}

/** The fold of any code point, by itself. */
export function foldCodePoint(codePoint: number): string {
  if (codePoint >= 0x10000) return computeFold(String.fromCodePoint(codePoint));
  const folded = foldUnit(codePoint);
  if (folded === -1) return longFolds.get(codePoint) ?? '';
  return folded === 0 ? '' : String.fromCharCode(folded);
}
