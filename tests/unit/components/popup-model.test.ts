import { describe, expect, test } from 'vitest';
import { type PageAnswer, popupModel } from '../../../components/popup/model';
import type { EntryKind } from '../../../lib/glossary/schema';
import type { StoryName } from '../../../lib/page/story-reading';

const ON = { everywhere: true, here: true };
const PAGE = 'https://www.courier.example/2021/11/29/story';
const name = (id: string, kind: EntryKind): StoryName => ({
  id,
  name: id,
  kind,
  familiarity: 'regular',
  summary: null,
  count: 1,
  sense: 'sure',
});
const READ: PageAnswer = { state: 'read', date: '2021-11-29', names: [name('a', 'place')] };
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
    ['a site switched off', PAGE, { everywhere: true, here: false }, { state: 'off' }, 'off-here'],
    ['everything switched off', PAGE, { everywhere: false, here: true }, { state: 'off' }, 'off-everywhere'],
    ['both switched off', PAGE, { everywhere: false, here: false }, SILENT, 'off-everywhere'],
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
      { everywhere: false, here: true },
      SILENT,
      'browser-page',
    ],
  ];
  test.for(rows)('%s', ([, address, switches, answer, state]) => {
    expect(popupModel(address, switches, answer).page.state).toBe(state);
  });
});

describe('the switch for the site', () => {
  test('names the site', () => {
    expect(popupModel(PAGE, ON, READ).site).toBe('courier.example');
  });
  test.for([null, 'about:blank', 'file:///a.html', 'https://addons.mozilla.org/'])(
    'is not there on %s',
    (address) => {
      expect(popupModel(address, ON, SILENT).site).toBeNull();
    },
  );
  test('stays while everything is off, so that the reader sees what will be so', () => {
    const model = popupModel(PAGE, { everywhere: false, here: false }, SILENT);
    expect(model).toMatchObject({ site: 'courier.example', everywhere: false, here: false });
  });
});

test('names stand by kind, people first, each kind in the story’s order, none lost', () => {
  const names = [name('town', 'place'), name('b', 'person'), name('party', 'group'), name('a', 'person')];
  const { page } = popupModel(PAGE, ON, { ...READ, names });
  expect(page.state === 'read' && page.groups.map((group) => group.names.map(({ id }) => id))).toEqual([
    ['b', 'a'],
    ['party'],
    ['town'],
  ]);
});
