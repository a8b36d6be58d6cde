import type { FileFault } from '../../lib/exchange/faults';
import type { Mode } from '../../lib/exchange/meet';
import type { OpenedFile } from '../../lib/exchange/open-file';
import type { Counts, PreviewRow, Status } from '../../lib/exchange/preview';
import type { StepBrief } from '../../lib/store/history';
import type { Progress } from './exchange-client';

/** Rows of the preview that are shown at once. */
export const PAGE_ROWS = 50;

/** What an import of the open file would do, and the rows of it that are looked at. */
export interface ShownPreview {
  readonly counts: Counts;
  /** Entries that would be written. */
  readonly writes: number;
  /** Null: of every status. */
  readonly status: Status | null;
  /** The first one shown, from 0. */
  readonly from: number;
  readonly rows: readonly PreviewRow[];
}

/** Where the import stands. */
export type ImportState =
  | { readonly at: 'choosing'; readonly fault: FileFault | null }
  | {
      readonly at: 'open';
      readonly fileName: string;
      readonly file: OpenedFile;
      readonly mode: Mode;
      /** Entries in conflict, by their place in the file, in which the file's side is taken. */
      readonly takes: readonly number[];
      /** Null where nothing can be previewed yet: no column is the name. */
      readonly preview: ShownPreview | null;
    }
  /** `step`: what one undo takes back; null where it is the last one no more. */
  | { readonly at: 'written'; readonly count: number; readonly step: StepBrief | null };

/** What is being done; `progress` is null while nothing is known of it. */
export interface Doing {
  readonly progress: Progress | null;
  /** An undo cannot be called off. */
  readonly isUndo: boolean;
}

/** How many rows a status has; all for null. */
export const rowsOfStatus = (counts: Counts, status: Status | null): number =>
  status === null ? Object.values(counts).reduce((sum, one) => sum + one, 0) : counts[status];

/** Without a name no row is an entry. */
export const hasName = (file: OpenedFile) => file.form !== 'table' || file.mapping.includes('name');
