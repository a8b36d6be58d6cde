import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { checkCommonWords } from '../../../lib/glossary/audit/aliases';
import { auditGlossary } from '../../../lib/glossary/audit/audit';
import { countByYear, isFull, tallyOf } from '../../../lib/glossary/audit/tally';
import { type EntryInput, entrySchema } from '../../../lib/glossary/schema';

const entryOf = (input: Partial<EntryInput> & { id: string }) =>
  v.parse(entrySchema, {
    kind: 'group',
    name: `The ${input.id} movement`,
    summary: `A movement that serves as the example ${input.id}.`,
    checked: '2024',
    sources: [
      { ref: 's1', title: 'A report', publisher: 'A Paper', url: 'https://paper.example/', date: '2025' },
    ],
    ...input,
  });

const faultsOf = (inputs: readonly (Partial<EntryInput> & { id: string })[], words: readonly string[] = []) =>
  auditGlossary(
    inputs.map((input) => ({ file: 'a.json', entry: entryOf(input) })),
    [checkCommonWords(new Set(words))],
  ).map(({ entryId, field, message }) => `${entryId}: ${field}: ${message}`);

const source = (url: string) => ({ ref: 's1', title: 'A text', publisher: 'A Writer', url });

const alias = (text: string, more: object = {}) => ({
  key: text.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
  text,
  ...more,
});
const event = (key: string, more: object = {}) => ({
  key,
  type: 'event' as const,
  text: 'Met in a town',
  from: '2020',
  sources: ['s1'],
  ...more,
});
const leader = (key: string, more: object = {}) => ({
  key,
  type: 'post' as const,
  office: 'Leader',
  body: { entry: 'a' },
  leads: true,
  sources: ['s1'],
  ...more,
});

