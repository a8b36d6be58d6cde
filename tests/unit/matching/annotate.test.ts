import { describe, expect, it } from 'vitest';
import { annotate, startStory } from '../../../lib/matching/annotate';
import { buildIndex } from '../../../lib/matching/build-index';
import { blocksOf, markedWith } from './marked-story';
import { entry, TEST_INDEX } from './test-glossary';

const STORY = { lang: 'en', date: null };

describe('a story in several calls', () => {
  it('counts blocks over all calls', () => {
    const first = annotate(TEST_INDEX, blocksOf('Kabul ¶ Nothing'), startStory(STORY));
    const second = annotate(TEST_INDEX, blocksOf('Kandahar'), first.context);
    expect(second.mentions.map((one) => one.block)).toEqual([2]);
    expect(second.revised).toEqual([]);
  });

  it('revises a headline’s surname once the full name comes', () => {
    const first = annotate(TEST_INDEX, blocksOf('# Kugelman on Kabul'), startStory(STORY));
    expect(first.mentions.map((one) => one.entryId)).toEqual(['kabul']);
    const second = annotate(TEST_INDEX, blocksOf('Michael Kugelman spoke.'), first.context);
    expect(second.revised).toMatchObject([
      { block: 0, mentions: [{ entryId: 'kugelman' }, { entryId: 'kabul' }] },
    ]);
  });

  it('revises by taking away', () => {
    const first = annotate(TEST_INDEX, blocksOf('From Idlib: HTS rules.'), startStory(STORY));
    expect(first.mentions.map((one) => one.entryId)).toContain('hts');
    const second = annotate(TEST_INDEX, blocksOf('the Harmonized Tariff Schedule (HTS)'), first.context);
    expect(second.revised).toEqual([{ block: 0, mentions: [] }]);
  });

  it('revises possible to sure', () => {
    const first = annotate(TEST_INDEX, blocksOf('The Taliban and TTP met.'), startStory(STORY));
    expect(first.mentions.map((one) => one.sense)).toEqual(['sure', 'possible']);
    const second = annotate(TEST_INDEX, blocksOf('The Pakistani Taliban came.'), first.context);
    expect(second.revised[0]?.mentions.map((one) => one.sense)).toEqual(['sure', 'sure']);
  });

  it('keeps no text of the story but names', () => {
    const text = 'An unusual sentence about Kabul and nothing else.';
    const { context } = annotate(TEST_INDEX, blocksOf(text), startStory(STORY));
    const kept = JSON.stringify(context);
    expect(kept).toContain('kabul');
    expect(kept).not.toMatch(/unusual|sentence|nothing/);
  });

  it('survives JSON and the structured clone', () => {
    const { context } = annotate(TEST_INDEX, blocksOf('Michael Kugelman on HTS (Idlib)'), startStory(STORY));
    expect(JSON.parse(JSON.stringify(context))).toEqual(context);
    expect(structuredClone(context)).toEqual(context);
  });

  it('finds nothing in nothing', () => {
    expect(annotate(TEST_INDEX, [], startStory(STORY)).mentions).toEqual([]);
    expect(annotate(buildIndex([]), blocksOf('Kabul'), startStory(STORY)).mentions).toEqual([]);
  });
});

describe('entries that share a name', () => {
  const told = { summary: 'A country.' };
  const marked = (entries: Parameters<typeof buildIndex>[0], story: string) => {
    const blocks = blocksOf(story);
    return markedWith(blocks, annotate(buildIndex(entries), blocks, startStory(STORY)).mentions);
  };
  const ruled = entry('country', 'place', 'Georgia', [['Georgia', { alone: 'no' }]], told);

  it('gives the earlier one, where nothing decides', () => {
    const entries = [entry('first', 'term', 'Quux', [], told), entry('second', 'term', 'Quux', [], told)];
    expect(marked(entries, 'a Quux')).toBe('a [Quux=first]');
  });

  it('lets no bare name stand beside an earlier one with rules', () => {
    expect(marked([ruled, entry('bare', 'place', 'Georgia')], 'in Georgia')).toBe('in Georgia');
  });

  it('lets a described entry stand beside it', () => {
    expect(marked([ruled, entry('cat', 'term', 'Georgia', [], told)], 'in Georgia')).toBe('in [Georgia=cat]');
  });

  it('gives the one for which the story speaks', () => {
    const cue = [{ in: 'block' as const, words: ['bank'] }];
    const river = entry('river', 'place', 'Quux', [['Quux', { for: cue }]], told);
    expect(marked([entry('firm', 'organisation', 'Quux', [], told), river], 'the bank of the Quux')).toBe(
      'the bank of the [Quux=river]',
    );
  });

  it('gives a bare name where the story defines it', () => {
    const institute = entry('institute', 'organisation', 'Institute of Quuxes', ['IQ']);
    const first = entry('iq', 'term', 'Intelligence quotient', [['IQ', { case: 'exact' }]], told);
    expect(marked([first, institute], 'the Institute of Quuxes (IQ), whose IQ')).toBe(
      'the [Institute of Quuxes=institute] ([IQ=institute]), whose [IQ=institute]',
    );
  });

  it('takes the first of two entries with one id', () => {
    expect(marked([entry('a', 'term', 'Quux'), entry('a', 'term', 'Corge')], 'a Quux, no Corge')).toBe(
      'a [Quux=a], no Corge',
    );
  });
});

describe('former names', () => {
  it('finds a name that is no longer, or not yet, in use', () => {
    const dated = entry('front', 'group', 'Quux', [['Old Quux Front', { from: '2012', to: '2016-07' }]]);
    const blocks = blocksOf('the Old Quux Front');
    for (const date of ['2010-01-01', '2014-01-01', '2020-01-01']) {
      const { mentions } = annotate(buildIndex([dated]), blocks, startStory({ lang: 'en', date }));
      expect(mentions.map((one) => one.entryId)).toEqual(['front']);
    }
  });
});

describe('forms that match only as written', () => {
  const exact = { case: 'exact' as const };
  const group = entry('isis', 'group', 'Quux State', [
    ['ISIS', exact],
    ['Isis', { ...exact, alone: 'yes' }],
  ]);
  const fund = entry('imf', 'organisation', 'Fund of Quux', [
    ['FMI', { ...exact, lang: 'fr' }],
    ['FMI', { ...exact, lang: 'es' }],
  ]);
  const idsIn = (text: string, lang: string) =>
    annotate(buildIndex([group, fund]), blocksOf(text), startStory({ lang, date: null })).mentions.map(
      (one) => one.entryId,
    );

  it('are several where they differ in case', () => {
    expect(idsIn('fighters of ISIS, or Isis, but no isis', 'en')).toEqual(['isis', 'isis']);
  });

  it('are for every language that lists them', () => {
    expect(idsIn('le FMI prévoit', 'fr')).toEqual(['imf']);
    expect(idsIn('el FMI prevé', 'es')).toEqual(['imf']);
  });
});

describe('a long story', () => {
  const lone = 'They say Turkey is big. ';
  const filler = 'And so the story went on and on without a name of any kind in it. '.repeat(20);

  it('is silent on a name with other senses that it names alone', () => {
    const { mentions } = annotate(TEST_INDEX, blocksOf(`${lone}${filler}`), startStory(STORY));
    expect(mentions).toEqual([]);
  });

  it('speaks where it names other things', () => {
    const { mentions } = annotate(TEST_INDEX, blocksOf(`${lone}${filler} So did Iran.`), startStory(STORY));
    expect(mentions.map((one) => one.entryId)).toEqual(['turkey', 'iran']);
  });
});
