/** From entries to what the scan and the senses need: a trie of phrases and the forms behind each. */

import type { Entry, EntryKind } from '../glossary/schema';
import { foldKey } from '../text/fold';
import { foldedWord, splitWords } from '../text/words';
import { type Form, formsOf, nameTokens } from './forms';
import { gapSignature } from './scan';
import { emptyTrie, phraseFor, type TrieNode } from './trie';

/** What matching knows of an entry. */
export interface IndexedEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly name: string;
  readonly forms: readonly Form[];
  /** Ids of entries that this one's relations or posts name, either way round. */
  readonly related: ReadonlySet<string>;
  /** Fold of a person's first name; null for others. */
  readonly given: string | null;
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
 *   form without rules of its own (an added plain name) never stands beside an earlier entry's same form.
 */
export function buildIndex(entries: readonly Entry[]): GlossaryIndex {
  const root = emptyTrie();
  const forms = new Map<string, Form[]>();
  const byId = new Map<string, number>();
  const related = relationsOf(entries);
  const indexed: IndexedEntry[] = [];
  for (const entry of entries) {
    if (byId.has(entry.id)) continue;
    const position = indexed.length;
    byId.set(entry.id, position);
    const own = formsOf(entry, position).filter((form) => enterForm(forms, form));
    for (const form of own) enterPhrase(root, form);
    const given = entry.kind === 'person' ? foldKey(nameTokens(entry.name)?.[0] ?? '') || null : null;
    indexed.push({
      id: entry.id,
      kind: entry.kind,
      name: entry.name,
      forms: own,
      related: related.get(entry.id) ?? NONE,
      given,
    });
  }
  return { entries: indexed, byId, forms, root };
}

const NONE: ReadonlySet<string> = new Set();

/** Adds a form under its key, unless an earlier entry's form of the same fold shadows it. */
function enterForm(forms: Map<string, Form[]>, form: Form): boolean {
  const known = forms.get(form.key);
  if (known === undefined) {
    forms.set(form.key, [form]);
    return true;
  }
  const plain = form.alone && form.cuesFor.length === 0 && form.cuesAgainst.length === 0 && !form.case.exact;
  if (form.role === 'name' && plain && known.some((one) => one.role === 'name')) return false;
  known.push(form);
  return true;
}

function enterPhrase(root: TrieNode, form: Form): void {
  const words = splitWords(form.text);
  const folded = words.starts.map((_, i) => foldedWord(words, i));
  const phrase = phraseFor(root, folded, form.key);
  phrase.isName = true;
  phrase.gaps.add(gapSignature(words, 0, folded.length - 1));
  for (const cue of [...form.cuesFor, ...form.cuesAgainst]) {
    for (const [key, text] of cue.words) enterCue(root, key, text);
  }
}

function enterCue(root: TrieNode, key: string, text: string): void {
  const words = splitWords(text);
  if (words.starts.length === 0) return;
  const folded = words.starts.map((_, i) => foldedWord(words, i));
  const phrase = phraseFor(root, folded, key);
  phrase.isCue = true;
  phrase.gaps.add(gapSignature(words, 0, folded.length - 1));
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
