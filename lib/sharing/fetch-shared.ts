/**
 * Asks a shared glossary's address for it: that address alone, with nothing of the user's, and no longer or
 * more than what a glossary may take.
 */
import { failure, type SharedFailure } from './failures';

/** Bytes of a shared glossary: some 40,000 full entries. */
export const MOST_SHARED_BYTES = 24 * 1024 * 1024;

/** How long we wait, ms. */
interface Patience {
  /** For the answer to begin, and between two pieces of it. */
  readonly quietMs: number;
  /** For all of it. */
  readonly wholeMs: number;
}

/** A background that waits for an answer longer than 30 s is ended by Chromium. */
const PATIENCE: Patience = { quietMs: 20_000, wholeMs: 120_000 };

/** Media types by which static hosts send a JSON file. A page (`text/html`) is mostly one to log in. */
const TYPES = /^(?:application\/(?:.+\+)?json|text\/json|text\/plain|application\/octet-stream|)$/;

export type Answer =
  /** As it was when the server gave the tag that it was asked with. */
  | { readonly is: 'same' }
  | { readonly is: 'body'; readonly bytes: Uint8Array<ArrayBuffer>; readonly etag: string | null }
  | { readonly is: 'failed'; readonly failure: SharedFailure };

const failed = (...about: Parameters<typeof failure>): Answer => ({
  is: 'failed',
  failure: failure(...about),
});

/** Longer ones are not kept: they would be sent along each time. */
const LONGEST_ETAG = 200;

/**
 * @param etag the server's own mark of what we have; null asks for all of it.
 * @param fetch the browser's, or a test's.
 * @param given ends it: whoever asked wants it no more.
 */
export async function fetchShared(
  address: string,
  etag: string | null,
  fetch: typeof globalThis.fetch,
  given?: AbortSignal,
  { quietMs, wholeMs }: Patience = PATIENCE,
): Promise<Answer> {
  const ending = new AbortController();
  given?.addEventListener('abort', () => ending.abort());
  const whole = setTimeout(() => ending.abort(), wholeMs);
  let quiet = setTimeout(() => ending.abort(), quietMs);
  const heard = () => {
    clearTimeout(quiet);
    quiet = setTimeout(() => ending.abort(), quietMs);
  };
  try {
    const response = await fetch(address, {
      headers: { accept: 'application/json', ...(etag === null ? {} : { 'if-none-match': etag }) },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // Where it leads is not told to scripts, and to follow it would be to ask a host that nobody confirmed.
      redirect: 'manual',
      cache: 'no-store',
      signal: ending.signal,
    });
    heard();
    return await answerOf(response, etag !== null, heard);
  } catch {
    return failed(ending.signal.aborted ? 'too-slow' : 'unreachable');
  } finally {
    clearTimeout(whole);
    clearTimeout(quiet);
    // Whatever is still coming is not waited for.
    ending.abort();
  }
}

async function answerOf(response: Response, wasConditional: boolean, heard: () => void): Promise<Answer> {
  const { status, headers } = response;
  if (
    response.type === 'opaqueredirect' ||
    response.redirected ||
    (status > 300 && status < 309 && status !== 304)
  )
    return failed('redirect');
  if (status === 304 && wasConditional) return { is: 'same' };
  if (status !== 200) return failed('status', String(status));
  const [type = ''] = (headers.get('content-type') ?? '').split(';');
  if (!TYPES.test(type.trim().toLowerCase())) return failed('type', type.trim().slice(0, 60));
  if (Number(headers.get('content-length') ?? 0) > MOST_SHARED_BYTES) return tooLarge();
  const bytes = await boundedBytes(response, heard);
  if (!bytes) return tooLarge();
  const etag = headers.get('etag');
  return { is: 'body', bytes, etag: etag !== null && etag.length <= LONGEST_ETAG ? etag : null };
}

const tooLarge = () => failed('too-large', String(MOST_SHARED_BYTES));

/** All bytes of an answer; null as soon as they are too many. */
async function boundedBytes(response: Response, heard: () => void): Promise<Uint8Array<ArrayBuffer> | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    heard();
    length += read.value.length;
    if (length > MOST_SHARED_BYTES) {
      void reader?.cancel().catch(() => undefined);
      return null;
    }
    pieces.push(read.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
