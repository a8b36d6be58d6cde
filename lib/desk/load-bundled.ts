import { BEATS, type Beat } from '../glossary/beats';
import { readGlossaryFile } from '../glossary/read-file';
import type { Entry } from '../glossary/schema';
import { fetchOwnFile } from '../platform/own-files';

/** A bundled file: its beat, that in words, and its entries. */
export interface BundledBeat {
  readonly beat: Beat;
  readonly title: string;
  readonly entries: readonly Entry[];
}

const fetchBeat = (beat: Beat) => fetchOwnFile(`glossary/${beat}.json`);

/** What stands in a bundled beat's file, unchecked. */
export async function fetchBeatFile(beat: Beat): Promise<unknown> {
  const response = await fetchBeat(beat);
  return response.json();
}

function readBeat(beat: Beat, file: unknown): BundledBeat {
  const reading = readGlossaryFile(file);
  if (reading.ok) return { beat, title: reading.file.title ?? beat, entries: reading.file.entries };
  const [fault] = reading.faults;
  throw new Error(`glossary/${beat}.json: ${fault?.entry} ${fault?.field}: ${fault?.message}`);
}

/**
 * Tells of one beat after the other, each as soon as it is read, so that a page can begin with the first.
 * One that cannot be read is left out and reported.
 */
export async function eachBundledBeat(onBeat: (beat: BundledBeat) => void): Promise<void> {
  const responses = BEATS.map((beat) => [beat, fetchBeat(beat)] as const);
  for (const [, response] of responses) response.catch(() => undefined);
  for (const [beat, response] of responses) {
    try {
      onBeat(readBeat(beat, await (await response).json()));
    } catch (error) {
      console.error('Newsgloss left out part of its glossary:', error);
    }
    // What was told can be painted before the next one is read.
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** The bytes of one of the extension's files. */
export async function fetchBytes(path: string): Promise<ArrayBuffer> {
  const response = await fetchOwnFile(path);
  return response.arrayBuffer();
}

/** The common words of English, one of which is a poor name by itself. */
export async function loadCommonWords(): Promise<ReadonlySet<string>> {
  const response = await fetchOwnFile('common-words.txt');
  return new Set((await response.text()).split('\n'));
}
