/** Finds every phrase of the trie in a text, at word starts, in one pass. */
import { foldedWord, WordFlag, type Words } from '../text/words';
import { inflectsLatin } from './nominatives';
import { mayReadOtherwise, otherReadings, type Reading } from './readings';
import { childOf, type Phrase, type TrieNode } from './trie';

/** A phrase found: its span, and the words that it touches (`lastWord` included). */
export interface Found {
  readonly phrase: Phrase;
  readonly start: number;
  readonly end: number;
  readonly firstWord: number;
  readonly lastWord: number;
}

/** All phrases found, in order of their start; at one start the shorter first. */
export interface Scan {
  readonly found: Found[];
  /** Look-ups made: what the law of linear cost counts. */
  readonly steps: number;
}

export function scanWords(root: TrieNode, words: Words, lang: string | null): Scan {
  const scanner = new Scanner(words, lang);
  for (let i = 0; i < words.starts.length; i++) scanner.walk(root, i, -1);
  return { found: scanner.found, steps: scanner.steps };
}

class Scanner {
  readonly found: Found[] = [];
  steps = 0;
  /** The word where the walk under way began. */
  #first = 0;
  readonly #inflected: boolean;
  readonly #readings = new Map<number, readonly Reading[]>();

  constructor(
    readonly words: Words,
    readonly lang: string | null,
  ) {
    this.#inflected = inflectsLatin(lang);
  }

  /** Follows the trie from word `i`; `start` is where the phrase began, -1 if it begins here. */
  walk(node: TrieNode, i: number, start: number): void {
    const { words } = this;
    if (start < 0) this.#first = i;
    this.steps++;
    const hash = words.hashes[i] ?? 0;
    // Most words lead nowhere; only those that do are folded.
    const child = node.children?.has(hash) === true ? childOf(node, hash, foldedWord(words, i)) : undefined;
    if (child !== undefined) {
      this.#step(child, i, start < 0 ? (words.starts[i] ?? 0) : start, words.ends[i] ?? 0, false);
    }
    if (!mayReadOtherwise(words, i, this.#inflected)) return;
    for (const reading of this.#readingsOf(i)) {
      if (reading.first && start >= 0) continue;
      this.steps++;
      const other = childOf(node, reading.hash, reading.folded);
      if (other !== undefined)
        this.#step(other, i, start < 0 ? reading.start : start, reading.end, reading.last);
    }
  }

  #step(node: TrieNode, i: number, start: number, end: number, last: boolean): void {
    if (node.phrase !== null && this.#mayEnd(node.phrase, i, end)) {
      const tail = tailAt(node.phrase, this.words.text, end);
      this.found.push({ phrase: node.phrase, start, end: end + tail, firstWord: this.#first, lastWord: i });
    }
    if (!last && node.children !== null && i + 1 < this.words.starts.length) this.walk(node, i + 1, start);
  }

  /** "Taliban’s" is a possessive of Taliban, not the plural that some languages write "Talibans". */
  #mayEnd(phrase: Phrase, i: number, end: number): boolean {
    const whole = end === this.words.ends[i];
    return (
      !whole || phrase.endsPossessive || !endsPossessive(this.words.text.slice(this.words.starts[i], end))
    );
  }

  #readingsOf(i: number): readonly Reading[] {
    let readings = this.#readings.get(i);
    if (readings === undefined) {
      readings = otherReadings(this.words, i, this.lang);
      this.#readings.set(i, readings);
    }
    return readings;
  }
}

/**
 * What the phrase's spelling adds to the span at its end: the full stop of "Target Corp.", -1 for the
 * one of "U.K." where the glossary writes "U.K".
 */
function tailAt(phrase: Phrase, text: string, end: number): number {
  if (phrase.lastStop === false && text.charAt(end - 1) === '.') return -1;
  let longest = 0;
  for (const tail of phrase.tails) {
    // A mark upon the punctuation would be cut off from it.
    const cut = /^\p{M}/u.test(text.slice(end + tail.length, end + tail.length + 2));
    if (!cut && text.startsWith(tail, end)) longest = Math.max(longest, tail.length);
  }
  return longest;
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
export function gapsFit(phrase: Phrase, signature: string): boolean {
  return /^\|*$/.test(signature) || phrase.gaps.includes(signature);
}
