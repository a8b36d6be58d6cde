/**
 * The fold that both sides of every comparison go through, with a map back to the text.
 *
 * Case, diacritics (not the vowel signs of Indic and Thai writing), the apostrophe and ayn family,
 * compatibility forms and ligatures, soft hyphens and zero-width characters disappear; whatever
 * stands between two words (space, hyphen, dash, punctuation, line break) becomes one space.
 *
 *     al‑Qa’ida  →  al qaida        Erdoğan  →  erdogan        U.S.  →  us
 *     ISIS-K     →  isis k          Straße   →  strasse        Путин →  путин
 *     Толстой    →  толстои         (marks go in Cyrillic too: й = и, ё = е, ї = і)
 *
 * Cyrillic й folds to и for one rule's sake: no two names of the news differ only there, and text
 * that was decomposed on its way (й as и and a breve) then needs no case of its own.
 */
import { foldedWord, PLAIN_WORD, splitWords, WordFlag, type Words } from './words';

/** A folded text and, for each of its UTF-16 units, the span of the original that it stands for. */
export interface FoldedText {
  readonly text: string;
  /** Start, in the original, of what unit `i` stands for. Never inside a surrogate pair or before a mark. */
  readonly starts: readonly number[];
  /** End of the same, exclusive. A unit that stands for a gap covers the whole gap. */
  readonly ends: readonly number[];
}

/** Folds a text. Idempotent: `foldText(foldText(x).text).text === foldText(x).text`. */
export function foldText(text: string): FoldedText {
  const words = splitWords(text);
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (let i = 0; i < words.starts.length; i++) {
    if (i > 0 && ((words.flags[i] ?? 0) & WordFlag.NoGap) === 0) {
      folded += ' ';
      starts.push(words.ends[i - 1] ?? 0);
      ends.push(words.starts[i] ?? 0);
    }
    for (const piece of foldPieces(words, i)) {
      folded += piece.folded;
      for (let unit = 0; unit < piece.folded.length; unit++) {
        starts.push(piece.start);
        ends.push(piece.end);
      }
    }
  }
  return { text: folded, starts, ends };
}

/** The fold alone: the key under which a name is looked up. */
export function foldKey(text: string): string {
  // Most of what is folded by itself is one English word.
  if (PLAIN_WORD.test(text)) return text.toLowerCase();
  return keyOf(splitWords(text));
}

/** The same of a text that is split already. */
export function keyOf(words: Words): string {
  let key = '';
  for (let i = 0; i < words.starts.length; i++) {
    if (i > 0 && ((words.flags[i] ?? 0) & WordFlag.NoGap) === 0) key += ' ';
    key += foldedWord(words, i);
  }
  return key;
}

interface Piece {
  folded: string;
  start: number;
  end: number;
}

/** A word's fold in the smallest pieces that can be told apart: characters with their marks. */
function foldPieces(words: Words, i: number): Piece[] {
  const start = words.starts[i] ?? 0;
  const end = words.ends[i] ?? 0;
  const folded = foldedWord(words, i);
  const pieces =
    ((words.flags[i] ?? 0) & WordFlag.Composes) === 0 ? splitClusters(words.text, start, end) : [];
  // Where normalising ran characters together there is no finer truth than the whole word.
  return pieces.map((piece) => piece.folded).join('') === folded ? pieces : [{ folded, start, end }];
}

function splitClusters(text: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  for (let i = start; i < end; ) {
    let next = i + 1;
    while (next < end && /[\p{M}\p{Cf}\u0640]/u.test(text.charAt(next))) next++;
    pieces.push({ folded: foldKey(text.slice(i, next)), start: i, end: next });
    i = next;
  }
  return pieces;
}
