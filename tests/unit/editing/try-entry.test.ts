import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readInput } from '../../../lib/command-line/read-input';
import { Catalogue } from '../../../lib/editing/catalogue';
import { entriesIn, tryEntry } from '../../../lib/editing/try-entry';
import { type Warning, warningsFor } from '../../../lib/editing/warnings';
import { annotate, startStory } from '../../../lib/matching/annotate';
import { buildIndex } from '../../../lib/matching/build-index';
import { readBundledGlossary } from '../../../lib/packaging/bundled-glossary';
import { entryOf } from './invented';

const SAMPLE = fileURLToPath(new URL('../../fixtures/pages/sample-story.html', import.meta.url));

const story = (text: string) => ({
  blocks: [{ text, role: 'body' as const }],
  lang: 'en',
  date: '2024-01-01',
});

describe('trying an entry', () => {
  const before = entryOf('hills', { name: 'Hill Movement' });
  const rival = entryOf('rival', { name: 'Hillmen' });
  const catalogue = new Catalogue();
  catalogue.putGround([before, rival], 'beat');

  it.each<[string, Parameters<typeof entryOf>[1], string[]]>([
    ['nothing changed', {}, ['kept Hill Movement']],
    [
      'an alias was added',
      { aliases: [{ key: 'h', text: 'Upland Front' }] },
      ['kept Hill Movement', 'gained Upland Front'],
    ],
    ['the name was changed', { name: 'Upland Front' }, ['lost Hill Movement', 'gained Upland Front']],
  ])('says what was gained and lost where %s', (_, change, told) => {
    const now = entryOf('hills', { name: 'Hill Movement', ...change });
    const trial = tryEntry(catalogue, before, now, story('The Hill Movement met the Upland Front in Oslo.'));
    expect(trial.mentions.map(({ change: how, text }) => `${how} ${text}`)).toEqual(told);
  });

  it('says whose the text was before, and why a text is left alone', () => {
    const longer = entryOf('hills', { name: 'Hillmen of the North' });
    const { mentions } = tryEntry(catalogue, before, longer, story('Then the Hillmen of the North came.'));
    expect(mentions).toMatchObject([{ change: 'gained', text: 'Hillmen of the North', other: 'Hillmen' }]);
    const acronym = entryOf('hills', {
      name: 'Hill Movement',
      aliases: [{ key: 'h', text: 'HM', alone: 'no' }],
    });
    const { misses } = tryEntry(catalogue, before, acronym, story('He said HM was there.'));
    expect(misses).toMatchObject([{ text: 'HM', alias: 'HM' }]);
    expect(misses[0]?.reason).toBeTruthy();
  });

  it('comes to what the whole glossary comes to, on a real story', () => {
    const bundled = readBundledGlossary();
    const all = new Catalogue();
    all.putGround(bundled, 'beat');
    const { blocks, lang, date } = readInput(SAMPLE);
    const few = buildIndex(
      entriesIn(all, blocks)
        .map(({ entry }) => entry)
        .sort((a, b) => (all.rankOf(a.id) ?? 0) - (all.rankOf(b.id) ?? 0)),
    );
    const read = (index: typeof few) => annotate(index, blocks, startStory({ lang, date })).mentions;
    expect(read(few)).toEqual(read(buildIndex(bundled)));
    expect(read(few).length).toBeGreaterThan(20);
  });
});

describe('warnings', () => {
  const sound = {
    summary: 'A movement of the hills.',
    checked: '2024',
    sources: [
      { ref: 's1', title: 'A report', publisher: 'A Paper', url: 'https://paper.example/', date: '2025' },
    ],
  };
  const other = entryOf('other', { name: 'Islamic Front', ...sound });
  const told = (input: Parameters<typeof entryOf>[1]): string[] => {
    const entry = entryOf('hills', { name: 'Hill Movement', ...sound, ...input });
    const inWords = ({ rule, field, about }: Warning) => [rule, field, ...about].join(' ');
    return warningsFor(entry, [other], new Set(['dawn'])).map(inWords);
  };
  const fact = { key: 'f', type: 'event' as const, text: 'Fell', sources: ['s1'] };

  it.each<[string, Parameters<typeof entryOf>[1], string[]]>([
    ['a sound entry', {}, []],
    [
      'a name that another entry has',
      { aliases: [{ key: 'a', text: 'islamic front' }] },
      ['name-shared aliases.a islamic front Islamic Front'],
    ],
    [
      'one that cues tell apart',
      { aliases: [{ key: 'a', text: 'Islamic Front', for: [{ in: 'story', words: ['hills'] }] }] },
      ['shared-with-cues aliases.a Islamic Front Islamic Front'],
    ],
    [
      'two that read the same',
      {
        aliases: [
          { key: 'a', text: 'Jabal Front' },
          { key: 'b', text: 'Jabal-Front' },
        ],
      },
      ['alias-equal aliases.b Jabal-Front Jabal Front'],
    ],
    ['a common word', { aliases: [{ key: 'a', text: 'Dawn' }] }, ['common-word aliases.a Dawn']],
    [
      'a fact out of order',
      { facts: [{ ...fact, from: '2022', to: '2021' }] },
      ['ends-before facts.f 2021 2022'],
    ],
    ['a fact that nobody says', { facts: [{ ...fact, sources: [] }] }, ['cites-none facts.f']],
    ['no source at all', { sources: [] }, ['no-sources sources']],
    [
      'a relation to nobody',
      { relations: [{ key: 'r', kind: 'ally-of', with: 'nobody' }] },
      ['no-such-entry relations.r.with nobody'],
    ],
  ])('tell of %s', (_, input, warnings) => {
    expect(told(input)).toEqual(warnings);
  });
});
