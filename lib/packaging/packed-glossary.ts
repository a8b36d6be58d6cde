/**
 * The bundled glossary as the background reads it: its index, built beforehand, and where each entry lies
 * in the beats' files. Made anew where the glossary or the code that reads it has changed: that takes some
 * seconds.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { BEATS } from '../glossary/beats';
import type { Entry } from '../glossary/schema';
import { buildIndex } from '../matching/build-index';
import { type PlacedBeat, storedPlaces } from '../matching/index/entry-places';
import { GlossaryIndex, UNRANKED } from '../matching/index/glossary-index';
import { pack, unpack } from '../matching/index/pack';
import { storedIndexSchema } from '../matching/index/stored-index';
import { beatFile, readBundledGlossary, readEntries } from './bundled-glossary';
import { entrySpans } from './entry-spans';
import { InputError } from './input-error';
import { digestOf, filesBelow, keptFile } from './kept';

/** What the index and the places follow from. */
const SOURCES = ['public/glossary', 'lib/glossary', 'lib/matching', 'lib/text'];

let fingerprint: string | null = null;

/**
 * Of the bundled glossary and of the code that reads it: an index with another one is of no use. Taken once a
 * process, whose code is of that moment too: it reads some twenty megabytes.
 */
export function glossaryFingerprint(): string {
  fingerprint ??= digestOf(filesBelow(...SOURCES));
  return fingerprint;
}

const keptAs = (name: string) => ({ name, digest: glossaryFingerprint(), ending: 'bin' });
const indexFile = () =>
  keptFile(keptAs('glossary-index'), () => pack(buildIndex(readBundledGlossary()).stored()));
const placesFile = () => keptFile(keptAs('glossary-places'), () => pack(storedPlaces(placedBeats())));

function placedBeats(): PlacedBeat[] {
  return BEATS.map((beat) => {
    const { bytes, shownName } = beatFile(beat);
    const entries = readEntries(bytes, shownName);
    const spans = entrySpans(bytes);
    return {
      beat,
      entries: entries.map((entry, i) => {
        const { start, end } = spans[i] ?? { start: 0, end: 0 };
        const lies: unknown = JSON.parse(bytes.subarray(start, end).toString());
        if ((lies as { id?: unknown }).id !== entry.id)
          throw new InputError(`${shownName}: ${entry.id} is not where it was looked for`);
        return { entry, start, end };
      }),
    };
  });
}

function bundledIndex(): GlossaryIndex {
  const packed = Uint8Array.from(readFileSync(indexFile()));
  return new GlossaryIndex(v.parse(storedIndexSchema, unpack(packed.buffer)));
}

/**
 * An index of the bundled glossary with further entries behind it, or in the place of those that have the
 * same id; of two with one id the later counts.
 *
 * @throws InputError where a file of the bundled glossary is missing or faulty.
 */
export function bundledIndexWith(added: readonly Entry[]): GlossaryIndex {
  const index = bundledIndex();
  const ranks = new Map<string, number>();
  let behind = index.size;
  for (const { id } of added) {
    const place = index.placeOf(id);
    // In an index that nothing has been put into yet, an entry's place is its rank.
    if (index.entry(place)?.id === id) ranks.set(id, place);
    else if (!ranks.has(id)) ranks.set(id, behind++);
  }
  for (const entry of added) index.put(entry, ranks.get(entry.id) ?? UNRANKED);
  return index;
}

/** What the extension carries of it beside the beats' files. */
export function glossaryFiles(): { readonly relativeDest: string; readonly absoluteSrc: string }[] {
  return [
    { relativeDest: 'glossary/index.bin', absoluteSrc: fileURLToPath(indexFile()) },
    { relativeDest: 'glossary/places.bin', absoluteSrc: fileURLToPath(placesFile()) },
  ];
}
