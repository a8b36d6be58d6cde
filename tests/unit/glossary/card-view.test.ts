import { describe, expect, it, test } from 'vitest';
import { type CardView, cardView, MOST_SINCE, type Statement } from '../../../lib/glossary/card-view';
import { buildGlossary } from '../../../lib/glossary/glossary';
import type { Entry } from '../../../lib/glossary/schema';
import { entry, everyone, founder, movement, province, redBranch, spokesman } from './invented';

const TODAY = '2026-11-23';
const glossary = buildGlossary(everyone);
const viewOf = (subject: Entry, storyDate: string | null, others = glossary): CardView =>
  cardView(subject, storyDate, others, TODAY);

/** A statement in a few words, for tables. */
function brief(statement: Statement): string {
  switch (statement.type) {
    case 'post':
      return statement.office;
    case 'leader':
      return `led by ${statement.person.name}`;
    case 'relation':
      return `${statement.kind} ${statement.other.name}`;
    case 'designation':
      return `listed by ${statement.by}`;
    default:
      return statement.text;
  }
}
const thenOf = (view: CardView) => view.then.map((s) => brief(s) + (s.uncertain ? '?' : ''));
const sinceOf = (view: CardView) =>
  [...view.since, ...view.sinceMore].map((c) => `${c.date} ${c.change}: ${brief(c)}`);
const beforeOf = (view: CardView) => view.before.map((c) => `${c.date} ${c.change}: ${brief(c)}`);

describe('a group, as the story’s date has it', () => {
  test('in power, after it took the capital', () => {
    const view = viewOf(movement, '2021-11-29');
    expect(thenOf(view)).toEqual([
      'In power in the capital',
      'led by New Commander',
      'listed by the United Nations',
      'rival-of Red Branch',
    ]);
    expect(beforeOf(view)).toContain('2015 happened: split-into Red Branch');
    expect(sinceOf(view)).toEqual(['2025-06 ended: listed by the United Nations']);
    expect(view.dated).toMatchObject({ tense: 'then', statement: { text: 'In power in the capital' } });
  });

  test('fighting, on the last day before', () => {
    const view = viewOf(movement, '2021-08-14');
    expect(thenOf(view)[0]).toBe('Fighting the government');
    expect(view.then[0]).toMatchObject({ showEnd: true, uncertain: false });
    expect(sinceOf(view)).toEqual([
      '2025-06 ended: listed by the United Nations',
      '2021-08-15 happened: Took the capital',
      '2021-08-15 began: In power in the capital',
    ]);
  });

  test('what happened on the story’s own day is then, not since', () => {
    const view = viewOf(movement, '2021-08-15');
    expect(thenOf(view)).toContain('Took the capital');
    expect(sinceOf(view).join()).not.toContain('capital');
    expect(beforeOf(view)[0]).toBe('2021-08-14 held: Fighting the government');
  });

  test('leaders come from the people’s posts, with the people’s sources', () => {
    const view = viewOf(movement, '2010-05-05');
    const leader = view.then.find((s) => s.type === 'leader');
    expect(leader).toMatchObject({
      person: { id: 'old-commander', name: 'Old Commander' },
      office: 'Supreme leader',
    });
    const cited = view.sources.filter((s) => leader?.sources.includes(s.number));
    expect(cited.map((s) => s.url)).toEqual(['https://example.org/herald-2015']);
  });

  test('a post that does not lead says nothing of the group', () => {
    expect(thenOf(viewOf(movement, '2022-06-01')).join()).not.toContain('Spokesman');
  });
});

describe('a death that was kept secret', () => {
  const rows: [story: string, then: string[], since: string[], before: string[]][] = [
    [
      '2012-01-01',
      ['Supreme leader'],
      ['2013-04-23 happened: Died of an illness', '2013-04-23 ended: Supreme leader'],
      [],
    ],
    [
      '2014-06-01',
      ['Supreme leader'],
      ['2013-04-23 happened: Died of an illness', '2013-04-23 ended: Supreme leader'],
      [],
    ],
    ['2015-07-29', ['Supreme leader', 'Died of an illness'], [], []],
    ['2015-07-30', [], [], ['2013-04-23 happened: Died of an illness', '2013-04-23 held: Supreme leader']],
  ];
  test.for(rows)('in a story of %s', ([story, then, since, before]) => {
    const view = viewOf(founder, story);
    expect(thenOf(view)).toEqual(then);
    expect(sinceOf(view)).toEqual(since);
    expect(beforeOf(view)).toEqual(before);
  });

  test('says when it became public', () => {
    expect(viewOf(founder, '2014-06-01').since[0]).toMatchObject({ disclosed: '2015-07-29' });
  });

  test('shows the group under him until then', () => {
    expect(thenOf(viewOf(movement, '2014-06-01'))).toContain('led by Old Commander');
    expect(sinceOf(viewOf(movement, '2014-06-01'))).toContain('2013-04-23 ended: led by Old Commander');
  });

  test('leaves him with what is known last, once it is over', () => {
    expect(viewOf(founder, '2021-08-20').dated).toMatchObject({
      tense: 'past',
      statement: { text: 'Died of an illness' },
    });
  });
});

