/** What an address sent, as a glossary. Nothing in it is trusted. */
import type { Candidate } from '../exchange/candidate';
import type { Fault } from '../exchange/faults';
import { candidateAt, readJson } from '../exchange/read-json';
import { groundOf } from '../glossary/overlay';
import type { Entry } from '../glossary/schema';
import { failure, type SharedFailure } from './failures';

/** Entries of one shared glossary. */
export const MOST_SHARED_ENTRIES = 50_000;

/** An entry of the file that cannot be taken. */
export interface RefusedEntry {
  /** As far as they can be read. */
  readonly id: string | null;
  readonly name: string;
  readonly faults: readonly Fault[];
}

/** A shared glossary as it was sent. */
export interface SharedFile {
  /** Null where it says none. */
  readonly title: string | null;
  /** The same for the same bytes, and for no others. */
  readonly version: string;
  /** By their ids, in the order of the file. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly refused: readonly RefusedEntry[];
}

/** Entries between which others may have their turn: some milliseconds' worth. */
const SLICE_ENTRIES = 100;
/** Of the digest, in hexadecimal digits. */
const VERSION_DIGITS = 32;

async function versionOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, VERSION_DIGITS);
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Reads the bytes as a glossary file; each entry is taken or refused by itself.
 *
 * @param pause is waited for now and then, so that a page or a background can do something else meanwhile.
 */
export async function readShared(
  bytes: Uint8Array<ArrayBuffer>,
  pause: (done: number, all: number) => Promise<void> | void = () => undefined,
): Promise<SharedFile | SharedFailure> {
  const text = textOf(bytes);
  if (text === null) return failure('broken');
  const fault = (code: 'empty' | 'jsonForm' | 'tooManyRows', detail: string) =>
    failure('file', '', { code, line: null, column: null, detail });
  if (text.trim() === '') return fault('empty', '');
  const file = readJson(text);
  if ('code' in file) return failure('file', '', file);
  // A backup is somebody's own: what she hid and changed is no glossary to be shared.
  if (file.form !== 'glossary') return fault('jsonForm', file.form);
  const all = file.entries.length;
  if (all === 0) return failure('empty');
  if (all > MOST_SHARED_ENTRIES) return fault('tooManyRows', String(MOST_SHARED_ENTRIES));
  const entries = new Map<string, Entry>();
  const lines = new Map<string, number>();
  const refused: RefusedEntry[] = [];
  const nothing = groundOf([], []);
  for (let i = 0; i < all; i++) {
    if (i % SLICE_ENTRIES === 0) await pause(i, all);
    const candidate = candidateAt(file, i, nothing);
    const { id, name, line, faults } = candidate;
    const earlier = id === null ? undefined : lines.get(id);
    if (faults.length > 0 || id === null) refused.push({ id, name, faults });
    else if (earlier !== undefined)
      refused.push({ id, name, faults: [{ code: 'twice', line, column: '', detail: String(earlier) }] });
    else {
      lines.set(id, line);
      entries.set(id, entryOf(id, candidate));
    }
  }
  return { title: file.title, version: await versionOf(bytes), entries, refused };
}

/** A candidate without a fault has passed the whole schema. */
const entryOf = (id: string, { given }: Candidate) => ({ ...given, id }) as Entry;
