import { readdirSync, readFileSync } from 'node:fs';
import { checkCommonWords } from '../glossary/audit/aliases';
import { auditGlossary } from '../glossary/audit/audit';
import { commonWords } from '../glossary/audit/common-words';
import type { FiledEntry } from '../glossary/audit/fault';
import { countByYear, type Tally, tallyOf } from '../glossary/audit/tally';
import { readGlossaryFile } from '../glossary/read-file';
import { ENTRY_KINDS } from '../glossary/schema';

const FOLDER = new URL('../../public/glossary/', import.meta.url);

const files = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .sort();
const entries: FiledEntry[] = [];
const faults: string[] = [];

for (const file of files) {
  try {
    const reading = readGlossaryFile(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')));
    if (reading.ok) entries.push(...reading.file.entries.map((entry) => ({ file, entry })));
    else
      for (const fault of reading.faults)
        faults.push(`${file}: ${fault.entry}: ${fault.field}: ${fault.message}`);
  } catch (error) {
    faults.push(`${file}: ${error instanceof Error ? error.message : error}`);
  }
}

const isCommon = checkCommonWords(new Set(commonWords()));
for (const { file, entryId, field, message } of auditGlossary(entries, [isCommon])) {
  faults.push(`${file}: ${entryId}: ${field}: ${message}`);
}

function printTable(rows: readonly (readonly (string | number)[])[]): void {
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map((row) => String(row[column]).length))) ?? [];
  for (const row of rows) {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return typeof cell === 'number' ? String(cell).padStart(width) : cell.padEnd(width);
    });
    console.log(cells.join('  ').trimEnd());
  }
}

const tallies = [
  ...files.map((file) =>
    tallyOf(
      file.replace('.json', ''),
      entries.filter((filed) => filed.file === file),
    ),
  ),
  tallyOf('all', entries),
];
const columns: readonly [heading: string, of: (tally: Tally) => number][] = [
  ['entries', (tally) => tally.entries],
  ['full', (tally) => tally.full],
  ['brief', (tally) => tally.entries - tally.full],
  ...ENTRY_KINDS.map((kind): [string, (tally: Tally) => number] => [kind, (tally) => tally.kinds[kind]]),
  ['aliases', (tally) => tally.aliases],
  ['facts', (tally) => tally.facts],
  ['sources', (tally) => tally.sources],
  ['publishers', (tally) => tally.publishers],
];
printTable([
  ['beat', ...columns.map(([heading]) => heading)],
  ...tallies.map((tally) => [tally.beat, ...columns.map(([, of]) => of(tally))]),
]);

const years = (title: string, dates: readonly (string | undefined)[]) =>
  console.log(
    `\n${title}: ${countByYear(dates)
      .map(([year, count]) => `${year} ${count}`)
      .join(', ')}`,
  );
years(
  'Facts by year',
  entries.flatMap(({ entry }) => entry.facts.map((fact) => fact.from)),
);
years(
  'Entries by the year last checked',
  entries.map(({ entry }) => entry.checked),
);

for (const fault of faults) console.error(fault);
console.log(`\n${entries.length} entries, ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`);
process.exitCode = faults.length > 0 ? 1 : 0;
