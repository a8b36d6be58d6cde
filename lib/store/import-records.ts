import type { EntryEdit } from '../glossary/entry-edits';
import { readHead } from './head';
import { type Database, editionOf } from './layout';
import { type StepOutcome, type StepWatch, writeWatchedStep } from './write-step';

/** Records that an import leads to, as worked out from one edition of the user's glossary. */
export interface PlannedImport {
  readonly edition: string;
  /** Null: nothing is left of it. */
  readonly records: ReadonlyMap<string, EntryEdit | null>;
  /** For the words of undo. */
  readonly fileName: string;
}

export type ImportedOutcome =
  | StepOutcome<{ readonly outcome: 'unchanged' }>
  /** Something was written since the edition that it was worked out from. */
  | { readonly outcome: 'moved' }
  | { readonly outcome: 'cancelled' };

/**
 * Writes an import as one step, which one undo takes back. Called off between two pieces, it leaves
 * nothing behind. Needs no page: whoever calls it announces the edition.
 *
 * @throws StoreError
 */
export function importRecords(
  db: Database,
  { edition, records, fileName }: PlannedImport,
  watch: StepWatch,
): Promise<ImportedOutcome> {
  return writeWatchedStep<{ readonly outcome: 'unchanged' | 'moved' }>(
    db,
    async (tx) => {
      if (editionOf((await readHead(tx)).head) !== edition) return { result: { outcome: 'moved' } };
      if (records.size === 0) return { result: { outcome: 'unchanged' } };
      return { records, label: { action: 'import', about: fileName } };
    },
    watch,
  );
}
