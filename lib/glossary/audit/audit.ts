import { checkEqualAliases, checkSharedAliases } from './aliases';
import { checkHolders, checkOrder } from './facts';
import type { AuditCheck, AuditFault, FiledEntry } from './fault';
import { checkIds, checkKeys, checkReferences } from './ids';
import { checkChecked, checkCitations, checkPublishers } from './sources';
import { checkCopies, checkLoadedWords, checkSummary } from './wording';

const CHECKS: readonly AuditCheck[] = [
  checkIds,
  checkKeys,
  checkReferences,
  checkCitations,
  checkPublishers,
  checkChecked,
  checkOrder,
  checkHolders,
  checkEqualAliases,
  checkSharedAliases,
  checkSummary,
  checkLoadedWords,
  checkCopies,
];

/**
 * Everything that is wrong in the bundled glossary beyond its schema, in the order of the files.
 * `more` are checks that need something from outside, such as a word list.
 */
export function auditGlossary(
  entries: readonly FiledEntry[],
  more: readonly AuditCheck[] = [],
): AuditFault[] {
  const order = new Map(entries.map(({ entry }, index) => [entry.id, index]));
  return [...CHECKS, ...more]
    .flatMap((check) => check(entries))
    .sort((a, b) => (order.get(a.entryId) ?? 0) - (order.get(b.entryId) ?? 0));
}
