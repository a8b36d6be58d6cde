/** From entries to what the scan and the senses need: a trie of phrases and the forms behind each. */

import type { Entry, EntryKind } from '../glossary/schema';
import { foldKey } from '../text/fold';
import { foldedWord, splitWords } from '../text/words';
import { type Form, formsOf } from './forms';
import { forenames, isPerson } from './person-names';
import { endsPossessive, gapSignature } from './scan';
import { emptyTrie, type Phrase, phraseFor, type TrieNode } from './trie';

/** What matching knows of an entry. */
export interface IndexedEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly name: string;
  /** Fold of the name. */
  readonly nameKey: string;
  readonly forms: readonly Form[];
  /** Ids of entries that this one's relations or posts name, either way round. */
  readonly related: ReadonlySet<string>;
  /** Folded words that may stand before a person's surname; empty for others. */
  readonly forenames: ReadonlySet<string>;
}

/** Opaque to callers: made by {@link buildIndex}, read by `annotate`. */
export interface GlossaryIndex {
  readonly entries: readonly IndexedEntry[];
  readonly byId: ReadonlyMap<string, number>;
  /** Fold of a phrase → the forms that are written so, earlier entries first. */
  readonly forms: ReadonlyMap<string, readonly Form[]>;
  readonly root: TrieNode;
}

/**
 * Builds the index of a glossary.
 *
 * @param entries where two share a form and nothing in the story decides, the earlier one wins; a
 *   bare added name never stands beside an earlier entry's name of the same fold.
 */
export function buildIndex(entries: readonly Entry[]): GlossaryIndex {
  const root = emptyTrie();
  const forms = new Map<string, Form[]>();
  const byId = new Map<string, number>();
  const related = relationsOf(entries);
  const cues = new Map<string, string>();
  const indexed: IndexedEntry[] = [];
  for (const entry of entries) {
    if (byId.has(entry.id)) continue;
    const position = indexed.length;
    byId.set(entry.id, position);
    const bare = isBare(entry);
    const own = formsOf(entry, position).map((form) => enter(forms, form, bare));
    for (const form of own) {
      enterNames(root, form);
      for (const cue of [...form.cuesFor, ...form.cuesAgainst])
        for (const [key, text] of cue.words) cues.set(text, key);
    }
    indexed.push({
      id: entry.id,
      kind: entry.kind,
      name: entry.name,
      nameKey: foldKey(entry.name),
      forms: own,
      related: related.get(entry.id) ?? NONE,
      forenames: isPerson(entry) ? forenames(entry) : NONE,
    });
  }
  for (const [text, key] of cues) enterCue(root, text, key);
  return { entries: indexed, byId, forms, root };
}

const NONE: ReadonlySet<string> = new Set();

/** Whether an entry is a name and nothing more: such names are added in bulk, and know no other senses. */
function isBare(entry: Entry): boolean {
  return entry.summary === undefined && entry.background.length === 0 && entry.facts.length === 0;
}

/**
 * Adds a form under its key. A bare entry's form is shadowed where an earlier entry has a name of the
 * same fold: it then only counts where the story itself defines it.
 */
function enter(forms: Map<string, Form[]>, form: Form, bare: boolean): Form {
  const known = forms.get(form.key);
  if (known === undefined) {
    forms.set(form.key, [form]);
    return form;
  }
  const ruled = !form.alone || form.cuesFor.length > 0 || form.cuesAgainst.length > 0 || form.case.exact;
  const earlier = known.some((one) => one.role === 'name' && one.entry !== form.entry);
  const entered = { ...form, shadowed: bare && form.role === 'name' && !ruled && earlier };
  known.push(entered);
  return entered;
}

function enterNames(root: TrieNode, form: Form): void {
  for (const spelling of form.spellings) {
    const phrase = enterPhrase(root, spelling, form.key);
    if (phrase !== null) phrase.isName = true;
  }
}

function enterCue(root: TrieNode, text: string, key: string): void {
  const phrase = enterPhrase(root, text, key);
  if (phrase !== null) phrase.isCue = true;
}

function enterPhrase(root: TrieNode, text: string, key: string): Phrase | null {
  const words = splitWords(text);
  if (words.starts.length === 0) return null;
  const folded = words.starts.map((_, i) => foldedWord(words, i));
  const phrase = phraseFor(root, folded, key);
  const gaps = gapSignature(words, 0, folded.length - 1);
  if (!phrase.gaps.includes(gaps)) phrase.gaps.push(gaps);
  if (endsPossessive(text)) phrase.endsPossessive = true;
  const tail = text.slice(words.ends.at(-1));
  if (/^[.,!?+*%)\]]{1,2}$/.test(tail)) phrase.tails.push(tail);
  if (/\p{L}\.\p{L}\.?$/u.test(text)) phrase.lastStop = phrase.lastStop === true || text.endsWith('.');
  return phrase;
}

/** Who is related to whom, both ways round: by relations, and by posts held in a body. */
function relationsOf(entries: readonly Entry[]): Map<string, Set<string>> {
  const related = new Map<string, Set<string>>();
  const link = (a: string, b: string) => {
    related.set(a, (related.get(a) ?? new Set()).add(b));
    related.set(b, (related.get(b) ?? new Set()).add(a));
  };
  for (const entry of entries) {
    for (const relation of entry.relations) link(entry.id, relation.with);
    for (const fact of entry.facts) {
      if (fact.type === 'post' && fact.body !== undefined && 'entry' in fact.body)
        link(entry.id, fact.body.entry);
    }
  }
  return related;
}
