import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PackagedGlossary } from '../../../lib/desk/packaged-glossary';
import { BEATS } from '../../../lib/glossary/beats';
import { buildIndex } from '../../../lib/matching/build-index';
import { pack } from '../../../lib/matching/index/pack';
import { readBundledGlossary } from '../../../lib/packaging/bundled-glossary';
import { glossaryFiles } from '../../../lib/packaging/packed-glossary';

const made = new Map(glossaryFiles().map(({ relativeDest, absoluteSrc }) => [relativeDest, absoluteSrc]));
const publicFolder = new URL('../../../public/', import.meta.url);
const all = readBundledGlossary();
const idOf = (rank: number) => all[rank]?.id ?? '';

/** The files of the extension, each read anew. */
async function readBytes(path: string): Promise<ArrayBuffer> {
  return Uint8Array.from(readFileSync(made.get(path) ?? new URL(path, publicFolder))).buffer;
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

describe('the bundled glossary in the extension’s files', () => {
  it('has an index as one that is built of all its entries', async () => {
    const index = await new PackagedGlossary(readBytes).index();
    expect(Buffer.compare(pack(index.stored()), pack(buildIndex(all).stored()))).toBe(0);
  });

  it('gives any of its entries as the whole has it, with its place in the order', async () => {
    const ranks = all.flatMap((_, rank) => (rank % 17 === 0 ? [rank] : []));
    const found = await new PackagedGlossary(readBytes).entriesWith(ranks.map(idOf));
    expect(found).toEqual(ranks.map((rank) => ({ rank, entry: all[rank] })));
  });

  it('knows an entry by an id that it had before, and gives it once', async () => {
    const renamed = all.find(({ formerIds }) => formerIds.length > 0);
    if (!renamed) throw new Error('no entry of the glossary has had another id');
    const bundled = new PackagedGlossary(readBytes);
    const found = await bundled.entriesWith([...renamed.formerIds, renamed.id, 'nobody-at-all']);
    expect(found.map(({ entry }) => entry)).toEqual([renamed]);
  });

  it('leaves out a beat whose file cannot be read, and reads it once it can be', async () => {
    let isThere = false;
    const bundled = new PackagedGlossary(async (path) => {
      if (path === `glossary/${BEATS[0]}.json` && !isThere) throw new Error('gone');
      return readBytes(path);
    });
    const ends = [idOf(0), idOf(all.length - 1)];
    const namesOf = async () => (await bundled.entriesWith(ends)).map(({ entry }) => entry.id);
    expect(await namesOf()).toEqual([ends[1]]);
    isThere = true;
    expect(await namesOf()).toEqual(ends);
  });

  it('does not fetch a file again for the next card', async () => {
    const fetched = vi.fn(readBytes);
    const bundled = new PackagedGlossary(fetched);
    await bundled.entriesWith([idOf(0)]);
    await bundled.entriesWith([idOf(1)]);
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it('fetches each file once for a card that names entries of all beats, in turn', async () => {
    const fetched = vi.fn(readBytes);
    // About one of each beat, and again, ten times.
    const ids = Array.from({ length: 10 * BEATS.length }, (_, i) => idOf((i * 997) % all.length));
    await new PackagedGlossary(fetched).entriesWith(ids);
    expect(fetched).toHaveBeenCalledTimes(1 + BEATS.length);
  });
});
