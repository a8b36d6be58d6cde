/** Entries of every script and shape, as fast-check makes them up. */
import fc from 'fast-check';
import * as v from 'valibot';
import { ENTRY_KINDS, FAMILIARITIES } from '../../../lib/glossary/kinds';
import { type Entry, entrySchema, RELATION_INVERSES } from '../../../lib/glossary/schema';

/** Pieces of names and sentences: scripts, right-to-left, joiners, emoji, and what tables trip over. */
const PIECES = [
  ...[
    'Taliban',
    'Élysée',
    'Việt Nam',
    'Straße',
    'ǅ',
    'طالبان',
    'می‌خواهم',
    'Талибан',
    'हिन्दी',
    'क्‍ष',
    '塔利班',
    'タリバン',
  ],
  ...['탈레반', 'ไทย', 'ქართული', 'ἀγορά', 'עברית', '👩‍🚀', '🇦🇫', '𝒳', '\u0301', 'a\u0308'],
  ...[
    '"',
    '""',
    '",',
    ';',
    ',',
    '|',
    '||',
    '\\',
    '\\|',
    "'",
    "'=",
    '=1+1',
    '+49',
    '-5',
    '@cmd',
    '[',
    ']',
    '{',
    '}',
  ],
  ...[
    '<',
    '>',
    '&',
    '&amp;',
    ']]>',
    '<!--',
    '\u00a0',
    '  ',
    ' ',
    '=',
    '+',
    '-',
    '@',
    '＝',
    'NULL',
    'true',
    '1e5',
    '007',
  ],
] as const;

/** What fits a line of the schema: trimmed, and neither empty nor too long. */
const line = (longest: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      { weight: 4, arbitrary: fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }) },
      { weight: 1, arbitrary: fc.array(fc.string({ unit: 'grapheme', maxLength: 6 }), { maxLength: 4 }) },
    )
    .map((pieces) => pieces.join('').trim().slice(0, longest).trim())
    .filter(
      (text) =>
        v.is(entrySchema.entries.name, text) &&
        v.parse(entrySchema.entries.name, text) === text &&
        !/\p{Cs}/u.test(text),
    );

const slug = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4})?$/);
const date = fc.constantFrom('2021', '2021-08', '2021-08-15', '0600', '1999-12-31');
const lang = fc.constantFrom('ar', 'fa', 'zh-Hant', 'ps', 'ru', 'en', 'sr-Latn');
const refs = fc.array(slug, { maxLength: 2 });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const keyed = <T>(one: fc.Arbitrary<T>, key: (member: T) => string, most = 3) =>
  fc.uniqueArray(one, { selector: key, maxLength: most });

const cue = fc.record({
  in: fc.constantFrom('block', 'story'),
  words: fc.array(line(80), { minLength: 1, maxLength: 2 }),
});
const alias = fc.record({
  ...{ key: slug, text: line(200), lang: maybe(lang), case: fc.constantFrom('exact', 'any') },
  ...{ alone: fc.constantFrom('yes', 'no'), from: maybe(date), to: maybe(date) },
  ...{ for: fc.array(cue, { maxLength: 1 }), against: fc.array(cue, { maxLength: 1 }) },
});
const when = {
  ...{ key: slug, from: maybe(date), to: maybe(date), circa: maybe(fc.boolean()), disclosed: maybe(date) },
  ...{ sources: refs, disputed: maybe(fc.record({ text: line(300), sources: refs })) },
};
const fact = fc.oneof(
  fc.record({
    ...{ ...when, type: fc.constant('post'), office: line(120), leads: maybe(fc.boolean()) },
    body: maybe(fc.oneof(fc.record({ entry: slug }), fc.record({ name: line(120) }))),
  }),
  fc.record({ ...when, type: fc.constantFrom('status', 'event'), text: line(240) }),
  fc.record({ ...when, type: fc.constant('designation'), by: line(80), as: line(160) }),
);
const relation = fc.record({
  ...{ key: slug, kind: fc.constantFrom(...Object.keys(RELATION_INVERSES)), with: slug },
  ...{ from: maybe(date), to: maybe(date), sources: refs },
});
const source = fc.record({
  ...{ ref: slug, title: line(300), publisher: line(120), date: maybe(date) },
  url: fc.constantFrom('https://example.org/', 'https://example.org/a?b=c&d="e"', 'https://example.org/ü'),
});

/** Undefined properties are as good as none. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** A whole entry under an id. */
export const entryWith = (id: fc.Arbitrary<string>): fc.Arbitrary<Entry> =>
  fc
    .record({
      ...{
        id,
        formerIds: fc.uniqueArray(
          slug.map((one) => `was-${one}`),
          { maxLength: 2 },
        ),
      },
      ...{
        kind: fc.constantFrom(...ENTRY_KINDS),
        familiarity: fc.constantFrom(...FAMILIARITIES),
        name: line(120),
      },
      ownScript: maybe(fc.record({ text: line(120), lang })),
      ...{ say: maybe(line(80)), summary: maybe(line(180)) },
      background: fc.array(fc.record({ text: line(400), sources: refs }), { maxLength: 2 }),
      aliases: keyed(alias, ({ key }) => key),
      short: keyed(
        fc.record({ text: line(80), lang: maybe(lang), alone: fc.constantFrom('yes', 'no') }),
        ({ lang, text }) => `${lang ?? ''}:${text}`,
      ),
      facts: keyed(fact, ({ key }) => key),
      relations: keyed(relation, ({ key }) => key),
      naming: maybe(fc.record({ text: line(500), sources: refs })),
      coordinates: maybe(
        fc.record({
          latitude: fc.double({ min: -90, max: 90, noNaN: true }).map((n) => n + 0),
          longitude: fc.double({ min: -180, max: 180, noNaN: true }).map((n) => n + 0),
        }),
      ),
      sources: keyed(source, ({ ref }) => ref),
      ...{ checked: maybe(date), wikidata: maybe(fc.constantFrom('Q42', 'Q1')) },
    })
    .map((entry) => v.parse(entrySchema, plain(entry)));

/** Entries, each under an id of its own. */
export const glossary: fc.Arbitrary<Entry[]> = fc.uniqueArray(entryWith(slug), {
  selector: ({ id }) => id,
  maxLength: 6,
});
