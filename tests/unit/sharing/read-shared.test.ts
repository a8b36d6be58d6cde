import { describe, expect, it, vi } from 'vitest';
import { MOST_SHARED_ENTRIES, readShared, type SharedFile } from '../../../lib/sharing/read-shared';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const file = (entries: readonly unknown[], more: object = {}) =>
  JSON.stringify({ format: 'newsgloss-glossary', version: 1, entries, ...more });
const person = (id: string, more: object = {}) => ({ id, kind: 'person', name: `Name of ${id}`, ...more });

async function readFile(text: string): Promise<SharedFile> {
  const read = await readShared(bytesOf(text));
  if ('code' in read) throw new Error(`refused: ${read.code} ${read.file?.code}`);
  return read;
}
async function faultOf(bytes: Uint8Array<ArrayBuffer>) {
  const read = await readShared(bytes);
  return 'code' in read ? [read.code, read.file?.code ?? null] : null;
}

describe('a shared file', () => {
  it('has its title, and its entries with all defaults filled in', async () => {
    const read = await readFile(file([person('a-b'), person('c-d')], { title: 'Names of the desk' }));
    expect(read.title).toBe('Names of the desk');
    expect([...read.entries.keys()]).toEqual(['a-b', 'c-d']);
    expect(read.entries.get('a-b')).toMatchObject({
      id: 'a-b',
      familiarity: 'regular',
      aliases: [],
      facts: [],
    });
    expect(read.refused).toEqual([]);
  });

  it.each(['', 'x'.repeat(121), 'a\u202eb', 7, null])('goes without the title %j', async (title) => {
    expect((await readFile(file([person('a-b')], { title }))).title).toBeNull();
  });

  it('has a version that follows its bytes', async () => {
    const [one, same, other] = await Promise.all(['x', 'x', 'y'].map((id) => readFile(file([person(id)]))));
    expect(one?.version).toBe(same?.version);
    expect(one?.version).not.toBe(other?.version);
  });

  it.each<[string, unknown, string]>([
    ['without a name', { id: 'odd', kind: 'person' }, 'missing'],
    ['of another kind', person('odd', { kind: 'wizard' }), 'choice'],
    ['with an id that is none', person('Odd One'), 'id'],
    ['with a day that does not exist', person('odd', { checked: '2021-02-30' }), 'date'],
    ['with a field that none has', person('odd', { script: 'alert(1)' }), 'unknown'],
    [
      'with an address of another kind',
      person('odd', { sources: [{ ref: 'a', title: 'A', publisher: 'B', url: 'javascript:1' }] }),
      'address',
    ],
    ['with a text that turns around', person('odd', { name: 'a\u202eb' }), 'invisible'],
    ['nested deeply', person('odd', { background: [[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]] }), 'nested'],
    [
      'with too many members',
      person('odd', { formerIds: Array.from({ length: 1_001 }, (_, i) => `a${i}`) }),
      'tooMany',
    ],
    ['that is a number', 7, 'json'],
  ])('an entry %s is refused alone', async (_, entry, code) => {
    const { entries, refused } = await readFile(file([person('good'), entry]));
    expect([...entries.keys()]).toEqual(['good']);
    expect(refused[0]?.faults.map((fault) => fault.code)).toContain(code);
  });

  it('an entry with keys of the language’s own is refused, and changes nothing of it', async () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const text = file([person('good'), person('odd')]).replace(
        '"id":"odd"',
        `"${key}":{"polluted":1},"id":"odd"`,
      );
      const { entries, refused } = await readFile(text);
      expect([...entries.keys()]).toEqual(['good']);
      expect(refused).toMatchObject([{ id: 'odd', faults: [{ code: 'unknown' }] }]);
    }
    const around = await readFile(file([person('good')]).replace('{', '{"__proto__":{"entries":[]},'));
    expect(around.entries.size).toBe(1);
    expect({}).not.toHaveProperty('polluted');
  });

  it('the second entry of an id is refused, with the line of the first', async () => {
    const { entries, refused } = await readFile(file([person('a-b'), person('a-b', { name: 'Other' })]));
    expect(entries.get('a-b')?.name).toBe('Name of a-b');
    expect(refused).toMatchObject([{ id: 'a-b', faults: [{ code: 'twice', detail: '1' }] }]);
  });

  it.each<[string, Uint8Array<ArrayBuffer>, [string, string | null]]>([
    ['nothing', bytesOf(''), ['file', 'empty']],
    ['blanks', bytesOf(' \n\t'), ['file', 'empty']],
    ['half a file', bytesOf(file([person('a-b')]).slice(0, -3)), ['file', 'jsonSyntax']],
    ['a table', bytesOf('name,kind\nA,person\n'), ['file', 'jsonSyntax']],
    ['a list', bytesOf('[]'), ['file', 'jsonForm']],
    ['null', bytesOf('null'), ['file', 'jsonForm']],
    ['a later version', bytesOf(file([], { version: 2 })), ['file', 'jsonForm']],
    ['entries that are none', bytesOf(file([]).replace('[]', '{}')), ['file', 'jsonForm']],
    [
      'somebody’s backup',
      bytesOf('{"format":"newsgloss-backup","version":1,"stores":{"edits":[]}}'),
      ['file', 'jsonForm'],
    ],
    ['brackets alone', bytesOf('['.repeat(1_000_000)), ['file', 'nested']],
    ['no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe]), ['broken', null]],
    ['no entries', bytesOf(file([])), ['empty', null]],
    [
      'too many',
      bytesOf(file(Array.from({ length: MOST_SHARED_ENTRIES + 1 }, () => 0))),
      ['file', 'tooManyRows'],
    ],
  ])('that holds %s is refused whole', async (_, bytes, expected) => {
    expect(await faultOf(bytes)).toEqual(expected);
  });

  it('is read in slices, between which others have their turn', async () => {
    const pause = vi.fn();
    await readShared(bytesOf(file(Array.from({ length: 250 }, (_, i) => person(`p-${i}`)))), pause);
    expect(pause.mock.calls).toEqual([
      [0, 250],
      [100, 250],
      [200, 250],
    ]);
  });
});
