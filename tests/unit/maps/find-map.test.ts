import { describe, expect, test } from 'vitest';
import { findMap } from '../../../lib/maps/find-map';
import { isInside, ringsOf } from '../../../lib/maps/outline';
import { isOnMap } from '../../../lib/maps/projection';
import type { PlacedMap } from '../../../lib/maps/types';
import { frameOf, shelf } from './prepared';

/** The map for a point of which the glossary says nothing else. */
async function mapAt(latitude: number, longitude: number, within: string[] = []): Promise<PlacedMap> {
  const map = await findMap({ id: 'somewhere', coordinates: { latitude, longitude }, within }, shelf);
  if (!map) throw new Error('no map');
  return map;
}

function dotOf(map: PlacedMap) {
  if (!map.dot) throw new Error('no dot');
  return map.dot;
}

describe('a place in a disputed area is in no country, whatever its entry says', () => {
  test.each([
    ['Simferopol', 44.952, 34.102, 'crimea', ['ukraine', 'russia']],
    ['Sevastopol', 44.6054, 33.522, 'crimea', []],
    ['Katzrin, Golan', 32.99, 35.69, 'golan-heights', ['israel', 'syria']],
    ['Majdal Shams, Golan', 33.267, 35.77, 'golan-heights', []],
    ['Laayoune', 27.15, -13.2, 'western-sahara', ['morocco']],
    ['Tifariti', 26.16, -10.57, 'western-sahara', []],
    ['Srinagar', 34.08, 74.8, 'kashmir', ['india']],
    ['Jammu', 32.73, 74.86, 'kashmir', ['india']],
    ['Leh', 34.15, 77.58, 'kashmir', []],
    ['Muzaffarabad', 34.36, 73.47, 'kashmir', ['pakistan']],
    ['Gilgit', 35.92, 74.31, 'kashmir', ['pakistan']],
    ['Aksai Chin', 35.1, 79.4, 'kashmir', ['china']],
    ['Tawang', 27.58, 91.86, 'arunachal-pradesh', ['india']],
    ['Tskhinvali', 42.23, 43.96, 'south-ossetia', ['georgia']],
    ['Sukhumi', 43.0, 41.02, 'abkhazia', ['georgia']],
    ['Gali', 42.63, 41.73, 'abkhazia', []],
    ['Tiraspol', 46.84, 29.63, 'transnistria', ['moldova']],
    ['Bender', 46.83, 29.47, 'transnistria', []],
    ['Pristina', 42.66, 21.16, 'kosovo', ['serbia']],
    ['Kyrenia', 35.33, 33.32, 'northern-cyprus', ['cyprus']],
    ['Taipei', 25.03, 121.5, 'taiwan', ['china']],
    ['Hargeisa', 9.56, 44.06, 'somaliland', ['somalia']],
    ['Ramallah', 31.9, 35.2, 'west-bank', ['israel']],
    ['East Jerusalem', 31.785, 35.24, 'west-bank', ['israel']],
    ['Gaza City', 31.5, 34.47, 'gaza', []],
    ['Rafah', 31.297, 34.243, 'gaza', ['egypt']],
    ['Kunashir', 44.03, 145.85, 'kuril-islands', ['russia']],
    ['Donetsk', 48.02, 37.8, 'ukraine-occupied', ['ukraine']],
    ['Luhansk', 48.57, 39.31, 'ukraine-occupied', ['ukraine']],
    ['Mariupol', 47.1, 37.54, 'ukraine-occupied', ['ukraine']],
    ['Melitopol', 46.85, 35.37, 'ukraine-occupied', ['ukraine']],
    ['Abyei', 9.593, 28.436, 'abyei', ['sudan']],
    ['Hala’ib', 22.22, 36.6, 'halaib', ['egypt']],
    ['Stanley', -51.694, -57.857, 'falkland-islands', []],
    ['Lethem, Essequibo', 3.38, -59.8, 'essequibo', ['guyana']],
  ])('%s', async (_, latitude, longitude, area, within) => {
    const map = await mapAt(latitude, longitude, within);
    const frame = frameOf(map.sheet);
    expect([frame.about, frame.isDisputed, map.where.in]).toEqual([area, true, 'disputed']);
    const hatch = map.sheet.hatched.find((hatched) => hatched.area === area)?.path ?? '';
    expect(isInside(ringsOf(hatch), dotOf(map))).toBe(true);
    expect(map.sheet.country).toBe('');
    expect(isInside(ringsOf(map.sheet.land), dotOf(map))).toBe(false);
  });
});

test('a place on the edge of a disputed area is in it where its entry says so', async () => {
  const map = await mapAt(31.306, 34.37, ['gaza']);
  expect([map.where, map.sheet.country]).toEqual([{ in: 'disputed', name: 'Gaza Strip' }, '']);
});

