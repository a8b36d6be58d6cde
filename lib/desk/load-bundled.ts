import { BEATS, type Beat } from '../glossary/beats';
import { readGlossaryFile } from '../glossary/read-file';
import type { Entry } from '../glossary/schema';
import { browser } from '../platform/browser';

async function loadBeat(beat: Beat): Promise<readonly Entry[]> {
  const response = await fetch(browser.runtime.getURL(`glossary/${beat}.json`));
  const reading = readGlossaryFile(await response.json());
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
