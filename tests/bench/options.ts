import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** A folder of further pages, or null. */
  readonly pages: string | null;
  /** An earlier report, or null. */
  readonly compare: string | null;
  /** Where the report goes; null for the usual place. */
  readonly out: string | null;
  readonly rounds: number;
  readonly parts: ReadonlySet<Part>;
}

export type Part = 'node' | 'chromium';
const PARTS: readonly Part[] = ['node', 'chromium'];

export const USAGE = `npm run bench [-- OPTIONS]
  --pages DIR      further pages to read (.html, .htm, .xhtml, also with .gz), beside our own
  --compare FILE   says how this run compares with an earlier one's report
  --out FILE       where the report is written (usually .cache/bench/DATE.json)
  --rounds N       rounds that count, 9 when left out
  --only PART      node or chromium`;

/** @throws Error that says what is wrong with the arguments. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      pages: { type: 'string' },
      compare: { type: 'string' },
      out: { type: 'string' },
      rounds: { type: 'string', default: '9' },
      only: { type: 'string' },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number above nought.');
  const parts = PARTS.filter((part) => values.only === undefined || values.only === part);
  if (parts.length === 0) throw new Error(`--only takes ${PARTS.join(' or ')}.`);
  return {
    pages: values.pages ?? null,
    compare: values.compare ?? null,
    out: values.out ?? null,
    rounds,
    parts: new Set(parts),
  };
}
