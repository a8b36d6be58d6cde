import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOptions } from '../../bench/options';
import {
  compareReports,
  Figures,
  type Report,
  readReport,
  shownFigure,
  shownNumber,
} from '../../bench/report';
import { TARGETS, targetRows } from '../../bench/targets';

function reportWith(figures: Figures, date = '2026-01-31'): Report {
  return {
    version: 1,
    date,
    machine: { processor: 'any', cores: '2', node: '20', chromium: '150' },
    pages: 'some',
    figures: figures.all(),
    curves: { glossary: [], page: [] },
  };
}

describe('figures', () => {
  it('hold the median and the range of their runs', () => {
    const figures = new Figures();
    figures.add('scan', 'ms', [3, 1, 2]);
    expect(figures.all().scan).toEqual({ unit: 'ms', value: 2, lowest: 1, highest: 3, runs: 3 });
  });

  it('are left out where nothing was run, and so are ratios to them', () => {
    const figures = new Figures();
    figures.add('scan', 'ms', [3]);
    figures.add('peer', 'ms', []);
    figures.addRatio('peer/to-ours', 'peer', 'scan');
    expect(Object.keys(figures.all())).toEqual(['scan']);
    expect(figures.valueOf('peer')).toBeNull();
  });

  it.each([
    [1_234_567, '1,234,567'],
    [123.456, '123'],
    [12.345, '12.3'],
    [1.2345, '1.23'],
    [0.012345, '0.0123'],
    [0, '0'],
  ])('%d is shown as %s', (value, shown) => {
    expect(shownNumber(value)).toBe(shown);
  });

  it('are shown with their units', () => {
    expect(shownFigure({ value: 2.5, unit: 'ms' })).toBe('2.5 ms');
    expect(shownFigure({ value: 2.5, unit: '×' })).toBe('2.5 ×');
    expect(shownFigure({ value: 3, unit: 'count' })).toBe('3');
  });
});

describe('two reports', () => {
  const [then, now] = [new Figures(), new Figures()];
  then.add('scan', 'ms', [10]);
  then.add('gone', 'ms', [1]);
  then.add('other-unit', 'µs', [1]);
  now.add('scan', 'ms', [5]);
  now.add('new', 'ms', [1]);
  now.add('other-unit', 'ms', [1]);

  it('are compared in what both have measured in the same unit', () => {
    const lines = compareReports(reportWith(then, '2026-01-01'), reportWith(now, '2026-02-01'));
    expect(lines).toEqual([
      'measured  2026-01-01  2026-02-01  now against then',
      'scan      10 ms       5 ms        0.5 ×',
    ]);
  });

  it('are read from files, and nothing else is', () => {
    const folder = mkdtempSync(join(tmpdir(), 'newsgloss-report-'));
    const [good, bad] = [join(folder, 'good.json'), join(folder, 'bad.json')];
    writeFileSync(good, JSON.stringify(reportWith(now)));
    writeFileSync(bad, '{"version":2}');
    expect(readReport(good)).toEqual(reportWith(now));
    expect(() => readReport(bad)).toThrow('no report');
    rmSync(folder, { recursive: true });
  });
});

describe('targets', () => {
  it('are reached or missed by the figures, on the right side', () => {
    const figures = new Figures();
    figures.add('scan/1000/to-loop', '×', [5]);
    figures.add('scan/10000/to-loop', '×', [5.1]);
    figures.add('scan/peer-to-ours', '×', [4.9]);
    figures.add('build/peer-to-ours', '×', [10]);
    const outcomes = targetRows(figures.all()).map(([, target, measured, outcome]) => [
      target,
      measured,
      outcome,
    ]);
    expect(outcomes).toContainEqual(['≤ 5 ×', '5 ×', 'reached']);
    expect(outcomes).toContainEqual(['≤ 5 ×', '5.1 ×', 'missed']);
    expect(outcomes).toContainEqual(['≥ 5 ×', '4.9 ×', 'missed']);
    expect(outcomes).toContainEqual(['≥ 10 ×', '10 ×', 'reached']);
  });

  it('that were not measured say so', () => {
    expect(
      targetRows({})
        .slice(1)
        .every(([, , measured]) => measured === 'not measured'),
    ).toBe(true);
    expect(targetRows({})).toHaveLength(TARGETS.length + 1);
  });
});

describe('options', () => {
  it('are usually none', () => {
    expect(readOptions([])).toEqual({
      pages: null,
      compare: null,
      out: null,
      rounds: 9,
      parts: new Set(['node', 'chromium']),
    });
  });

  it('choose a part, pages and an earlier report', () => {
    const options = readOptions([
      '--only',
      'node',
      '--pages',
      'some',
      '--compare',
      'a.json',
      '--rounds',
      '3',
    ]);
    expect(options).toMatchObject({ pages: 'some', compare: 'a.json', rounds: 3, parts: new Set(['node']) });
  });

  it.each([[['--rounds', '0']], [['--rounds', 'x']], [['--only', 'firefox']], [['--unknown']]])(
    'that mean nothing are refused: %j',
    (args) => {
      expect(() => readOptions(args)).toThrow();
    },
  );
});
