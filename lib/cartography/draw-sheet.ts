import { type GeoPermissibleObjects, geoAzimuthalEqualArea, geoPath } from 'd3-geo';
import { merge, mesh } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import type { GeometryCollection, MultiPolygon, Topology } from 'topojson-specification';
import { isOnMap, project } from '../maps/projection';
import { type Frame, MAP_HEIGHT, MAP_WIDTH, type MapSheet, type PathData } from '../maps/types';
import type { Piece } from './disputed-areas';
import { labelPlace } from './label-place';
import { type DrawnPoint, PathCollector, pathDataOf, ringArea } from './path-data';
import { angleBetween, type Cap, capOf } from './sphere';

interface Owner {
  readonly country: string | null;
  readonly area: string | null;
}
type LandTopology = Topology<{ land: GeometryCollection<Owner> }>;
type LandGeometry = MultiPolygon<Owner>;

/** Corners are merged to a grid of this many steps around the globe, finer than the data package's. */
const GRID = 1e6;
/** A corner goes where its triangle is smaller than this, in square units; half of it at least. */
const LEAST_TRIANGLE = 3;
/** Islands of other countries smaller than this are left out, in square units. */
const LEAST_ISLAND = 8;
/** Islands of what the map is about are drawn at least so large, in square units: as small diamonds. */
const LEAST_OWN_ISLAND = 6;
const DIAMOND_RADIUS = 4;
/** An island below that size is left out where there is land of its own so near, in units. */
const NEAR = 24;
/** Drawn beyond the edges, in units, so that no cut edge shows. */
const BLEED = 6;

/** The land, ready to be drawn at any scale. */
export interface DrawableLand {
  readonly full: LandTopology;
  /** For each piece and polygon of it, in their order. */
  readonly caps: readonly (readonly Cap[])[];
  /** The land simplified for a step of scale, by the step's number. */
  readonly steps: Map<number, LandTopology>;
}

export function makeDrawable(pieces: readonly Piece[]): DrawableLand {
  const land = {
    type: 'GeometryCollection' as const,
    geometries: pieces.map(({ country, area, polygons }) => ({
      type: 'MultiPolygon' as const,
      coordinates: [...polygons],
      properties: { country, area },
    })),
  };
  // topojson's types do not follow GeoJSON features with properties through a collection.
  const input = { land: { type: 'FeatureCollection' as const, features: land.geometries.map(asFeature) } };
  const built = topology(input, GRID) as unknown as LandTopology;
  return {
    full: presimplify(built, sphericalTriangleArea) as LandTopology,
    caps: pieces.map(({ polygons }) => polygons.map(capOf)),
    steps: new Map(),
  };
}

function asFeature<Properties>(geometry: {
  readonly type: 'MultiPolygon';
  readonly coordinates: number[][][][];
  readonly properties: Properties;
}) {
  const { type, coordinates, properties } = geometry;
  return { type: 'Feature' as const, properties, geometry: { type, coordinates } };
}

/** Simplified for the scale, or for one up to the root of two times as large. */
function simplifiedFor(land: DrawableLand, scale: number): LandTopology {
  const step = Math.ceil(2 * Math.log2(scale));
  let found = land.steps.get(step);
  if (!found) {
    found = simplify(land.full, LEAST_TRIANGLE / 2 ** step) as LandTopology;
    land.steps.set(step, found);
  }
  return found;
}

/** The pieces, each with those of its polygons that can be seen. */
function seenFrom(frame: Frame, land: DrawableLand, simplified: LandTopology): LandGeometry[] {
  const reach = (Math.hypot(MAP_WIDTH, MAP_HEIGHT) / 2 + 4 * BLEED) / frame.scale;
  const middle = [frame.longitude, frame.latitude];
  return simplified.objects.land.geometries.flatMap((geometry, i) => {
    if (geometry.type !== 'MultiPolygon' || !geometry.properties) return [];
    const caps = land.caps[i] ?? [];
    const arcs = geometry.arcs.filter((_, k) => {
      const cap = caps[k];
      return cap && angleBetween(cap.middle, middle) - cap.radius < reach;
    });
    return arcs.length > 0 ? [{ type: 'MultiPolygon' as const, arcs, properties: geometry.properties }] : [];
  });
}

/**
 * Diamonds for islets of the map's subject that would not be seen (simplified, many are a point), but for
 * those beside land of its own.
 */
