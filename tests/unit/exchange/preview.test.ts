import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { lossesOf } from '../../../lib/exchange/losses';
import { editPlaces, setHidden } from '../../../lib/glossary/make-edit';
import { overlay } from '../../../lib/glossary/overlay';
import { type Entry, entrySchema } from '../../../lib/glossary/schema';
import { editsAfterImport, previewOf } from './round-trip';

const entry = (input: unknown): Entry => v.parse(entrySchema, input);
const taliban = entry({
  ...{ id: 'taliban', kind: 'group', name: 'Taliban', summary: 'An Islamist movement.' },
  aliases: [{ key: 'afghan', text: 'Afghan Taliban' }],
  sources: [{ ref: 'un', title: 'List', publisher: 'UN', url: 'https://un.example/list' }],
});
const jordan = entry({ id: 'jordan', kind: 'place', name: 'Jordan' });
const bundled = [taliban, jordan];

/** What a table would do to the two, a line for each row. */
const told = (table: string, options: Omit<Parameters<typeof previewOf>[1] & object, 'bundled'> = {}) =>
  previewOf(table, { ...options, bundled }).rows.map(({ status, id, fields, conflicts, faults, flags }) =>
    [
      status,
      id ?? '-',
      ...fields,
      ...conflicts.map((field) => `!${field}`),
      ...faults.map(({ code, detail }) => `${code} ${detail}`),
      ...flags.map(({ code }) => `(${code})`),
    ].join(' '),
  );

/** The user's own summary of the Taliban. */
function withSummary(mine: string) {
  const decision = editPlaces(null, 'taliban', taliban, [
    { field: 'summary', member: null, from: taliban.summary, mine },
  ]);
  if (decision.outcome !== 'edited' || !decision.record) throw new Error('it is another one');
  return [decision.record];
}

describe('each row is one of', () => {
  it.each([
    ['new', 'name,kind\nHaqqani network,group\n', 'new haqqani-network'],
    ['new, in a script without an id of its own', 'name\nطالبان ۲\n', 'new entry'],
    ['the same', 'name,kind,summary\nTaliban,group,An Islamist movement.\n', 'same taliban'],
    ['the same, however it is written', 'name\nTALIBAN\n', 'same taliban'],
    ['the same though it leaves things open', 'name,kind,summary,aliases\nTaliban,group,,\n', 'same taliban'],
    [
      'the same source and alias',
      'name,aliases,source\nTaliban,Afghan Taliban,https://un.example/list\n',
      'same taliban',
    ],
    [
      'changed, with the fields',
      'name,summary,aliases\nTaliban,Rules in Kabul.,Talibs\n',
      'changed taliban summary aliases',
    ],
    [
      'found by an alias, and keeps its name',
      'name,summary\nAfghan Taliban,An Islamist movement.\n',
      'same taliban (byAlias)',
    ],
    ['another entry of the same name', 'name,kind\nJordan,person\n', 'new jordan-2'],
    ['another one by its id', 'id,name,kind\ntaliban-pk,Taliban,group\n', 'new taliban-pk (sameName)'],
    [
      'refused',
      'name,kind\nTaliban,dragon\n',
      'refused - choice group, person, organisation, place, people, event, term',
    ],
  ])('%s', (_, table, expected) => {
    expect(told(table)).toEqual([expected]);
  });

  it('refused where the file has it already, with the line', () => {
    expect(told('name,kind\nTaliban,group\nA,term\ntaliban,group\nA,term\n')).toEqual([
      'same taliban',
      'new a',
      'refused - twice 2',
      'refused - twice 3',
    ]);
  });

  it('refused where the name is that of two, and an id tells them apart', () => {
    const twins = [
      entry({ id: 'a1', kind: 'person', name: 'Ali' }),
      entry({ id: 'a2', kind: 'person', name: 'Ali' }),
    ];
    const first = previewOf('name\nAli\n', { bundled: twins }).rows[0];
    expect(first).toMatchObject({ status: 'refused', faults: [{ code: 'ambiguous', detail: 'a1, a2' }] });
    expect(previewOf('id,name\na2,Ali\n', { bundled: twins }).rows[0]).toMatchObject({
      status: 'same',
      id: 'a2',
    });
  });
});

describe('where the user has said something else', () => {
  const table = 'name,summary,aliases\nTaliban,Theirs.,Talibs\n';
  const shown = (options: Parameters<typeof previewOf>[1]) => {
    const edits = withSummary('Mine.');
    const done = editsAfterImport(edits, previewOf(table, { ...options, bundled, edits }));
    return overlay(bundled, [], done).entries[0];
  };
  it('hers stays when merged, and the rest comes in', () => {
    expect(told(table, { edits: withSummary('Mine.') })).toEqual(['conflict taliban aliases !summary']);
    expect(shown({})).toMatchObject({
      summary: 'Mine.',
      aliases: [{ text: 'Afghan Taliban' }, { text: 'Talibs' }],
    });
  });

  it('theirs is taken where she chooses so for that entry', () => {
    expect(shown({ takes: [0] })).toMatchObject({ summary: 'Theirs.' });
  });

  it('theirs is taken when replaced, with what it empties', () => {
    expect(
      told('name,summary,aliases\nTaliban,,\n', { edits: withSummary('Mine.'), mode: 'replace' }),
    ).toEqual(['changed taliban summary aliases']);
  });

  it('nothing comes in when only new ones are added', () => {
    expect(told(`${table}New one,,\n`, { edits: withSummary('Mine.'), mode: 'add' })).toEqual([
      'kept taliban',
      'new new-one',
    ]);
  });

  it('what she has hidden stays hidden', () => {
    const decision = setHidden(null, 'taliban', true);
    const edits = decision.outcome === 'edited' && decision.record ? [decision.record] : [];
    const preview = previewOf(table, { bundled, edits });
    expect(preview.rows[0]).toMatchObject({ status: 'changed', flags: [{ code: 'hidden' }] });
    expect(overlay(bundled, [], editsAfterImport(edits, preview)).entries.map(({ id }) => id)).toEqual([
      'jordan',
    ]);
  });
});

describe('many rows', () => {
  it('of names without an id of their own get one each, in steps that grow with their number alone', () => {
    let asked = 0;
    const names = Array.from({ length: 3_000 }, (_, i) => `名${String.fromCodePoint(0x4e00 + i)}`);
    const { rows } = previewOf(`name\n${names.join('\n')}\n`);
    asked = new Set(rows.map(({ id }) => id)).size;
    expect(asked).toBe(3_000);
  });

  it('are counted as they are done', () => {
    const { counts } = previewOf('name\nA\nB\nTaliban\nB\n', { bundled });
    expect(counts).toEqual({ new: 2, same: 1, changed: 0, conflict: 0, kept: 0, refused: 1 });
  });
});

describe('what a format cannot hold', () => {
  const rich = entry({
    ...{ id: 'a', kind: 'place', name: 'A', coordinates: { latitude: 1, longitude: 2 }, checked: '2026' },
    aliases: [{ key: 'k', text: 'AA', case: 'exact', for: [{ in: 'story', words: ['x'] }] }],
  });
  it.each([
    ['json', []],
    ['csv', []],
    ['tsv', []],
    ['simple', ['aliasRules 1', 'coordinates 1']],
    ['tbx', ['aliasCues 1', 'coordinates 1', 'checked 1']],
  ] as const)('%s: is listed with the number of entries', (format, expected) => {
    const losses = lossesOf(format, [rich, jordan]);
    expect(losses.map(({ code, count }) => `${code} ${count}`)).toEqual(expected);
  });
});
