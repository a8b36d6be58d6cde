/** The forms by which a story may name an entry: listed ones, and surnames that follow from a name. */

import type { Alias, Entry } from '../glossary/schema';
import { foldKey } from '../text/fold';
import { foldedWord, splitWords, WordFlag } from '../text/words';
import { ARTICLES, NAME_SUFFIXES, SURNAME_PARTICLES } from './data/name-parts';
import { TITLES } from './data/titles';
import { type CaseRule, caseRuleOf } from './letter-case';

/** Words for or against a sense, folded. */
export interface CueRule {
  readonly in: 'block' | 'story';
  /** Folded word → the word as the glossary writes it. */
  readonly words: ReadonlyMap<string, string>;
}

export type FormRole =
  /** The name or an alias. */
  | 'name'
  /** Stands for the entry once it has been named in full. */
  | 'short'
  /** A person's first name: stands for them only where the story calls them by it. */
  | 'given';

/** One way to write an entry's name. */
export interface Form {
  /** Position of the entry in the index. */
  readonly entry: number;
  readonly text: string;
  readonly key: string;
  readonly role: FormRole;
  readonly case: CaseRule;
  /** All capitals and short: matched as written, distrusted in blocks of capitals. */
  readonly acronym: boolean;
  readonly words: number;
  readonly alone: boolean;
  readonly cuesFor: readonly CueRule[];
  readonly cuesAgainst: readonly CueRule[];
}

interface FormSource {
  text: string;
  role: FormRole;
  exact?: boolean;
  alone?: boolean;
  for?: Alias['for'];
  against?: Alias['against'];
}

/** All forms of an entry, the name first; of two with the same fold the one with rules stands. */
export function formsOf(entry: Entry, position: number): Form[] {
  const listed = new Map<string, FormSource>();
  const add = (source: FormSource) => {
    const key = foldKey(source.text);
    if (key !== '' && !listed.has(`${source.role === 'name' ? '' : ' '}${key}`)) {
      listed.set(`${source.role === 'name' ? '' : ' '}${key}`, source);
    }
  };
  for (const alias of entry.aliases) {
    const { text, alone } = alias;
    add({
      text,
      role: 'name',
      exact: alias.case === 'exact',
      alone: alone === 'yes',
      for: alias.for,
      against: alias.against,
    });
  }
  add({ text: entry.name, role: 'name', alone: true });
  if (entry.ownScript !== undefined) add({ text: entry.ownScript.text, role: 'name', alone: true });
  for (const short of entry.short) {
    for (const text of withArticle(short.text, entry))
      add({ text, role: 'short', alone: short.alone === 'yes' });
  }
  if (entry.kind === 'person') {
    if (entry.short.length === 0)
      for (const text of defaultSurnames(entry)) add({ text, role: 'short', alone: false });
    const given = givenName(entry);
    if (given !== null) add({ text: given, role: 'given', alone: false });
  }
  return [...listed.values()].map((source) => compile(source, position));
}

function compile(source: FormSource, entry: number): Form {
  const words = splitWords(source.text);
  const rule = caseRuleOf(source.text, source.exact ?? false);
  const letters = rule.plain.replaceAll(' ', '').length;
  return {
    entry,
    text: source.text,
    key: foldKey(source.text),
    role: source.role,
    case: rule,
    acronym: words.starts.length === 1 && /^A$/.test(rule.pattern) && letters >= 2 && letters <= 6,
    words: words.starts.length,
    alone: source.alone ?? true,
    cuesFor: (source.for ?? []).map(compileCue),
    cuesAgainst: (source.against ?? []).map(compileCue),
  };
}

function compileCue(cue: Alias['for'][number]): CueRule {
  return { in: cue.in, words: new Map(cue.words.map((word) => [foldKey(word), word])) };
}

/** The words of a Latin-script personal name without titles before and "Jr" behind; null for others. */
export function nameTokens(name: string): string[] | null {
  const words = splitWords(name);
  const tokens: string[] = [];
  for (let i = 0; i < words.starts.length; i++) {
    const unit = words.text.charCodeAt(words.starts[i] ?? 0);
    if (unit >= 0x370 && !(unit >= 0x1e00 && unit <= 0x1eff)) return null;
    // "Jong-un" is one name.
    const joined = i > 0 && words.text.charAt(words.ends[i - 1] ?? 0) === '-';
    const previous = tokens.at(-1);
    const token = words.text.slice(words.starts[i], words.ends[i]);
    if (joined && previous !== undefined && !ARTICLES.has(foldKey(previous)))
      tokens[tokens.length - 1] = `${previous}-${token}`;
    else tokens.push(token);
  }
  while (tokens.length > 0 && TITLES.has(foldKey(tokens[0] ?? ''))) tokens.shift();
  while (tokens.length > 0 && NAME_SUFFIXES.has(foldKey(tokens.at(-1) ?? ''))) tokens.pop();
  return tokens;
}

/** Own scripts whose peoples put the family name first, also in English-language news. */
const FAMILY_NAME_FIRST = new Set(['zh', 'ko', 'yue']);
/** Peoples without family names, where neither end of the name stands for the person. */
const NO_FAMILY_NAME = new Set(['my']);

/**
 * The surname of a person whose entry lists no short form: the last word of a Latin-script name,
 * with the particles before it ("von der Leyen"), with and without an Arabic article ("al-Assad",
 * "Assad"); the first word where the name's own script is Chinese or Korean; none for Burmese names.
 */
function defaultSurnames(entry: Entry): string[] {
  const tokens = nameTokens(entry.name);
  if (tokens === null || tokens.length < 2) return [];
  const lang = entry.ownScript?.lang.split('-')[0] ?? '';
  if (NO_FAMILY_NAME.has(lang)) return [];
  if (FAMILY_NAME_FIRST.has(lang)) return [tokens[0] ?? ''];
  let from = tokens.length - 1;
  while (from > 1 && SURNAME_PARTICLES.has(foldKey(tokens[from - 1] ?? ''))) from--;
  return withArticle(tokens.slice(from).join(' '), entry);
}

/** "Assad", and "al-Assad" where the entry's name has the article before it. */
function withArticle(surname: string, entry: Entry): string[] {
  const tokens = nameTokens(entry.name);
  if (tokens === null) return [surname];
  const key = foldKey(surname);
  for (let i = 1; i < tokens.length; i++) {
    if (foldKey(tokens.slice(i).join(' ')) !== key) continue;
    const before = tokens[i - 1] ?? '';
    return ARTICLES.has(foldKey(before)) ? [surname, `${before}-${surname}`] : [surname];
  }
  return [surname];
}

/** The first word of a person's name, where it can stand for them: four letters or more, a capital. */
function givenName(entry: Entry): string | null {
  const tokens = nameTokens(entry.name);
  const first = tokens?.[0];
  if (tokens === null || first === undefined || tokens.length < 2) return null;
  const words = splitWords(first);
  const capital = ((words.flags[0] ?? 0) & WordFlag.Capital) !== 0;
  return capital && foldedWord(words, 0).length >= 4 ? first : null;
}
