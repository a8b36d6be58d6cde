import { partOf } from './direction';
import { boundsOf, distanceTo, isInside, ringsOf } from './outline';
import { isOnMap, project } from './projection';
import type {
  Coordinates,
  Frame,
  MapIndex,
  MapPoint,
  MapSheet,
  PathData,
  PlacedMap,
  Territory,
  Whereabouts,
} from './types';

/** What a map is wanted for. */
export interface Place {
  /** Its glossary entry. */
  readonly id: string;
  readonly coordinates: Coordinates | null;
  /** Ids of the entries that it lies in, the nearest first. */
  readonly within: readonly string[];
}

export interface MapShelf {
  readonly index: MapIndex;
  /** The drawing of one frame. */
  readonly sheet: (frameId: string) => Promise<MapSheet>;
  /** The name of a territory as the reader should see it. */
  readonly nameOf: (territory: Territory) => string;
}

/** A dot keeps this far from the edges, in units; on a closer map farther, so that it shows what is around. */
const MARGIN = 24;
const CLOSER_MARGIN = 90;
/** A place this far outside an outline still lies in it: coasts are drawn simpler than they are. Units, and km. */
const COAST = 10;
const COAST_KM = 8;
/** No outline is truer than this, in units. */
const ROUNDING = 2;
const EARTH_RADIUS_KM = 6371;
/** A place at sea is shown where there is land this near, in units: water alone says nothing. */
const OFFSHORE = 70;
/** What a map is about gets a dot where it is smaller than this on it, in units. */
const LEAST_SEEN = 30;

/** A place at sea wants land all around it, in units from the edges. */
const SEA_MARGIN = 60;

const margins = { home: MARGIN, far: 0, closer: CLOSER_MARGIN };
const rank = { closer: 0, home: 1, far: 2 };

type DrawnMap = Omit<PlacedMap, 'names'>;

function hatchOf({ hatched }: MapSheet, area: string): PathData {
  return hatched.find((hatch) => hatch.area === area)?.path ?? '';
}

/** A dot for a subject that would not be seen without: in the middle of its largest piece of land. */
function dotForSmall(path: PathData): MapPoint | null {
  const rings = ringsOf(path);
  const box = boundsOf(rings);
  if (!box || Math.max(box.right - box.left, box.bottom - box.top) >= LEAST_SEEN) return null;
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}

async function mapAbout(
  shelf: MapShelf,
  territory: Territory,
  isDisputed: boolean,
): Promise<DrawnMap | null> {
  const frame = shelf.index.frames.find(
    ({ about, role, isDisputed: disputed }) =>
      about === territory.id && role === 'home' && disputed === isDisputed,
  );
  if (!frame) return null;
  const sheet = await shelf.sheet(frame.id);
  const path = isDisputed ? hatchOf(sheet, territory.id) : sheet.country;
  const where: Whereabouts = isDisputed ? { in: 'disputed', name: shelf.nameOf(territory) } : { in: 'view' };
  return { sheet, dot: dotForSmall(path), where };
}

/** Frames on which the point lies well, the one that shows most of it first. */
function framesWith(frames: readonly Frame[], coordinates: Coordinates): { frame: Frame; dot: MapPoint }[] {
  return frames
    .flatMap((frame) => {
      const dot = project(frame, coordinates);
      return dot && isOnMap(dot, margins[frame.role]) ? [{ frame, dot }] : [];
    })
    .sort((a, b) => b.frame.scale - a.frame.scale);
}

/** The map of the disputed area that holds the point, or that the place is said to lie in and touches. */
async function disputedMap(
  shelf: MapShelf,
  coordinates: Coordinates,
  within: readonly string[],
): Promise<DrawnMap | null> {
  const frames = shelf.index.frames.filter(({ isDisputed }) => isDisputed);
  for (const { frame, dot } of framesWith(frames, coordinates)) {
    const area = shelf.index.areas.find(({ id }) => id === frame.about);
    if (!area) continue;
    const sheet = await shelf.sheet(frame.id);
    const rings = ringsOf(hatchOf(sheet, area.id));
    const isSaid = area.entry !== null && within.includes(area.entry);
    if (!isInside(rings, dot) && !(isSaid && distanceTo(rings, dot) <= COAST)) continue;
    return { sheet, dot, where: { in: 'disputed', name: shelf.nameOf(area) } };
  }
  return null;
}