function diamonds(
  frame: Frame,
  land: DrawableLand,
  isSubject: (owner: Owner) => boolean,
  drawn: DrawnPoint[][],
) {
  const found: DrawnPoint[][] = [];
  const caps = land.caps.flatMap((ofPiece, i) => {
    const owner = land.full.objects.land.geometries[i]?.properties;
    return owner && 'area' in owner && isSubject(owner) ? ofPiece : [];
  });
  for (const { middle, area } of caps) {
    if (area * frame.scale ** 2 >= LEAST_OWN_ISLAND) continue;
    const [longitude = 0, latitude = 0] = middle;
    const point = project(frame, { longitude, latitude });
    if (!point || !isOnMap(point, 0)) continue;
    const [x, y] = [Math.round(point.x), Math.round(point.y)];
    const isBeside = [...drawn, ...found].some((ring) =>
      ring.some(([a, b]) => Math.hypot(a - x, b - y) < NEAR),
    );
    if (isBeside) continue;
    const r = DIAMOND_RADIUS;
    found.push([
      [x - r, y],
      [x, y - r],
      [x + r, y],
      [x, y + r],
    ]);
  }
  return found;
}

/** Draws what a frame looks at; `nameOf` gives a country's name, for which it finds room. */
export function drawSheet(frame: Frame, land: DrawableLand, nameOf: (country: string) => string): MapSheet {
  const simplified = simplifiedFor(land, frame.scale);
  const seen = seenFrom(frame, land, simplified);
  const projection = geoAzimuthalEqualArea()
    .rotate([-frame.longitude, -frame.latitude])
    .scale(frame.scale)
    .translate([MAP_WIDTH / 2, MAP_HEIGHT / 2])
    .precision(1)
    .clipExtent([
      [-BLEED, -BLEED],
      [MAP_WIDTH + BLEED, MAP_HEIGHT + BLEED],
    ]);
  const linesOf = (shape: GeoPermissibleObjects) => {
    const collector = new PathCollector();
    geoPath(projection, collector)(shape);
    return collector.lines;
  };
  const fill = (isWanted: (owner: Owner) => boolean, isSubject: boolean): PathData => {
    const wanted = seen.filter(({ properties }) => properties && isWanted(properties));
    if (wanted.length === 0) return '';
    const least = isSubject ? LEAST_OWN_ISLAND : LEAST_ISLAND;
    const rings = linesOf(merge(simplified, wanted))
      .map(withoutLastIfClosed)
      .filter((ring) => ringArea(ring) >= least);
    return pathDataOf(isSubject ? [...rings, ...diamonds(frame, land, isWanted, rings)] : rings, true);
  };
  const draw = (isWanted: (a: Owner, b: Owner) => boolean): PathData => {
    const all: GeometryCollection<Owner> = { type: 'GeometryCollection', geometries: seen };
    const lines = mesh(simplified, all, (a, b) => {
      const [first, second] = [a.properties as Owner, b.properties as Owner];
      return a !== b && isWanted(first, second);
    });
    return pathDataOf(linesOf(lines), false);
  };
  const subject = frame.isDisputed ? null : frame.about;
  const labels = seen.flatMap((geometry) => {
    const country = geometry.properties?.country;
    if (!country || country === subject) return [];
    const place = labelPlace(linesOf(merge(simplified, [geometry])), nameOf(country));
    return place ? [{ country, ...place }] : [];
  });
  const areas = [...new Set(seen.flatMap(({ properties }) => properties?.area ?? []))];
  return {
    land: fill(({ country, area }) => area === null && country !== subject, false),
    country: fill(({ country }) => country !== null && country === subject, true),
    borders: draw((a, b) => a.area === null && b.area === null),
    hatched: areas
      .map((area) => ({ area, path: fill((owner) => owner.area === area, frame.about === area) }))
      .filter(({ path }) => path !== ''),
    lines: draw((a, b) => a.area !== null && a.area === b.area),
    labels,
  };
}

function withoutLastIfClosed(ring: DrawnPoint[]): DrawnPoint[] {
  const [first, last] = [ring[0], ring.at(-1)];
  return first && last && ring.length > 1 && first[0] === last[0] && first[1] === last[1]
    ? ring.slice(0, -1)
    : ring;
}