describe('a place that nobody disputes is in its country', () => {
  test.each([
    ['Kyiv', 50.45, 30.52, 'ukraine'],
    ['Kherson', 46.65, 32.6, 'ukraine'],
    ['Zaporizhzhia', 47.85, 35.117, 'ukraine'],
    ['Kharkiv', 49.98, 36.25, 'ukraine'],
    ['Kramatorsk', 48.74, 37.58, 'ukraine'],
    ['Kabul', 34.53, 69.17, 'afghanistan'],
    ['Vladivostok', 43.13, 131.9, 'russia'],
    ['Grozny', 43.31, 45.69, 'russia'],
    ['Suva', -18.142, 178.441, 'fiji'],
    ['Taveuni, beyond the antimeridian', -16.85, -179.95, 'fiji'],
    ['Honolulu', 21.31, -157.86, 'united-states'],
    ['Anchorage', 61.2, -149.9, 'united-states'],
    ['New York', 40.71, -74.0, 'united-states'],
    ['Singapore', 1.35, 103.82, 'singapore'],
    ['The Vatican', 41.9033, 12.4534, 'vatican'],
    ['Stepanakert', 39.82, 46.75, 'azerbaijan'],
    ['Gori', 41.98, 44.11, 'georgia'],
    ['Zugdidi', 42.51, 41.87, 'georgia'],
    ['Chisinau', 47.01, 28.86, 'moldova'],
    ['Tel Aviv', 32.08, 34.78, 'israel'],
    ['Kiryat Shmona', 33.207, 35.57, 'israel'],
    ['Quneitra', 33.12, 35.83, 'syria'],
    ['Agadir', 30.42, -9.6, 'morocco'],
    ['Tarfaya', 27.94, -12.9, 'morocco'],
    ['Pathankot', 32.27, 75.65, 'india'],
    ['Sialkot', 32.49, 74.53, 'pakistan'],
    ['Abbottabad', 34.15, 73.24, 'pakistan'],
    ['Dibrugarh', 27.46, 94.91, 'india'],
    ['Limassol', 34.68, 33.04, 'cyprus'],
    ['Georgetown', 6.8, -58.155, 'guyana'],
    ['Guantanamo Bay', 19.95, -75.15, 'cuba'],
    ['Hong Kong', 22.3, 114.17, 'china'],
    ['Cayenne', 4.93, -52.3, 'france'],
    ['Las Palmas', 28.1, -15.44, 'spain'],
    ['Malabo', 3.75, 8.77, 'equatorial-guinea'],
    ['Tarawa', 1.36, 173.1, 'kiribati'],
    ['Mogadishu', 2.04, 45.34, 'somalia'],
  ])('%s', async (_, latitude, longitude, country) => {
    const map = await mapAt(latitude, longitude);
    expect([frameOf(map.sheet).about, map.where.in]).toEqual([country, 'country']);
    expect(isOnMap(dotOf(map), 0)).toBe(true);
  });
});

test.each([
  ['Kunduz', 36.73, 68.86, 'afghanistan', 'north'],
  ['Fayzabad', 37.12, 70.58, 'afghanistan', 'north-east'],
  ['Mazar-i-Sharif', 36.71, 67.11, 'afghanistan', 'north'],
  ['Kandahar', 31.61, 65.71, 'afghanistan', 'south'],
  ['Herat', 34.35, 62.2, 'afghanistan', 'west'],
  ['Madrid', 40.42, -3.7, 'spain', 'centre'],
  ['Vladivostok', 43.13, 131.9, 'russia', 'south-east'],
  ['Saint Petersburg', 59.94, 30.31, 'russia', 'west'],
  ['Canberra', -35.28, 149.13, 'australia', 'south-east'],
  ['Honolulu', 21.31, -157.86, 'united-states', null],
  ['Monaco', 43.735, 7.42, 'monaco', null],
] as const)('%s lies in that part of its country', async (_, latitude, longitude, country, part) => {
  const map = await mapAt(latitude, longitude, [country]);
  expect(map.where).toMatchObject({ in: 'country', part });
});

test.each([
  ['Moscow', 55.75, 37.62, 'russia-west'],
  ['Grozny', 43.31, 45.69, 'russia-caucasus'],
  ['Vladivostok', 43.13, 131.9, 'russia'],
])('%s is shown on the closest map of Russia that shows what is around it', async (_, lat, lon, id) => {
  expect(frameOf((await mapAt(lat, lon, ['russia'])).sheet).id).toBe(id);
});

describe('a place at sea', () => {
  test('near land is on a map of that, on which no country stands out', async () => {
    const map = await mapAt(26.57, 56.5);
    expect([map.where, map.sheet.country]).toEqual([{ in: 'view' }, '']);
    expect(isOnMap(dotOf(map), 0)).toBe(true);
  });

  test('far from all land has no map', async () => {
    const place = { id: 'x', coordinates: { latitude: -45, longitude: -115 }, within: [] };
    expect(await findMap(place, shelf)).toBeNull();
  });
});

describe('the entry of a territory', () => {
  const about = (id: string) => findMap({ id, coordinates: null, within: [] }, shelf);

  test('has the map of that territory and no dot', async () => {
    const map = await about('afghanistan');
    expect(map && [frameOf(map.sheet).id, map.dot, map.where]).toEqual(['afghanistan', null, { in: 'view' }]);
  });

  test('has a dot where the territory is too small to be seen', async () => {
    expect((await about('monaco'))?.dot).not.toBeNull();
  });

  test('that is disputed has the map of it, on which no country stands out', async () => {
    const map = await about('crimea');
    expect(map?.where).toEqual({ in: 'disputed', name: 'Crimea' });
    expect(map?.sheet.country).toBe('');
  });
});

test('a place without coordinates has no map, though its country has one', async () => {
  expect(await findMap({ id: 'x', coordinates: null, within: ['afghanistan'] }, shelf)).toBeNull();
});

test('coordinates overrule a country that they do not lie in', async () => {
  const map = await mapAt(34.53, 69.17, ['japan']);
  expect(frameOf(map.sheet).about).toBe('afghanistan');
});
