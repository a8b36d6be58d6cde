import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { entrySchema, glossaryFileSchema, RELATION_INVERSES } from '../../../lib/glossary/schema';

const least = { id: 'varan-movement', kind: 'group', name: 'Varan Movement' };
const source = { ref: 'herald', title: 'Title', publisher: 'Herald', url: 'https://example.org/a' };
const accepts = (data: unknown) => v.safeParse(entrySchema, data).success;

test('an id, a kind and a name are enough; the rest is filled in', () => {
  expect(v.parse(entrySchema, least)).toEqual({
    ...least,
    familiarity: 'regular',
    formerIds: [],
    aliases: [],
    short: [],
    facts: [],
    relations: [],
    background: [],
    sources: [],
  });
});

test('an alias stands alone in any case unless it says otherwise', () => {
  const [alias] = v.parse(entrySchema, { ...least, aliases: [{ key: 'a', text: 'Varan' }] }).aliases;
  expect(alias).toMatchObject({ case: 'any', alone: 'yes', for: [], against: [] });
});

describe('what an entry may hold', () => {
  test.for<[what: string, part: object]>([
    ['a summary of 180 characters', { summary: 'x'.repeat(180) }],
    ['a joiner that is Persian spelling', { ownScript: { text: 'می\u200cشود', lang: 'fa' } }],
    ['combining marks', { name: 'Nguyễn' }],
    [
      'a post in a body that is an entry',
      { facts: [{ key: 'p', type: 'post', office: 'Chair', body: { entry: 'x' }, sources: [] }] },
    ],
    [
      'a post in a body with only a name',
      { facts: [{ key: 'p', type: 'post', office: 'Chair', body: { name: 'X' }, sources: [] }] },
    ],
    [
      'a year, a month, a day',
      {
        facts: [
          {
            key: 's',
            type: 'status',
            text: 'Open',
            from: '2001',
            to: '2021-08-15',
            disclosed: '2021-09',
            sources: [],
          },
        ],
      },
    ],
    ['coordinates at the edge', { coordinates: { latitude: -90, longitude: 180 } }],
    ['a source', { sources: [source] }],
  ])('%s', ([, part]) => {
    expect(accepts({ ...least, ...part })).toBe(true);
  });
});

describe('what an entry may not hold', () => {
  test.for<[what: string, part: object]>([
    ['a field that the format does not have', { colour: 'red' }],
    ['an id with capitals', { id: 'Varan' }],
    ['an id with a space', { id: 'varan movement' }],
    ['an empty name', { name: '  ' }],
    ['a kind of its own', { kind: 'militia' }],
    ['a summary of 181 characters', { summary: 'x'.repeat(181) }],
    ['a line break in the name', { name: 'Varan\nMovement' }],
    ['a bidi override in the name', { name: 'Varan \u202eMovement' }],
    ['a zero-width space in an alias', { aliases: [{ key: 'a', text: 'Var\u200ban' }] }],
    ['an alias without a key', { aliases: [{ text: 'Varan' }] }],
    ['a cue without words', { aliases: [{ key: 'a', text: 'VM', for: [{ in: 'block', words: [] }] }] }],
    ['a date that does not exist', { checked: '2021-02-30' }],
    ['a fact of an unknown type', { facts: [{ key: 'f', type: 'rumour', text: 'x', sources: [] }] }],
    ['an event without text', { facts: [{ key: 'f', type: 'event', sources: [] }] }],
    ['an inverse relation, which is derived', { relations: [{ key: 'r', kind: 'has-part', with: 'x' }] }],
    ['a source without encryption', { sources: [{ ...source, url: 'http://example.org/a' }] }],
    ['a script as a source', { sources: [{ ...source, url: 'javascript:alert(1)' }] }],
    ['a latitude beyond the pole', { coordinates: { latitude: 91, longitude: 0 } }],
    ['a Wikidata property', { wikidata: 'P31' }],
  ])('%s', ([, part]) => {
    expect(accepts({ ...least, ...part })).toBe(false);
  });
});

test('a file names its format and version', () => {
  const file = { format: 'newsgloss-glossary', version: 1, entries: [least] };
  expect(v.safeParse(glossaryFileSchema, file).success).toBe(true);
  expect(v.safeParse(glossaryFileSchema, { ...file, version: 2 }).success).toBe(false);
  expect(v.safeParse(glossaryFileSchema, { ...file, format: 'other' }).success).toBe(false);
});

test('each relation is stored on one side only: an inverse is no stored kind, unless symmetric', () => {
  for (const [kind, inverse] of Object.entries(RELATION_INVERSES)) {
    if (kind !== inverse) expect(Object.keys(RELATION_INVERSES)).not.toContain(inverse);
  }
});
