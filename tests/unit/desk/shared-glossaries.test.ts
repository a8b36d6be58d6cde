/** The background's side of shared glossaries: whom it asks when, and what it does with answers. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SharedGlossaries } from '../../../lib/desk/shared-glossaries';
import { type CheckState, NEVER_ASKED, USUAL_PAUSE_MS, waitingIn } from '../../../lib/sharing/check-state';
import { failure } from '../../../lib/sharing/failures';
import type { Answer } from '../../../lib/sharing/fetch-shared';
import type { SharedPresets } from '../../../lib/sharing/presets';
import { forgetAnswer, keepAnswer, keptAnswer } from '../../../lib/store/kept-answers';
import { UserGlossary } from '../../../lib/store/user-glossary';
import { freshDatabases } from '../fresh-database';

beforeEach(() => {
  freshDatabases();
  fakeBrowser.reset();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

const DESK = 'https://desk.example/names.json';
const WIRE = 'https://wire.example/names.json';
const NO_PRESETS: SharedPresets = { addresses: [], isLocked: false };

const bodyOf = (names: Readonly<Record<string, string>>, etag: string | null = '"e"'): Answer => ({
  ...{ is: 'body', etag },
  bytes: new TextEncoder().encode(
    JSON.stringify({
      ...{ format: 'newsgloss-glossary', version: 1, title: 'Names' },
      entries: Object.entries(names).map(([id, name]) => ({ id, name, kind: 'term' })),
    }),
  ),
});

/** A background, and a world that says what addresses answer. */
function world(presets = NO_PRESETS) {
  const store = new UserGlossary();
  const states = new Map<string, CheckState>();
  const answers = new Map<string, Answer>();
  const asked: [address: string, etag: string | null][] = [];
  let nowMs = 1_700_000_000_000;
  const current = { presets };
  const shared = new SharedGlossaries(store, {
    ask: async (address, etag) => {
      asked.push([address, etag]);
      return answers.get(address) ?? { is: 'failed', failure: failure('unreachable') };
    },
    presets: async () => current.presets,
    readState: async (address) => states.get(address) ?? NEVER_ASKED,
    writeState: async (address, state) => void states.set(address, state),
    keep: (address, waiting) =>
      waiting ? keepAnswer(address, waiting.version, waiting.answer) : forgetAnswer(address),
    now: () => nowMs,
  });
  const join = (isTrusted: boolean, address = DESK) =>
    store.writeLayer({
      ...{ from: null, address, title: 'Names', version: 'v0', isTrusted, entries: new Map() },
    });
  /** Hours later. */
  const pass = async () => {
    nowMs += USUAL_PAUSE_MS;
    await shared.keepUp();
  };
  const names = async (address = DESK) => (await store.layerEntries(address)).map(({ name }) => name).sort();
  const undo = async () => {
    const { undo: step } = await store.history();
    if (step) await store.undo(step);
  };
  const waiting = async (address = DESK) => {
    const layer = (await store.layers()).find((one) => one.address === address) ?? null;
    return waitingIn(states.get(address) ?? NEVER_ASKED, layer)?.counts ?? null;
  };
  return { store, shared, states, answers, asked, current, join, pass, names, undo, waiting };
}

