import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { LocatorMaps } from '../../../lib/desk/locator-maps';
import { buildGlossary } from '../../../lib/glossary/glossary';
import { type EntryInput, entrySchema } from '../../../lib/glossary/schema';
import { sheetOf, shelf } from '../maps/prepared';

const entry = (input: Partial<EntryInput> & { id: string }) =>
  v.parse(entrySchema, { kind: 'place', name: input.id, ...input });

const kunduz = { latitude: 36.729, longitude: 68.857 };
const afghanistan = entry({ id: 'afghanistan', name: 'The Afghanistan of this reader' });
const province = entry({
  id: 'province',
  relations: [{ key: 'in', kind: 'located-in', with: 'afghanistan' }],
});
const town = entry({
  id: 'town',
  coordinates: kunduz,
  relations: [{ key: 'in', kind: 'capital-of', with: 'province' }],
});
const ownPlace = entry({ id: 'my-well', coordinates: kunduz });
const glossary = buildGlossary([afghanistan, province, town, ownPlace]);

const nameOf = (id: string) => glossary.get(id)?.name ?? null;

const files = async (name: string) =>
  name === 'index.json' ? shelf.index : sheetOf(name.replace(/\.json$/, ''));

describe('the desk’s maps', () => {
  it('follow a place to its country, and call that as the glossary does', async () => {
    const map = await new LocatorMaps(files).mapOf(town, glossary, nameOf);
    expect(map?.where).toMatchObject({ in: 'country', name: afghanistan.name });
    expect(map?.sheet).toBe(sheetOf('afghanistan'));
  });

  it('find the country of a place of the user’s own by its coordinates', async () => {
    const map = await new LocatorMaps(files).mapOf(ownPlace, glossary, nameOf);
    expect(map?.sheet).toBe(sheetOf('afghanistan'));
  });

  it('leave out what a place no longer lies in', async () => {
    const moved = entry({
      id: 'moved',
      coordinates: { latitude: 15.5, longitude: 32.5 },
      relations: [{ key: 'in', kind: 'located-in', with: 'afghanistan', to: '1999' }],
    });
    const map = await new LocatorMaps(files).mapOf(moved, buildGlossary([afghanistan, moved]), nameOf);
    expect(map?.sheet).toBe(sheetOf('sudan'));
  });

  it('end where places lie in one another', async () => {
    const a = entry({ id: 'a', relations: [{ key: 'in', kind: 'part-of', with: 'b' }], coordinates: kunduz });
    const b = entry({ id: 'b', relations: [{ key: 'in', kind: 'part-of', with: 'a' }] });
    expect(await new LocatorMaps(files).mapOf(a, buildGlossary([a, b]), nameOf)).not.toBeNull();
  });

  it('are not looked for where there is no place', async () => {
    const load = vi.fn(files);
    const person = entry({ id: 'person', kind: 'person' });
    expect(await new LocatorMaps(load).mapOf(person, glossary, nameOf)).toBeNull();
    expect(load).not.toHaveBeenCalled();
  });

  it('read each file once', async () => {
    const load = vi.fn(files);
    const maps = new LocatorMaps(load);
    await Promise.all([maps.mapOf(afghanistan, glossary, nameOf), maps.mapOf(afghanistan, glossary, nameOf)]);
    await maps.mapOf(afghanistan, glossary, nameOf);
    expect(load.mock.calls.map(([name]) => name)).toEqual(['index.json', 'afghanistan.json']);
  });

  it('that cannot be read cost the card nothing else, and are read again', async () => {
    const report = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const load = vi.fn(files).mockRejectedValueOnce(new Error('gone'));
    const maps = new LocatorMaps(load);
    expect(await maps.mapOf(town, glossary, nameOf)).toBeNull();
    expect(report).toHaveBeenCalledOnce();
    expect(await maps.mapOf(town, glossary, nameOf)).not.toBeNull();
    report.mockRestore();
  });
});