describe('dates that are only partly known', () => {
  /** One post from–to, seen from a story's date. */
  const rows: [from: string | undefined, to: string | undefined, story: string, expected: string][] = [
    ['2021', undefined, '2021-08-20', 'then?'],
    ['2021', undefined, '2022-01-01', 'then'],
    ['2021', undefined, '2020-12-31', 'began'],
    ['2021-08', undefined, '2021-08-20', 'then?'],
    ['2021-08', undefined, '2021-09-01', 'then'],
    ['2021-08', undefined, '2021-07-31', 'began'],
    ['2021-08-15', undefined, '2021-08', 'then?'],
    ['2021-08-15', undefined, '2021', 'then?'],
    ['2021-08-15', undefined, '2020', 'began'],
    ['2010', '2021', '2021-03-01', 'then?'],
    ['2010', '2021', '2020-12-31', 'then+ended'],
    ['2010', '2021', '2022-01-01', 'before'],
    ['2010', '2021-03', '2021-03-31', 'then?'],
    ['2010', '2021-03-31', '2021-03-31', 'then'],
    ['2010', '2021-03-31', '2021-04-01', 'before'],
    [undefined, '2021', '2015-01-01', 'then?+ended'],
    [undefined, undefined, '2015-01-01', 'then?'],
    ['2021', '2023', '2020-05-05', 'began'],
  ];
  test.for(rows)('%s to %s in a story of %s: %s', ([from, to, story, expected]) => {
    const holder = entry({
      id: 'holder',
      facts: [
        { key: 'post', type: 'post', office: 'Mayor', sources: [], ...(from && { from }), ...(to && { to }) },
      ],
    });
    const view = viewOf(holder, story, buildGlossary([holder]));
    const seen = [
      ...view.then.map((s) => `then${s.uncertain ? '?' : ''}`),
      ...view.since.map((c) => c.change),
      ...view.before.map(() => 'before'),
    ];
    expect(seen.join('+')).toBe(expected);
  });

  test('an end in the story’s own month is shown with the post, never told as news', () => {
    const holder = entry({
      id: 'holder',
      facts: [{ key: 'post', type: 'post', office: 'Mayor', from: '2010', to: '2021-08', sources: [] }],
    });
    const view = viewOf(holder, '2021-08-20', buildGlossary([holder]));
    expect(view.then[0]).toMatchObject({ uncertain: true, showEnd: true, to: '2021-08' });
    expect(view.since).toEqual([]);
  });

  test('an event of the story’s own year may be known to it', () => {
    const place = entry({
      id: 'place',
      kind: 'place',
      facts: [{ key: 'flood', type: 'event', text: 'Flooded', from: '2021', sources: [] }],
    });
    const view = viewOf(place, '2021-03-01', buildGlossary([place]));
    expect(thenOf(view)).toEqual(['Flooded?']);
  });
});

describe('someone who has left the post', () => {
  test('is shown in the one that the story means', () => {
    expect(viewOf(spokesman, '2022-05-01').dated).toMatchObject({
      tense: 'then',
      statement: { office: 'Spokesman', body: { id: 'varan-movement', name: 'Varan Movement' } },
    });
    expect(sinceOf(viewOf(spokesman, '2022-05-01'))).toEqual([
      '2023-03-02 began: Governor',
      '2023-03-01 ended: Spokesman',
    ]);
  });
  test('and in the present one where the story has no date', () => {
    const view = viewOf(spokesman, null);
    expect(view.now.map(brief)).toEqual(['Governor']);
    expect(view.now[0]).toMatchObject({ body: { id: null, name: 'Southern Province' } });
    expect(view.then).toEqual([]);
    expect(view.since).toEqual([]);
    expect(view.dated?.tense).toBe('now');
    expect(beforeOf(view)).toEqual(['2023-03-01 held: Spokesman']);
  });
});

