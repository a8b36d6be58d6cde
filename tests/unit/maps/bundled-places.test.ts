import { describe, expect, test } from 'vitest';
import { LocatorMaps } from '../../../lib/desk/locator-maps';
import { buildGlossary } from '../../../lib/glossary/glossary';
import { isOnMap } from '../../../lib/maps/projection';
import { readBundledGlossary } from '../../../lib/packaging/bundled-glossary';
import { frames, sheetOf, shelf } from './prepared';

const glossary = buildGlossary(readBundledGlossary());
const nameOf = (id: string) => glossary.get(id)?.name ?? null;
const desk = new LocatorMaps(async (name) =>
  name === 'index.json' ? shelf.index : sheetOf(name.replace(/\.json$/, '')),
);
const located = glossary.entries.filter(({ coordinates }) => coordinates);
const capitals = glossary.entries.flatMap((entry) =>
  entry.relations
    .filter(({ kind }) => kind === 'capital-of')
    .map((relation) => ({ entry, of: relation.with })),
);

describe('bundled places', { timeout: 60_000 }, () => {
  test('with coordinates have a map, and their dot lies well on it', async () => {
    expect(located.length).toBeGreaterThan(250);
    const without: string[] = [];
    for (const entry of located) {
      const map = await desk.mapOf(entry, glossary, nameOf);
      const isTerritory = [...shelf.index.areas, ...shelf.index.countries].some(
        (territory) => territory.entry === entry.id,
      );
      if (!map || !(map.dot ? isOnMap(map.dot, 8) : isTerritory)) without.push(entry.id);
    }
    expect(without).toEqual([]);
  });

  test('that lie in a disputed area by their entry are on its map', async () => {
    const areas = new Set(shelf.index.areas.flatMap(({ entry }) => entry ?? []));
    const inside = located.filter(({ relations }) =>
      relations.some(({ kind, with: id, to }) => kind === 'located-in' && !to && areas.has(id)),
    );
    expect(inside.length).toBeGreaterThan(10);
    const elsewhere: string[] = [];
    for (const entry of inside) {
      const where = (await desk.mapOf(entry, glossary, nameOf))?.where;
      if (where?.in !== 'disputed') elsewhere.push(`${entry.id}: ${JSON.stringify(where)}`);
    }
    expect(elsewhere).toEqual([]);
  });

  test('that are capitals of a country are on its map, or on that of a disputed area', async () => {
    const national = capitals.filter(({ of }) => shelf.index.countries.some(({ entry }) => entry === of));
    expect(national.length).toBeGreaterThan(150);
    const elsewhere: string[] = [];
    for (const { entry, of } of national) {
      if (!entry.coordinates) continue;
      const where = (await desk.mapOf(entry, glossary, nameOf))?.where;
      const name = glossary.get(of)?.name;
      if (where?.in !== 'country' || where.name !== name)
        elsewhere.push(`${entry.id}: ${JSON.stringify(where)}`);
    }
    expect(elsewhere).toEqual([]);
  });

  test('that have a capital and lie in nothing larger have a map of their own', async () => {
    const states = new Set(capitals.map(({ of }) => of));
    const without: string[] = [];
    for (const id of states) {
      const entry = glossary.get(id);
      if (!entry || entry.relations.some(({ kind }) => kind === 'located-in' || kind === 'part-of')) continue;
      if (!(await desk.mapOf(entry, glossary, nameOf))) without.push(id);
    }
    expect(states.size).toBeGreaterThan(150);
    expect(without).toEqual([]);
  });
});

test('every territory has one home map', () => {
  for (const { id } of [...shelf.index.countries, ...shelf.index.areas]) {
    expect(frames.filter(({ about, role }) => about === id && role === 'home')).toHaveLength(1);
  }
});
