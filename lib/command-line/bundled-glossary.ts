import { readFileSync } from 'node:fs';
import { BEATS } from '../glossary/beats';
import { readGlossaryFile } from '../glossary/read-file';
import type { Entry } from '../glossary/schema';
import { UsageError } from './usage-error';

const BUNDLED = new URL('../../public/glossary/', import.meta.url);

/**
 * The entries of one glossary file.
 * @throws UsageError that names the file and its first fault.
 */
export function readEntries(file: string | URL, shownName: string): readonly Entry[] {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${shownName}: cannot be read as JSON: ${reasonOf(error)}`);
  }
  const reading = readGlossaryFile(data);
  if (reading.ok) return reading.file.entries;
  const [first, ...others] = reading.faults;
  const place = [first?.entry, first?.field].filter(Boolean).join(': ');
  const rest = others.length > 0 ? ` (and ${others.length} more)` : '';
  throw new UsageError(
    `${shownName}: not a glossary: ${place ? `${place}: ` : ''}${first?.message ?? ''}${rest}`,
  );
}

/** One line on why something failed. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}

/**
 * The glossary that the extension brings, in the extension's order.
 * @throws UsageError where a file of it is missing or faulty.
 */
export function readBundledGlossary(): Entry[] {
  return BEATS.flatMap((beat) =>
    readEntries(new URL(`${beat}.json`, BUNDLED), `public/glossary/${beat}.json`),
  );
}

/** `entries` with those of `added` behind them, or in the place of the entry that has the same id. */
export function withEntries(entries: readonly Entry[], added: readonly Entry[]): Entry[] {
  const byId = new Map([...entries, ...added].map((entry) => [entry.id, entry]));
  return [...byId.values()];
}
