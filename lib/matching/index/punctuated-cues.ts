import { splitWords } from '../../text/words';
import type { MatchedEntry } from './matched-entry';
import { isPlainlySpelt, pathOf } from './phrase';

/** Path → text → how many entries have it as a cue. */
type Counts = Map<string, Map<string, number>>;

/**
 * The cues whose spelling has more than words ("Washington, D.C."), which are few: what a text may
 * look like around them cannot be told from the trie.
 */
export class PunctuatedCues {
  readonly #counts: Counts;

  constructor(stored: readonly (readonly [string, readonly (readonly [string, number])[]])[] = []) {
    this.#counts = new Map(stored.map(([path, texts]) => [path, new Map(texts)]));
  }

  /** Counts an entry's cues in, or with -1 out again. */
  count(entry: MatchedEntry, by: 1 | -1): void {
    for (const text of cueTextsOf(entry)) {
      const words = splitWords(text);
      if (isPlainlySpelt(text, words)) continue;
      const path = pathOf(words);
      const texts = this.#counts.get(path) ?? new Map<string, number>();
      const left = (texts.get(text) ?? 0) + by;
      if (left > 0) texts.set(text, left);
      else texts.delete(text);
      if (texts.size > 0) this.#counts.set(path, texts);
      else this.#counts.delete(path);
    }
  }

  /** The texts of a path. */
  at(path: string): Iterable<string> {
    return this.#counts.get(path)?.keys() ?? [];
  }

  stored(): [string, [string, number][]][] {
    return [...this.#counts].map(([path, texts]) => [path, [...texts]]);
  }
}

/** The words that speak for or against an entry's aliases, as the glossary writes them. */
export function cueTextsOf({ aliases }: MatchedEntry): string[] {
  return aliases.flatMap((alias) => [...alias.for, ...alias.against].flatMap((cue) => cue.words));
}
