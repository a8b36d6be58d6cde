/** Laws that hold for every glossary and every text, however hostile. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Annotation, annotate, nearMisses, startStory } from '../../../lib/matching/annotate';
import { buildIndex } from '../../../lib/matching/build-index';
import { scanWords } from '../../../lib/matching/scan';
import type { Block, Mention } from '../../../lib/matching/types';
import { splitWords } from '../../../lib/text/words';
import { anyText, splitsPair } from '../text/arbitrary-text';
import { entry, TEST_ENTRIES, TEST_INDEX } from './test-glossary';

const STORY = { lang: 'en', date: '2021-11-02' };
/** As many random glossaries and texts as the law is to bear. */
const HOSTILE_RUNS = 10_000;
const KINDS = ['group', 'person', 'organisation', 'place', 'people', 'event', 'term'] as const;

/** Words that collide: names within names, acronyms, cues, definitions, possessives. */
const piece = fc.constantFrom(
  ...TEST_ENTRIES.slice(0, 40).map((one) => one.name),
  ...'TTP HTS IS ISIS-K WHO US Putin Kugelman Khan Haqqani Omar Anwar Mujahid Assad'.split(' '),
  ...'Carly Michael President Mr the The and in of said platelet Pakistan Idlib tariff roast'.split(' '),
  ...[
    '(',
    ')',
    ', ',
    '. ',
    ' – ',
    '’s',
    '-',
    ' or ',
    'known as',
    'WHO IS TO BLAME',
    'طالبان',
    '塔利班',
    '\u00ad',
    '\n',
  ],
);
const storyText = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(' '));
const block = fc.record({
  text: fc.oneof({ weight: 4, arbitrary: storyText }, { weight: 1, arbitrary: anyText }),
  role: fc.constantFrom('headline', 'body', 'caption'),
}) satisfies fc.Arbitrary<Block>;
const blocks = fc.array(block, { maxLength: 6 });

/** Names that a schema would pass: anything visible. */
const anyName = fc
  .oneof(anyText, storyText)
  .map((text) =>
    text
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '')
      .trim()
      .slice(0, 60),
  )
  .filter((text) => text !== '');
const anyEntries = fc
  .array(fc.tuple(fc.constantFrom(...KINDS), anyName, fc.array(anyName, { maxLength: 3 }), fc.boolean()), {
    maxLength: 4,
  })
  .map((list) =>
    list.map(([kind, name, aliases, ruled], i) => {
      const rules = {
        case: 'exact' as const,
        alone: 'no' as const,
        against: [{ in: 'story' as const, words: [name] }],
      };
      return entry(
        `e${i}`,
        kind,
        name,
        aliases.map((alias) => (ruled ? ([alias, rules] as const) : alias)),
      );
    }),
  );

