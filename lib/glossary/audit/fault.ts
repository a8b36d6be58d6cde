import type { Entry } from '../schema';

/** An entry with the file that it stands in. */
export interface FiledEntry {
  readonly file: string;
  readonly entry: Entry;
}

/** What the audit looks for; each has words of its own where an editor is told while she writes. */
export type AuditRule =
  | 'id-taken'
  | 'key-twice'
  | 'no-such-entry'
  | 'to-itself'
  | 'stored-already'
  | 'alias-equal'
  | 'alias-empty'
  | 'name-shared'
  | 'common-word'
  | 'ends-before'
  | 'disclosed-before'
  | 'two-holders'
  | 'no-sources'
  | 'anyones-page'
  | 'cites-none'
  | 'cites-unknown'
  | 'checked-missing'
  | 'checked-late'
  | 'loaded-word'
  | 'summary-missing'
  | 'summary-time-bound'
  | 'summary-no-stop'
  | 'sentence-twice';

/** What is wrong in the glossary, and where. */
export interface AuditFault {
  readonly file: string;
  readonly entryId: string;
  /** Path inside the entry, by keys where members have them: `facts.took-kabul.from`. */
  readonly field: string;
  readonly rule: AuditRule;
  /** What the rule's words name: texts, dates, ids; in the order of the rule's own message. */
  readonly about: readonly string[];
  /** What is wrong and what would be right, for whoever edits the file. */
  readonly message: string;
}

/** Looks at the whole glossary for one kind of fault. */
export type AuditCheck = (entries: readonly FiledEntry[]) => AuditFault[];

/** Collects the faults of one entry. */
export function faultsIn({ file, entry }: FiledEntry): {
  readonly faults: AuditFault[];
  add(field: string, rule: AuditRule, about: readonly string[], message: string): void;
} {
  const faults: AuditFault[] = [];
  return {
    faults,
    add: (field, rule, about, message) =>
      faults.push({ file, entryId: entry.id, field, rule, about, message }),
  };
}
