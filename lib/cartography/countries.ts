import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { woundForSphere } from './winding';

/** A country of the data package. */
export interface Country {
  /** A slug of `name`, and where the glossary has the country, its entry's id. */
  readonly id: string;
  readonly name: string;
  /** Degrees, longitude first; outer rings clockwise on the globe, as d3-geo has them. */
  readonly polygons: readonly Position[][][];
}

/** Natural Earth at 1:10 million, public domain, by way of the package world-atlas. */
const FILE = 'world-atlas/countries-10m.json';

/** Full names where the package shortens them or has another than the glossary. */
const NAMES: Readonly<Record<string, string>> = {
  'Antigua and Barb.': 'Antigua and Barbuda',
  'Bosnia and Herz.': 'Bosnia and Herzegovina',
  'Br. Indian Ocean Ter.': 'British Indian Ocean Territory',
  'British Virgin Is.': 'British Virgin Islands',
  'Cabo Verde': 'Cape Verde',
  'Cayman Is.': 'Cayman Islands',
  'Central African Rep.': 'Central African Republic',
  'Clipperton I.': 'Clipperton Island',
  Congo: 'Republic of the Congo',
  'Cook Is.': 'Cook Islands',
  'Coral Sea Is.': 'Coral Sea Islands',
  Czechia: 'Czech Republic',
  "Côte d'Ivoire": 'Ivory Coast',
  'Dem. Rep. Congo': 'Democratic Republic of the Congo',
  'Dominican Rep.': 'Dominican Republic',
  eSwatini: 'Eswatini',
  'Eq. Guinea': 'Equatorial Guinea',
  'Faeroe Is.': 'Faroe Islands',
  'Fr. Polynesia': 'French Polynesia',
  'Fr. S. Antarctic Lands': 'French Southern and Antarctic Lands',
  'Heard I. and McDonald Is.': 'Heard Island and McDonald Islands',
  'Indian Ocean Ter.': 'Australian Indian Ocean Territories',
  Macedonia: 'North Macedonia',
  'Marshall Is.': 'Marshall Islands',
  'N. Mariana Is.': 'Northern Mariana Islands',
  'Pitcairn Is.': 'Pitcairn Islands',
  'S. Sudan': 'South Sudan',
  'Solomon Is.': 'Solomon Islands',
  'St-Barthélemy': 'Saint Barthélemy',
  'St-Martin': 'Saint Martin',
  'St. Kitts and Nevis': 'Saint Kitts and Nevis',
  'St. Pierre and Miquelon': 'Saint Pierre and Miquelon',
  'St. Vin. and Gren.': 'Saint Vincent and the Grenadines',
  'São Tomé and Principe': 'Sao Tome and Principe',
  'Turks and Caicos Is.': 'Turks and Caicos Islands',
  'U.S. Minor Outlying Is.': 'US Minor Outlying Islands',
  'U.S. Virgin Is.': 'US Virgin Islands',
  'United States of America': 'United States',
  'Wallis and Futuna Is.': 'Wallis and Futuna',
};

/**
 * Pieces that the package draws apart and nobody claims against the country: leased ground, the buffer
 * zone of the UN in Cyprus, parts with a government of their own whose maps need the country around them.
 */
const BELONGS_TO: Readonly<Record<string, string>> = {
  Baikonur: 'Kazakhstan',
  'Cyprus U.N. Buffer Zone': 'Cyprus',
  'Hong Kong': 'China',
  Macao: 'China',
  'USNB Guantanamo Bay': 'Cuba',
  Åland: 'Finland',
};

/** No country's; and a polygon around a pole, which needs more care than its news would repay. */
const LEFT_OUT = new Set(['Antarctica']);

export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function polygonsOf(geometry: Polygon | MultiPolygon): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** Half the width of the square that stands for a country smaller than the package's grid, degrees. */
const SPECK = 0.002;

/** The Vatican's outline has collapsed to a line in the package. */
function speckAt([x = 0, y = 0]: Position): Position[][][] {
  return woundForSphere([
    [
      [x - SPECK, y - SPECK],
      [x - SPECK, y + SPECK],
      [x + SPECK, y + SPECK],
      [x + SPECK, y - SPECK],
      [x - SPECK, y - SPECK],
    ],
  ]);
}

/** Every country of the data package, by the package's name for it. */
export function readCountries(): Map<string, Country> {
  const path = createRequire(import.meta.url).resolve(FILE);
  // The package's own format, pinned with it: objects.countries, a collection with names.
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Topology<{
    countries: GeometryCollection<{ name: string }>;
  }>;
  const { features } = feature(topology, topology.objects.countries);
  const countries = new Map<string, Country>();
  for (const { properties, geometry } of features) {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue;
    if (LEFT_OUT.has(properties.name)) continue;
    const key = BELONGS_TO[properties.name] ?? properties.name;
    const name = NAMES[key] ?? key;
    const outlines = polygonsOf(geometry);
    const wound = outlines.flatMap(woundForSphere);
    const polygons = wound.length > 0 ? wound : speckAt(outlines[0]?.[0]?.[0] ?? []);
    const known = countries.get(key)?.polygons ?? [];
    countries.set(key, { id: slugOf(name), name, polygons: [...known, ...polygons] });
  }
  return countries;
}
