/** What maps are made of: prepared at build time, chosen in the background, drawn on the card. */

/** WGS 84, degrees. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** In a map's units, from its top left corner. */
export interface MapPoint {
  readonly x: number;
  readonly y: number;
}

/** Size of every map in its own units; the card shows two of them in a CSS px. */
export const MAP_WIDTH = 704;
export const MAP_HEIGHT = 440;

/**
 * The data of an SVG path in a map's units: absolute `M`, relative `l`, `z`, whole numbers. Outer
 * rings and holes are told apart by the even-odd rule.
 */
export type PathData = string;

/** What a map looks at: Lambert's azimuthal equal-area projection about a point in its middle. */
export interface Frame extends Coordinates {
  /** Names the map's file: `maps/ID.json`. */
  readonly id: string;
  /** The country or the disputed area that it is about, by its id in the index. */
  readonly about: string;
  /** True where that is a disputed area: no country stands out on it. */
  readonly isDisputed: boolean;
  /** `home` shows all of it but what is far away; `far` that; `closer` a part of a home too large for one map. */
  readonly role: 'home' | 'far' | 'closer';
  /** Units a radian on the globe at the middle. */
  readonly scale: number;
}

/** A country or a disputed area. */
export interface Territory {
  /** For a country, its glossary entry's id where there is one. */
  readonly id: string;
  /** In English; what the reader sees is the entry's name, where there is one. */
  readonly name: string;
  /** The glossary's entry for it; null where it has no name of its own in the news. */
  readonly entry: string | null;
}

/** `maps/index.json`. */
export interface MapIndex {
  readonly frames: readonly Frame[];
  readonly countries: readonly Territory[];
  readonly areas: readonly Territory[];
}

/** The drawing of a frame. */
export interface MapSheet {
  /** All land but the country and what is hatched. */
  readonly land: PathData;
  /** The country that the map is about; empty on the map of a disputed area. */
  readonly country: PathData;
  /** Borders between countries; none along what is hatched. */
  readonly borders: PathData;
  readonly hatched: readonly { readonly area: string; readonly path: PathData }[];
  /** Lines inside a disputed area between those who hold it. */
  readonly lines: PathData;
  /** Where names of the countries around have room; each is centred on its point. */
  readonly labels: readonly Label[];
}

/** A country's name on a map, by the country's id in the index. */
interface Label extends MapPoint {
  readonly country: string;
}

/** Size of the names on a map, in units. */
export const LABEL_SIZE = 20;

/** `maps/ID.json`. */
export interface MapFile extends Frame {
  readonly sheet: MapSheet;
}

export const DIRECTIONS = [
  'north',
  'north-east',
  'east',
  'south-east',
  'south',
  'south-west',
  'west',
  'north-west',
] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Where a map's place is, for a sentence. */
export type Whereabouts =
  /** In this part of the country; null: nothing to tell, since it is small, or the part is far from the rest. */
  | { readonly in: 'country'; readonly name: string; readonly part: Direction | 'centre' | null }
  /** In this disputed area, or it is that. */
  | { readonly in: 'disputed'; readonly name: string }
  /** At sea; or it is what the map is about. */
  | { readonly in: 'view' };

/** The map of one place. */
export interface PlacedMap {
  readonly sheet: MapSheet;
  /** Null where the map is about the place itself, which is large enough to be seen. */
  readonly dot: MapPoint | null;
  readonly where: Whereabouts;
  readonly names: readonly (MapPoint & { readonly text: string })[];
}
