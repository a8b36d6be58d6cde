import { describe, expect, it } from 'vitest';
import { annotate, nearMisses, startStory } from '../../../lib/matching/annotate';
import type { Mention, NearMiss } from '../../../lib/matching/types';
import { blocksOf } from './marked-story';
import { TEST_INDEX } from './test-glossary';

const STORY = { lang: 'en', date: null };

function mentionOf(story: string, span: string): Mention | undefined {
  const blocks = blocksOf(story);
  const { mentions } = annotate(TEST_INDEX, blocks, startStory(STORY));
  return mentions.findLast((one) => blocks[one.block]?.text.slice(one.start, one.end) === span);
}

const WHYS: readonly (readonly [name: string, story: string, span: string, why: object])[] = [
  ['a plain name', 'The Taliban said', 'Taliban', { alias: 'Taliban', rule: 'alias', evidence: [] }],
  [
    'an alias, as the glossary writes it',
    'The al‑Qa’ida cell',
    'al‑Qa’ida',
    { alias: 'al-Qaida', rule: 'alias', evidence: [] },
  ],
  [
    'a cue in the paragraph, as the glossary writes it',
    'In PESHAWAR the TTP struck.',
    'TTP',
    { alias: 'TTP', rule: 'alias', evidence: ['The paragraph has “Peshawar”'] },
  ],
  [
    'a cue in the story',
    'He left Idlib. ¶ HTS stayed.',
    'HTS',
    { alias: 'HTS', rule: 'alias', evidence: ['The story has “Idlib”'] },
  ],
  [
    'another form',
    'The Pakistani Taliban came. ¶ TTP men left.',
    'TTP',
    { alias: 'TTP', rule: 'alias', evidence: ['The story also names it as Pakistani Taliban'] },
  ],
  [
    'a related entry, and that it is only possible',
    'The Taliban came. ¶ TTP men left.',
    'TTP',
    { alias: 'TTP', rule: 'alias', evidence: ['The story also names Taliban'] },
  ],
  [
    'what speaks against it comes last',
    'In Pakistan TTP and platelet',
    'TTP',
    {
      alias: 'TTP',
      rule: 'alias',
      evidence: ['The paragraph has “Pakistan”', 'But the paragraph also has “platelet”'],
    },
  ],
  [
    'a definition',
    'Hayat Tahrir al-Sham (HTS) left. HTS is gone.',
    'HTS',
    {
      alias: 'HTS',
      rule: 'definition',
      evidence: ['The story says that it stands for Hayat Tahrir al-Sham'],
    },
  ],
  [
    'a definition of what the glossary lacks',
    'the Islamic Theology of Counter Terrorism (ITCT)',
    'ITCT',
    {
      alias: 'Islamic Theology of Counter Terrorism',
      rule: 'definition',
      evidence: ['The story says that it stands for Islamic Theology of Counter Terrorism'],
    },
  ],
  [
    'a follow-up',
    'Michael Kugelman spoke. Kugelman left.',
    'Kugelman',
    { alias: 'Kugelman', rule: 'follow-up', evidence: ['The story names Michael Kugelman in full'] },
  ],
  [
    'a short form that needs none',
    'Putin spoke.',
    'Putin',
    { alias: 'Putin', rule: 'follow-up', evidence: ['The short form stands by itself'] },
  ],
  [
    'a first name',
    'Anwar Ibrahim spoke. Anwar left.',
    'Anwar',
    {
      alias: 'Anwar',
      rule: 'follow-up',
      evidence: ['The story names Anwar Ibrahim in full and does not use the surname alone'],
    },
  ],
  [
    'forenames',
    'Tayyip Erdogan spoke.',
    'Tayyip Erdogan',
    {
      alias: 'Erdoğan',
      rule: 'alias',
      evidence: ['The name before Erdoğan is one of Recep Tayyip Erdoğan’s'],
    },
  ],
  [
    'a list of places',
    'Iran and Georgia met.',
    'Georgia',
    { alias: 'Georgia', rule: 'alias', evidence: ['It stands in a list of places'] },
  ],
];

describe('why', () => {
  it.each(WHYS.map(([name, story, span, why]) => ({ name, story, span, why })))(
    '$name',
    ({ story, span, why }) => {
      expect(mentionOf(story, span)?.why).toEqual(why);
    },
  );
});

function missesOf(story: string): NearMiss[] {
  return nearMisses(TEST_INDEX, blocksOf(story), STORY);
}

const REASONS: readonly (readonly [name: string, story: string, alias: string, reason: string])[] = [
  [
    'nothing for it',
    'TTP is a term.',
    'TTP',
    'It does not stand by itself, and nothing in the story speaks for it',
  ],
  ['a cue against it', 'TTP lowers the platelet count.', 'TTP', 'The paragraph has “platelet”'],
  [
    'another definition',
    'the Harmonized Tariff Schedule (HTS)',
    'HTS',
    'In this story it stands for Harmonized Tariff Schedule',
  ],
  ['another town', 'in Moscow, Idaho, today', 'Moscow', 'In this story it stands for Moscow, Idaho'],
  ['capitals', '# WHO IS TO BLAME', 'WHO', 'In a run of capitals it may be an ordinary word'],
  [
    'a longer name, before',
    'by Michael Jordan, who',
    'Jordan',
    'The capitalised word before it makes it part of another name',
  ],
  [
    'a longer name, after',
    'the film by Jordan Peele is out',
    'Jordan',
    'The capitalised word after it makes it part of another name',
  ],
  ['no full name', 'Kugelman spoke.', 'Kugelman', 'The story does not name Michael Kugelman in full'],
  ['another person', 'Carly Kugelman spoke.', 'Kugelman', 'It is part of another name'],
  [
    'two persons',
    'Sirajuddin Haqqani and Anas Haqqani met. Haqqani left.',
    'Haqqani',
    'The story also names Anas Haqqani',
  ],
  [
    'a rival of that surname',
    'Michael Kugelman and Carly Kugelman met. Kugelman left.',
    'Kugelman',
    'The paragraph names someone else of that surname',
  ],
  [
    'one sense a story',
    'Dr Saleh Hamas came. Hamas left.',
    'Hamas',
    'Elsewhere the story uses it for something else',
  ],
];

describe('why not', () => {
  it.each(REASONS.map(([name, story, alias, reason]) => ({ name, story, alias, reason })))(
    '$name',
    ({ story, alias, reason }) => {
      expect(
        missesOf(story)
          .filter((miss) => miss.alias === alias)
          .map((miss) => miss.reason),
      ).toContain(reason);
    },
  );

  it('says nothing of readings inside a mention', () => {
    expect(missesOf('Sirajuddin Haqqani leads the Haqqani network.')).toEqual([]);
  });

  it('gives the place and the entry', () => {
    expect(missesOf('A term: TTP.')).toMatchObject([{ block: 0, start: 8, end: 11, entryId: 'ttp' }]);
  });
});
