import { describe, expect, test } from 'vitest';
import { type PageAnswer, popupModel } from '../../../components/popup/model';
import type { EntryKind } from '../../../lib/glossary/schema';
import type { StoryName } from '../../../lib/page/story-reading';
import { DEFAULT_SWITCHES } from '../../../lib/settings/switches';
import { storyName } from './story-name';

const ON = DEFAULT_SWITCHES;
const PAGE = 'https://www.courier.example/2021/11/29/story';
const name = (id: string, kind: EntryKind, more: Partial<StoryName> = {}) => storyName(id, { kind, ...more });
const READ: Extract<PageAnswer, { state: 'read' }> = {
  state: 'read',
  date: { day: '2021-11-29', source: 'json-ld', is: 'published' },
  names: [name('a', 'place')],
};
const at = (address: string | null, hasAccess = true) => ({ address, hasAccess });
const SILENT: PageAnswer = { state: 'no-answer' };

describe('why nothing happens', () => {
  const rows: [
    what: string,
    address: string | null,
    switches: typeof ON,
    answer: PageAnswer,
    state: string,
  ][] = [
    ['a story', PAGE, ON, READ, 'read'],
    ['a story without a known name', PAGE, ON, { ...READ, names: [] }, 'no-names'],
    ['a page that is being read', PAGE, ON, { state: 'reading' }, 'reading'],
    ['a page that has not answered yet', PAGE, ON, { state: 'waiting' }, 'reading'],
    ['a page just switched on', PAGE, ON, { state: 'off' }, 'reading'],
    ['a page that is no story', PAGE, ON, { state: 'not-a-story' }, 'not-story'],
    ['a page from before an update', PAGE, ON, SILENT, 'no-answer'],
    ['a page that failed', PAGE, ON, { state: 'failed' }, 'failed'],
    ['a site switched off', PAGE, { ...ON, here: false }, { state: 'off' }, 'off-here'],
    ['everything switched off', PAGE, { ...ON, everywhere: false }, { state: 'off' }, 'off-everywhere'],
    ['both switched off', PAGE, { ...ON, everywhere: false, here: false }, SILENT, 'off-everywhere'],
    ['a pause', PAGE, { ...ON, pausedUntilMs: 9 }, { state: 'off' }, 'paused'],
    [
      'a pause where all is off',
      PAGE,
      { ...ON, everywhere: false, pausedUntilMs: 9 },
      SILENT,
      'off-everywhere',
    ],
    ['a page whose address is kept secret', null, ON, SILENT, 'browser-page'],
    ['the browser’s settings', 'chrome://settings/', ON, SILENT, 'browser-page'],
    ['an empty tab', 'about:newtab', ON, SILENT, 'browser-page'],
    ['an extension’s page', 'moz-extension://1b2c/page.html', ON, SILENT, 'browser-page'],
    ['what is no address', 'nonsense', ON, SILENT, 'browser-page'],
    ['Chrome’s store', 'https://chromewebstore.google.com/detail/x', ON, SILENT, 'store-page'],
    ['Chrome’s old store', 'https://chrome.google.com/webstore/x', ON, SILENT, 'store-page'],
    [
      'another page of that host',
      'https://chrome.google.com/other',
      ON,
      { state: 'not-a-story' },
      'not-story',
    ],
    ['Firefox’s store', 'https://addons.mozilla.org/en-GB/firefox/', ON, SILENT, 'store-page'],
    ['a file', 'file:///home/reader/story.html', ON, SILENT, 'not-web'],
    ['a PDF on the web', 'https://courier.example/story.pdf?page=2', ON, SILENT, 'not-web'],
    ['a story at an address that looks like a PDF', 'https://courier.example/story.pdf', ON, READ, 'read'],
    [
      'a browser’s page, while all is off',
      'about:blank',
      { ...ON, everywhere: false },
      SILENT,
      'browser-page',
    ],
  ];
  test.for(rows)('%s', ([, address, switches, answer, state]) => {
    expect(popupModel(at(address), switches, answer).page.state).toBe(state);
  });
});

describe('the switch for the site', () => {
  test('names the site', () => {
    expect(popupModel(at(PAGE), ON, READ).site).toBe('courier.example');
  });
  test.for([null, 'about:blank', 'file:///a.html', 'https://addons.mozilla.org/'])(
    'is not there on %s',
    (address) => {
      expect(popupModel(at(address), ON, SILENT).site).toBeNull();
    },
  );
  test('stays while everything is off, so that the reader sees what will be so', () => {
    const model = popupModel(at(PAGE), { ...ON, everywhere: false, here: false }, SILENT);
    expect(model).toMatchObject({ site: 'courier.example', everywhere: false, here: false });
  });
});

describe('without access', () => {
  test.for<[string, string | null, typeof ON, string]>([
    ['a site that the user does not let us read', PAGE, ON, 'no-access'],
    ['a page whose address is kept back', null, ON, 'no-access'],
    ['a page of the browser', 'about:blank', ON, 'browser-page'],
    ['the store', 'https://addons.mozilla.org/', ON, 'store-page'],
    ['a site that is switched off', PAGE, { ...ON, here: false }, 'off-here'],
  ])('to %s', ([, address, switches, state]) => {
    expect(popupModel(at(address, false), switches, SILENT).page.state).toBe(state);
  });
});

describe('the switch for all pages of a site', () => {
  test.for<[string, string | null, typeof ON, PageAnswer, boolean | null]>([
    ['is offered where a page is no story', PAGE, ON, { state: 'not-a-story' }, false],
    ['is not there on a story', PAGE, ON, READ, null],
    ['stays where it is on', PAGE, { ...ON, always: true }, READ, true],
    ['stays where it is on and all is off', PAGE, { ...ON, everywhere: false, always: true }, SILENT, true],
    ['is not there on a page of the browser', 'about:blank', ON, SILENT, null],
  ])('%s', ([, address, switches, answer, always]) => {
    expect(popupModel(at(address), switches, answer).always).toBe(always);
  });
});

const idsByKind = (names: readonly StoryName[]) => {
  const { page } = popupModel(at(PAGE), ON, { ...READ, names });
  return page.state === 'read' && page.groups.map((group) => group.names.map(({ id }) => id));
};

test('names stand by kind, people first, none lost', () => {
  const names = [name('town', 'place'), name('b', 'person'), name('party', 'group'), name('a', 'person')];
  expect(idsByKind(names)).toEqual([['b', 'a'], ['party'], ['town']]);
});

describe('of one kind, first comes', () => {
  const person = (id: string, more: Partial<StoryName>) => name(id, 'person', more);
  test.for<[string, StoryName[]]>([
    [
      'what is sure',
      [person('2', { sense: 'possible', inHeadline: true, count: 9 }), person('1', { sense: 'sure' })],
    ],
    ['what is in the headline', [person('2', { count: 9 }), person('1', { inHeadline: true })]],
    [
      'what the story has more often',
      [
        person('2', { count: 2, familiarity: 'specialist' }),
        person('1', { count: 3, familiarity: 'household' }),
      ],
    ],
    [
      'what is less familiar',
      [
        person('3', { familiarity: 'household' }),
        person('2', { familiarity: 'regular' }),
        person('1', { familiarity: 'specialist' }),
      ],
    ],
    ['what the story has first', [person('1', {}), person('2', {})]],
  ])('%s', ([, names]) => {
    const expected = names.map(({ id }) => id).sort();
    expect(idsByKind(names)).toEqual([expected]);
  });
});
