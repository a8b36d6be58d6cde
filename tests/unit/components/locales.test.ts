/** The interface's languages: each says all that the English one says, by the forms that its language counts by. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { MessageKey } from '../../../lib/platform/i18n';
import english from '../../../public/_locales/en/messages.json';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}
type Messages = Readonly<Record<string, Message>>;

const FOLDER = new URL('../../../public/_locales/', import.meta.url);
const LOCALES = readdirSync(FOLDER).map(
  (name) =>
    [name, JSON.parse(readFileSync(new URL(`${name}/messages.json`, FOLDER), 'utf8')) as Messages] as const,
);
const ENGLISH: Messages = english;
const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

const formOf = (stem: string, category: string) =>
  `${stem}${category.charAt(0).toUpperCase()}${category.slice(1)}`;
const STEMS = Object.keys(english)
  .filter((key) => key.endsWith('Other') && key.replace(/Other$/, 'One') in english)
  .map((key) => key.replace(/Other$/, ''));
const COUNTED = new Set(STEMS.flatMap((stem) => CATEGORIES.map((category) => formOf(stem, category))));

/** The categories of the counts that occur, each with the counts that it is for. */
function countsBy(locale: string): Map<Intl.LDMLPluralRule, number[]> {
  const rules = new Intl.PluralRules(locale);
  const byCategory = new Map<Intl.LDMLPluralRule, number[]>();
  for (let count = 0; count < 400; count += 1) {
    const category = rules.select(count);
    byCategory.set(category, [...(byCategory.get(category) ?? []), count]);
  }
  return byCategory;
}

const placeholdersOf = ({ placeholders }: Message) =>
  Object.entries(placeholders ?? {})
    .map(([name, { content }]) => `${name} ${content}`)
    .sort();
const namesIn = ({ message }: Message) =>
  [...new Set([...message.matchAll(/\$([A-Z]+)\$/g)].map(([, name]) => name?.toLowerCase()))].sort();

test('are these', () => {
  expect(LOCALES.map(([name]) => name).sort()).toEqual(['ar', 'de', 'en', 'es', 'fr']);
});

/** Most characters where a text has a narrow place: labels beside lines, buttons in a row, choices. */
const LONGEST: readonly [number, readonly MessageKey[]][] = [
  [9, ['cardThen', 'cardSince', 'cardNow', 'cardBefore']],
  [14, ['cardUnfold', 'cardFold', 'cardPin', 'cardUnpin', 'popupPossible', 'editorRestore', 'cardUndo']],
  [
    22,
    [
      ...(['kindGroup', 'kindPerson', 'kindOrganisation', 'kindPlace', 'kindPeople', 'kindEvent'] as const),
      ...([
        'cardKnow',
        'cardNotThis',
        'cardCopy',
        'cardCopied',
        'cardEdit',
        'cardReport',
        'cardDone',
      ] as const),
      ...(['popupPause', 'popupResume', 'popupChangeShortcuts', 'formBringBack', 'toolbarNew'] as const),
    ],
  ],
  [
    30,
    [
      ...(['marksLookDotted', 'marksLookSolid', 'marksLookTint', 'marksLookNone'] as const),
      ...(['marksRepeatSection', 'marksRepeatStory', 'marksRepeatAll'] as const),
      ...(['popupFilter', 'popupEverywhere', 'popupAlways', 'popupAdd', 'menuAdd'] as const),
      ...(['cardNotThisHere', 'cardNotThisEverywhere', 'editorTakeMine', 'editorTakeTheirs'] as const),
    ],
  ],
  [45, ['toolbarOff', 'toolbarNothing', 'toolbarNamesOther', 'menuBackgroundOn']],
  [132, ['extensionDescription']],
];

describe.each(LOCALES)('%s', (locale, messages) => {
  test('names its own language and direction', () => {
    expect(messages.interfaceLanguage?.message).toBe(locale);
    expect(messages.interfaceDirection?.message).toBe(locale === 'ar' ? 'rtl' : 'ltr');
  });

  test('has every message, and none that English lacks', () => {
    const categories = [...countsBy(locale).keys()];
    const wanted = [
      ...Object.keys(ENGLISH).filter((key) => !COUNTED.has(key)),
      ...STEMS.flatMap((stem) => categories.map((category) => formOf(stem, category))),
    ];
    expect(Object.keys(messages).sort()).toEqual(wanted.sort());
  });

  test('has the placeholders of the English message, each used', () => {
    for (const [key, message] of Object.entries(messages)) {
      expect(message.message.trim(), key).toBe(message.message);
      expect(message.message, key).not.toBe('');
      expect(Object.keys(message.placeholders ?? {}).sort(), key).toEqual(namesIn(message));
      if (!COUNTED.has(key))
        expect(placeholdersOf(message), key).toEqual(placeholdersOf(ENGLISH[key] as Message));
      expect(message.message.includes('%s'), key).toBe(ENGLISH[key]?.message.includes('%s') ?? false);
    }
  });

  test('says the count wherever its form is for several', () => {
    for (const [category, counts] of countsBy(locale)) {
      for (const stem of STEMS) {
        const form = messages[formOf(stem, category)] as Message;
        if (counts.length > 1)
          expect(form.placeholders, formOf(stem, category)).toMatchObject({ count: { content: '$1' } });
      }
    }
  });

  test.for(LONGEST)('has no more than %i characters where the place is narrow', ([most, keys]) => {
    const long = keys.filter(
      (key) => (messages[key]?.message.replace(/\$[A-Z]+\$/g, '12').length ?? 0) > most,
    );
    expect(long).toEqual([]);
  });
});

test.each(LOCALES.filter(([name]) => name !== 'en'))('%s leaves no sentence in English', (_, messages) => {
  // A word alone may be the same in both.
  const same = Object.entries(messages).filter(
    ([key, { message }]) =>
      message === ENGLISH[key]?.message && /\p{L}\P{L}+\p{L}/u.test(message.replace(/\$[A-Z]+\$/g, '')),
  );
  expect(same).toEqual([]);
});