describe('laws of annotate', () => {
  it('gives mentions in order that never overlap, on the text, splitting nothing', () => {
    fc.assert(
      fc.property(blocks, (story) => {
        expectSound(story, annotate(TEST_INDEX, story, startStory(STORY)).mentions);
      }),
      { numRuns: 500 },
    );
  });

  it('gives in two calls what one call gives, once the revisions are applied', () => {
    fc.assert(
      fc.property(blocks, fc.nat(), (story, cut) => {
        const at = story.length === 0 ? 0 : cut % (story.length + 1);
        const whole = annotate(TEST_INDEX, story, startStory(STORY));
        const first = annotate(TEST_INDEX, story.slice(0, at), startStory(STORY));
        // What crosses a message boundary is JSON.
        const second = annotate(TEST_INDEX, story.slice(at), JSON.parse(JSON.stringify(first.context)));
        expect(joined(first, second)).toEqual(whole.mentions);
        expect(second.context).toEqual(whole.context);
      }),
      { numRuns: 500 },
    );
  });

  it('revises only what changed', () => {
    fc.assert(
      fc.property(blocks, blocks, (story, more) => {
        const first = annotate(TEST_INDEX, story, startStory(STORY));
        const second = annotate(TEST_INDEX, more, first.context);
        for (const { block: number, mentions } of second.revised) {
          expect(mentions).not.toEqual(first.mentions.filter((one) => one.block === number));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('loses no mention by an added entry, unless it wins the place or shares the name', () => {
    const added = entry('added', 'organisation', 'Blue Owl', ['Kabul Owl', 'Owls of Kugelman']);
    const larger = buildIndex([...TEST_ENTRIES, added]);
    const owl = fc.constantFrom('Blue Owl', 'Kabul Owl', 'Owls of Kugelman', 'owl');
    const withOwls = fc.array(
      fc.record({
        text: fc.array(fc.oneof(piece, owl)).map((all) => all.join(' ')),
        role: fc.constant('body' as const),
      }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(withOwls, (story) => {
        const before = annotate(TEST_INDEX, story, startStory(STORY)).mentions;
        const after = annotate(larger, story, startStory(STORY)).mentions;
        for (const mention of before) {
          expect(
            after.some((one) => covers(one, mention)),
            JSON.stringify(mention),
          ).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('bears every glossary and every text', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        anyEntries,
        blocks,
        fc.constantFrom('en', 'de', 'ru', 'tr', 'zh', null),
        (entries, story, lang) => {
          const index = buildIndex(entries);
          const telling = { lang, date: null };
          expectSound(story, annotate(index, story, startStory(telling)).mentions);
          nearMisses(index, story, telling);
        },
      ),
      { numRuns: HOSTILE_RUNS },
    );
  });

  it('finds every name of every entry by itself, or says why not', () => {
    for (const one of TEST_ENTRIES) {
      const story: Block[] = [{ text: `“${one.name}”`, role: 'body' }];
      const found = annotate(TEST_INDEX, story, startStory({ lang: null, date: null })).mentions;
      const missed = nearMisses(TEST_INDEX, story, { lang: null, date: null });
      expect(
        [...found, ...missed].map((each) => each.entryId),
        one.name,
      ).toContain(one.id);
    }
  });
});

describe('cost, in look-ups', () => {
  const lookUps = (text: string, index = TEST_INDEX) => scanWords(index, splitWords(text), 'en').steps;

  it('grows with the text and not faster', () => {
    const text =
      'The Islamic State in the Khorasan Province and the Taliban’s Haqqani network met Islamic scholars. ';
    expect(lookUps(text.repeat(100))).toBeLessThanOrEqual(100 * lookUps(text) + 100);
  });

  it('does not grow with the glossary, for words that begin no name', () => {
    const many = Array.from({ length: 3000 }, (_, i) => entry(`x${i}`, 'term', `Quux${i} zyx`));
    const text = 'A paragraph of quite ordinary words without a name. '.repeat(20);
    expect(lookUps(text, buildIndex(many))).toBe(lookUps(text, buildIndex([])));
  });

  it('is bounded by the longest name where a name repeats itself', () => {
    const index = buildIndex([entry('a', 'term', 'a '.repeat(20).trim())]);
    expect(lookUps('a '.repeat(2000), index)).toBeLessThanOrEqual(2000 * 21);
  });
});

function expectSound(story: readonly Block[], mentions: readonly Mention[]): void {
  let previous = { block: 0, end: 0 };
  for (const { block: number, start, end } of mentions) {
    const text = story[number]?.text ?? '';
    expect(number).toBeGreaterThanOrEqual(previous.block);
    if (number === previous.block) expect(start).toBeGreaterThanOrEqual(previous.end);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
    for (const offset of [start, end]) {
      expect(splitsPair(text, offset)).toBe(false);
      expect(/^\p{M}/u.test(text.slice(offset)) && offset > start, JSON.stringify([text, offset])).toBe(
        false,
      );
    }
    previous = { block: number, end };
  }
}

function joined(first: Annotation, second: Annotation): Mention[] {
  const revised = new Map(second.revised.map((one) => [one.block, one.mentions]));
  const kept = first.mentions.filter((one) => !revised.has(one.block));
  return [...kept, ...[...revised.values()].flat(), ...second.mentions].sort(
    (a, b) => a.block - b.block || a.start - b.start,
  );
}

const covers = (outer: Mention, inner: Mention) =>
  outer.block === inner.block && outer.start <= inner.start && inner.end <= outer.end;
