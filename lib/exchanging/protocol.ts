/** What the page and the worker that reads and writes files say to each other. Both are of one build. */
import type { FileFault } from '../exchange/faults';
import type { Format, Loss } from '../exchange/losses';
import type { Mode } from '../exchange/meet';
import type { OpenedFile, Wishes } from '../exchange/open-file';
import type { Counts, PreviewRow, Status } from '../exchange/preview';
import type { StoreFailure } from '../store/store-error';

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
}

export type WriteAnswer =
  | { readonly outcome: 'written'; readonly edition: string }
  | { readonly outcome: 'unchanged' | 'moved' | 'cancelled' };

export type RequestName = keyof Requests;
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
