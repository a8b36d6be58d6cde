import { describe, expect, test } from 'vitest';
import { annotate, startStory } from '../../../lib/matching/annotate';
import { type UnknownName, unknownNames } from '../../../lib/matching/unknown-names';
import { TEST_INDEX } from './test-glossary';

/** What is found in a story of these paragraphs, read as a page reads it. */
function found(...paragraphs: string[]): UnknownName[] {
  const blocks = paragraphs.map((text) => ({ text, role: 'body' as const }));
  const { mentions, context } = annotate(TEST_INDEX, blocks, startStory({ lang: 'en', date: null }));
  return unknownNames(
    context.blocks.map(({ definitions, acronyms }, block) => ({
      text: paragraphs[block] ?? '',
      mentions: mentions.filter((mention) => mention.block === block),
      definitions,
      acronyms,
    })),
  );
}

describe('names that the glossary lacks', () => {
  test.for<[what: string, paragraphs: string[], names: [string, number][]]>([
    ['twice in full', ['They met Ines Halloran.', 'It was Ines Halloran who spoke.'], [['Ines Halloran', 2]]],
    [
      'once in full and then by the last word',
      ['They met Ines Halloran. “No,” Halloran said.', 'Later Halloran left, and Halloran’s aides too.'],
      [['Ines Halloran', 4]],
    ],
    ['once only', ['They met Ines Halloran on Monday.'], []],
    [
      'with small words inside',
      ['The Institute for the Study of Rivers said so.', 'At the Institute for the Study of Rivers.'],
      [['Institute for the Study of Rivers', 2]],
    ],
    [
      'two people of one surname, which stands for neither',
      ['Ines Halloran met Mark Halloran.', 'Halloran left. Halloran stayed. Ines Halloran spoke.'],
      [['Ines Halloran', 2]],
    ],
    [
      'an acronym that the story defines',
      ['The Coastal Monitoring Observatory (CMO) counts ships.', 'The CMO said so; CMO staff agreed.'],
      [['Coastal Monitoring Observatory', 3]],
    ],
    ['an acronym that it does not define', ['The CMO said so.', 'The CMO said more.'], []],
    ['what the glossary has', ['The Pakistani Taliban came.', 'The Pakistani Taliban went.'], []],
    ['days and titles', ['On Monday Prime Minister spoke.', 'On Monday Prime Minister left.'], []],
    [
      'a name that begins a sentence',
      ['But Harbour House fell. The Harbour House fell.'],
      [['Harbour House', 2]],
    ],
    [
      'behind a title or a nation',
      ['Prime Minister Ines Halloran met Tunisian Mark Ferrow.', 'Halloran spoke. Ferrow did not.'],
      [
        ['Ines Halloran', 2],
        ['Mark Ferrow', 2],
      ],
    ],
    ['who belongs to a nation', ['Tunisian Islamists came.', 'The Tunisian Islamists went.'], []],
    ['labels', ['Skip Ad', 'Skip Ad'], []],
    ['headlines that capitals fill', ['Big Storm Hits Harbour House', 'Big Storm Hits Harbour House'], []],
    ['words in capitals', ['READ MORE STORIES about it.', 'READ MORE STORIES about it.'], []],
    ['no words at all', [''], []],
  ])('%s', ([, paragraphs, names]) => {
    expect(found(...paragraphs).map(({ name, count }) => [name, count])).toEqual(names);
  });

  test('come with the acronym as written, what they seem to be, and the most frequent first', () => {
    const names = found(
      'Ines Halloran led the Coastal Monitoring Observatory (CMO). CMO work, CMO ships.',
      'Halloran left.',
    );
    expect(names.map(({ name, short, kind }) => [name, short, kind])).toEqual([
      ['Coastal Monitoring Observatory', 'CMO', 'organisation'],
      ['Ines Halloran', null, 'term'],
    ]);
    expect(found('They met Michael Halloran.', 'Halloran left.')[0]?.kind).toBe('person');
  });

  test('are offered a dozen at most', () => {
    const letters = [...'abcdefghijklmnop'];
    const text = letters.map((letter) => `They met Ines X${letter}lo.`).join(' ');
    expect(found(text, text)).toHaveLength(12);
  });
});

describe('the draft', () => {
  test.for<[what: string, text: string, draft: string | null]>([
    [
      'what commas set off',
      'Then Ines Halloran, a researcher at the harbour, said so. Halloran left.',
      'A researcher at the harbour.',
    ],
    [
      'what is said of an acronym’s bearer',
      'The Coastal Monitoring Observatory (CMO), a small office in the port, waits. The CMO is poor.',
      'A small office in the port.',
    ],
    [
      'what a clause says',
      'Ines Halloran, who counts ships in the port, spoke. Halloran left.',
      'Counts ships in the port.',
    ],
    [
      'else the sentence',
      'It rained on Mr. Smith. On the quay Ines Halloran counted ships. Halloran left.',
      'On the quay Ines Halloran counted ships.',
    ],
    ['nothing where that says nothing', 'Ines Hall. Hall.', null],
  ])('is %s', ([, text, draft]) => {
    expect(found(text)[0]?.draft).toBe(draft);
  });

  test('is cut at a word where it is longer than a summary may be', () => {
    const [name] = found(`Ines Halloran ${'counted ships '.repeat(20)}. Halloran left.`);
    expect(name?.draft?.length).toBeLessThanOrEqual(180);
    expect(name?.draft).toMatch(/ships…$|counted…$/);
  });
});
