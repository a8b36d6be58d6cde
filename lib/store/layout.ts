/** How the database is laid out, and the checks of what is read from it. Nothing read is trusted. */
import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import * as v from 'valibot';

export const DATABASE = 'newsgloss';

/** Steps that can be undone, at least this many; the oldest beyond it go. */
export const MOST_STEPS = 300;
/** Records that one transaction reads or writes at a time, and a step of more holds in one piece. */
export const PIECE_RECORDS = 250;
/** Pieces of steps that are kept, beyond which the oldest steps go: those of five imports of 200,000 entries. */
export const MOST_PIECES = 4_000;
/** Snapshots kept of each reason; of the daily ones, a week. */
export const MOST_SNAPSHOTS = 7;

/** The stores. Values are unknown until they have been checked. */
export interface Layout extends DBSchema {
  /** One record for each entry that the user edited, under its id: lib/glossary/entry-edits.ts. */
  edits: { key: string; value: unknown };
  /** What was done, for undo and redo, under a number that only rises. */
  steps: { key: number; value: unknown };
  /** The records of steps of many, in pieces, under the step's number and the piece's own, from 0. */
  pieces: { key: [step: number, piece: number]; value: unknown };
  /** Descriptions of the snapshots; what they hold lies apart, since it can be large. */
  snapshots: { key: number; value: unknown };
  contents: { key: number; value: unknown };
  /** Raw values that could not be read when something else took their place. Never deleted. */
  aside: { key: number; value: unknown };
  /** `head`: see {@link headSchema}. `journal`: see {@link journalSchema}. `recovery`: recovery.ts. */
  meta: { key: string; value: unknown };
  /** The shared glossaries that the user takes part in, under their addresses: see {@link layerSchema}. */
  layers: { key: string; value: unknown };
  /** Their entries, under the glossary's address and the entry's id. */
  layered: {
    key: [address: string, id: string];
    value: unknown;
    /** Of the entries: the id, and each of the former ones. */
    indexes: { id: string; former: string };
  };
}

export const STORES = [
  ...(['edits', 'steps', 'pieces', 'snapshots', 'contents', 'aside', 'meta'] as const),
  ...(['layers', 'layered'] as const),
] as const;
export type StoreName = (typeof STORES)[number];

export type Database = IDBPDatabase<Layout>;
export type Writing = IDBPTransaction<Layout, StoreName[], 'readwrite'>;
export type Reading = IDBPTransaction<Layout, StoreName[], 'readonly' | 'readwrite'>;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Where the database stands. */
export const headSchema = v.strictObject({
  /** Drawn when the database was made, so that a new one is not taken for the old. */
  epoch: v.string(),
  /** Rises with every write. */
  revision: count,
  /** The step in force, 0 before the first; steps after it can be redone. */
  step: count,
  /** The highest number that a step ever had. */
  last: count,
});
export type Head = v.InferOutput<typeof headSchema>;

/** Writes that the journal remembers: who read an edition this many before needs no more than it names. */
export const LONGEST_JOURNAL = 100;
/** Records that one write of the journal names; a larger one is read in full. */
export const MOST_IN_JOURNAL = 200;

/** Which records the last writes touched, oldest first; null where they were too many to name. */
export const journalSchema = v.array(
  v.strictObject({ revision: count, ids: v.nullable(v.array(v.string())) }),
);

/** What an action was, for the words of undo. */
export const ACTIONS = [
  ...(['add', 'edit', 'hide', 'show', 'withdraw', 'settle', 'restore', 'import'] as const),
  /** Of what the browser had thrown away. */
  'recover',
  /** Of shared glossaries. */
  ...(['join', 'update', 'leave', 'order', 'trust', 'distrust'] as const),
] as const;

const labelSchema = v.strictObject({
  action: v.picklist(ACTIONS),
  /** The entry's name; of a restore, the snapshot's time; of an import, the file's name; of a recovery, the copy's time; a shared glossary's title. */
  about: v.string(),
  /** How many entries it was done to, where it was more than one; `about` is then one of them. */
  count: v.optional(count),
});
export type Label = v.InferOutput<typeof labelSchema>;

/** A shared glossary: one layer between the bundled entries and the user's edits. */
export const layerSchema = v.strictObject({
  /** Where it is fetched from; names the layer. */
  address: v.string(),
  title: v.string(),
  /** Its place among the layers: of two entries with one id, that of the higher rank counts. */
  rank: v.number(),
  /** Updates count without a review. */
  isTrusted: v.boolean(),
  /** Of the file that its entries were last taken from: lib/sharing/read-shared.ts. */
  version: v.string(),
});
export type Layer = v.InferOutput<typeof layerSchema>;

/** Stands in a step for the layer itself, where an entry of it has its id: no id is empty. */
export const LAYER_ITSELF = '';

/**
 * Records before and after, null where there was or is none: edits, or, where `layer` is an address, that
 * layer's entry with the id, or the layer itself ({@link LAYER_ITSELF}).
 */
export const stepRecordsSchema = v.array(
  v.strictObject({
    id: v.string(),
    layer: v.optional(v.string()),
    before: v.unknown(),
    after: v.unknown(),
  }),
);
export type StepRecords = v.InferOutput<typeof stepRecordsSchema>;

export const stepSchema = v.strictObject({
  at: v.string(),
  label: labelSchema,
  /** Empty where they lie in pieces. */
  records: stepRecordsSchema,
  /** How many pieces hold the records. */
  pieces: v.optional(count, 0),
});
export type Step = v.InferOutput<typeof stepSchema>;

export const SNAPSHOT_REASONS = ['daily', 'migration', 'import'] as const;

export const snapshotSchema = v.strictObject({
  /** ISO 8601, UTC. */
  at: v.string(),
  /** The user's own day, `YYYY-MM-DD`. */
  day: v.string(),
  reason: v.picklist(SNAPSHOT_REASONS),
  /** The layout's version that it was taken of. */
  version: count,
  /** Of records. */
  count,
  edition: v.string(),
});
export type Snapshot = v.InferOutput<typeof snapshotSchema>;

/** A state of the user's glossary, `EPOCH.REVISION`: two readings of one edition find the same. */
export const editionOf = ({ epoch, revision }: Head) => `${epoch}.${revision}`;

/** Whether an edition is one of this database, and not of one that was there before it. */
export const isOfEpoch = (edition: string, { epoch }: Head) => edition.startsWith(`${epoch}.`);
