/** What is known of a shared glossary's address: when it was asked, what it said, when to ask again. Pure. */
import * as v from 'valibot';
import { type Difference, isSuspect, SHARED_CHANGES, type SharedCounts } from './difference';
import type { SharedFailure } from './failures';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const countsSchema = v.strictObject(
  Object.fromEntries(SHARED_CHANGES.map((change) => [change, count])) as Record<
    (typeof SHARED_CHANGES)[number],
    typeof count
  >,
) satisfies v.GenericSchema<unknown, SharedCounts>;

const placed = v.nullable(v.number());
const failureSchema = v.strictObject({
  code: v.picklist([
    ...(['no-access', 'unreachable', 'too-slow', 'redirect', 'status', 'type'] as const),
    ...(['too-large', 'broken', 'file', 'empty'] as const),
  ]),
  detail: v.string(),
  file: v.nullable(
    v.strictObject({
      code: v.picklist([
        ...(['empty', 'tooLarge', 'tooManyRows', 'jsonSyntax', 'jsonForm', 'nested'] as const),
        ...(['xmlSyntax', 'xmlDeclares', 'xmlForm'] as const),
      ]),
      line: placed,
      column: placed,
      detail: v.string(),
    }),
  ),
}) satisfies v.GenericSchema<unknown, SharedFailure>;

/** As it is stored; each part holds as long as the layer is at the version that it names. */
export const checkStateSchema = v.strictObject({
  /** When it was last asked, ms of the epoch; null for never. */
  askedMs: v.nullable(v.number()),
  /** When it last gave an answer that could be used. */
  heardMs: v.nullable(v.number()),
  /** What went wrong when it was last asked. */
  failure: v.nullable(failureSchema),
  /** How many times in a row something went wrong. */
  failures: count,
  /** The answer that was dealt with last. */
  heard: v.nullable(
    v.strictObject({
      /** The layer's version since then. */
      at: v.string(),
      /** The server's mark of the answer, by which it can say that it is still the same. */
      etag: v.nullable(v.string()),
      /** An update that waits to be looked at. */
      waiting: v.nullable(v.strictObject({ version: v.string(), counts: countsSchema })),
    }),
  ),
  /** The version that was taken last without a review: once undone, it is not taken so again. */
  taken: v.nullable(v.string()),
  /** The user has left it, where an administrator would have her take part. */
  isLeft: v.boolean(),
});
export type CheckState = v.InferOutput<typeof checkStateSchema>;

export const NEVER_ASKED: CheckState = {
  ...{ askedMs: null, heardMs: null, failure: null, failures: 0 },
  ...{ heard: null, taken: null, isLeft: false },
};

/** The layer as far as the state depends on it. */
interface At {
  readonly version: string;
}

const HOUR_MS = 3_600_000;
/** Between two questions where all is well. */
export const USUAL_PAUSE_MS = 6 * HOUR_MS;
/** After the first failure; after each further one in a row twice as long. */
const FIRST_PAUSE_MS = HOUR_MS / 2;
const LONGEST_PAUSE_MS = 24 * HOUR_MS;

/** How long after the last question the next one is due, ms. */
export const pauseAfter = ({ failures }: Pick<CheckState, 'failures'>): number =>
  failures === 0 ? USUAL_PAUSE_MS : Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);

/** Whether it is time to ask again; also where the clock was set back. */
export const isDue = (state: CheckState, nowMs: number): boolean =>
  state.askedMs === null || nowMs < state.askedMs || nowMs - state.askedMs >= pauseAfter(state);

/** The mark to ask with: only where all that it stands for was dealt with, and nothing was undone since. */
export const etagFor = ({ heard }: CheckState, layer: At | null): string | null =>
  heard && layer && heard.at === layer.version ? heard.etag : null;

/** The update that waits to be looked at; null for none. */
export const waitingIn = ({ heard }: CheckState, layer: At | null) =>
  heard && layer && heard.at === layer.version ? heard.waiting : null;

/** What is to become of an update. */
export type Verdict =
  /** It says what is there already. */
  'same' | 'take' | 'review';

export function verdictOn(
  update: Pick<Difference, 'counts' | 'entries'> & At,
  state: CheckState,
  isTrusted: boolean,
): Verdict {
  if (update.entries.size === 0) return 'same';
  return isTrusted && update.version !== state.taken && !isSuspect(update) ? 'take' : 'review';
}

export type CheckOutcome =
  | { readonly is: 'failed'; readonly failure: SharedFailure }
  /** The server says that nothing has changed. */
  | { readonly is: 'same' }
  /** An answer was dealt with; the layer is at `at` now. */
  | {
      readonly is: 'heard';
      readonly at: string;
      readonly etag: string | null;
      /** To be looked at; null where there is nothing, or it was taken. */
      readonly waiting: { readonly version: string; readonly counts: SharedCounts } | null;
      /** Taken without a review. */
      readonly isTaken: boolean;
    };

/** The state after a question. A failure forgets nothing of what was heard before. */
export function afterCheck(state: CheckState, outcome: CheckOutcome, nowMs: number): CheckState {
  const asked = { ...state, askedMs: nowMs };
  if (outcome.is === 'failed') return { ...asked, failure: outcome.failure, failures: state.failures + 1 };
  const well: CheckState = { ...asked, heardMs: nowMs, failure: null, failures: 0 };
  if (outcome.is === 'same') return well;
  const { at, etag, waiting, isTaken } = outcome;
  return { ...well, heard: { at, etag, waiting }, taken: isTaken ? at : state.taken, isLeft: false };
}
