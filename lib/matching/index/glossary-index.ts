/**
 * What `annotate` asks of a glossary: which phrases there are, which forms are written so, and what
 * is known of the entries behind them.
 *
 * The words of all names are a trie of numbers ({@link PhraseNodes}), each entry a line of text that
 * is read when a story first names it: a glossary of any size is loaded without reading its entries,
 * and one entry is put in or taken out at the cost of its own names.
 */
import type { Entry, EntryKind, Familiarity } from '../../glossary/schema';
import { foldKey } from '../../text/fold';
import { splitWords, type Words } from '../../text/words';
import { type Form, formsOf, formTextsOf } from '../forms';
import { forenames, isPerson } from '../person-names';
import { IdGraph, type StoredGraph } from './id-graph';
import { IntList } from './int-list';
import { fromText, type MatchedEntry, matchedEntryOf, toText } from './matched-entry';
import { makePathPlainly, type Phrase, pathOf, spellingOf } from './phrase';
import { PhraseNodes, ROOT, type StoredNodes } from './phrase-nodes';
import { cueTextsOf, PunctuatedCues } from './punctuated-cues';
import { type StoredTexts, TextList } from './text-list';

/** What matching knows of an entry that a story may name. */
export interface IndexedEntry {
  readonly id: string;
  /** Its own id, then those that it had before. */
  readonly ids: readonly string[];
  /** Sorts as the entries do. */
  readonly order: string;
  readonly kind: EntryKind;
  readonly familiarity: Familiarity;
  readonly name: string;
  readonly summary: string | null;
  /** Fold of the name. */
  readonly nameKey: string;
  readonly forms: readonly Form[];
  /** Folded words that may stand before a person's surname; empty for others. */
  readonly forenames: ReadonlySet<string>;
}

/** Rank of entries that have no place of their own in the order: they follow the others, by id. */
export const UNRANKED = -1;

/** What a {@link GlossaryIndex} is stored as: plain data that can be cloned. */
export interface StoredIndex {
  readonly nodes: StoredNodes;
  readonly graph: StoredGraph;
  /** The entries as texts, in the order of their places. */
  readonly texts: StoredTexts;
  readonly ranks: Int32Array;
  /** Places whose entries no longer count. */
  readonly gone: Int32Array;
  readonly punctuatedCues: [string, [string, number][]][];
}

export class GlossaryIndex {
  readonly nodes: PhraseNodes;
  readonly #graph: IdGraph;
  readonly #texts: TextList;
  readonly #ranks: IntList;
  readonly #gone: Set<number>;
  readonly #punctuatedCues: PunctuatedCues;
  /** Read so far: entries by place, phrases by path. */
  readonly #entries = new Map<number, IndexedEntry>();
  readonly #phrases = new Map<string, Phrase | null>();
  /** Of those, one for each node: nearly always the only one. */
  readonly #phraseAtNode = new Map<number, Phrase>();

  constructor(stored?: StoredIndex) {
    this.nodes = new PhraseNodes(stored?.nodes);
    this.#graph = new IdGraph(stored?.graph);
    this.#texts = new TextList(stored?.texts);
    this.#ranks = new IntList(stored?.ranks);
    this.#gone = new Set(stored?.gone);
    this.#punctuatedCues = new PunctuatedCues(stored?.punctuatedCues);
  }

  /** Entries that count. */
  get size(): number {
    return this.#texts.length - this.#gone.size;
  }

  /** Places that are taken, also by entries that no longer count. */
  get places(): number {
    return this.#texts.length;
  }

  /**
   * Puts an entry in, in the place of one with the same id.
   *
   * @param rank where two entries share a form and nothing in the story decides, the lower rank wins.
   * @param isSilent it is there to be asked about, and no text names it.
   */
  put(entry: Entry, rank: number, isSilent = false): void {
    this.remove(entry.id);
    const matched = matchedEntryOf(entry, isSilent);
    const place = this.#texts.push(toText(matched));
    this.#ranks.push(rank);
    this.#graph.add(entry, place);
    for (const text of formTextsOf(matched)) {
      const { hashes } = splitWords(text);
      if (hashes.length > 0) this.nodes.link(this.nodes.reach(hashes), place);
    }
    for (const text of cueTextsOf(matched)) {
      const { hashes } = splitWords(text);
      if (hashes.length > 0) this.nodes.markCue(this.nodes.reach(hashes));
    }
    this.#punctuatedCues.count(matched, 1);
    this.#forgetPhrases();
  }

  /** Takes an entry out; nothing happens where there is none with this id. */
  remove(id: string): void {
    const place = this.#graph.placeOf(id);
    if (place < 0) return;
    const matched = this.#matched(place);
    this.#punctuatedCues.count(matched, -1);
    this.#graph.remove(id, matched.formerIds, place);
    this.#gone.add(place);
    this.#entries.delete(place);
    this.#forgetPhrases();
  }

