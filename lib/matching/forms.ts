/** The forms by which a story may name an entry: listed ones, and those that follow from a person's name. */

import type { Alias } from '../glossary/schema';
import { keyOf } from '../text/fold';
import { splitWords } from '../text/words';
import { LATIN_PRESS } from './data/languages';
import type { MatchedEntry } from './index/matched-entry';
import { pathOf } from './index/phrase';
import { type CaseRule, caseRuleOf } from './letter-case';
import { defaultSurnames, givenNames, isPerson, withArticle } from './person-names';

/** Words for or against a sense. */
export interface CueRule {
  readonly in: 'block' | 'story';
  /** Folds of a cue's words, one space between each two → the cue as the glossary writes it. */
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
  /** Place of the entry in the index. */
  readonly entry: number;
  /** Sorts as the entries do: of two that nothing else tells apart the earlier one counts. */
  readonly order: string;
  readonly text: string;
  /** All ways that the glossary writes it; they differ in punctuation and capitals. */
  readonly spellings: readonly string[];
  /** For each spelling the folds of its words, one space between each two. */
  readonly paths: readonly string[];
  readonly key: string;
  readonly role: FormRole;
  readonly case: CaseRule;
  /** All capitals and short: matched as written, distrusted in blocks of capitals. */
  readonly acronym: boolean;
  readonly words: number;
  readonly alone: boolean;
  /** The glossary gives it, as against a surname or first name that follows from the full name. */
  readonly listed: boolean;
  /** Primary languages of the stories that use the form; null where any may. */
  readonly langs: ReadonlySet<string> | null;
  readonly cuesFor: readonly CueRule[];
  readonly cuesAgainst: readonly CueRule[];
  /** The entry is a name and nothing more. */
  readonly bare: boolean;
  /** An earlier entry has the same form: this one only counts where the story defines it. */
  readonly shadowed: boolean;
}

interface FormSource {
  readonly text: string;
  readonly role: FormRole;
  readonly lang?: string | undefined;
  readonly exact?: boolean;
  readonly alone?: boolean;
  readonly derived?: true;
  readonly for?: Alias['for'];
  readonly against?: Alias['against'];
}

/** Every text that is a form of the entry. */
export function formTextsOf(entry: MatchedEntry): string[] {
  return sourcesOf(entry).map(({ text }) => text);
}

/** What a form has from its entry. */
type Owner = Pick<Form, 'entry' | 'order' | 'bare'>;

/**
 * All forms of the entry at a place of the index; of two with the same fold the first stands, and
 * aliases come before the name.
 */
export function formsOf(entry: MatchedEntry, place: number, order: string): Form[] {
  const owner: Owner = { entry: place, order, bare: entry.bare };
  const listed = new Map<string, Form>();
  /** Folds of the names that match only as written, each with the place of the first of them. */
  const exactNames = new Map<string, string>();
  for (const source of sourcesOf(entry)) {
    const form = compile(source, owner);
    if (form.key === '') continue;
    const isName = form.role === 'name';
    // Written as they are, Isis and ISIS are two forms; FMI in French and in Spanish is one.
    const own = `${isName} ${form.case.exact ? form.case.plain : ''} ${form.key}`;
    if (isName && form.case.exact && !exactNames.has(form.key)) exactNames.set(form.key, own);
    // The rules of an exact name are those of the same name written anyhow.
    const slot = (isName && !form.case.exact && exactNames.get(form.key)) || own;
    const known = listed.get(slot);
    listed.set(slot, known === undefined ? form : merged(known, form));
  }
  return [...listed.values()];
}