/** The map of a country on which a point is shown best; null where it is on none. */
async function countryMap(
  shelf: MapShelf,
  country: Territory,
  coordinates: Coordinates,
): Promise<DrawnMap | null> {
  const frames = shelf.index.frames.filter(({ about, isDisputed }) => about === country.id && !isDisputed);
  const [best] = framesWith(frames, coordinates).sort((a, b) => rank[a.frame.role] - rank[b.frame.role]);
  if (!best) return null;
  const sheet = await shelf.sheet(best.frame.id);
  const rings = ringsOf(sheet.country);
  if (!isInside(rings, best.dot) && distanceTo(rings, best.dot) > COAST) {
    return { sheet, dot: best.dot, where: { in: 'view' } };
  }
  const name = shelf.nameOf(country);
  if (best.frame.role === 'far') return { sheet, dot: best.dot, where: { in: 'country', name, part: null } };
  // North and south are those of the whole country, also on a closer map of a part.
  const home = frames.find(({ role }) => role === 'home');
  const dotAtHome = home ? project(home, coordinates) : null;
  const outline = home ? ringsOf((await shelf.sheet(home.id)).country) : [];
  const part = dotAtHome ? partOf(outline, dotAtHome) : null;
  return { sheet, dot: best.dot, where: { in: 'country', name, part } };
}

/** The country whose outline holds the point, or whose coast is nearest to it; null at sea. */
async function countryAt(shelf: MapShelf, coordinates: Coordinates): Promise<Territory | null> {
  const frames = shelf.index.frames.filter(({ isDisputed, role }) => !isDisputed && role !== 'closer');
  let nearest: { about: string; km: number } | null = null;
  for (const { frame, dot } of framesWith(frames, coordinates)) {
    const rings = ringsOf((await shelf.sheet(frame.id)).country);
    const isHere = isInside(rings, dot);
    const units = isHere ? 0 : distanceTo(rings, dot);
    const km = (units / frame.scale) * EARTH_RADIUS_KM;
    const isNear = km <= COAST_KM || units <= ROUNDING;
    if (isNear && km < (nearest?.km ?? Number.POSITIVE_INFINITY)) nearest = { about: frame.about, km };
    if (isHere) break;
  }
  return shelf.index.countries.find(({ id }) => id === nearest?.about) ?? null;
}

/** The map of the coast nearest to a point at sea, on which that country is land like all other. */
async function seaMap(shelf: MapShelf, coordinates: Coordinates): Promise<DrawnMap | null> {
  const frames = shelf.index.frames.filter(({ role, isDisputed }) => role === 'home' && !isDisputed);
  const found = framesWith(frames, coordinates);
  const central = found.filter(({ dot }) => isOnMap(dot, SEA_MARGIN));
  let nearest: { sheet: MapSheet; dot: MapPoint; km: number } | null = null;
  for (const { frame, dot } of central.length > 0 ? central : found) {
    const sheet = await shelf.sheet(frame.id);
    const units = distanceTo(ringsOf(sheet.country), dot);
    const km = (units / frame.scale) * EARTH_RADIUS_KM;
    if (units <= OFFSHORE && km < (nearest?.km ?? Number.POSITIVE_INFINITY)) nearest = { sheet, dot, km };
  }
  if (!nearest) return null;
  const { sheet, dot } = nearest;
  const land = `${sheet.land}${sheet.country}`;
  return { sheet: { ...sheet, land, country: '' }, dot, where: { in: 'view' } };
}

/**
 * The map of a place: of the country or disputed area that it is; else of the disputed area that it lies
 * in, whatever the glossary says of its country; else of that country; else of the land at its
 * coordinates. Null where it has none, or lies far out at sea.
 */
export async function findMap(place: Place, shelf: MapShelf): Promise<PlacedMap | null> {
  const map = await mapOf(place, shelf);
  if (!map) return null;
  const names = map.sheet.labels.flatMap(({ country, x, y }) => {
    const territory = shelf.index.countries.find(({ id }) => id === country);
    return territory ? [{ text: shelf.nameOf(territory), x, y }] : [];
  });
  return { ...map, names };
}

async function mapOf(place: Place, shelf: MapShelf): Promise<DrawnMap | null> {
  const { areas, countries } = shelf.index;
  const area = areas.find(({ entry }) => entry === place.id);
  if (area) return mapAbout(shelf, area, true);
  const itself = countries.find(({ entry }) => entry === place.id);
  if (itself) return mapAbout(shelf, itself, false);

  const { coordinates } = place;
  if (!coordinates) return null;
  const disputed = await disputedMap(shelf, coordinates, place.within);
  if (disputed) return disputed;
  for (const id of place.within) {
    const country = countries.find(({ entry }) => entry === id);
    const map = country ? await countryMap(shelf, country, coordinates) : null;
    if (map) return map;
  }
  const here = await countryAt(shelf, coordinates);
  return (here && (await countryMap(shelf, here, coordinates))) ?? seaMap(shelf, coordinates);
}
