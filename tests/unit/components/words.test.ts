import { describe, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', () => import('../../gallery/browser-stub'));

import {
  wordChange,
  wordDisclosure,
  wordStatement,
  wordTimeInForce,
} from '../../../components/words/statements';
import type { Change, InForce, StatementContent } from '../../../lib/glossary/card-view';

const basis = { key: 'k', from: null, to: null, circa: false, disclosed: null, sources: [], disputed: null };
const spokesman: StatementContent = {
  type: 'post',
  office: 'Spokesman',
  body: { id: 'm', name: 'Movement' },
  acting: false,
  leads: false,
};
const leader: StatementContent = {
  type: 'leader',
  person: { id: 'p', name: 'Ada Lind' },
  office: 'Supreme leader',
  acting: false,
};
const fighting: StatementContent = { type: 'status', text: 'Fighting the government' };
const siege: StatementContent = { type: 'event', text: 'Siege of Jalavar' };

describe('what a statement says', () => {
  test.for<[StatementContent, string]>([
    [spokesman, 'Spokesman, Movement'],
    [{ ...spokesman, acting: true }, 'Spokesman, Movement (acting)'],
    [{ ...spokesman, body: null }, 'Spokesman'],
    [leader, 'Supreme leader: Ada Lind'],
    [{ ...leader, office: 'Leader' }, 'Led by Ada Lind'],
    [fighting, 'Fighting the government'],
    [{ type: 'designation', by: 'Council', as: 'sanctioned group' }, 'Listed by Council: sanctioned group'],
    [{ type: 'relation', kind: 'branch-of', other: { id: 'x', name: 'Red Front' } }, 'Branch of Red Front'],
  ])('%o: %s', ([content, text]) => {
    expect(wordStatement({ ...basis, ...content })).toBe(text);
  });
});

describe('the time of what is in force', () => {
  const inForce = (content: StatementContent, more: Partial<InForce>): InForce =>
    ({ ...basis, ...content, uncertain: false, showEnd: false, ...more }) as InForce;
  const rows: [string, Partial<InForce>, 'exact' | 'brief', string | null][] = [
    ['as exact as known', { from: '2021-08-15' }, 'exact', 'since 15 Aug 2021'],
    ['to the month at a glance', { from: '2021-08-15' }, 'brief', 'since Aug 2021'],
    ['never more exact than known', { from: '2021' }, 'exact', 'since 2021'],
    ['rough', { from: '2007', circa: true }, 'exact', 'since about 2007'],
    ['an end that the story could not know is not told', { from: '2007', to: '2023' }, 'exact', 'since 2007'],
    ['one that it could is', { from: '2007', to: '2021-08', showEnd: true }, 'exact', '2007 – Aug 2021'],
    ['an end alone', { to: '2021', showEnd: true }, 'exact', 'until 2021'],
    ['nothing known', {}, 'exact', null],
  ];
  test.for(rows)('%s', ([, more, precision, expected]) => {
    expect(wordTimeInForce(inForce(fighting, more), precision)?.replaceAll('\u00a0', ' ') ?? null).toBe(
      expected,
    );
  });
  test('an event has a date, not a beginning', () => {
    expect(wordTimeInForce(inForce(siege, { from: '2021' }), 'exact')).toBe('2021');
  });
  test('a date never breaks across lines', () => {
    expect(wordTimeInForce(inForce(fighting, { from: '2021-08-15' }), 'exact')).toBe(
      'since 15\u00a0Aug\u00a02021',
    );
  });
});

describe('a change', () => {
  const change = (content: StatementContent, more: Partial<Change>): Change =>
    ({ ...basis, ...content, change: 'began', date: null, ...more }) as Change;
  const rows: [Change, string | null, string][] = [
    [change(siege, { change: 'happened', from: '2023', date: '2023' }), '2023', 'Siege of Jalavar'],
    [change(spokesman, { from: '2023', to: '2024', date: '2023' }), '2023 – 2024', 'Spokesman, Movement'],
    [
      change(spokesman, { change: 'ended', from: '2020', to: '2024', date: '2024' }),
      '2024',
      'No longer: Spokesman, Movement',
    ],
    [
      change(siege, { change: 'ended', from: '2020', to: '2024', date: '2024' }),
      '2024',
      'Over: Siege of Jalavar',
    ],
    [change(fighting, { change: 'held', to: '2001', date: '2001' }), 'until 2001', 'Fighting the government'],
    [change(siege, { change: 'happened' }), null, 'Siege of Jalavar'],
  ];
  test.for(rows)('%#', ([line, when, text]) => {
    expect(wordChange(line, 'exact')).toEqual({ when, text });
  });
  test('says when it became public', () => {
    const line = change(siege, { from: '2013', disclosed: '2015-07-29' });
    expect(wordDisclosure(line, 'brief')).toBe('made public Jul\u00a02015');
    expect(wordDisclosure(change(siege, {}), 'brief')).toBeNull();
  });
});
