/**
 * `npm run bench`: how fast everything is, beside the limit that nothing can better and beside other ways
 * to do the same, in one run. Measures and asserts nothing; see docs/benchmarks.md.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowsers } from '../browsers/install';
import { benchInChromium } from './in-chromium';
import { baseEntries, benchInNode } from './in-node';
import { type BenchOptions, readOptions, USAGE } from './options';
import { readStories, writeMadePages } from './pages';
import {
  type Curve,
  compareReports,
  Figures,
  type Report,
  readReport,
  shownFigure,
  tableLines,
} from './report';
import { targetRows } from './targets';

const root = fileURLToPath(new URL('../../', import.meta.url));
const say = (line: string) => console.error(`… ${line}`);

/** Measures, and hands on after each part what was found so far. */
async function bench(options: BenchOptions, keep: (report: Report) => void): Promise<Report> {
  if (options.parts.has('chromium')) ensureBrowsers(['chromium']);
  const scratch = mkdtempSync(join(tmpdir(), 'newsgloss-bench-'));
  try {
    writeMadePages(scratch);
    const stories = readStories(scratch, options.pages);
    const base = baseEntries(stories.read);
    const figures = new Figures();
    const { rounds } = options;
    const found = { version: 'not run', glossary: [] as readonly Curve[], page: [] as readonly Curve[] };
    const report = (): Report => ({
      version: 1,
      date: new Date().toISOString().slice(0, 10),
      machine: {
        processor: cpus()[0]?.model.trim() ?? 'unknown',
        cores: String(cpus().length),
        node: process.versions.node,
        chromium: found.version,
      },
      pages: stories.said,
      figures: figures.all(),
      curves: { glossary: found.glossary, page: found.page },
    });
    if (options.parts.has('node')) {
      benchInNode(figures, {
        stories: stories.read,
        base,
        rounds,
        say,
        keep: (curves) => {
          found.glossary = curves;
          keep(report());
        },
      });
    }
    if (options.parts.has('chromium')) {
      await benchInChromium(figures, {
        pages: stories.pages,
        base,
        scratch,
        rounds,
        say,
        keep: ({ version, curves }) => {
          Object.assign(found, { version, page: curves });
          keep(report());
        },
      });
    }
    return report();
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function print(report: Report, options: BenchOptions): void {
  const figures = Object.entries(report.figures).map(([id, figure]) => [
    id,
    shownFigure(figure),
    figure.runs > 1
      ? `${shownFigure({ ...figure, value: figure.lowest })} to ${shownFigure({ ...figure, value: figure.highest })}`
      : '',
  ]);
  console.log(`\nPages: ${report.pages}\n`);
  console.log(tableLines([['measured', 'median', 'range'], ...figures]).join('\n'));
  console.log(`\n${tableLines(targetRows(report.figures)).join('\n')}`);
  if (options.compare) console.log(`\n${compareReports(readReport(options.compare), report).join('\n')}`);
}

let options: BenchOptions;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  process.exit(2);
}
const file = options.out ?? join(root, '.cache/bench', `${new Date().toISOString().slice(0, 10)}.json`);
mkdirSync(dirname(file), { recursive: true });
const keep = (found: Report) => writeFileSync(file, `${JSON.stringify(found, null, 1)}\n`);
const report = await bench(options, keep);
keep(report);
print(report, options);
console.log(`\nKept in ${relative(process.cwd(), file)}`);
