import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  answerBareMessages,
  answerMessages,
  askBackground,
  askTab,
  Unanswered,
} from '../../../lib/messaging/channel';
import { browser } from '../../../lib/platform/browser';

type Listener = Parameters<typeof browser.runtime.onMessage.addListener>[0];

/** Whoever listens, in order, and how often each message was sent. */
let listeners: Listener[];
let sent: number;

/** What crosses between the parts of an extension, crosses as JSON. */
const overTheWire = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

/** As browsers do: the first listener that does not leave it answers. */
async function deliver(raw: unknown): Promise<unknown> {
  sent += 1;
  const sender = { id: browser.runtime.id };
  for (const listener of listeners) {
    // The polyfill's listeners may answer by their third parameter as well, which ours do not.
    const answer: unknown = listener(overTheWire(raw), sender, () => undefined);
    if (answer !== undefined) return overTheWire(await answer);
  }
  return undefined;
}

const send = vi.fn<(raw: unknown) => Promise<unknown>>();

beforeEach(() => {
  vi.useFakeTimers();
  listeners = [];
  sent = 0;
  send.mockReset().mockImplementation(deliver);
  vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
    listeners.push(listener);
  });
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(send);
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation((_tab, raw) => send(raw));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** What comes of a question, the pauses between its tries passed over. */
async function outcome(asking: Promise<unknown>): Promise<{ value?: unknown; error?: unknown }> {
  const settled = asking.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  await vi.runAllTimersAsync();
  return settled;
}

const lost = () => Promise.reject(new Error('Could not establish connection.'));
const unchecked = { 'edit-entry': () => ({ id: 'a' }) };

describe('a question to the background', () => {
  it.each<[string, () => string | Promise<string>]>([
    ['what its handler returns', () => 'abc'],
    ['what its handler promises', () => Promise.resolve('abc')],
  ])('is answered with %s', async (_, handler) => {
    answerMessages({ 'new-id': handler }, { 'new-id': () => ({ name: 'A' }) });
    expect(await outcome(askBackground('new-id', { name: 'A' }))).toEqual({ value: 'abc' });
    expect(sent).toBe(1);
  });

  it('may be answered with null', async () => {
    answerBareMessages({ 'bring-reader': () => null });
    expect(await outcome(askBackground('bring-reader', null))).toEqual({ value: null });
    expect(sent).toBe(1);
  });

  it.each<[string, () => Promise<null>]>([
    [
      'throws',
      () => {
        throw new Error('No tab can be opened.');
      },
    ],
    ['rejects', () => Promise.reject(new Error('No tab can be opened.'))],
    ['rejects with a text', () => Promise.reject('No tab can be opened.')],
  ])('is not asked again where its handler %s', async (_, handler) => {
    const deed = vi.fn(handler);
    answerMessages({ 'edit-entry': deed }, unchecked);
    expect(await outcome(askBackground('edit-entry', { id: 'a' }))).toEqual({
      error: new Error('No tab can be opened.'),
    });
    expect(deed).toHaveBeenCalledTimes(1);
  });

  it('is not asked again where its parameters are refused', async () => {
    const deed = vi.fn(() => null);
    const refuse = () => {
      throw new TypeError('no id of an entry');
    };
    answerMessages({ 'edit-entry': deed }, { 'edit-entry': refuse });
    expect(await outcome(askBackground('edit-entry', { id: 'a' }))).toEqual({
      error: new Error('no id of an entry'),
    });
    expect([sent, deed.mock.calls.length]).toEqual([1, 0]);
  });

  it('is left by one listener to the next', async () => {
    answerMessages({ 'edit-entry': () => undefined }, unchecked);
    answerMessages({ 'edit-entry': () => null }, unchecked);
    expect(await outcome(askBackground('edit-entry', { id: 'a' }))).toEqual({ value: null });
    expect(sent).toBe(1);
  });

  it.each([1, 2, 3])('is asked again where the connection is lost %i times', async (times) => {
    const deed = vi.fn(() => null);
    answerMessages({ 'edit-entry': deed }, unchecked);
    for (let time = 0; time < times; time++) send.mockImplementationOnce(lost);
    expect(await outcome(askBackground('edit-entry', { id: 'a' }))).toEqual({ value: null });
    expect(send).toHaveBeenCalledTimes(times + 1);
    expect(deed).toHaveBeenCalledTimes(1);
  });

  it('fails once the connection was lost four times', async () => {
    send.mockImplementation(lost);
    expect(await outcome(askBackground('bring-reader', null))).toEqual({
      error: new Error('Could not establish connection.'),
    });
    expect(send).toHaveBeenCalledTimes(4);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'ok'],
    ['an object of another form', { value: 1 }],
    ['another kind of ok', { ok: 'true', value: 1 }],
    ['a failure without a message', { ok: false }],
  ])('is taken for lost where %s comes back', async (_, raw) => {
    send.mockResolvedValue(raw);
    const { error } = await outcome(askBackground('bring-reader', null));
    expect(error).toBeInstanceOf(Unanswered);
    expect(send).toHaveBeenCalledTimes(4);
  });

  it('is asked once by a copy that an update has left behind', async () => {
    vi.spyOn(browser.runtime, 'id', 'get').mockReturnValue('');
    send.mockImplementation(lost);
    expect(await outcome(askBackground('bring-reader', null))).toMatchObject({ error: expect.any(Error) });
    expect(send).toHaveBeenCalledTimes(1);
  });
});

describe('a question to a tab', () => {
  it('is answered, once', async () => {
    answerBareMessages({ report: () => ({ state: 'off' }) });
    expect(await outcome(askTab(1, 'report', null))).toEqual({ value: { state: 'off' } });
    expect(sent).toBe(1);
  });

  it('fails as its handler does', async () => {
    answerBareMessages({ report: () => Promise.reject(new Error('no story')) });
    expect(await outcome(askTab(1, 'report', null))).toEqual({ error: new Error('no story') });
  });

  it('tells apart that nobody answers and that nobody is there', async () => {
    answerBareMessages({ report: () => undefined });
    const { error } = await outcome(askTab(1, 'report', null));
    expect(error).toBeInstanceOf(Unanswered);
    send.mockImplementation(lost);
    const { error: other } = await outcome(askTab(1, 'report', null));
    expect(other).not.toBeInstanceOf(Unanswered);
  });
});
