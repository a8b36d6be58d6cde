import { BEATS } from '../glossary/beats';
import { readGlossaryFile } from '../glossary/read-file';
import type { Entry } from '../glossary/schema';

/**
 * The bundled entries, in a worker, which has none of the extension's interfaces: the files lie beside
 * its own. One that cannot be read would make every entry of it look new, so then there are none at all.
 */
export async function fetchBundled(): Promise<readonly Entry[]> {
  const beats = await Promise.all(
    BEATS.map(async (beat) => {
      const response = await fetch(new URL(`/glossary/${beat}.json`, location.origin));
      const reading = readGlossaryFile(await response.json());
      if (!reading.ok) throw new Error(`glossary/${beat}.json cannot be read`);
      return reading.file.entries;
    }),
  );
  return beats.flat();
}
