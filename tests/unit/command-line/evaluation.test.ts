import { describe, expect, it } from 'vitest';
import { evaluate, type Prediction } from '../../../lib/command-line/evaluation';
import { belowFloors, evaluationReport } from '../../../lib/command-line/evaluation-report';
import type { GoldStory } from '../../../lib/command-line/gold-story';

const TEXT = 'Kugelman of the Daud Khan hospital left Kabul. TTP is a disorder.';

function spanOf(text: string) {
  const start = TEXT.indexOf(text);
  return { start, end: start + text.length, text };
}

const story: GoldStory = {
  page: 'story',
  text: TEXT,
  blocks: [],
  lang: 'en',
  date: null,
  mentions: [
    { ...spanOf('Kugelman'), canonical: 'Michael Kugelman', tier: 1, note: ['surname-only'] },
    { ...spanOf('Daud Khan hospital'), canonical: 'Daud Khan Hospital', tier: 2, note: [] },
    { ...spanOf('Kabul'), canonical: 'Kabul', tier: 3, note: [] },
  ],
  forbidden: [
    { ...spanOf('Khan'), why: 'part of a hospital' },
    { ...spanOf('TTP'), why: 'a disorder' },
  ],
};

function evaluated(...found: readonly (readonly [text: string, name: string])[]) {
  const predictions = found.map(([text, name]): Prediction => ({ ...spanOf(text), names: [name] }));
  return evaluate([[story, predictions]]);
}

describe('evaluate', () => {
  it('counts what is right', () => {
    const { precise, exact, entry, forbidden, failures } = evaluated(
      ['Kugelman', 'Michael Kugelman'],
      ['Daud Khan hospital', 'Daud Khan Hospital'],
    );
    expect([precise, exact, entry]).toEqual(Array(3).fill({ hits: 2, of: 2 }));
    expect(forbidden).toBe(0);
    expect(failures).toEqual([]);
  });

  it('counts a forbidden span, but not inside the longer name that is right', () => {
    expect(evaluated(['TTP', 'TTP']).forbidden).toBe(1);
    expect(evaluated(['Khan', 'Imran Khan']).forbidden).toBe(1);
    expect(evaluated(['Daud Khan hospital', 'Daud Khan Hospital']).forbidden).toBe(0);
  });

  it('tells wrong spans, wrong entries and what is not listed apart', () => {
    const { failures } = evaluated(
      ['of the', 'x'],
      ['hospital', 'Daud Khan Hospital'],
      ['Kugelman', 'Other'],
    );
    expect(failures.map((one) => one.kind).sort()).toEqual(['inexact', 'unlisted', 'wrong entry']);
  });

  it('counts recall by tier and note, and never misses tier 3', () => {
    const { recall, failures } = evaluated(['Kugelman', 'Michael Kugelman']);
    expect(recall.get('tier 1')).toEqual({ hits: 1, of: 1 });
    expect(recall.get('tier 2')).toEqual({ hits: 0, of: 1 });
    expect(recall.get('surname-only')).toEqual({ hits: 1, of: 1 });
    expect(failures.map((one) => one.kind)).toEqual(['missed']);
  });

  it('shows errors with their context', () => {
    expect(evaluationReport(evaluated(['TTP', 'TTP']))).toContain(
      'left Kabul. [TTP] is a disorder. (a disorder)',
    );
  });
});

describe('floors', () => {
  const floors = { precision: 1, exact: 1, 'tier 1': 1, 'tier 2': 1, forbidden: 0 };

  it('says what fell below', () => {
    expect(belowFloors(evaluated(['TTP', 'TTP']), floors)).toEqual([
      'precision: 0.0000 is below 1',
      'exact: 0.0000 is below 1',
      'tier 1: 0.0000 is below 1',
      'tier 2: 0.0000 is below 1',
      'forbidden hits: 1 is above 0',
    ]);
  });

  it('is silent where all hold', () => {
    const all = evaluated(['Kugelman', 'Michael Kugelman'], ['Daud Khan hospital', 'Daud Khan Hospital']);
    expect(belowFloors(all, floors)).toEqual([]);
  });
});
