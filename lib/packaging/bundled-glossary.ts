import { readFileSync } from 'node:fs';
import { BEATS, type Beat } from '../glossary/beats';
import { readGlossaryFile } from '../glossary/read-file';
import type { Entry } from '../glossary/schema';
import { InputError } from './input-error';
import { ROOT } from './kept';

const BUNDLED = new URL('public/glossary/', ROOT);

/** A beat's file, and how messages call it. Throws InputError where it is not there. */
export function beatFile(beat: Beat): { readonly bytes: Buffer; readonly shownName: string } {
  const shownName = `public/glossary/${beat}.json`;
  return { bytes: readBytes(new URL(`${beat}.json`, BUNDLED), shownName), shownName };
}

/**
 * The bytes of a file.
 * @throws InputError that names it.
 */
function readBytes(file: string | URL, shownName: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new InputError(`${shownName}: cannot be read: ${reasonOf(error)}`);
  }
}

/**
 * The entries of a glossary file.
 * @throws InputError that names the file and its first fault.
 */
export const readGlossaryAt = (file: string): readonly Entry[] => readEntries(readBytes(file, file), file);

/**
 * The entries of a glossary file's bytes.
 * @throws InputError that names the file and its first fault.
 */
export function readEntries(bytes: Buffer, shownName: string): readonly Entry[] {
  let data: unknown;
  try {
    data = JSON.parse(bytes.toString());
  } catch (error) {
    throw new InputError(`${shownName}: cannot be read as JSON: ${reasonOf(error)}`);
  }
  const reading = readGlossaryFile(data);
  if (reading.ok) return reading.file.entries;
  const [first, ...others] = reading.faults;
  const place = [first?.entry, first?.field].filter(Boolean).join(': ');
  const rest = others.length > 0 ? ` (and ${others.length} more)` : '';
  throw new InputError(
    `${shownName}: not a glossary: ${place ? `${place}: ` : ''}${first?.message ?? ''}${rest}`,
  );
}

/** One line on why something failed. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}

/**
 * The glossary that the extension brings, in the extension's order.
 * @throws InputError where a file of it is missing or faulty.
 */
export function readBundledGlossary(): Entry[] {
  return BEATS.flatMap((beat) => {
    const { bytes, shownName } = beatFile(beat);
    return readEntries(bytes, shownName);
  });
}

/** `entries` with those of `added` behind them, or in the place of the entry that has the same id. */
export function withEntries(entries: readonly Entry[], added: readonly Entry[]): Entry[] {
  const byId = new Map([...entries, ...added].map((entry) => [entry.id, entry]));
  return [...byId.values()];
}
