/**
 * `npm run bench:publish -- FILE`: takes over a report into docs: the file, its pictures, and the table
 * between the two comments of docs/benchmarks.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chartOf } from './chart';
import { type Report, readReport } from './report';
import { targetRows } from './targets';

const docs = (file: string) => fileURLToPath(new URL(`../../docs/${file}`, import.meta.url));
const BEGIN = '<!-- figures: written by npm run bench:publish -->';
const END = '<!-- end of figures -->';

function figuresOf({ date, machine, pages, figures }: Report): string {
  const [head = [], ...rows] = targetRows(figures);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `Measured on ${date}: ${machine.processor}, ${machine.cores} cores; Node ${machine.node}, Chromium ${machine.chromium}. Pages: ${pages}.`,
    '',
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
  ].join('\n');
}

/** The text with what stands between the two comments replaced. @throws Error where they are missing. */
function withFigures(text: string, figures: string): string {
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error('docs/benchmarks.md lacks the comments around its figures.');
  return `${text.slice(0, from + BEGIN.length)}\n\n${figures}\n\n${text.slice(to)}`;
}

const [file] = process.argv.slice(2);
if (!file) {
  console.error('npm run bench:publish -- FILE, a report of npm run bench');
  process.exit(2);
}
const report = readReport(file);
writeFileSync(docs('benchmarks.json'), `${JSON.stringify(report, null, 1)}\n`);
writeFileSync(
  docs('pictures/bench-glossary.svg'),
  chartOf(report.curves.glossary, {
    title: 'Finding names: cost against the glossary’s size',
    across: 'names in the glossary',
    upward: 'ns a character of text, warm',
  }),
);
writeFileSync(
  docs('pictures/bench-page.svg'),
  chartOf(report.curves.page, {
    title: 'A page’s thread: cost against the page’s size',
    across: 'characters of text on the page',
    upward: 'ms of the page’s thread, cold',
  }),
);
const text = docs('benchmarks.md');
writeFileSync(text, withFigures(readFileSync(text, 'utf8'), figuresOf(report)));
