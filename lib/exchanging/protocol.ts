/** What the page and the worker that reads and writes files say to each other. Both are of one build. */
import type { FileFault } from '../exchange/faults';
import type { Format, Loss } from '../exchange/losses';
import type { Mode } from '../exchange/meet';
import type { OpenedFile, Wishes } from '../exchange/open-file';
import type { Counts, PreviewRow, Status } from '../exchange/preview';
import type { FieldChange, SharedChange, SharedCounts, SharedRow } from '../sharing/difference';
import type { SharedFailure } from '../sharing/failures';
import type { KeptAnswer } from '../store/kept-answers';
import type { LayerOutcome } from '../store/layers';
import type { UndoOutcome } from '../store/move-step';
import type { StoreFailure } from '../store/store-error';
import type { BackupOutcome, RestoreOutcome, SnapshotName } from '../store/whole-states';

/** The user's entries, all that are in force, or those with these ids. */
export type Scope = 'mine' | 'all' | readonly string[];

/** What the page asks, by name; and what it is answered. */
export interface Requests {
  /** Opens a file or a pasted text; or, with `source` null, the one that is open in another way. */
  open: { ask: { source: File | string | null; wishes: Wishes }; answer: OpenedFile | { fault: FileFault } };
  /** Holds what is open against the glossary as it is now; `writes`: entries that would be written. */
  preview: { ask: { mode: Mode; takes: readonly number[] }; answer: { counts: Counts; writes: number } };
  /** Rows of the preview, of one status or of all (null). */
  rows: { ask: { status: Status | null; from: number; most: number }; answer: readonly PreviewRow[] };
  /** Writes what was previewed. */
  write: { ask: { fileName: string }; answer: WriteAnswer };
  /** What a format cannot hold of the entries in a scope, and how many these are. */
  losses: { ask: { format: Format; scope: Scope }; answer: { losses: readonly Loss[]; count: number } };
  export: { ask: { format: Format; scope: Scope }; answer: Blob };
  /**
   * Holds what a shared glossary's address sent against what was taken from it before: what it has just sent,
   * or what was kept of it as a version, which may no longer be there.
   */
  'shared-open': {
    ask: { address: string; sent: KeptAnswer | { version: string } };
    answer: SharedOffer | { failure: SharedFailure } | { isMissing: true };
  };
  /** Rows of that difference, of one change or of all (null). */
  'shared-rows': {
    ask: { change: SharedChange | null; from: number; most: number };
    answer: readonly ShownSharedRow[];
  };
  /** Takes what was looked at; `isTrusted` null leaves that as it is. */
  'shared-write': { ask: { isTrusted: boolean | null }; answer: WriteAnswer };
  /** Takes a step of many records back, or does it again; `from`: the step in force as the user saw it. */
  'step-undo': { ask: { from: number }; answer: StepAnswer };
  'step-redo': { ask: { from: number }; answer: StepAnswer };
  /** Goes back to a snapshot. */
  'step-restore': { ask: { snapshot: SnapshotName }; answer: StepAnswer };
  /** Puts the edits of a backup in the place of all that are here. */
  'step-backup': { ask: { file: File }; answer: BackupOutcome };
  /** Takes the day's snapshot; whether it was due. */
  'keep-snapshot': { ask: null; answer: boolean };
  /** Leaves a shared glossary. */
  'step-leave': { ask: { address: string }; answer: StepAnswer };
}

/** A shared glossary as its address sent it, against what was taken from it before. */
export interface SharedOffer {
  readonly title: string;
  readonly version: string;
  /** The server's mark of it; null for none. */
  readonly etag: string | null;
  readonly counts: SharedCounts;
  /** The version that was taken before; null for none. */
  readonly at: string | null;
}

/** A row of the difference with what its reader should know of the entry. */
export interface ShownSharedRow extends SharedRow {
  /** Of a changed one those that differ, of a new one all. */
  readonly fields: readonly FieldChange[];
  /** The shared glossary above it that has the entry too, and counts instead; its title. */
  readonly beneath: string | null;
  /** The shared glossary below it in whose entry's place this one comes; its title. */
  readonly instead: string | null;
  readonly isInsteadOfBundled: boolean;
  /** The user has edits of it, which stay. */
  readonly isEdited: boolean;
}

export type WriteAnswer =
  | { readonly outcome: 'written'; readonly edition: string }
  | { readonly outcome: 'unchanged' | 'moved' | 'cancelled' };

/** A step that was made, or what kept it from being made. */
export type StepAnswer = UndoOutcome | RestoreOutcome | LayerOutcome | BackupOutcome;

export type RequestName = keyof Requests;
export type SharedName = Extract<RequestName, `shared-${string}`>;
export type StepName = Extract<RequestName, `step-${string}`>;
export type ExchangeName = Exclude<RequestName, SharedName | StepName | 'keep-snapshot'>;
export const isShared = (name: RequestName): name is SharedName => name.startsWith('shared-');
export const isStep = (name: RequestName): name is StepName => name.startsWith('step-');
export type Ask<Name extends RequestName> = Requests[Name]['ask'];
export type Answer<Name extends RequestName> = Requests[Name]['answer'];

/** Of a request's work: reading the file, comparing its entries, writing records. */
export type Phase = 'reading' | 'comparing' | 'writing';

export type ToWorker =
  | { readonly [Name in RequestName]: { id: number; name: Name; ask: Ask<Name> } }[RequestName]
  /** Calls off the writing, if there is any. */
  | { readonly name: 'cancel' };

export type FromWorker =
  | { readonly id: number; readonly answer: Answer<RequestName> }
  | { readonly id: number; readonly failure: StoreFailure }
  | { readonly id: number; readonly phase: Phase; readonly done: number; readonly all: number };
