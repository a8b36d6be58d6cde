/**
 * Where the data package gives a disputed area to one side, we overrule it: the area is cut out of
 * that country and becomes nobody's. disputed-areas.json is GeoJSON; for each area it says
 *
 * - `from`: the countries, by the package's names, whose land it is cut from;
 * - its geometry: what is cut out of them (coarse where it crosses land, generous at sea and beyond
 *   their borders, where there is nothing to cut); null takes the countries whole;
 * - `whole`: takes the pieces of land that lie inside the geometry's box as they are, uncut;
 * - `entry`: the glossary's entry for the area, if it has one;
 * - `basis`: whose line it is.
 *
 * Which areas stand there, and how they are drawn, is EDITORIAL.md's.
 */
import { readFileSync } from 'node:fs';
import type { Feature, FeatureCollection, Polygon, Position } from 'geojson';
import clipping, { type Polygon as Rings } from 'polygon-clipping';
import type { Country } from './countries';
import { woundForSphere } from './winding';

interface AreaProperties {
  readonly name: string;
  readonly entry: string | null;
  readonly from: readonly string[];
  readonly whole?: boolean;
  readonly basis: string;
}

type AreaFeature = Feature<Polygon | null, AreaProperties> & { readonly id: string };

export interface DisputedArea {
  readonly id: string;
  readonly name: string;
  readonly entry: string | null;
}

/** A piece of land with one colour: of a country, or of a disputed area as held by one side. */
export interface Piece {
  readonly country: string | null;
  readonly area: string | null;
  readonly polygons: readonly Position[][][];
}

type Box = readonly [west: number, south: number, east: number, north: number];

function boxOf(ring: readonly Position[]): Box {
  const longitudes = ring.map(([longitude = 0]) => longitude);
  const latitudes = ring.map(([, latitude = 0]) => latitude);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}

function meet(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

function holds(outer: Box, inner: Box): boolean {
  return outer[0] <= inner[0] && outer[1] <= inner[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
}

/** Cuts one polygon by an area's: what is the area's, and what stays. */
function cut(polygon: Position[][], area: AreaFeature): { inside: Position[][][]; outside: Position[][][] } {
  const cutter = area.geometry?.coordinates;
  if (!cutter) return { inside: [polygon], outside: [] };
  const [outer] = polygon;
  const [cutterOuter] = cutter;
  if (!outer || !cutterOuter) return { inside: [], outside: [polygon] };
  const box = boxOf(outer);
  const cutterBox = boxOf(cutterOuter);
  if (area.properties.whole) {
    return holds(cutterBox, box) ? { inside: [polygon], outside: [] } : { inside: [], outside: [polygon] };
  }
  if (!meet(box, cutterBox)) return { inside: [], outside: [polygon] };
  // Both are lists of rings of number pairs; the libraries only name them differently.
  const [subject, clip] = [polygon as Rings, cutter as Rings];
  return {
    inside: (clipping.intersection(subject, clip) as Position[][][]).flatMap(woundForSphere),
    outside: (clipping.difference(subject, clip) as Position[][][]).flatMap(woundForSphere),
  };
}

function readAreas(): AreaFeature[] {
  const text = readFileSync(new URL('./disputed-areas.json', import.meta.url), 'utf8');
  // Our own file; a country that is not the package's is refused below, a shape by the compiler of maps' tests.
  const { features } = JSON.parse(text) as FeatureCollection<Polygon | null, AreaProperties>;
  return features as AreaFeature[];
}

/**
 * The land of the world with the disputed areas cut out of every country. Throws where an area names a
 * country that the package lacks, or takes nothing from it.
 */
export function divideLand(countries: ReadonlyMap<string, Country>): {
  readonly pieces: readonly Piece[];
  readonly areas: readonly DisputedArea[];
} {
  const left = new Map([...countries].map(([key, { polygons }]) => [key, [...polygons]]));
  const pieces: Piece[] = [];
  const features = readAreas();
  for (const area of features) {
    for (const key of area.properties.from) {
      const land = left.get(key);
      if (!land) throw new Error(`${area.id}: the data package has no ${key}`);
      const parts = land.map((polygon) => cut(polygon, area));
      const inside = parts.flatMap((part) => part.inside);
      if (inside.length === 0) throw new Error(`${area.id}: takes nothing from ${key}`);
      pieces.push({ country: null, area: area.id, polygons: inside });
      left.set(
        key,
        parts.flatMap((part) => part.outside),
      );
    }
  }
  for (const [key, { id }] of countries) {
    const polygons = left.get(key) ?? [];
    if (polygons.length > 0) pieces.push({ country: id, area: null, polygons });
  }
  const areas = features.map(({ id, properties: { name, entry } }) => ({ id, name, entry }));
  return { pieces, areas };
}
