/** What a run of the bench has found, as it is kept in a file, and how two of them compare. */
import { readFileSync } from 'node:fs';
import { medianOf, ratioOf } from './statistics';

export type Unit = 'ms' | 'µs' | 'ns a character' | 'bytes' | 'KB' | 'MB' | '×' | 'count';

/** One thing measured. */
export interface Figure {
  readonly unit: Unit;
  /** Median of the runs. */
  readonly value: number;
  readonly lowest: number;
  readonly highest: number;
  readonly runs: number;
}

/** A line of a picture: points `[x, y]` by rising x. */
export interface Curve {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
}

export interface Report {
  readonly version: 1;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly machine: Readonly<Record<'processor' | 'cores' | 'node' | 'chromium', string>>;
  /** What was read, in words. */
  readonly pages: string;
  readonly figures: Readonly<Record<string, Figure>>;
  /** ns a character against names in the glossary; ms on the page's thread against characters on the page. */
  readonly curves: Readonly<Record<'glossary' | 'page', readonly Curve[]>>;
}

/** Collects the figures of a run. */
export class Figures {
  readonly #runs = new Map<string, { unit: Unit; runs: readonly number[] }>();
  readonly #figures = new Map<string, Figure>();

  /** Notes the runs of one thing under its name. */
  add(id: string, unit: Unit, runs: readonly number[]): void {
    if (runs.length === 0) return;
    this.#runs.set(id, { unit, runs });
    this.#figures.set(id, {
      unit,
      value: medianOf(runs),
      lowest: Math.min(...runs),
      highest: Math.max(...runs),
      runs: runs.length,
    });
  }

  /** Notes how many times as much one thing took as another of the same rounds; nothing where one is missing. */
  addRatio(id: string, of: string, to: string): void {
    const [runs, others] = [this.#runs.get(of)?.runs, this.#runs.get(to)?.runs];
    if (!runs || !others) return;
    const value = ratioOf(runs, others);
    this.#figures.set(id, { unit: '×', value, lowest: value, highest: value, runs: runs.length });
  }

  /** The median of what was noted. */
  valueOf(id: string): number | null {
    return this.#figures.get(id)?.value ?? null;
  }

  all(): Record<string, Figure> {
    return Object.fromEntries(this.#figures);
  }
}

/** @throws Error where the file is no report of this form. */
export function readReport(file: string): Report {
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof read !== 'object' || read === null || (read as { version?: unknown }).version !== 1)
    throw new Error(`${file} is no report of this bench.`);
  // Only the bench writes such files.
  return read as Report;
}

/** A number with three digits that count. */
export function shownNumber(value: number): string {
  if (value === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString('en', { maximumFractionDigits: Math.min(digits, 6) });
}

export const shownFigure = ({ value, unit }: Pick<Figure, 'value' | 'unit'>) =>
  unit === '×' ? `${shownNumber(value)} ×` : `${shownNumber(value)}${unit === 'count' ? '' : ` ${unit}`}`;

/** Lines of a table in columns as wide as their widest cell; the first is its head. */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** What two runs have in common, and how many times as much the later one took. */
export function compareReports(then: Report, now: Report): string[] {
  const rows = Object.entries(now.figures).flatMap(([id, figure]) => {
    const before = then.figures[id];
    if (!before || before.unit !== figure.unit) return [];
    const change = before.value === 0 ? 'from nothing' : `${shownNumber(figure.value / before.value)} ×`;
    return [[id, shownFigure(before), shownFigure(figure), change]];
  });
  return tableLines([['measured', then.date, now.date, 'now against then'], ...rows]);
}