/** Two spellings with one fold are one form: the rules of the first, the languages and letters of both. */
function merged(known: Form, form: Form): Form {
  if (known.role !== form.role || (known.case.exact && !form.case.exact)) return known;
  // "Irán" in Spanish and "Iran" anywhere are one form, for any story.
  const langs = known.langs === null || form.langs === null ? null : new Set([...known.langs, ...form.langs]);
  if (known.case.exact) return { ...known, langs };
  const sameLetters = known.case.plain.toLowerCase() === form.case.plain.toLowerCase();
  const pattern = [...known.case.pattern].map((letter, i) =>
    sameLetters ? laxer(letter, form.case.pattern.charAt(i)) : letter,
  );
  const text = known.langs !== null && form.langs === null ? form.text : known.text;
  const acronym = known.acronym && form.acronym;
  const spellings = [...known.spellings, ...form.spellings];
  const paths = [...known.paths, ...form.paths];
  return {
    ...known,
    text,
    spellings,
    paths,
    langs,
    acronym,
    case: { ...known.case, pattern: pattern.join('') },
  };
}

/** Of two ways to write a word, the one that asks less of a text: "Dow" beside the ticker DOW. */
function laxer(a: string, b: string): string {
  const demands = '-lhCmA';
  return demands.indexOf(b) > 0 && demands.indexOf(b) < demands.indexOf(a) ? b : a;
}

function sourcesOf(entry: MatchedEntry): FormSource[] {
  if (entry.silent) return [];
  const sources: FormSource[] = entry.aliases.map((alias) => ({
    text: alias.text,
    role: 'name',
    lang: alias.lang,
    exact: alias.case === 'exact',
    alone: alias.alone === 'yes',
    for: alias.for,
    against: alias.against,
  }));
  sources.push({ text: entry.name, role: 'name' });
  if (entry.ownScript !== undefined) sources.push({ text: entry.ownScript.text, role: 'name' });
  for (const { text, lang, alone } of entry.short) {
    for (const form of withArticle(text, entry)) {
      sources.push({ text: form, role: 'short', lang, alone: alone === 'yes' });
    }
  }
  if (!isPerson(entry)) return sources;
  sources.push(...(entry.short.length === 0 ? derivedSurnames(entry) : foreignSurnames(entry)));
  for (const text of givenNames(entry)) sources.push({ text, role: 'given', alone: false, derived: true });
  return sources;
}

function derivedSurnames(entry: MatchedEntry): FormSource[] {
  return defaultSurnames(entry).map((text) => ({ text, role: 'short', alone: false, derived: true }));
}

/**
 * Surnames as other languages spell them ("Selenskyj"), beside listed short forms: they stand alone
 * where the surname of the name does.
 */
function foreignSurnames(entry: MatchedEntry): FormSource[] {
  const own = defaultSurnames({ ...entry, aliases: [] });
  const alone = entry.short.some((one) => one.alone === 'yes' && own.includes(one.text));
  return entry.aliases.flatMap(({ text: name, lang }) => {
    if (lang === undefined) return [];
    return defaultSurnames({ ...entry, name, aliases: [] }).map(
      (text): FormSource => ({ text, role: 'short', lang, alone, derived: true }),
    );
  });
}

function compile(source: FormSource, owner: Owner): Form {
  const words = splitWords(source.text);
  const rule = caseRuleOf(words, source.exact ?? false);
  const letters = rule.plain.replaceAll(' ', '').length;
  const lang = source.lang?.toLowerCase().split('-')[0];
  // A long foreign name means the same wherever it is written; a foreign word may be another word.
  const bound = lang !== undefined && words.starts.length === 1 && LATIN_PRESS.has(lang);
  return {
    ...owner,
    text: source.text,
    spellings: [source.text],
    paths: [pathOf(words)],
    key: keyOf(words),
    role: source.role,
    case: rule,
    acronym: words.starts.length === 1 && rule.pattern === 'A' && letters >= 2 && letters <= 6,
    words: words.starts.length,
    alone: source.alone ?? true,
    listed: source.derived !== true,
    langs: bound ? new Set([lang]) : null,
    cuesFor: (source.for ?? []).map(compileCue),
    cuesAgainst: (source.against ?? []).map(compileCue),
    shadowed: false,
  };
}

function compileCue(cue: Alias['for'][number]): CueRule {
  return { in: cue.in, words: new Map(cue.words.map((word) => [pathOf(splitWords(word)), word])) };
}

/** Whether stories in this language (null: unknown) use the form. */
export function languageFits(form: Form, lang: string | null): boolean {
  return form.langs === null || lang === null || form.langs.has(lang);
}
