import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchShared, MOST_SHARED_BYTES } from '../../../lib/sharing/fetch-shared';

const ADDRESS = 'https://desk.example/names.json';
const JSON_TYPE = { 'content-type': 'application/json' };

/** A fetch that gives one answer, and keeps what it was asked. */
function answering(answer: Response | (() => Promise<Response>)) {
  return vi.fn<typeof globalThis.fetch>(async () => (typeof answer === 'function' ? answer() : answer));
}
const code = (answer: Awaited<ReturnType<typeof fetchShared>>) =>
  answer.is === 'failed' ? [answer.failure.code, answer.failure.detail] : [answer.is];

/** A body of so many pieces, or without an end, that counts what was taken of it. */
function body(piece: Uint8Array<ArrayBuffer>, pieces = Number.POSITIVE_INFINITY) {
  const taken = { pieces: 0, isCancelled: false };
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (taken.pieces === pieces) return controller.close();
      taken.pieces++;
      controller.enqueue(piece);
    },
    cancel() {
      taken.isCancelled = true;
    },
  });
  return { stream, taken };
}

describe('a question', () => {
  it('goes to the address alone, with nothing of the user’s, and follows no redirect', async () => {
    const fetch = answering(new Response('{}', { headers: JSON_TYPE }));
    await fetchShared(ADDRESS, null, fetch);
    expect(fetch).toHaveBeenCalledOnce();
    const [address, options] = fetch.mock.calls[0] ?? [];
    expect(address).toBe(ADDRESS);
    expect(options).toMatchObject({
      ...{ credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'manual', cache: 'no-store' },
      headers: { accept: 'application/json' },
    });
    expect(Object.keys(options?.headers ?? {})).toEqual(['accept']);
    expect(options?.method ?? 'GET').toBe('GET');
    expect(options?.body).toBeUndefined();
  });

  it('names what we have by the server’s own mark', async () => {
    const fetch = answering(new Response(null, { status: 304 }));
    expect(await fetchShared(ADDRESS, '"v1"', fetch)).toEqual({ is: 'same' });
    expect(fetch.mock.calls[0]?.[1]?.headers).toMatchObject({ 'if-none-match': '"v1"' });
  });
});

describe('an answer', () => {
  it('is its bytes, with its mark', async () => {
    const { stream } = body(new Uint8Array([1, 2]), 3);
    const fetch = answering(new Response(stream, { headers: { ...JSON_TYPE, etag: '"v2"' } }));
    expect(await fetchShared(ADDRESS, null, fetch)).toEqual({
      ...{ is: 'body', etag: '"v2"' },
      bytes: new Uint8Array([1, 2, 1, 2, 1, 2]),
    });
  });

  it.each([
    'application/json; charset=utf-8',
    'text/plain',
    'application/vnd.desk+json',
    'application/octet-stream',
    '',
  ])('of the type “%s” is taken', async (type) => {
    const response = new Response('{}', { headers: { 'content-type': type } });
    expect(code(await fetchShared(ADDRESS, null, answering(response)))).toEqual(['body']);
  });

  it.each<[string, Response, string[]]>([
    [
      'a page',
      new Response('', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
      ['type', 'text/html'],
    ],
    ['a picture', new Response('', { headers: { 'content-type': 'image/png' } }), ['type', 'image/png']],
    ['not found', new Response('', { status: 404 }), ['status', '404']],
    ['an error', new Response('', { status: 500 }), ['status', '500']],
    ['a part', new Response('{}', { status: 206, headers: JSON_TYPE }), ['status', '206']],
    ['nothing', new Response(null, { status: 204 }), ['status', '204']],
    ['unasked: the same', new Response(null, { status: 304 }), ['status', '304']],
    [
      'a redirect',
      new Response(null, { status: 302, headers: { location: 'https://other.example/' } }),
      ['redirect', ''],
    ],
    [
      'what says that it is large',
      new Response('{}', { headers: { ...JSON_TYPE, 'content-length': String(MOST_SHARED_BYTES + 1) } }),
      ['too-large', String(MOST_SHARED_BYTES)],
    ],
  ])('that is %s is refused', async (_, response, expected) => {
    expect(code(await fetchShared(ADDRESS, null, answering(response)))).toEqual(expected);
  });

  it('that browsers hide a redirect in is refused', async () => {
    const hidden = Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' });
    expect(code(await fetchShared(ADDRESS, null, answering(hidden)))).toEqual(['redirect', '']);
  });

  it('without an end is left as soon as it is too large', async () => {
    const piece = new Uint8Array(1024 * 1024);
    const { stream, taken } = body(piece);
    const fetch = answering(new Response(stream, { headers: JSON_TYPE }));
    expect(code(await fetchShared(ADDRESS, null, fetch))).toEqual(['too-large', String(MOST_SHARED_BYTES)]);
    expect(taken.pieces).toBeLessThanOrEqual(MOST_SHARED_BYTES / piece.length + 2);
    expect(taken.isCancelled).toBe(true);
  });

  it('that breaks off, or does not come, is told of', async () => {
    const fetch = answering(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(code(await fetchShared(ADDRESS, null, fetch))).toEqual(['unreachable', '']);
    const stream = new ReadableStream({ pull: (controller) => controller.error(new TypeError('hung up')) });
    const breaking = answering(new Response(stream, { headers: JSON_TYPE }));
    expect(code(await fetchShared(ADDRESS, null, breaking))).toEqual(['unreachable', '']);
  });

  it('has a mark only where that is short enough to be sent each time', async () => {
    const response = new Response('{}', { headers: { ...JSON_TYPE, etag: `"${'x'.repeat(300)}"` } });
    expect(await fetchShared(ADDRESS, null, answering(response))).toMatchObject({ is: 'body', etag: null });
  });
});

describe('our patience', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A fetch that only ends when it is given up. */
  const silent: typeof globalThis.fetch = (_address, options) =>
    new Promise((_resolve, reject) =>
      options?.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
    );

  it('ends with an answer that does not begin', async () => {
    const asked = fetchShared(ADDRESS, null, silent, undefined, { quietMs: 100, wholeMs: 1_000 });
    await vi.advanceTimersByTimeAsync(100);
    expect(code(await asked)).toEqual(['too-slow', '']);
  });

  it('ends with one that comes in drops', async () => {
    const dripping: typeof globalThis.fetch = async (_address, options) => {
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          const drip = setInterval(() => controller.enqueue(new Uint8Array(1)), 50);
          options?.signal?.addEventListener('abort', () => {
            clearInterval(drip);
            controller.error(new Error('aborted'));
          });
        },
      });
      return new Response(stream, { headers: JSON_TYPE });
    };
    const asked = fetchShared(ADDRESS, null, dripping, undefined, { quietMs: 100, wholeMs: 1_000 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(code(await asked)).toEqual(['too-slow', '']);
  });

  it('ends when whoever asked wants it no more', async () => {
    const ending = new AbortController();
    const asked = fetchShared(ADDRESS, null, silent, ending.signal);
    ending.abort();
    expect((await asked).is).toBe('failed');
    expect(vi.getTimerCount()).toBe(0);
  });
});
