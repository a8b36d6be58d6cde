import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FirstWords } from '../../../../lib/matching/index/first-words';
import { PhraseNodes } from '../../../../lib/matching/index/phrase-nodes';
import { hashFolded } from '../../../../lib/text/words';

const words = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, i) => hashFolded(`${prefix}${i}`));

describe('the words with which phrases begin', () => {
  it('are never denied, also where more come than were expected, and after a load', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { maxLength: 400 }), (hashes) => {
        const nodes = new PhraseNodes();
        for (const hash of hashes) nodes.reach([hash, 1]);
        const loaded = new PhraseNodes(nodes.stored());
        return hashes.every((hash) => nodes.mayBegin(hash) && loaded.mayBegin(hash));
      }),
    );
  });

  it('are not those that only follow', () => {
    const nodes = new PhraseNodes();
    nodes.reach([1, 2, 3]);
    expect([1, 2, 3].map((hash) => nodes.mayBegin(hash))).toEqual([true, false, false]);
  });

  it.each([100, 5_000, 60_000])('of %i, few others are taken for one', (count) => {
    const held = new FirstWords(count);
    for (const hash of words(count, 'held')) held.add(hash);
    const mistaken = words(10_000, 'other').filter((hash) => held.mayHave(hash));
    expect(mistaken.length).toBeLessThan(10_000 / 7);
  });
});
