/** Finds every phrase of the trie in a text, at word starts, in one pass. */
import { foldedWord, WordFlag, type Words } from '../text/words';
import type { GlossaryIndex } from './index/glossary-index';
import { endsPossessive, type Phrase, pathOf } from './index/phrase';
import { ROOT } from './index/phrase-nodes';
import { inflectsLatin } from './nominatives';
import { mayReadOtherwise, otherReadings, type Reading } from './readings';

/** A phrase found: its span, and the words that it touches (`lastWord` included). */
export interface Found {
  readonly phrase: Phrase;
  readonly start: number;
  readonly end: number;
  readonly firstWord: number;
  readonly lastWord: number;
}

const longer = (path: string, folded: string) => (path === '' ? folded : `${path} ${folded}`);
/** The path of words that were all read as they stand: it is made only where a phrase is not known yet. */
const AS_IT_STANDS = null;

/** All phrases found, in order of their start; at one start the shorter first. */
export interface Scan {
  readonly found: Found[];
  /** Look-ups made: what the law of linear cost counts. */
  readonly steps: number;
}

export function scanWords(index: GlossaryIndex, words: Words, lang: string | null): Scan {
  const scanner = new Scanner(index, words, lang);
  scanner.walkFromEach();
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
    readonly index: GlossaryIndex,
    readonly words: Words,
    readonly lang: string | null,
  ) {
    this.#inflected = inflectsLatin(lang);
  }

  /** Follows the trie from each word that may begin a phrase: of most it is clear at once that none does. */
  walkFromEach(): void {
    const { nodes } = this.index;
    const { hashes } = this.words;
    for (let i = 0; i < hashes.length; i++) {
      if (nodes.mayBegin(hashes[i] ?? 0) || mayReadOtherwise(this.words, i, this.#inflected))
        this.walk(ROOT, AS_IT_STANDS, i, -1);
    }
  }

  /**
   * Follows the trie from word `i`; `path` are the folds that led to `node`, or {@link AS_IT_STANDS}, and
   * `start` is where the phrase began, -1 if it begins here.
   */
  walk(node: number, path: string | null, i: number, start: number): void {
    const { words } = this;
    const { nodes } = this.index;
    if (start < 0) this.#first = i;
    this.steps++;
    const child = nodes.child(node, words.hashes[i] ?? 0);
    if (child >= 0) {
      const way = path === AS_IT_STANDS ? AS_IT_STANDS : longer(path, foldedWord(words, i));
      this.#step(child, way, i, start < 0 ? (words.starts[i] ?? 0) : start, words.ends[i] ?? 0, false);
    }
    if (!mayReadOtherwise(words, i, this.#inflected)) return;
    for (const reading of this.#readingsOf(i)) {
      if (reading.first && start >= 0) continue;
      this.steps++;
      const other = nodes.child(node, reading.hash);
      if (other < 0) continue;
      const before = path ?? (start < 0 ? '' : pathOf(words, this.#first, i - 1));
      this.#step(
        other,
        longer(before, reading.folded),
        i,
        start < 0 ? reading.start : start,
        reading.end,
        reading.last,
      );
    }
  }

  #step(node: number, path: string | null, i: number, start: number, end: number, last: boolean): void {
    const { nodes } = this.index;
    const phrase = nodes.isLinked(node) || nodes.isCue(node) ? this.#phraseAt(node, path, i) : null;
    if (phrase !== null && this.#mayEnd(phrase, i, end)) {
      const tail = tailAt(phrase, this.words.text, end);
      this.found.push({ phrase, start, end: end + tail, firstWord: this.#first, lastWord: i });
    }
    if (!last && nodes.goesOn(node) && i + 1 < this.words.starts.length) this.walk(node, path, i + 1, start);
  }

  #phraseAt(node: number, path: string | null, i: number): Phrase | null {
    if (path !== AS_IT_STANDS) return this.index.phraseAt(node, path);
    return this.index.phraseOf(node, this.words, this.#first, i);
  }

  /** "Taliban’s" is a possessive of Taliban, not the plural that some languages write "Talibans". */
  #mayEnd(phrase: Phrase, i: number, end: number): boolean {
    if (((this.words.flags[i] ?? 0) & WordFlag.Apostrophe) === 0) return true;
    const whole = end === this.words.ends[i];
    return (
      !whole ||
      phrase.spelling.endsPossessive ||
      !endsPossessive(this.words.text.slice(this.words.starts[i], end))
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
function tailAt({ spelling }: Phrase, text: string, end: number): number {
  if (spelling.lastStop === false && text.charAt(end - 1) === '.') return -1;
  let longest = 0;
  for (const tail of spelling.tails) {
    // A mark upon the punctuation would be cut off from it.
    const cut = /^\p{M}/u.test(text.slice(end + tail.length, end + tail.length + 2));
    if (!cut && text.startsWith(tail, end)) longest = Math.max(longest, tail.length);
  }
  return longest;
}
