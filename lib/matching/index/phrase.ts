/** What is known of the phrases that end at one place of the trie: the forms written so, and their punctuation. */
import { foldedWord, splitWords, WordFlag, type Words } from '../../text/words';
import type { Form } from '../forms';

/** A phrase as the scan meets it. */
export interface Phrase {
  /** Folds of its words, one space between each two. */
  readonly path: string;
  /** Fold of the whole as names are looked up: its forms', or the path. */
  readonly key: string;
  /** Forms that are written so, earlier entries first; none where it is only a cue. */
  readonly forms: readonly Form[];
  readonly isCue: boolean;
  readonly spelling: Spelling;
}

/** What the ways to write a phrase have beyond its words. */
export interface Spelling {
  /** Punctuation inside, as {@link gapSignature} gives it, for each way that it is written. */
  readonly gaps: ReadonlySet<string>;
  /** Written with a possessive at its end: "Lord’s". Else "Taliban’s" is not the plural "Talibans". */
  readonly endsPossessive: boolean;
  /** Punctuation that it is written with at its end, which then belongs to the span: "Inc.", "Yahoo!" */
  readonly tails: readonly string[];
  /** Whether spellings with full stops have one at their end, too: "U.S.", not "U.K". Null without any. */
  readonly lastStop: boolean | null;
}

/** Folds of the words `first` to `last`, one space between each two: what tells phrases apart. */
export function pathOf(words: Words, first = 0, last = words.starts.length - 1): string {
  let path = '';
  for (let i = first; i <= last; i++) path += i === first ? foldedWord(words, i) : ` ${foldedWord(words, i)}`;
  return path;
}

/**
 * Whether the words `first` to `last` are plain letters and digits of English that make this path. False of
 * others that do, whose fold is more than a letter's lower case: {@link pathOf} tells of all. No text is made.
 */
export function makePathPlainly(words: Words, first: number, last: number, path: string): boolean {
  let at = 0;
  for (let i = first; i <= last; i++) {
    if (i > first && path.charCodeAt(at++) !== SPACE) return false;
    const end = words.ends[i] ?? 0;
    for (let k = words.starts[i] ?? 0; k < end; k++) {
      const unit = words.text.charCodeAt(k);
      const lower = unit >= UPPER_A && unit <= UPPER_Z ? unit | CASE_BIT : unit;
      if (lower !== path.charCodeAt(at++)) return false;
    }
  }
  return at === path.length;
}

const SPACE = 0x20;
const [UPPER_A, UPPER_Z, CASE_BIT] = [0x41, 0x5a, 0x20];

/** What these texts, which share one path, have beyond their words. */
export function spellingOf(texts: Iterable<string>): Spelling {
  const gaps = new Set<string>();
  const tails = new Set<string>();
  let possessive = false;
  let lastStop: boolean | null = null;
  for (const text of texts) {
    const words = splitWords(text);
    gaps.add(gapSignature(words, 0, words.starts.length - 1));
    possessive ||= endsPossessive(text);
    const tail = text.slice(words.ends.at(-1));
    if (TAIL.test(tail)) tails.add(tail);
    if (DOTTED_END.test(text)) lastStop = lastStop === true || text.endsWith('.');
  }
  return { gaps, endsPossessive: possessive, tails: [...tails], lastStop };
}

const TAIL = /^[.,!?+*%)\]]{1,2}$/;
const DOTTED_END = /\p{L}\.\p{L}\.?$/u;
const ONLY_GAPS = /^\|*$/;

/** Whether a text says more of its spelling than its words do. */
export function isPlainlySpelt(text: string, words: Words): boolean {
  return (
    ONLY_GAPS.test(gapSignature(words, 0, words.starts.length - 1)) &&
    !endsPossessive(text) &&
    !TAIL.test(text.slice(words.ends.at(-1))) &&
    !DOTTED_END.test(text)
  );
}

/** Whether a name or word is written with a possessive at its end: "Lord’s". */
export function endsPossessive(text: string): boolean {
  return /['’ʼ`´＇]s$/i.test(text);
}

/**
 * The punctuation between the words `first` to `last`, one part a gap: `",|"` in "Washington, D.C. area".
 * Spaces, hyphens and dashes do not count, nor does a full stop after an initial or "St".
 */
export function gapSignature(words: Words, first: number, last: number): string {
  let signature = '';
  for (let i = first + 1; i <= last; i++) {
    if (i > first + 1) signature += '|';
    if (((words.flags[i] ?? 0) & (WordFlag.LightGap | WordFlag.NoGap)) !== 0) continue;
    const gap = words.text.slice(words.ends[i - 1], words.starts[i]).replace(/\s+/g, '');
    const short = (words.ends[i - 1] ?? 0) - (words.starts[i - 1] ?? 0) <= 2;
    if (!(short && gap === '.')) signature += gap;
  }
  return signature;
}

/** Whether the phrase may be written with this punctuation: none, or its own. */
export function gapsFit({ spelling }: Phrase, signature: string): boolean {
  return ONLY_GAPS.test(signature) || spelling.gaps.has(signature);
}
