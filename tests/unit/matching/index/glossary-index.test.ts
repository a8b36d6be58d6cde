import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../lib/glossary/schema';
import { annotate, startStory } from '../../../../lib/matching/annotate';
import { buildIndex } from '../../../../lib/matching/build-index';
import { GlossaryIndex, UNRANKED } from '../../../../lib/matching/index/glossary-index';
import { hashFolded } from '../../../../lib/text/words';
import { entry, TEST_ENTRIES } from '../test-glossary';

const STORY = { lang: 'en', date: null };

function mentionsIn(index: GlossaryIndex, text: string) {
  return annotate(index, [{ text, role: 'body' }], startStory(STORY)).mentions;
}

const namedIn = (index: GlossaryIndex, text: string) => mentionsIn(index, text).map((one) => one.entryId);

/** Every name of the test glossary once, and what speaks for and against the ambiguous ones. */
const EVERY_NAME = TEST_ENTRIES.flatMap((one) => [
  `It was ${one.name}’s day.`,
  ...one.aliases.map((alias) => `In Pakistan, Idlib and Damascus ${alias.text} said so. `),
]).join('\n');

const fromAlone = (entries: readonly Entry[]) => {
  const index = new GlossaryIndex();
  for (const one of entries) index.put(one, UNRANKED);
  return index;
};

describe('an index', () => {
  it('that was stored and loaded finds the same, and goes on from there', () => {
    const index = buildIndex(TEST_ENTRIES);
    // As a database clones it.
    const loaded = new GlossaryIndex(structuredClone(index.stored()));
    expect(mentionsIn(loaded, EVERY_NAME)).toEqual(mentionsIn(index, EVERY_NAME));
    expect(mentionsIn(loaded, EVERY_NAME).length).toBeGreaterThan(TEST_ENTRIES.length);
    for (const one of [index, loaded]) {
      one.remove('taliban');
      one.put(entry('quuxia', 'place', 'Quuxia'), UNRANKED);
    }
    const text = `${EVERY_NAME}\nQuuxia fell.`;
    expect(mentionsIn(loaded, text)).toEqual(mentionsIn(index, text));
    expect(namedIn(loaded, text)).toContain('quuxia');
    expect(namedIn(loaded, text)).not.toContain('taliban');
  });

  it('that was changed entry by entry finds what one built of the outcome finds', { timeout: 60_000 }, () => {
    const variants = TEST_ENTRIES.slice(0, 30).flatMap((one): Entry[] => [
      one,
      { ...one, aliases: one.aliases.slice(1) },
      entry(one.id, 'organisation', `${one.name} Inc.`),
      entry(`own-${one.id}`, 'term', one.name, [['Washington, D.C.', { case: 'exact' }]]),
    ]);
    const change = fc.record({ one: fc.constantFrom(...variants), isRemoved: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const index = buildIndex(TEST_ENTRIES);
        const rankOf = (id: string) => TEST_ENTRIES.findIndex((one) => one.id === id);
        const outcome = new Map(TEST_ENTRIES.map((one) => [one.id, one]));
        for (const { one, isRemoved } of changes) {
          if (isRemoved) {
            index.remove(one.id);
            outcome.delete(one.id);
          } else {
            // Not found is UNRANKED.
            index.put(one, rankOf(one.id));
            outcome.set(one.id, one);
          }
        }
        const built = new GlossaryIndex();
        for (const one of outcome.values()) built.put(one, rankOf(one.id));
        expect(mentionsIn(index, EVERY_NAME)).toEqual(mentionsIn(built, EVERY_NAME));
        expect(index.size).toBe(outcome.size);
      }),
      { numRuns: 20 },
    );
  });

  it('lets unranked entries follow the ranked ones, by their ids', () => {
    const [zulu, alpha] = [entry('zulu', 'place', 'Quux'), entry('alpha', 'place', 'Quux')];
    expect(namedIn(fromAlone([zulu, alpha]), 'In Quux.')).toEqual(['alpha']);
    const index = fromAlone([alpha]);
    index.put(zulu, 7);
    expect(namedIn(index, 'In Quux.')).toEqual(['zulu']);
  });

  it('tells words apart whose hashes are the same', () => {
    expect(hashFolded('costarring')).toBe(hashFolded('liquid'));
    const index = buildIndex([
      entry('a', 'term', 'Costarring Union'),
      entry('b', 'term', 'Quux', [['Quuxer', { alone: 'no', for: [{ in: 'block', words: ['macallums'] }] }]]),
    ]);
    expect(namedIn(index, 'The Liquid Union met.')).toEqual([]);
    expect(namedIn(index, 'The Costarring Union met.')).toEqual(['a']);
    expect(namedIn(index, 'A Quuxer may declinate.')).toEqual([]);
    expect(namedIn(index, 'A Quuxer saw macallums.')).toEqual(['b']);
  });

  it('relates entries both ways round, by former ids too, for as long as both are there', () => {
    const index = buildIndex([
      entry('a', 'group', 'A-group', [], { relations: [{ key: 'r', kind: 'part-of', with: 'b-once' }] }),
      entry('b', 'group', 'B-group', [], { formerIds: ['b-once'] }),
      entry('c', 'person', 'Carl C', [], {
        facts: [{ key: 'f', type: 'post', office: 'Head', body: { entry: 'b' }, sources: [] }],
      }),
    ]);
    const related = (id: string) =>
      [...index.relatedTo(index.placeOf(id))].map((place) => index.entry(place)?.id).sort();
    expect(related('a')).toEqual(['b']);
    expect(related('b')).toEqual(['a', 'c']);
    expect(related('c')).toEqual(['b']);
    index.remove('c');
    expect(related('b')).toEqual(['a']);
    index.remove('b');
    expect(related('a')).toEqual([]);
  });

  it('is the same after an entry was changed and changed back', () => {
    const index = buildIndex(TEST_ENTRIES);
    const before = mentionsIn(index, EVERY_NAME);
    const [first] = TEST_ENTRIES;
    if (!first) throw new Error('the test glossary has entries');
    index.put(entry(first.id, 'group', 'Something Else, Inc.'), 0);
    expect(mentionsIn(index, EVERY_NAME)).not.toEqual(before);
    index.put(first, 0);
    expect(mentionsIn(index, EVERY_NAME)).toEqual(before);
  });
});
