import { expect, test } from 'vitest';
import { readGlossaryFile } from '../../../lib/glossary/read-file';

const fileOf = (...entries: unknown[]) => ({ format: 'newsgloss-glossary', version: 1, entries });
const faultsOf = (data: unknown) => {
  const reading = readGlossaryFile(data);
  return reading.ok ? [] : reading.faults.map(({ entry, field }) => `${entry}|${field}`);
};

test('fills in defaults', () => {
  const reading = readGlossaryFile(fileOf({ id: 'a', kind: 'place', name: 'A' }));
  expect(reading).toMatchObject({ ok: true, file: { entries: [{ id: 'a', facts: [] }] } });
});

test('names the entry and the field of each fault', () => {
  const faults = faultsOf(
    fileOf(
      { id: 'good', kind: 'place', name: 'Good' },
      {
        id: 'bad',
        kind: 'place',
        name: '',
        facts: [{ key: 'f', type: 'event', text: 'x', from: '2021-13', sources: [] }],
      },
    ),
  );
  expect(faults).toContain('bad|name');
  expect(faults).toContain('bad|facts[0].from');
  expect(faults.every((fault) => fault.startsWith('bad|'))).toBe(true);
});

test('names an entry without an id by its place', () => {
  expect(faultsOf(fileOf({ id: 'a', kind: 'place', name: 'A' }, { kind: 'place', name: 'B' }))).toContain(
    'entries[1]|id',
  );
});

test('a fault of the file itself names no entry', () => {
  expect(faultsOf({ ...fileOf(), version: 9 })).toEqual(['|version']);
});

test.for([null, [], 'text', 7, { entries: null }])('%j is refused, not thrown at', (data) => {
  expect(readGlossaryFile(data).ok).toBe(false);
});