describe('auditGlossary', () => {
  it('finds nothing in an address that only contains a host of blogs', () => {
    expect(faultsOf([{ id: 'a', sources: [source('https://wordpress.com.paper.example/x.com')] }])).toEqual(
      [],
    );
  });

  it('finds nothing in sound entries', () => {
    expect(
      faultsOf([
        { id: 'a', facts: [event('met')] },
        { id: 'b', relations: [{ key: 'r', kind: 'ally-of', with: 'a' }] },
      ]),
    ).toEqual([]);
  });

  it.each<[string, (Partial<EntryInput> & { id: string })[], string]>([
    ['an id used twice', [{ id: 'a' }, { id: 'a', name: 'Other' }], 'a: id: "a" is also an id of a.json: a'],
    [
      'a former id that another has',
      [{ id: 'a' }, { id: 'b', formerIds: ['a'] }],
      'b: id: "a" is also an id',
    ],
    ['a key used twice', [{ id: 'a', facts: [event('met'), event('met')] }], 'a: facts.met: stands twice'],
    [
      'a relation to nowhere',
      [{ id: 'a', relations: [{ key: 'r', kind: 'ally-of', with: 'z' }] }],
      'a: relations.r.with: no entry "z"',
    ],
    [
      'a relation to itself',
      [{ id: 'a', relations: [{ key: 'r', kind: 'ally-of', with: 'a' }] }],
      'relates the entry to itself',
    ],
    [
      'a symmetric relation stored on both sides',
      [
        { id: 'a', relations: [{ key: 'r', kind: 'rival-of', with: 'b' }] },
        { id: 'b', relations: [{ key: 'r', kind: 'rival-of', with: 'a' }] },
      ],
      'b: relations.r: is stored already, on a',
    ],
    ['a post in no entry', [{ id: 'b', facts: [leader('p')] }], 'b: facts.p.body: no entry "a"'],
    [
      'a fact without a source',
      [{ id: 'a', facts: [event('met', { sources: [] })] }],
      'a: facts.met: cites no source',
    ],
    ['a source that is not there', [{ id: 'a', facts: [event('met', { sources: ['s2'] })] }], 'cites "s2"'],
    ['no source at all', [{ id: 'a', sources: [] }], 'a: sources: has none'],
    [
      'a source on a host of blogs',
      [{ id: 'a', sources: [source('https://news-again.blogspot.com/2017/08/a.html')] }],
      'a: sources.s1: is at blogspot.com, where anyone publishes',
    ],
    [
      'a source in an encyclopedia that its readers write',
      [{ id: 'a', sources: [source('https://en.wikipedia.org/wiki/Kabul')] }],
      'a: sources.s1: is at wikipedia.org',
    ],
    ['no checked date', [{ id: 'a', checked: undefined }], 'a: checked: is missing'],
    [
      'a checked date later than every source',
      [{ id: 'a', checked: '2026-02' }],
      'a: checked: is later than the newest source, of 2025-12-31',
    ],
    [
      'an end before the beginning',
      [{ id: 'a', facts: [event('met', { from: '2020-03', to: '2020-02' })] }],
      'a: facts.met: ends (2020-02) before it begins',
    ],
    [
      'a disclosure before the event',
      [{ id: 'a', facts: [event('met', { disclosed: '2019' })] }],
      'a: facts.met.disclosed',
    ],
    [
      'two holders of one office at once',
      [
        { id: 'a' },
        { id: 'p', facts: [leader('x', { from: '2019', to: '2022' })] },
        { id: 'q', facts: [leader('y', { from: '2020' })] },
      ],
      'p: facts.x: Leader at the same time as q',
    ],
    [
      'aliases that fold to the same',
      [{ id: 'a', aliases: [alias('al-Qaida'), alias('Al Qa’ida')] }],
      'folds to the same as “al-Qaida”',
    ],
    [
      'an alias that two entries have',
      [
        { id: 'a', aliases: [alias('Daesh')] },
        { id: 'b', aliases: [alias('DAESH')] },
      ],
      'b: aliases.daesh: “DAESH” also names a',
    ],
    [
      'a name that another has as alias',
      [
        { id: 'a', name: 'Bandar' },
        { id: 'b', aliases: [alias('Bandar')] },
      ],
      'also names a',
    ],
    ['no summary', [{ id: 'a', summary: undefined }], 'a: summary: is missing'],
    [
      'a summary that will not stay true',
      [{ id: 'a', summary: 'The current ruling movement of the land.' }],
      '"current" will not stay true',
    ],
    [
      'a word that takes a side',
      [{ id: 'a', background: [{ text: 'Its notorious chief fled.', sources: ['s1'] }] }],
      '"notorious" takes a side',
    ],
    [
      'a sentence told twice',
      ['a', 'b'].map((id) => ({
        id,
        background: [{ text: 'It has fought the army of the north since the war began.', sources: ['s1'] }],
      })),
      'b: background[0]: is the sentence of a background[0]',
    ],
  ])('finds %s', (_name, inputs, fault) => {
    expect(faultsOf(inputs).join('\n')).toContain(fault);
  });

  it.each<[string, (Partial<EntryInput> & { id: string })[]]>([
    [
      'a shared alias with cues',
      [
        { id: 'a', aliases: [alias('Daesh')] },
        { id: 'b', aliases: [alias('Daesh', { for: [{ in: 'story', words: ['Kabul'] }] })] },
      ],
    ],
    [
      'a shared alias in different languages',
      [
        { id: 'a', aliases: [alias('Ligue', { lang: 'fr' })] },
        { id: 'b', aliases: [alias('Ligue', { lang: 'de' })] },
      ],
    ],
    [
      'an acronym beside a word',
      [{ id: 'a', aliases: [alias('ISIS', { case: 'exact' }), { key: 'isis-2', text: 'Isis' }] }],
    ],
    [
      'a handover within one year',
      [
        { id: 'a' },
        { id: 'p', facts: [leader('x', { from: '2019', to: '2020' })] },
        { id: 'q', facts: [leader('y', { from: '2020' })] },
      ],
    ],
    [
      'a disputed office',
      [
        { id: 'a' },
        {
          id: 'p',
          facts: [leader('x', { from: '2019', disputed: { text: 'Q says he is.', sources: ['s1'] } })],
        },
        { id: 'q', facts: [leader('y', { from: '2020' })] },
      ],
    ],
    [
      'deputies, who may be several',
      [
        { id: 'a' },
        ...['p', 'q'].map((id) => ({ id, facts: [leader('x', { from: '2019', office: 'Deputy leader' })] })),
      ],
    ],
    [
      'a word in quotation marks',
      [{ id: 'a', background: [{ text: 'He spoke of “radical” change.', sources: ['s1'] }] }],
    ],
    [
      'the words of a designation',
      [
        {
          id: 'a',
          background: [{ text: 'Canada listed it as a terrorist group in 2020.', sources: ['s1'] }],
        },
      ],
    ],
  ])('passes %s', (_name, inputs) => {
    expect(faultsOf(inputs)).toEqual([]);
  });

  it('wants cues for a name that is an English word, unless the case tells', () => {
    expect(faultsOf([{ id: 'a', name: 'Turkey' }], ['turkey'])).toEqual([
      'a: name: “Turkey” is an English word: give it cues',
    ]);
    expect(faultsOf([{ id: 'a', name: 'WHO', aliases: [alias('WHO', { case: 'exact' })] }], ['who'])).toEqual(
      [],
    );
    expect(faultsOf([{ id: 'a', kind: 'term', name: 'Caliphate' }], ['caliphate'])).toEqual([]);
  });
});

describe('the tally', () => {
  const full = entryOf({
    id: 'a',
    background: [{ text: 'It began in the north.', sources: ['s1'] }],
    facts: [event('met'), event('left')],
    relations: [{ key: 'r', kind: 'ally-of', with: 'b' }],
    sources: ['One', 'Two'].map((publisher, index) => ({
      ref: `s${index + 1}`,
      title: 'T',
      publisher,
      url: 'https://paper.example/',
    })),
  });

  it('counts full and brief entries', () => {
    expect(isFull(full)).toBe(true);
    expect(isFull(entryOf({ id: 'b' }))).toBe(false);
    const tally = tallyOf(
      'x',
      [full, entryOf({ id: 'b', kind: 'place' })].map((entry) => ({ file: 'x.json', entry })),
    );
    expect(tally).toMatchObject({ entries: 2, full: 1, facts: 2, publishers: 3 });
    expect(tally.kinds).toMatchObject({ group: 1, place: 1, person: 0 });
  });

  it('counts by year', () => {
    expect(countByYear(['2021-03', undefined, '2020', '2021'])).toEqual([
      ['2020', 1],
      ['2021', 2],
      ['undated', 1],
    ]);
  });
});
