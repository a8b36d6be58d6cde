import type { Entry } from '../schema';

/** An entry with the file that it stands in. */
export interface FiledEntry {
  readonly file: string;
  readonly entry: Entry;
}

/** What is wrong in the bundled glossary, and where. */
export interface AuditFault {
  readonly file: string;
  readonly entryId: string;
  /** Path inside the entry, by keys where members have them: `facts.took-kabul.from`. */
  readonly field: string;
  /** What is wrong and what would be right, for whoever edits the file. */
  readonly message: string;
}

/** Looks at the whole glossary for one kind of fault. */
export type AuditCheck = (entries: readonly FiledEntry[]) => AuditFault[];

/** Collects the faults of one entry. */
export function faultsIn({ file, entry }: FiledEntry): {
  readonly faults: AuditFault[];
  add(field: string, message: string): void;
} {
  const faults: AuditFault[] = [];
  return { faults, add: (field, message) => faults.push({ file, entryId: entry.id, field, message }) };
}
