import type { Frame, MapFile, MapIndex, Territory } from '../maps/types';
import { readCountries } from './countries';
import { divideLand } from './disputed-areas';
import { drawSheet, makeDrawable } from './draw-sheet';
import { areaFrame, countryFrames, partsOf, widenedToLand } from './frames';

export interface PreparedMaps {
  readonly index: MapIndex;
  readonly maps: readonly MapFile[];
}

/** All maps, drawn from the data package and our disputed areas. Takes some seconds. */
export function prepareMaps(): PreparedMaps {
  const countries = readCountries();
  const { pieces, areas } = divideLand(countries);
  const land = makeDrawable(pieces);
  const parts = partsOf(pieces);
  const closeFrames: Frame[] = [
    ...pieces.flatMap(({ country, polygons }) => (country ? countryFrames(country, polygons) : [])),
    ...areas.map(({ id }) =>
      areaFrame(
        id,
        pieces.filter((piece) => piece.area === id),
      ),
    ),
  ];
  const frames = closeFrames.map((frame) => widenedToLand(frame, parts));
  const home = new Set(pieces.map(({ country }) => country));
  const territories: Territory[] = [...countries.values()]
    .filter(({ id }) => home.has(id))
    .map(({ id, name }) => ({ id, name, entry: id }));
  const names = new Map(territories.map(({ id, name }) => [id, name]));
  return {
    index: { frames, countries: territories, areas },
    maps: frames.map((frame) => ({ ...frame, sheet: drawSheet(frame, land, (id) => names.get(id) ?? id) })),
  };
}
