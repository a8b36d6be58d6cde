import type { FormFault, FormField } from '../../lib/editing/entry-form';
import type { Scope, Sort } from '../../lib/editing/list-query';
import type { Warning } from '../../lib/editing/warnings';
import type { Fact } from '../../lib/glossary/schema';
import { type MessageKey, message } from '../../lib/platform/i18n';

export const SCOPE_MESSAGES: Readonly<Record<Scope, MessageKey>> = {
  all: 'scopeAll',
  mine: 'scopeMine',
  changed: 'scopeChanged',
  hidden: 'scopeHidden',
  stale: 'scopeStale',
  conflicts: 'scopeConflicts',
  story: 'scopeStory',
};

export const SORT_MESSAGES: Readonly<Record<Sort, MessageKey>> = {
  name: 'sortName',
  kind: 'sortKind',
  changed: 'sortChanged',
  checked: 'sortChecked',
};

export const FACT_MESSAGES: Readonly<Record<Fact['type'], MessageKey>> = {
  post: 'factPost',
  status: 'factStatus',
  event: 'factEvent',
  designation: 'factDesignation',
};

const DATE_PARTS: ReadonlySet<string | number> = new Set(['from', 'to', 'disclosed', 'date']);

/** What is wrong with something that was typed, and what would be right. */
export function wordFault({ field, path, rule, limit }: FormFault): string {
  const part = path.at(-1);
  if (rule === 'max_length') return message('faultTooLong', limit ?? '');
  if (rule === 'min_value' || rule === 'max_value' || rule === 'number') return message('faultDegrees');
  if (rule === 'url' || rule === 'starts_with' || (rule === 'regex' && part === 'url'))
    return message('faultAddress');
  if (rule === 'check' || field === 'checked' || (part !== undefined && DATE_PARTS.has(part)))
    return rule === 'non_empty' ? message('faultEmpty') : message('faultDate');
  if (rule === 'regex') {
    if (part === 'lang') return message('faultLanguage');
    return message(field === 'wikidata' ? 'faultWikidata' : 'faultCharacters');
  }
  return message('faultEmpty');
}

const WARNING_MESSAGES: Readonly<Record<Warning['rule'], MessageKey>> = {
  'id-taken': 'warnIdTaken',
  'key-twice': 'warnKeyTwice',
  'no-such-entry': 'warnNoSuchEntry',
  'to-itself': 'warnToItself',
  'stored-already': 'warnStoredAlready',
  'alias-equal': 'warnAliasEqual',
  'alias-empty': 'warnAliasEmpty',
  'name-shared': 'warnNameShared',
  'shared-with-cues': 'warnSharedWithCues',
  'common-word': 'warnCommonWord',
  'ends-before': 'warnEndsBefore',
  'disclosed-before': 'warnDisclosedBefore',
  'two-holders': 'warnTwoHolders',
  'no-sources': 'warnNoSources',
  'anyones-page': 'warnAnyonesPage',
  'cites-none': 'warnCitesNone',
  'cites-unknown': 'warnCitesUnknown',
  'checked-missing': 'warnCheckedMissing',
  'checked-late': 'warnCheckedLate',
  'loaded-word': 'warnLoadedWord',
  'summary-missing': 'warnSummaryMissing',
  'summary-time-bound': 'warnSummaryTimeBound',
  'summary-no-stop': 'warnSummaryNoStop',
  'sentence-twice': 'warnSentenceTwice',
};

/** What is doubtful, and what would mend it. */
export function wordWarning({ rule, about }: Warning): string {
  return message(WARNING_MESSAGES[rule], ...about);
}

/** Whether a warning is about a place of the form. */
export function isAbout({ field }: Warning, which: FormField, row: string): boolean {
  const place = row === '' ? which : `${which}.${row}`;
  return field === place || field.startsWith(`${place}.`) || (row === '' && field.startsWith(`${place}[`));
}
