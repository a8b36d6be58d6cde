/** What an editor is warned of while she writes: the rules that the bundled glossary is held to, on one entry. */
import {
  checkCommonWords,
  checkEqualAliases,
  checkSharedAliases,
  sharedForms,
} from '../glossary/audit/aliases';
import { checkHolders, checkOrder } from '../glossary/audit/facts';
import type { AuditCheck, AuditFault, AuditRule } from '../glossary/audit/fault';
import { checkReferences } from '../glossary/audit/ids';
import { checkChecked, checkCitations } from '../glossary/audit/sources';
import { checkLoadedWords, checkSummary } from '../glossary/audit/wording';
import type { Entry } from '../glossary/schema';

export interface Warning {
  /** `shared-with-cues`: another entry has the form too, and one of them says when it is meant. */
  readonly rule: AuditRule | 'shared-with-cues';
  /** Path inside the entry, by keys: `aliases.is`, `background[0]`, `facts.fell.disclosed`. */
  readonly field: string;
  readonly about: readonly string[];
}

/** Told of the entry that comes later among two. */
const OF_THE_LATER: readonly AuditCheck[] = [
  checkEqualAliases,
  checkSharedAliases,
  checkOrder,
  checkReferences,
  checkCitations,
  checkChecked,
  checkSummary,
  checkLoadedWords,
];

/**
 * What is doubtful in an entry.
 *
 * @param others entries that share a form with it, that it names, or that name it; in force.
 * @param commonWords of English, folded; null before they are known.
 */
export function warningsFor(
  entry: Entry,
  others: readonly Entry[],
  commonWords: ReadonlySet<string> | null,
): Warning[] {
  const own = { file: '', entry };
  const rest = others.filter(({ id }) => id !== entry.id).map((other) => ({ file: '', entry: other }));
  const nameOf = (id: string) => others.find((other) => other.id === id)?.name ?? id;
  const faults = [
    ...OF_THE_LATER.flatMap((check) => check([...rest, own])),
    ...checkHolders([own, ...rest]),
    ...(commonWords ? checkCommonWords(commonWords)([own]) : []),
  ];
  const told = sharedForms([...rest, own]).filter(({ other, isTold }) => isTold && other.entry === entry);
  const notes = told.map(
    ({ form, other }): Warning => ({
      rule: 'shared-with-cues',
      field: other.field,
      about: [other.text, form.entry.name],
    }),
  );
  const toWarning = ({ rule, field, about }: AuditFault): Warning => ({
    rule,
    field,
    about: rule === 'name-shared' || rule === 'two-holders' ? about.map(nameOf) : about,
  });
  const warnings = [...faults.filter(({ entryId }) => entryId === entry.id).map(toWarning), ...notes];
  return [...new Map(warnings.map((one) => [JSON.stringify(one), one])).values()];
}
