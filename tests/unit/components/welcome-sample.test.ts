/** The paragraph that a new user tries it on: its names are found in every language of the interface. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { annotate, startStory } from '../../../lib/matching/annotate';
import { bundledIndexWith } from '../../../lib/packaging/packed-glossary';

const LOCALES = readdirSync('public/_locales');
const index = bundledIndexWith([]);

test.each(LOCALES)('%s', (locale) => {
  const messages = JSON.parse(readFileSync(`public/_locales/${locale}/messages.json`, 'utf8'));
  const text: string = messages.welcomeSample.message;
  const blocks = [{ text, role: 'body' as const }];
  const { mentions } = annotate(index, blocks, startStory({ lang: locale, date: '2021-08-17' }));
  expect(mentions.filter(({ sense }) => sense === 'sure').map(({ entryId }) => entryId)).toEqual(
    expect.arrayContaining(['zabihullah-mujahid', 'taliban']),
  );
});
