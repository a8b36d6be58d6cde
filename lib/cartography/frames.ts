import type { Position } from 'geojson';
import { type Frame, MAP_HEIGHT, MAP_WIDTH } from '../maps/types';
import type { Piece } from './disputed-areas';
import { angleBetween, type Cap, capOf, lookingFrom } from './sphere';

const EARTH_RADIUS_KM = 6371;

/** How much of a map its subject takes, at most: the rest shows where in the world it is. */
const SHARE_OF_WIDTH = 0.72;
const SHARE_OF_HEIGHT = 0.78;
/** A disputed area takes less of its map: without the countries around it nobody would know it. */
const SHARE_OF_AREA = 0.45;
/** A map shows at least this much from north to south: around a small state, its neighbours. */
const LEAST_HEIGHT_KM = 420;
/** An island joins its country's map as long as that does not grow by more than this, over the mainland's … */
const MOST_GROWTH = 1.12;
/** … or where there is no mainland, beyond this height, … */
const ARCHIPELAGO_HEIGHT_KM = 1600;
/** … nor by more than this for one island. */
const MOST_STEP = 1.3;
/** What is farther away than this from the mainland is never on its map, radians. */
const QUARTER = Math.PI / 3;
/** Land of at least this share of its country is on its map however far away it is (Borneo, not Alaska), … */
const LARGE_SHARE = 0.2;
/** … unless it is an islet, steradians: 8,000 km². */
const LARGE_SR = 2e-4;

/** Islands' maps are widened to the nearest coast up to this, from north to south, … */
const WIDEST_KM = 2400;
/** … which then lies this share of the map's size from its middle. */
const COAST_AT = 0.3;

/** Where to begin, degrees, for countries whose largest island is not where their people live. */
const SEEDS: Readonly<Record<string, Position>> = {
  kiribati: [173, 1.4],
  'french-polynesia': [-149.5, -17.6],
};

/** Closer maps of what is too large for one, the closest first. */
const CLOSER: readonly { id: string; about: string; middle: Position; heightKm: number }[] = [
  { id: 'russia-caucasus', about: 'russia', middle: [44, 44.5], heightKm: 900 },
  { id: 'russia-west', about: 'russia', middle: [42, 54.5], heightKm: 2500 },
];

interface Part {
  readonly polygon: Position[][];
  readonly cap: Cap;
}

/** A box as seen from a point of the globe, radians from there. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

function boxOf({ polygon: [outer = []] }: Part, from: Position): Box {
  const look = lookingFrom(from);
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const point of outer) {
    const [x, y] = look.project(point);
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  return { left, right, bottom, top };
}

function around(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
    top: Math.max(a.top, b.top),
  };
}

/** What the map of a box shows from north to south, radians. */
function heightOfMap({ left, right, bottom, top }: Box, leastKm = LEAST_HEIGHT_KM): number {
  const byWidth = (((right - left) / SHARE_OF_WIDTH) * MAP_HEIGHT) / MAP_WIDTH;
  return Math.max(leastKm / EARTH_RADIUS_KM, (top - bottom) / SHARE_OF_HEIGHT, byWidth);
}

function frameAround(
  parts: readonly Part[],
  shareOfMap = 1,
): Pick<Frame, 'latitude' | 'longitude' | 'scale'> {
  let middle: Position = parts[0]?.cap.middle ?? [0, 0];
  let height = 0;
  // Seen from a new middle the box is another; it settles at once.
  for (let i = 0; i < 2; i++) {
    const from = middle;
    const box = parts.map((part) => boxOf(part, from)).reduce(around);
    middle = lookingFrom(from).invert([(box.left + box.right) / 2, (box.bottom + box.top) / 2]);
    height = Math.max(heightOfMap(box), heightOfMap(box, 0) / shareOfMap);
  }
  const [longitude = 0, latitude = 0] = middle;
  return {
    longitude: Number(longitude.toFixed(4)),
    latitude: Number(latitude.toFixed(4)),
    scale: Number((MAP_HEIGHT / height).toFixed(1)),
  };
}

