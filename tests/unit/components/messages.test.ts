import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { messageOfFamily } from '../../../components/words/message-family';
import { RELATION_INVERSES } from '../../../lib/glossary/schema';
import { DIRECTIONS } from '../../../lib/maps/types';
import type { MatchRule } from '../../../lib/matching/types';
import messages from '../../../public/_locales/en/messages.json';

/** Each by which a mention may be found. */
const MATCH_RULES: readonly MatchRule[] = ['alias', 'follow-up', 'definition'];

interface Message {
  readonly message: string;
  readonly description?: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}
const table: [string, Message][] = Object.entries(messages);

/** All source text of the project in which a message could be named. */
function sourceText(): string {
  return ['components', 'lib', 'entrypoints', 'wxt.config.ts']
    .flatMap((place) =>
      place.endsWith('.ts')
        ? [place]
        : readdirSync(place, { recursive: true, encoding: 'utf8' })
            .filter((path) => /\.tsx?$/.test(path))
            .map((path) => `${place}/${path}`),
    )
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

describe('every message', () => {
  test.for(table)('%s: describes itself, and declares the placeholders that it uses', ([, entry]) => {
    expect(entry.description).toBeTruthy();
    const used = [...entry.message.matchAll(/\$([A-Z]+)\$/g)].map(([, name]) => name?.toLowerCase()).sort();
    expect(Object.keys(entry.placeholders ?? {}).sort()).toEqual([...new Set(used)]);
    const contents = Object.values(entry.placeholders ?? {}).map(({ content }) => content);
    expect(contents.sort()).toEqual(contents.map((_, i) => `$${i + 1}`));
  });
  test('is used somewhere', () => {
    const source = sourceText();
    const families = new Set<string>([
      ...Object.entries(RELATION_INVERSES)
        .flat()
        .map((kind) => messageOfFamily('relation', kind)),
      ...MATCH_RULES.map((rule) => messageOfFamily('cardWhy', rule)),
      ...[...DIRECTIONS, 'centre'].map((part) => messageOfFamily('map', part)),
    ]);
    // The forms of a counted message are named by what they are called alike.
    const stems = new Set(table.map(([key]) => key).filter((key) => key.endsWith('Other')));
    const nameOf = (key: string) => {
      const stem = key.replace(/(One|Other)$/, '');
      return stems.has(`${stem}Other`) ? stem : key;
    };
    const unused = table
      .map(([key]) => nameOf(key))
      // Families, whose members' names make those of their messages.
      .filter((key) => !families.has(key))
      .filter((key) => !new RegExp(`["']${key}["']`).test(source) && !source.includes(`__MSG_${key}__`));
    expect(unused).toEqual([]);
  });
});

test('the description fits the stores', () => {
  expect(messages.extensionDescription.message.length).toBeLessThanOrEqual(132);
});