describe('the background', () => {
  it('asks nobody where the user takes part in nothing', async () => {
    const { shared, asked, pass, join, current } = world();
    await pass();
    expect(asked).toEqual([]);
    expect(await shared.isNeeded()).toBe(false);
    current.presets = { addresses: [DESK], isLocked: false };
    expect(await shared.isNeeded()).toBe(true);
    current.presets = NO_PRESETS;
    await join(false);
    expect(await shared.isNeeded()).toBe(true);
  });

  it('asks each address when its time has come, and no sooner', async () => {
    const { shared, asked, answers, join, pass } = world();
    await join(false);
    await join(false, WIRE);
    answers.set(DESK, bodyOf({ a: 'A' }));
    await pass();
    await shared.keepUp();
    expect(asked).toEqual([
      [DESK, null],
      [WIRE, null],
    ]);
    await pass();
    // The one that failed waits longer by then, but not that long.
    expect(asked.slice(2).map(([address]) => address)).toEqual([DESK, WIRE]);
  });

  it('keeps an update for a review, and asks from then on whether there is another', async () => {
    const { answers, asked, join, pass, names, waiting } = world();
    await join(false);
    answers.set(DESK, bodyOf({ a: 'A' }));
    await pass();
    expect(await names()).toEqual([]);
    expect(await waiting()).toMatchObject({ new: 1 });
    answers.set(DESK, { is: 'same' });
    await pass();
    expect(asked.at(-1)).toEqual([DESK, '"e"']);
    expect(await waiting()).toMatchObject({ new: 1 });
  });

  it('keeps what is to be looked at until it is taken, or is another', async () => {
    const { store, states, answers, join, pass } = world();
    const waitingVersion = () => states.get(DESK)?.heard?.waiting?.version ?? '';
    const etagOf = async (version: string) => (await keptAnswer(DESK, version))?.etag ?? null;
    await join(false);
    answers.set(DESK, bodyOf({ a: 'A' }, '"1"'));
    await pass();
    const first = waitingVersion();
    expect(await etagOf(first)).toBe('"1"');
    answers.set(DESK, bodyOf({ a: 'A', b: 'B' }, '"2"'));
    await pass();
    const second = waitingVersion();
    expect([await etagOf(first), await etagOf(second)]).toEqual([null, '"2"']);
    await store.trustLayer(DESK, true);
    answers.set(DESK, bodyOf({ a: 'A', b: 'B', c: 'C' }, '"3"'));
    await pass();
    expect(await etagOf(second)).toBeNull();
  });

  it('takes a trusted update at once; one that the user has undone waits for her', async () => {
    const { store, answers, join, pass, names, undo, waiting } = world();
    await join(true);
    answers.set(DESK, bodyOf({ a: 'A' }));
    await pass();
    expect(await names()).toEqual(['A']);
    expect((await store.history()).undo?.label).toEqual({ action: 'update', about: 'Names' });
    await undo();
    await pass();
    expect(await names()).toEqual([]);
    expect(await waiting()).toMatchObject({ new: 1 });
    answers.set(DESK, bodyOf({ a: 'A', b: 'B' }));
    await pass();
    expect(await names()).toEqual(['A', 'B']);
  });

  it.each<[string, Answer]>([
    ['no answer', { is: 'failed', failure: failure('unreachable') }],
    ['no glossary', { is: 'body', etag: null, bytes: new TextEncoder().encode('<p>Log in</p>') }],
    ['an empty one', bodyOf({})],
    ['one without most of its entries', bodyOf({ a: 'A' })],
    ['one with a fault', bodyOf({ a: 'A', b: 'B', c: 'C', Odd: 'D' })],
  ])('lets %s change nothing, also of what is trusted', async (_, answer) => {
    const { answers, join, pass, names, states } = world();
    await join(true);
    answers.set(DESK, bodyOf({ a: 'A', b: 'B', c: 'C' }));
    await pass();
    answers.set(DESK, answer);
    await pass();
    expect(await names()).toEqual(['A', 'B', 'C']);
    answers.set(DESK, bodyOf({ a: 'A', b: 'B', c: 'C', d: 'D' }));
    await pass();
    expect(await names()).toEqual(['A', 'B', 'C', 'D']);
    expect(states.get(DESK)?.failure).toBeNull();
  });

  it('goes on to the next where the store fails, and tries again', async () => {
    const { store, answers, join, pass, names } = world();
    await join(true);
    await join(true, WIRE);
    answers.set(DESK, bodyOf({ a: 'A' }));
    answers.set(WIRE, bodyOf({ w: 'W' }));
    vi.spyOn(store, 'writeLayer').mockRejectedValueOnce(new Error('full'));
    await pass();
    expect([await names(), await names(WIRE)]).toEqual([[], ['W']]);
    await pass();
    expect(await names()).toEqual(['A']);
  });
});

describe('what an administrator has set', () => {
  const preset: SharedPresets = { addresses: [DESK], isLocked: false };

  it('is taken without being asked, and trusted', async () => {
    const { store, answers, pass, names, states } = world(preset);
    await pass();
    expect(await store.layers()).toEqual([]);
    expect(states.get(DESK)?.failure?.code).toBe('unreachable');
    answers.set(DESK, bodyOf({ a: 'A' }));
    await pass();
    expect(await names()).toEqual(['A']);
    expect(await store.layers()).toMatchObject([{ title: 'Names', isTrusted: true }]);
  });

  it('stays away once it was left, unless nobody may leave it', async () => {
    const { store, answers, current, states, pass, names } = world(preset);
    answers.set(DESK, bodyOf({ a: 'A' }));
    await pass();
    await store.leaveLayer(DESK);
    states.set(DESK, { ...(states.get(DESK) ?? NEVER_ASKED), isLeft: true });
    await pass();
    expect(await names()).toEqual([]);
    current.presets = { ...preset, isLocked: true };
    await pass();
    expect(await names()).toEqual(['A']);
  });
});
