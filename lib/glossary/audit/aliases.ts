import { foldKey } from '../../text/fold';
import type { Alias, Entry } from '../schema';
import { type AuditCheck, type FiledEntry, faultsIn } from './fault';

/** A form under which an entry is found by itself, as the audit compares them. */
export interface StandingForm extends FiledEntry {
  readonly field: string;
  readonly text: string;
  readonly fold: string;
  /** Null where the form is for stories of any language. */
  readonly lang: string | null;
  readonly isExact: boolean;
  readonly isAlone: boolean;
  readonly hasCues: boolean;
}

function formOf(
  filed: FiledEntry,
  field: string,
  alias: Pick<Alias, 'text' | 'lang' | 'case' | 'alone' | 'for' | 'against'>,
): StandingForm {
  return {
    ...filed,
    field,
    text: alias.text,
    fold: foldKey(alias.text),
    lang: alias.lang ?? null,
    isExact: alias.case === 'exact',
    isAlone: alias.alone === 'yes',
    hasCues: alias.for.length + alias.against.length > 0,
  };
}

const PLAIN: Pick<Alias, 'case' | 'alone' | 'for' | 'against'> = {
  case: 'any',
  alone: 'yes',
  for: [],
  against: [],
};

/** The name and the own-script name count like aliases, unless an alias of the same fold has the rules. */
function formsOf(filed: FiledEntry): StandingForm[] {
  const { entry } = filed;
  const listed = entry.aliases.map((alias) => formOf(filed, `aliases.${alias.key}`, alias));
  const implied = [formOf(filed, 'name', { ...PLAIN, text: entry.name })];
  if (entry.ownScript) implied.push(formOf(filed, 'ownScript', { ...PLAIN, ...entry.ownScript }));
  return [...listed, ...implied.filter(({ fold }) => !listed.some((form) => form.fold === fold))];
}

/** Within an entry, no alias is another one over again after folding. */
export const checkEqualAliases: AuditCheck = (entries) =>
  entries.flatMap((filed) => {
    const { faults, add } = faultsIn(filed);
    const seen = new Map<string, string>();
    for (const alias of filed.entry.aliases) {
      // A form written in capitals and one in small letters are two: IS and is, Isis and ISIS.
      const fold = alias.case === 'exact' ? `= ${alias.text}` : foldKey(alias.text);
      const name = `${fold} ${alias.lang ?? ''}`;
      const twin = seen.get(name);
      if (twin)
        add(
          `aliases.${alias.key}`,
          'alias-equal',
          [alias.text, twin],
          `“${alias.text}” folds to the same as “${twin}”: keep one`,
        );
      seen.set(name, alias.text);
      if (foldKey(alias.text) === '')
        add(`aliases.${alias.key}`, 'alias-empty', [alias.text], `“${alias.text}” holds nothing to match`);
    }
    return faults;
  });

const areForTheSameStories = (one: StandingForm, other: StandingForm) =>
  one.lang === null || other.lang === null || one.lang === other.lang;
const mayBeWrittenAlike = (one: StandingForm, other: StandingForm) =>
  one.isExact && other.isExact ? one.text === other.text : true;

/** A form that two entries have; `isTold` where at least one of them says when it is meant. */
export interface SharedForm {
  readonly form: StandingForm;
  /** Of the later entry. */
  readonly other: StandingForm;
  readonly isTold: boolean;
}

/** Every form that two of the entries share, in stories of a language. */
export function sharedForms(entries: readonly FiledEntry[]): SharedForm[] {
  const byFold = new Map<string, StandingForm[]>();
  for (const form of entries.flatMap(formsOf)) {
    const same = byFold.get(form.fold);
    if (same) same.push(form);
    else byFold.set(form.fold, [form]);
  }
  const shared: SharedForm[] = [];
  for (const forms of byFold.values()) {
    for (const [index, form] of forms.entries()) {
      for (const other of forms.slice(index + 1)) {
        if (other.entry.id === form.entry.id) continue;
        if (!areForTheSameStories(form, other) || !mayBeWrittenAlike(form, other)) continue;
        const isTold = [form, other].some(({ isAlone, hasCues }) => !isAlone || hasCues);
        shared.push({ form, other, isTold });
      }
    }
  }
  return shared;
}

/** A form that two entries share says, on at least one of them, when it is meant. */
export const checkSharedAliases: AuditCheck = (entries) =>
  sharedForms(entries).flatMap(({ form, other, isTold }) => {
    if (isTold) return [];
    const { faults, add } = faultsIn(other);
    const { text } = other;
    const { id } = form.entry;
    add(other.field, 'name-shared', [text, id], `“${text}” also names ${id}: give one of them cues`);
    return faults;
  });

/** A check against `words`, folded: single common words of English need cues or a case rule. */
export function checkCommonWords(words: ReadonlySet<string>): AuditCheck {
  return (entries) =>
    entries.flatMap((filed) => {
      const { faults, add } = faultsIn(filed);
      for (const form of formsOf(filed)) {
        if (form.hasCues || !form.isAlone || form.isExact || (form.lang && form.lang !== 'en')) continue;
        if (!isNamedByItself(filed.entry) && words.has(form.fold)) {
          add(form.field, 'common-word', [form.text], `“${form.text}” is an English word: give it cues`);
        }
      }
      return faults;
    });
}

/** Terms and peoples may be called by a common word: "caliphate". */
function isNamedByItself(entry: Entry): boolean {
  return entry.kind === 'term' || entry.kind === 'people';
}
