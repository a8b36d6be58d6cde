/**
 * The trie of phrases: every name, short form and cue is a path of words from the root. A node is a
 * number, an edge the hash of a folded word; who finds a phrase compares the words themselves.
 *
 *     root ── "hayat" ──▶ ○ ── "tahrir" ──▶ ○ ── "al" ──▶ ○ ── "sham" ──▶ ● HTS
 */
import { FirstWords, type StoredFirstWords } from './first-words';
import { IntList } from './int-list';
import { PairTable, type StoredPairs } from './pair-table';

export const ROOT = 0;

/** Bits of a node's mark; above them stands its last link. */
const IS_CUE = 1;
const GOES_ON = 2;
const LINK_SHIFT = 2;

/** What {@link PhraseNodes} is stored as. */
export interface StoredNodes {
  /** Parent and word hash of each node but the root. */
  readonly edges: StoredPairs;
  /** For each node its bits and its last link. */
  readonly marks: Int32Array;
  /** For each link the place of an entry, and the link before it at the same node. */
  readonly linked: Int32Array;
  readonly before: Int32Array;
  readonly firstWords: StoredFirstWords;
}

export class PhraseNodes {
  readonly #edges: PairTable;
  readonly #marks: IntList;
  readonly #linked: IntList;
  readonly #before: IntList;
  #firstWords: FirstWords;

  constructor(stored?: StoredNodes) {
    this.#edges = new PairTable(stored?.edges);
    this.#marks = new IntList(stored?.marks);
    this.#linked = new IntList(stored?.linked);
    this.#before = new IntList(stored?.before);
    if (!stored) this.#marks.push(0);
    this.#firstWords = stored ? new FirstWords(stored.firstWords) : this.#readFirstWords();
  }

  /** False where no phrase begins with a word of this hash; true of nearly no others. */
  mayBegin(hash: number): boolean {
    return this.#firstWords.mayHave(hash);
  }

  /** The node that a word leads to, or -1. */
  child(node: number, hash: number): number {
    // The root's number is no edge's, so the first is node 1: -1 + 1 would be the root.
    const edge = this.#edges.find(node, hash);
    return edge < 0 ? -1 : edge + 1;
  }

  goesOn(node: number): boolean {
    return (this.#marks.at(node) & GOES_ON) !== 0;
  }

  /** Whether a cue of some entry ends here; of none that counts any more, perhaps. */
  isCue(node: number): boolean {
    return (this.#marks.at(node) & IS_CUE) !== 0;
  }

  /** Whether any name ever ended here. */
  isLinked(node: number): boolean {
    return this.#marks.at(node) >> LINK_SHIFT !== 0;
  }

  /** The places of the entries that were linked here, the last one first. */
  *linkedAt(node: number): Generator<number> {
    for (let link = this.#marks.at(node) >> LINK_SHIFT; link !== 0; link = this.#before.at(link - 1)) {
      yield this.#linked.at(link - 1);
    }
  }

  /** The node at the end of the path with these word hashes, made where it is missing. */
  reach(hashes: readonly number[]): number {
    let node = ROOT;
    for (const hash of hashes) {
      const next = this.#edges.add(node, hash) + 1;
      if (next === this.#marks.length) {
        this.#marks.push(0);
        this.#mark(node, GOES_ON);
        if (node === ROOT) this.#addFirstWord(hash);
      }
      node = next;
    }
    return node;
  }

  markCue(node: number): void {
    this.#mark(node, IS_CUE);
  }

  /** Links an entry's place to the end of its name. All names of one entry are linked before the next one's. */
  link(node: number, place: number): void {
    const mark = this.#marks.at(node);
    const last = mark >> LINK_SHIFT;
    if (last !== 0 && this.#linked.at(last - 1) === place) return;
    const link = this.#linked.push(place) + 1;
    this.#before.push(last);
    this.#marks.set(node, (link << LINK_SHIFT) | (mark & (IS_CUE | GOES_ON)));
  }

  stored(): StoredNodes {
    return {
      edges: this.#edges.stored(),
      marks: this.#marks.toArray(),
      linked: this.#linked.toArray(),
      before: this.#before.toArray(),
      firstWords: this.#firstWords.stored(),
    };
  }

  #addFirstWord(hash: number): void {
    if (this.#firstWords.isFull) this.#firstWords = this.#readFirstWords();
    else this.#firstWords.add(hash);
  }

  #readFirstWords(): FirstWords {
    const hashes = [...this.#edges.secondsOf(ROOT)];
    // Room for as many again.
    const words = new FirstWords(2 * hashes.length);
    for (const hash of hashes) words.add(hash);
    return words;
  }

  #mark(node: number, bit: number): void {
    this.#marks.set(node, this.#marks.at(node) | bit);
  }
}
