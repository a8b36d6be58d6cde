import { BEATS, type Beat } from '../glossary/beats';
import { readGlossaryFile } from '../glossary/read-file';
import type { Entry } from '../glossary/schema';
import { browser } from '../platform/browser';

/** What stands in a bundled beat's file, unchecked. */
export async function fetchBeatFile(beat: Beat): Promise<unknown> {
  const response = await fetch(browser.runtime.getURL(`glossary/${beat}.json`));
  return response.json();
}

async function loadBeat(beat: Beat): Promise<readonly Entry[]> {
  const reading = readGlossaryFile(await fetchBeatFile(beat));
  if (reading.ok) return reading.file.entries;
  const [fault] = reading.faults;
  throw new Error(`glossary/${beat}.json: ${fault?.entry} ${fault?.field}: ${fault?.message}`);
}

/** The bundled entries, beat by beat. A beat that cannot be read is left out and reported, the rest count. */
export async function loadBundledEntries(): Promise<Entry[]> {
  const loaded = await Promise.allSettled(BEATS.map(loadBeat));
  return loaded.flatMap((outcome) => {
    if (outcome.status === 'fulfilled') return outcome.value;
    console.error('Newsgloss left out part of its glossary:', outcome.reason);
    return [];
  });
}