  /** The place of the entry that has this id, else of one that had it before, or -1. */
  placeOf(id: string): number {
    return this.#graph.placeNow(id);
  }

  /** The entry at a place; undefined where none counts there. */
  entry(place: number): IndexedEntry | undefined {
    const known = this.#entries.get(place);
    if (known !== undefined || this.#gone.has(place) || place < 0 || place >= this.#texts.length)
      return known;
    const matched = this.#matched(place);
    const order = this.#orderOf(place, matched.id);
    const read: IndexedEntry = {
      id: matched.id,
      ids: [matched.id, ...matched.formerIds],
      order,
      kind: matched.kind,
      familiarity: matched.familiarity,
      name: matched.name,
      summary: matched.summary ?? null,
      nameKey: foldKey(matched.name),
      forms: formsOf(matched, place, order),
      forenames: isPerson(matched) ? forenames(matched) : new Set(),
    };
    this.#entries.set(place, read);
    return read;
  }

  /** The places of the entries that this one's relations or posts name, either way round. */
  relatedTo(place: number): ReadonlySet<number> {
    return this.#graph.relatedPlaces(this.entry(place)?.ids ?? [], (owner) => !this.#gone.has(owner));
  }

  /** The forms whose fold this is, earlier entries first. */
  formsFor(key: string): readonly Form[] {
    const words = splitWords(key);
    let node = ROOT;
    for (const hash of words.hashes) {
      node = this.nodes.child(node, hash);
      if (node < 0) return [];
    }
    return this.phraseAt(node, pathOf(words))?.forms ?? [];
  }

  /** The phrase with this path, which ends at this node; null where none does. */
  phraseAt(node: number, path: string): Phrase | null {
    const known = this.#phrases.get(path);
    if (known !== undefined) return known;
    const phrase = this.#readPhrase(node, path);
    this.#phrases.set(path, phrase);
    return phrase;
  }

  /** The same of the words `first` to `last` of a text, read as they stand. */
  phraseOf(node: number, words: Words, first: number, last: number): Phrase | null {
    const known = this.#phraseAtNode.get(node);
    if (known !== undefined && makePathPlainly(words, first, last, known.path)) return known;
    const phrase = this.phraseAt(node, pathOf(words, first, last));
    if (phrase !== null) this.#phraseAtNode.set(node, phrase);
    return phrase;
  }

  /** All that a later {@link GlossaryIndex} needs to go on from here. */
  stored(): StoredIndex {
    return {
      nodes: this.nodes.stored(),
      graph: this.#graph.stored(),
      texts: this.#texts.stored(),
      ranks: this.#ranks.toArray(),
      gone: Int32Array.from(this.#gone),
      punctuatedCues: this.#punctuatedCues.stored(),
    };
  }

  #forgetPhrases(): void {
    if (this.#phrases.size > 0) this.#phrases.clear();
    if (this.#phraseAtNode.size > 0) this.#phraseAtNode.clear();
  }

  #matched(place: number): MatchedEntry {
    return fromText(this.#texts.at(place));
  }

  #orderOf(place: number, id: string): string {
    const rank = this.#ranks.at(place);
    return rank === UNRANKED ? `~${id}` : String(rank).padStart(10, '0');
  }

  #readPhrase(node: number, path: string): Phrase | null {
    const forms = this.#formsAt(node, path);
    const isCue = this.nodes.isCue(node);
    if (forms.length === 0 && !isCue) return null;
    const texts = forms.flatMap((form) => form.spellings.filter((_, i) => form.paths[i] === path));
    const spelling = spellingOf([...texts, ...this.#punctuatedCues.at(path)]);
    return { path, key: forms[0]?.key ?? path, forms, isCue, spelling };
  }

  #formsAt(node: number, path: string): Form[] {
    const forms: Form[] = [];
    for (const place of this.nodes.linkedAt(node)) {
      // Other words may have the same hashes.
      for (const form of this.entry(place)?.forms ?? []) if (form.paths.includes(path)) forms.push(form);
    }
    forms.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
    return forms.map((form, i) => (isShadowed(form, forms.slice(0, i)) ? { ...form, shadowed: true } : form));
  }
}

/**
 * A bare entry's form is shadowed where an earlier entry has a name of the same fold: it then only
 * counts where the story itself defines it.
 */
function isShadowed(form: Form, earlier: readonly Form[]): boolean {
  if (!form.bare || form.role !== 'name' || !form.alone || form.case.exact) return false;
  if (form.cuesFor.length > 0 || form.cuesAgainst.length > 0) return false;
  return earlier.some((one) => one.role === 'name' && one.entry !== form.entry);
}
