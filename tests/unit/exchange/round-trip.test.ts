import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeFormula, unescapeFormula } from '../../../lib/exchange/formula';
import { lossesOf } from '../../../lib/exchange/losses';
import { DELIMITERS, lineOfCell, readRows, writeRow } from '../../../lib/exchange/table-text';
import { joinList, splitList } from '../../../lib/exchange/text-cell';
import { readEntryEdit } from '../../../lib/glossary/entry-edits';
import { overlay } from '../../../lib/glossary/overlay';
import type { Entry } from '../../../lib/glossary/schema';
import { action, bundled, editsAfter } from '../glossary/overlay-arbitraries';
import { glossary } from './glossary-arbitraries';
import { editsAfterImport, fileOf, imported, previewOf } from './round-trip';

/** Ten thousand glossaries in the soak's form. */
const RUNS = process.env.NEWSGLOSS_SOAK === undefined ? 200 : 10_000;
const options = { numRuns: RUNS };
const TIMEOUT = { timeout: 1_800_000 };

const byId = (entries: readonly Entry[]) => [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));

/** What TBX holds of an entry: names, languages, the one sentence. */
const inTbx = ({ id, kind, name, summary, aliases, short, ownScript }: Entry) => ({
  ...{ id, kind, name, summary },
  terms: [
    ...(ownScript ? [`${ownScript.lang} any ${ownScript.text}`] : []),
    ...aliases.map((one) => `${one.lang ?? 'en'} ${one.case} ${one.text}`),
  ].filter((term, i, all) => all.indexOf(term) === i),
  short: short.map((one) => `${one.lang ?? 'en'} ${one.text}`),
});

describe('a glossary that was exported and imported', TIMEOUT, () => {
  it.each(['json', 'csv', 'tsv'] as const)('is the same as before, as %s', (format) => {
    fc.assert(
      fc.property(glossary, (entries) => {
        expect(imported(fileOf(format, entries))).toEqual(byId(entries));
        expect(lossesOf(format, entries)).toEqual([]);
      }),
      options,
    );
  });

  it('has its names, languages and definitions, as TBX', () => {
    fc.assert(
      fc.property(glossary, (entries) => {
        const seen = (entry: Entry) => {
          const { terms, short, ...rest } = inTbx(entry);
          const texts = new Set(terms.map((term) => term.replace(/^\S+ \S+ /, '')));
          return { ...rest, texts: [...texts].sort(), short: [...new Set(short)].sort() };
        };
        expect(imported(fileOf('tbx', entries)).map(seen)).toEqual(byId(entries).map(seen));
      }),
      options,
    );
  });

  it('has its main columns, as the simple table', () => {
    fc.assert(
      fc.property(glossary, (entries) => {
        const seen = (entry: Entry) => ({
          ...{
            id: entry.id,
            name: entry.name,
            kind: entry.kind,
            summary: entry.summary,
            checked: entry.checked,
          },
          aliases: [...new Set(entry.aliases.map(({ text }) => text))].sort(),
          urls: [...new Set(entry.sources.map(({ url }) => url))].sort(),
        });
        expect(imported(fileOf('simple', entries)).map(seen)).toEqual(byId(entries).map(seen));
      }),
      options,
    );
  });

  it('changes nothing where it came from, in any form and mode', () => {
    fc.assert(
      fc.property(glossary, fc.constantFrom('json', 'csv', 'tsv', 'simple', 'tbx'), (entries, format) => {
        for (const mode of ['merge', 'add'] as const) {
          const { rows, records } = previewOf(fileOf(format, entries), { bundled: entries, mode });
          expect(rows.map(({ status }) => status)).toEqual(
            entries.map(() => (mode === 'add' ? 'kept' : 'same')),
          );
          expect(records.size).toBe(0);
        }
      }),
      options,
    );
  });
});