/** The parts that make one map with the seed, and the others. */
function groupAround(parts: readonly Part[], seed: Part): { group: Part[]; rest: Part[] } {
  const total = parts.reduce((sum, { cap }) => sum + cap.area, 0);
  const isLarge = ({ cap }: Part) => cap.area > LARGE_SR && cap.area > total * LARGE_SHARE;
  const away = ({ cap }: Part) => angleBetween(cap.middle, seed.cap.middle);
  const others = parts.filter((part) => part !== seed).sort((a, b) => away(a) - away(b));
  const group = [seed];
  const rest: Part[] = [];
  let box = boxOf(seed, seed.cap.middle);
  const most = Math.max(heightOfMap(box, 0) * MOST_GROWTH, ARCHIPELAGO_HEIGHT_KM / EARTH_RADIUS_KM);
  for (const part of [...others.filter(isLarge), ...others.filter((part) => !isLarge(part))]) {
    const grown = away(part) < QUARTER ? around(box, boxOf(part, seed.cap.middle)) : null;
    const before = heightOfMap(box);
    const after = grown ? heightOfMap(grown) : Infinity;
    if (grown && (isLarge(part) || (after <= most && after <= before * MOST_STEP) || after === before)) {
      group.push(part);
      box = grown;
    } else rest.push(part);
  }
  return { group, rest };
}

const largest = (parts: readonly Part[]) =>
  parts.reduce((best, part) => (part.cap.area > best.cap.area ? part : best));

function nearestTo(point: Position, parts: readonly Part[]): Part {
  const away = ({ cap }: Part) => angleBetween(cap.middle, point);
  return parts.reduce((best, part) => (away(part) < away(best) ? part : best));
}

/** The maps of a country: its home first, then each far-away part. */
export function countryFrames(id: string, polygons: readonly Position[][][]): Frame[] {
  const frames: Frame[] = [];
  const seedPoint = SEEDS[id];
  let left: readonly Part[] = polygons.map((polygon) => ({ polygon, cap: capOf(polygon) }));
  while (left.length > 0) {
    const seed = seedPoint && frames.length === 0 ? nearestTo(seedPoint, left) : largest(left);
    const { group, rest } = groupAround(left, seed);
    const suffix = frames.length === 0 ? '' : `-${frames.length + 1}`;
    const role = frames.length === 0 ? 'home' : 'far';
    frames.push({ id: `${id}${suffix}`, about: id, isDisputed: false, role, ...frameAround(group) });
    left = rest;
  }
  for (const { id: closer, about, middle, heightKm } of CLOSER) {
    if (about !== id) continue;
    const [longitude = 0, latitude = 0] = middle;
    const scale = Number(((MAP_HEIGHT * EARTH_RADIUS_KM) / heightKm).toFixed(1));
    frames.push({ id: closer, about, isDisputed: false, role: 'closer', longitude, latitude, scale });
  }
  return frames;
}

/** Land with its owner: a country's or an area's id. */
interface OwnedPart extends Part {
  readonly owner: string;
}

/** Every polygon of the pieces. */
export function partsOf(pieces: readonly Piece[]): OwnedPart[] {
  return pieces.flatMap(({ country, area, polygons }) =>
    polygons.map((polygon) => ({ polygon, cap: capOf(polygon), owner: country ?? area ?? '' })),
  );
}

/**
 * A map of islands far from any coast is widened until it shows the nearest one, since water around
 * islands does not say where they are; where that is too far, it stays as it is.
 */
export function widenedToLand(frame: Frame, parts: readonly OwnedPart[]): Frame {
  if (frame.role !== 'home') return frame;
  const middle = [frame.longitude, frame.latitude];
  const look = lookingFrom(middle);
  let scale = 0;
  for (const { polygon, cap, owner } of parts) {
    const isCoast = cap.area > LARGE_SR && owner !== frame.about;
    if (!isCoast || angleBetween(cap.middle, middle) - cap.radius > WIDEST_KM / EARTH_RADIUS_KM) continue;
    for (const point of polygon[0] ?? []) {
      const [x, y] = look.project(point);
      const fit = Math.min(MAP_WIDTH / Math.abs(x), MAP_HEIGHT / Math.abs(y)) * COAST_AT;
      scale = Math.max(scale, fit);
    }
  }
  const heightKm = (MAP_HEIGHT / scale) * EARTH_RADIUS_KM;
  if (scale >= frame.scale || heightKm > WIDEST_KM) return frame;
  return { ...frame, scale: Number(scale.toFixed(1)) };
}

/** The map of a disputed area. */
export function areaFrame(id: string, pieces: readonly Piece[]): Frame {
  const parts = pieces
    .flatMap(({ polygons }) => polygons)
    .map((polygon) => ({ polygon, cap: capOf(polygon) }));
  return {
    id: `area-${id}`,
    about: id,
    isDisputed: true,
    role: 'home',
    ...frameAround(parts, SHARE_OF_AREA),
  };
}
