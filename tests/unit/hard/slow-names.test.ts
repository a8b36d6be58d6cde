/** Names and texts that are made to be slow: the steps that they take grow as the text does, and no faster. */
import { describe, expect, it } from 'vitest';
import { annotate, startStory } from '../../../lib/matching/annotate';
import { buildIndex } from '../../../lib/matching/build-index';
import { LONGEST_BLOCK } from '../../../lib/matching/types';
import { foldText } from '../../../lib/text/fold';
import { splitWords } from '../../../lib/text/words';
import { entry } from '../matching/test-glossary';
import { growthOf } from './count-steps';

const isSoak = process.env.NEWSGLOSS_SOAK !== undefined;
/** What a doubling adds, against what the one before has added: a square would have 4. */
const LINEAR = 2.2;

const repeated = (text: string, length: number) =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

function expectLinear(what: string, workOfSize: (size: number) => () => unknown, size: number): void {
  const { steps, ratio } = growthOf(workOfSize, size);
  console.log(`${what}: ${steps.join(', ')} steps for 1, 2 and 4 × ${size}; ratio ${ratio.toFixed(2)}`);
  expect(steps[0]).toBeGreaterThan(0);
  expect(ratio).toBeLessThanOrEqual(LINEAR);
}

/** A story of so many characters, in blocks as long as the reader makes them. */
function blocksOf(text: string) {
  const blocks = [];
  for (let at = 0; at < text.length; at += LONGEST_BLOCK / 2)
    blocks.push({ text: text.slice(at, at + LONGEST_BLOCK / 2), role: 'body' as const });
  return blocks;
}

const named = (id: string, name: string, aliases: readonly string[]) => entry(id, 'term', name, aliases);

const wordsOf = (word: string, count: number) => Array.from({ length: count }, () => word).join(' ');

/** Glossaries whose names are made to be tried for long, each with the text that does it. */
const SLOW: readonly (readonly [what: string, entries: ReturnType<typeof entry>[], piece: string])[] = [
  [
    'every repetition of one letter',
    [
      named(
        'a',
        'A',
        Array.from({ length: 200 }, (_, i) => 'a'.repeat(i + 1)),
      ),
    ],
    'aaaaaaaaaa',
  ],
  [
    'every repetition of one word',
    [
      named(
        'aa',
        'aa',
        Array.from({ length: 30 }, (_, i) => wordsOf('aa', i + 1)),
      ),
    ],
    'aa ',
  ],
  [
    'nested repeats that end otherwise',
    Array.from({ length: 30 }, (_, i) =>
      named(`n${i}`, `${wordsOf('ab', i + 1)} c`, [`${wordsOf('ab ab', i + 1)} d`]),
    ),
    'ab ',
  ],
  [
    'every prefix of a long name',
    Array.from({ length: 28 }, (_, i) =>
      named(`p${i}`, Array.from({ length: i + 1 }, (_, word) => `w${word}`).join(' '), []),
    ),
    `${Array.from({ length: 27 }, (_, word) => `w${word}`).join(' ')} `,
  ],
  [
    'names that differ in their last letter',
    [
      named(
        'l',
        'L',
        Array.from({ length: 200 }, (_, i) => `${'x'.repeat(150)}${i}`),
      ),
    ],
    `${'x'.repeat(150)} `,
  ],
  [
    'definitions without end, among names without end',
    [entry('ab', 'organisation', 'Alpha Beta', ['Beta Alpha'])],
    'Alpha Beta (AB) AB, or Beta Alpha, AB ',
  ],
  [
    'towns without end, of the name of a capital',
    [entry('paris', 'place', 'Paris', ['Lutetia'])],
    'Paris, Texas, and Paris ',
  ],
  [
    'surnames of others without end',
    [entry('putin', 'person', 'Vladimir Putin', [], { short: [{ text: 'Putin' }] })],
    'Vladimir Putin met Carly Putin and Putin. ',
  ],
  [
    'one name of two hundred people',
    Array.from({ length: 200 }, (_, i) => entry(`k${i}`, 'person', `Zor${i} Khan`)),
    'Zor1 Khan met Zor2 Khan and Khan. ',
  ],
];

describe('names that are made to be slow', () => {
  it.each(SLOW)('%s', (what, entries, piece) => {
    const index = buildIndex(entries);
    const story = startStory({ lang: 'en', date: '2021-11-02' });
    expectLinear(
      what,
      (size) => {
        const blocks = blocksOf(repeated(piece, size));
        return () => annotate(index, blocks, story);
      },
      isSoak ? 5_000 : 240,
    );
  });

  it('of twice as many names takes twice the steps to make an index', () => {
    expectLinear(
      'index',
      (size) => {
        const entries = Array.from({ length: size }, (_, i) =>
          named(`e${i}`, wordsOf('aa', (i % 40) + 1), ['aa bb']),
        );
        return () => buildIndex(entries);
      },
      isSoak ? 1_000 : 60,
    );
  });
});

describe('texts that are made to be slow', () => {
  // Four times the size is the row's own: a word of 10 MB, 1 MB of marks.
  const longest = isSoak ? 2_500_000 : 2_000;
  it.each([
    ['one word', 'x', longest],
    ['a letter with marks without end', '\u0301', longest / 4],
    ['apostrophes inside a word', 'x’', longest],
    ['zero-width characters inside a word', 'x\u200d', longest],
    ['emoji joined without end', '👩\u200d', longest],
    ['Devanagari without a space', 'क्', longest / 4],
    ['halves of characters', '\ud800', longest],
    ['hyphens', 'a-', longest],
    ['letters with full stops that end in a word', 'a.', longest],
    ['Chinese', '塔', longest],
  ])('%s', (what, piece, size) => {
    const textOf = (length: number) => `x${repeated(piece, length)}xy`;
    expectLinear(`words of ${what}`, (length) => () => splitWords(textOf(length)), size);
    expectLinear(`fold of ${what}`, (length) => () => foldText(textOf(length)), size);
  });
});