describe('an import into a glossary with edits', TIMEOUT, () => {
  const scene = fc.record({ ground: bundled, actions: fc.array(action, { maxLength: 12 }), file: bundled });

  it('makes records that the store can read, each entry once', () => {
    fc.assert(
      fc.property(scene, fc.constantFrom('merge', 'replace', 'add'), ({ ground, actions, file }, mode) => {
        const edits = editsAfter(ground, actions);
        const { records } = previewOf(fileOf('json', file), { bundled: ground, edits, mode });
        for (const [id, record] of records) {
          if (record)
            expect(readEntryEdit(JSON.parse(JSON.stringify(record)))).toMatchObject({
              edit: { id },
              fault: null,
            });
        }
      }),
      options,
    );
  });

  it('is the same at a second time, but for what stands against it', () => {
    fc.assert(
      fc.property(scene, fc.constantFrom('merge', 'replace', 'add'), ({ ground, actions, file }, mode) => {
        const edits = editsAfter(ground, actions);
        const bytes = fileOf('json', file);
        const first = previewOf(bytes, { bundled: ground, edits, mode });
        const second = previewOf(bytes, { bundled: ground, edits: editsAfterImport(edits, first), mode });
        expect(second.records).toEqual(new Map());
        expect(second.counts.new + second.counts.changed).toBe(0);
      }),
      options,
    );
  });

  it('leaves the file’s side in the glossary where it replaces, and nothing else changed', () => {
    fc.assert(
      fc.property(scene, ({ ground, actions, file }) => {
        const edits = editsAfter(ground, actions).map((edit) => ({ ...edit, hidden: false }));
        const done = editsAfterImport(
          edits,
          previewOf(fileOf('json', file), { bundled: ground, edits, mode: 'replace' }),
        );
        const now = new Map(overlay(ground, [], done).entries.map((entry) => [entry.id, entry]));
        const members = (entry: Entry | undefined) =>
          entry && {
            ...entry,
            aliases: sorted(entry.aliases),
            short: sorted(entry.short),
            facts: sorted(entry.facts),
            relations: sorted(entry.relations),
            sources: sorted(entry.sources),
          };
        for (const entry of file) expect(members(now.get(entry.id))).toEqual(members(entry));
        for (const entry of overlay(ground, [], edits).entries)
          if (!file.some(({ id }) => id === entry.id)) expect(now.get(entry.id)).toEqual(entry);
      }),
      options,
    );
  });

  it('changes nothing that the user has said herself where it merges', () => {
    fc.assert(
      fc.property(scene, ({ ground, actions, file }) => {
        const edits = editsAfter(ground, actions);
        const done = editsAfterImport(edits, previewOf(fileOf('json', file), { bundled: ground, edits }));
        const records = new Map(done.map((record) => [record.id, record]));
        for (const edit of edits) {
          const record = records.get(edit.id);
          expect(record?.hidden).toBe(edit.hidden);
          for (const change of edit.changes) expect(record?.changes).toContainEqual(change);
        }
      }),
      options,
    );
  });
});

describe('cells', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          '"',
          ',',
          ';',
          '\t',
          '|',
          '\\',
          "'",
          '=',
          '-',
          '+',
          '@',
          '\r',
          '\n',
          'a',
          '5',
          '.',
          '[',
        ),
      )
      .map((all) => all.join('')),
  );

  it('are escaped so that no program takes them for a formula, and exactly undone', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const written = escapeFormula(text);
        expect(unescapeFormula(written)).toBe(text);
        if (!/^[-+]\d/.test(written)) expect(written).not.toMatch(/^[=+\-@\t\r]/);
      }),
      { numRuns: RUNS * 10 },
    );
  });

  it.each(DELIMITERS)('are read as they were written, between %j', (delimiter) => {
    const row = fc
      .array(
        cell.map((text) => text.replace(/\r\n?/g, '\n')),
        { minLength: 1, maxLength: 5 },
      )
      .filter((cells) => cells.some((one) => one !== ''));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        const text = rows.map((cells) => writeRow(cells, delimiter)).join('');
        // Below a first line, since one like "sep=;" is a word on the delimiter.
        const read = [...readRows(`h${delimiter}\n${text}`, delimiter)].slice(1);
        expect(read.map(({ cells }) => cells)).toEqual(rows);
        expect(read.some(({ hasOpenQuote }) => hasOpenQuote)).toBe(false);
      }),
      { numRuns: RUNS * 3 },
    );
  });

  it('tell the line in which they begin', () => {
    const text = 'a,b\r\n"x\ny","z\r\n\r\nw"\r"1",2\n\n3,"4"';
    expect([...readRows(text, ',')].map((row) => row.cells.map((_, at) => lineOfCell(row, at)))).toEqual([
      [1, 1],
      [2, 3],
      [6, 6],
      [8, 8],
    ]);
  });

  it('hold lists, whatever their members', () => {
    const member = cell.map((text) => text.trim()).filter((text) => text !== '');
    fc.assert(
      fc.property(fc.array(member), (members) => {
        expect(splitList(joinList(members))).toEqual(members);
      }),
      { numRuns: RUNS * 3 },
    );
  });

  it('of any text whatever are read in one pass, row after row', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom(...DELIMITERS),
        (text, delimiter) => {
          const rows = [...readRows(text, delimiter)];
          const lines = rows.map(({ line }) => line);
          expect(lines).toEqual([...lines].sort((a, b) => a - b));
        },
      ),
      { numRuns: RUNS * 3 },
    );
  });
});

const sorted = (members: readonly unknown[]) =>
  members.map((one) => JSON.stringify(one, Object.keys(Object(one)).sort())).sort();
