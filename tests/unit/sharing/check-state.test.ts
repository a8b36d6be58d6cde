import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  afterCheck,
  type CheckOutcome,
  type CheckState,
  checkStateSchema,
  etagFor,
  isDue,
  NEVER_ASKED,
  pauseAfter,
  USUAL_PAUSE_MS,
  verdictOn,
  waitingIn,
} from '../../../lib/sharing/check-state';
import { failure } from '../../../lib/sharing/failures';

const COUNTS = { new: 0, changed: 0, gone: 0, refused: 0, same: 0 };
const AT = 1_700_000_000_000;
const failed: CheckOutcome = { is: 'failed', failure: failure('status', '500') };
const heard = (at: string, more: Partial<Extract<CheckOutcome, { is: 'heard' }>> = {}): CheckOutcome => ({
  ...{ is: 'heard', at, etag: `"${at}"`, waiting: null, isTaken: false },
  ...more,
});
const run = (...outcomes: readonly CheckOutcome[]) =>
  outcomes.reduce((state, outcome, i) => afterCheck(state, outcome, AT + i), NEVER_ASKED);

describe('the schedule', () => {
  it('asks at once what was never asked, then after some hours', () => {
    expect(isDue(NEVER_ASKED, AT)).toBe(true);
    const state = afterCheck(NEVER_ASKED, heard('v1'), AT);
    expect(isDue(state, AT + USUAL_PAUSE_MS - 1)).toBe(false);
    expect(isDue(state, AT + USUAL_PAUSE_MS)).toBe(true);
  });

  it('asks again where the clock was set back', () => {
    expect(isDue(afterCheck(NEVER_ASKED, heard('v1'), AT), AT - 1)).toBe(true);
  });

  it('waits longer with each failure, up to a day, and as usual once all is well', () => {
    const minutes = [1, 2, 3, 4, 5, 6, 7, 50, 2_000].map((failures) => pauseAfter({ failures }) / 60_000);
    expect(minutes).toEqual([30, 60, 120, 240, 480, 960, 1_440, 1_440, 1_440]);
    expect(pauseAfter(run(failed, failed, heard('v1')))).toBe(USUAL_PAUSE_MS);
  });
});

describe('the server’s mark', () => {
  it('is sent where all that it stands for was dealt with', () => {
    expect(etagFor(NEVER_ASKED, { version: 'v1' })).toBeNull();
    expect(etagFor(run(heard('v1')), { version: 'v1' })).toBe('"v1"');
  });

  it.each<[string, CheckState, string | null]>([
    ['an update was undone', run(heard('v1'), heard('v2')), 'v1'],
    ['an update was taken on the page meanwhile', run(heard('v1')), 'v2'],
    ['it was left', run(heard('v1')), null],
    ['the server gave none', run(heard('v1', { etag: null })), 'v1'],
  ])('is not sent where %s', (_, state, version) => {
    expect(etagFor(state, version === null ? null : { version })).toBeNull();
  });

  it('outlives failures', () => {
    expect(etagFor(run(heard('v1'), failed, failed), { version: 'v1' })).toBe('"v1"');
  });
});

describe('an update that waits', () => {
  const waiting = { version: 'v2', counts: { ...COUNTS, new: 1 } };
  const state = run(heard('v1', { waiting }));

  it('waits on where the server says that nothing has changed since, or nothing at all', () => {
    for (const later of [state, afterCheck(state, { is: 'same' }, AT), afterCheck(state, failed, AT)])
      expect(waitingIn(later, { version: 'v1' })).toEqual(waiting);
  });

  it('waits no more once it was taken, or the glossary was left', () => {
    expect(waitingIn(state, { version: 'v2' })).toBeNull();
    expect(waitingIn(state, null)).toBeNull();
  });
});

describe('the verdict on an update', () => {
  const update = (counts: Partial<typeof COUNTS>, version = 'v2') => ({
    ...{ version, counts: { ...COUNTS, same: 10, ...counts } },
    entries: new Map(counts.new || counts.changed || counts.gone ? [['a', null]] : []),
  });
  it.each<[string, Parameters<typeof verdictOn>, string]>([
    ['says what is there', [update({}), NEVER_ASKED, true], 'same'],
    ['is trusted', [update({ new: 1 }), NEVER_ASKED, true], 'take'],
    ['is not trusted', [update({ new: 1 }), NEVER_ASKED, false], 'review'],
    ['is trusted and has a fault', [update({ new: 1, refused: 1 }), NEVER_ASKED, true], 'review'],
    ['is trusted and takes most away', [update({ gone: 11 }), NEVER_ASKED, true], 'review'],
    ['is trusted and was undone', [update({ new: 1 }), run(heard('v2', { isTaken: true })), true], 'review'],
    [
      'is trusted and follows one that was undone',
      [update({ new: 1 }, 'v3'), run(heard('v2', { isTaken: true })), true],
      'take',
    ],
  ])('that %s', (_, given, verdict) => {
    expect(verdictOn(...given)).toBe(verdict);
  });
});

describe('whatever servers answer', () => {
  const outcome = fc.oneof(
    fc.constant(failed),
    fc.constant<CheckOutcome>({ is: 'same' }),
    fc.record({
      is: fc.constant('heard' as const),
      at: fc.constantFrom('v1', 'v2', 'v3'),
      etag: fc.option(fc.constantFrom('"a"', '"b"')),
      waiting: fc.option(fc.constant({ version: 'v4', counts: COUNTS })),
      isTaken: fc.boolean(),
    }),
  );

  it('the state can be stored, is asked again some day, and no mark outlives what it stood for', () => {
    fc.assert(
      fc.property(
        fc.array(outcome, { maxLength: 20 }),
        fc.constantFrom('v1', 'v2', 'v3'),
        (outcomes, version) => {
          const state = run(...outcomes);
          expect(v.parse(checkStateSchema, JSON.parse(JSON.stringify(state)))).toEqual(state);
          expect(isDue(state, (state.askedMs ?? 0) + 24 * 3_600_000)).toBe(true);
          const last = outcomes.filter((one) => one.is === 'heard').at(-1);
          const mark = etagFor(state, { version });
          if (mark !== null) expect([last?.at, last?.etag]).toEqual([version, mark]);
        },
      ),
    );
  });
});