describe('what came since', () => {
  const busy = entry({
    id: 'busy',
    kind: 'group',
    facts: [2016, 2022, 2018, 2024, 2020, 2017, 2023].map((year) => ({
      key: `e${year}`,
      type: 'event' as const,
      text: `Event of ${year}`,
      from: String(year),
      sources: [],
    })),
  });
  it('stands newest first, the oldest of many behind "more"', () => {
    const view = viewOf(busy, '2016-12-31', buildGlossary([busy]));
    expect(view.since.map((c) => c.date)).toEqual(['2024', '2023', '2022', '2020', '2018']);
    expect(view.since).toHaveLength(MOST_SINCE);
    expect(view.sinceMore.map((c) => c.date)).toEqual(['2017']);
  });
});

describe('sources', () => {
  test('are numbered from 1 in the order in which the card cites them, each address once', () => {
    const view = viewOf(movement, '2021-11-29');
    expect(view.sources.map((s) => [s.number, s.publisher])).toEqual([
      [1, 'Varan Herald'],
      [2, 'UN'],
      [3, 'Varan Herald'],
      [4, 'Varan Herald'],
    ]);
    expect(view.then.slice(0, 3).map((s) => s.sources)).toEqual([[1], [1], [2]]);
    expect(new Set(view.sources.map((s) => s.url)).size).toBe(view.sources.length);
  });
  test('that nothing cites come last', () => {
    const plain = entry({
      id: 'plain',
      background: [{ text: 'Known.', sources: ['b'] }],
      sources: [
        { ref: 'a', title: 'A', publisher: 'A', url: 'https://example.org/a' },
        { ref: 'b', title: 'B', publisher: 'B', url: 'https://example.org/b' },
      ],
    });
    expect(viewOf(plain, null).sources.map((s) => s.title)).toEqual(['B', 'A']);
  });
});

describe('the rest of the card', () => {
  test('where it is: the grounds, else the place, else the base', () => {
    expect(viewOf(movement, null).where).toEqual(['Varania']);
    expect(viewOf(province, null).where).toEqual(['Varania']);
    expect(viewOf(redBranch, null).where).toEqual(['Hill Province']);
    expect(viewOf(founder, null).where).toEqual([]);
  });
  test('other forms of the name: Latin script, not the name again, former ones dated', () => {
    expect(viewOf(movement, null).alsoCalled).toEqual([
      { text: 'VM', from: null, to: null },
      { text: 'Hill Men', from: null, to: '1999' },
    ]);
  });
  test('relations from both sides, what it belongs to first', () => {
    expect(viewOf(redBranch, null).relations.map((r) => `${r.kind} ${r.id}`)).toEqual([
      'split-from varan-movement',
      'rival-of varan-movement',
      'based-in hill-province',
    ]);
  });
  test.for([
    ['2025-11', false],
    ['2025-10', true],
    ['2025-11-22', true],
    ['2025-11-23', false],
    ['2025', false],
    ['2024', true],
    [undefined, false],
  ] as const)('checked %s: stale %s', ([checked, stale]) => {
    const subject = entry({ id: 'x', ...(checked && { checked }) });
    expect(viewOf(subject, null).stale).toBe(stale);
  });
  test('an entry with nothing but a name', () => {
    const view = viewOf(entry({ id: 'bare', name: 'Bare' }), '2021-01-01');
    expect(view).toMatchObject({ name: 'Bare', dated: null, summary: null, sources: [], since: [] });
    expect(view.then).toEqual([]);
  });
  test('is plain data: a message carries it unchanged', () => {
    const view = viewOf(movement, '2021-11-29');
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
    expect(structuredClone(view)).toEqual(view);
  });
});

describe('leaders whose first day is not known', () => {
  const country = entry({ id: 'quuxia', kind: 'place', name: 'Quuxia' });
  const president = (name: string, dates: { from?: string; to?: string }, office = 'President') =>
    entry({
      id: name.toLowerCase(),
      kind: 'person',
      name,
      facts: [
        { key: 'p', type: 'post', office, body: { entry: 'quuxia' }, leads: true, sources: [], ...dates },
      ],
    });
  const early = president('Early', { from: '2008-02-25', to: '2013-02-25' });
  const late = president('Late', { to: '2025-04-04' });

  const minister = president('Minister', { to: '2025-04-04' }, 'Prime minister');
  const others = buildGlossary([country, early, late, minister]);

  test.for<[day: string, then: string[]]>([
    ['2012-01-01', ['led by Early']],
    ['2013-02-01', ['led by Early']],
    ['2015-01-01', []],
    ['2021-01-01', ['led by Late?', 'led by Minister?']],
    ['2025-05-01', []],
  ])(
    'are told only near a day on which they are known to lead, and while nobody else surely did: %s',
    ([day, then]) => {
      expect(thenOf(viewOf(country, day, others))).toEqual(then);
    },
  );
});
