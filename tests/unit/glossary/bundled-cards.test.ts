import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type CardView, cardView } from '../../../lib/glossary/card-view';
import { buildGlossary } from '../../../lib/glossary/glossary';
import { readGlossaryFile } from '../../../lib/glossary/read-file';
import type { Entry } from '../../../lib/glossary/schema';
import { isAfter } from '../../../lib/glossary/timing';

const FOLDER = 'public/glossary';
const TODAY = '2026-11-23';
const STORY_DATES = ['2004-06-01', '2014-06-01', '2021-08-15', '2021-11-29', '2024-12-08', '2026-11-23'];

const entries = readdirSync(FOLDER).flatMap((name): Entry[] => {
  const reading = readGlossaryFile(JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')));
  return reading.ok ? reading.file.entries : [];
});
const glossary = buildGlossary(entries);

function viewOf(id: string, storyDate: string | null): CardView {
  const entry = glossary.get(id);
  if (!entry) throw new Error(`The bundled glossary has no ${id}.`);
  return cardView(entry, storyDate, glossary, TODAY);
}

describe.for(STORY_DATES)('every bundled card, for a story of %s', (storyDate) => {
  const views = entries.map((entry) => cardView(entry, storyDate, glossary, TODAY));

  test('places every fact of the entry, each once', () => {
    for (const [i, view] of views.entries()) {
      const changes = [...view.since, ...view.sinceMore];
      const placed = [
        ...view.then,
        ...view.before,
        ...changes.filter(({ change }) => change !== 'ended'),
      ].map(({ key }) => key);
      const facts = (entries[i]?.facts ?? []).map((fact) => `${view.id}.${fact.key}`);
      for (const key of facts)
        expect(
          placed.filter((other) => other === key),
          `${key} placed`,
        ).toHaveLength(1);
    }
  });
  test('tells nothing as news that the story could know', () => {
    for (const { since, sinceMore } of views) {
      for (const { key, date, disclosed } of [...since, ...sinceMore]) {
        const known = [date, disclosed].filter((day) => day !== null);
        expect(
          known.some((day) => isAfter(day, storyDate)),
          key,
        ).toBe(true);
      }
    }
  });
  test('says nothing as past that is still to come', () => {
    for (const { before } of views) {
      for (const { key, date } of before) if (date) expect(isAfter(date, storyDate), key).toBe(false);
    }
  });
  test('cites only sources that it lists', () => {
    for (const view of views) {
      const listed = new Set(view.sources.map(({ number }) => number));
      expect([...listed]).toEqual(view.sources.map((_, i) => i + 1));
      const cited = [...view.then, ...view.since, ...view.sinceMore, ...view.before, ...view.background];
      for (const { sources } of cited) for (const number of sources) expect(listed).toContain(number);
    }
  });
});

describe('the story’s date decides', () => {
  test('who held power when the story was written', () => {
    expect(viewOf('taliban', '2021-11-29').then).toContainEqual(
      expect.objectContaining({ type: 'status', from: '2021-08-15' }),
    );
    expect(viewOf('taliban', '2019-01-01').dated?.statement).toMatchObject({ type: 'status', from: '2001' });
  });
  test('whose death was public', () => {
    const died = expect.objectContaining({ type: 'event', from: '2013-04' });
    expect(viewOf('mullah-omar', '2014-06-01').since).toContainEqual(died);
    expect(viewOf('mullah-omar', '2016-01-01').before).toContainEqual(died);
  });
  test('which post an official is shown in', () => {
    expect(viewOf('ahmed-al-sharaa', '2021-11-29').dated?.statement).toMatchObject({ office: 'Leader' });
    expect(viewOf('ahmed-al-sharaa', null).dated?.tense).toBe('now');
  });
});
