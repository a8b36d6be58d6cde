/**
 * A trie of words: every phrase to be found (names, short forms, cue words) is a path from the root.
 *
 * Entered at word starts by the hash of the first word, so that a word that begins no phrase costs
 * one look-up and no string. A hash may collide; each step therefore compares the folded word too.
 */
import { hashFolded } from '../text/words';

export interface TrieNode {
  readonly word: string;
  /** Null where no phrase goes on: most nodes are the last of theirs. */
  children: Map<number, TrieNode> | null;
  /** The phrase that ends here, if any. */
  phrase: Phrase | null;
}

/** What ends at a node. */
export interface Phrase {
  /** Fold of the whole phrase. */
  readonly key: string;
  isName: boolean;
  isCue: boolean;
  /** Punctuation inside the phrase, as {@link gapSignature} gives it, for each way that it is written. */
  readonly gaps: string[];
  /** Written with a possessive at its end: "Lord’s". Else "Taliban’s" is not the plural "Talibans". */
  endsPossessive: boolean;
  /** Punctuation that it is written with at its end, which then belongs to the span: "Inc.", "Yahoo!" */
  readonly tails: string[];
  /** Whether spellings with full stops have one at their end, too: "U.S.", not "U.K". Null without any. */
  lastStop: boolean | null;
}

export function emptyTrie(): TrieNode {
  return { word: '', children: null, phrase: null };
}

/** Finds or makes the phrase with these folded words. */
export function phraseFor(root: TrieNode, folded: readonly string[], key: string): Phrase {
  let node = root;
  for (const word of folded) node = childFor(node, word);
  node.phrase ??= {
    key,
    isName: false,
    isCue: false,
    gaps: [],
    endsPossessive: false,
    tails: [],
    lastStop: null,
  };
  return node.phrase;
}

function childFor(node: TrieNode, word: string): TrieNode {
  // Open addressing over the hash: the next free one is tried, as the scan does.
  let hash = hashFolded(word);
  node.children ??= new Map();
  for (;;) {
    const child = node.children.get(hash);
    if (child === undefined) {
      const made: TrieNode = { word, children: null, phrase: null };
      node.children.set(hash, made);
      return made;
    }
    if (child.word === word) return child;
    hash = (hash + 1) | 0;
  }
}

/** The child that a word leads to, given the word's hash and fold. */
export function childOf(node: TrieNode, hash: number, folded: string): TrieNode | undefined {
  let child = node.children?.get(hash);
  for (let probe = hash; child !== undefined && child.word !== folded; ) {
    probe = (probe + 1) | 0;
    child = node.children?.get(probe);
  }
  return child;
}
