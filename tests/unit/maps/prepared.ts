import type { MapShelf } from '../../../lib/maps/find-map';
import type { Frame, MapSheet } from '../../../lib/maps/types';
import { keptMaps } from '../../../lib/packaging/map-files';

const { index, maps } = keptMaps();
const sheets = new Map(maps.map(({ id, sheet }) => [id, sheet]));

/** The maps as the extension carries them. */
export const shelf: MapShelf = {
  index,
  sheet: async (id) => sheetOf(id),
  nameOf: ({ name }) => name,
};

export const frames = index.frames;

/** Throws where there is none. */
export function sheetOf(frameId: string): MapSheet {
  const sheet = sheets.get(frameId);
  if (!sheet) throw new Error(`There is no map ${frameId}`);
  return sheet;
}

/** The frame that a drawing is of. */
export function frameOf(drawn: MapSheet): Frame {
  const id = [...sheets].find(([, sheet]) => sheet === drawn)?.[0];
  const frame = frames.find((candidate) => candidate.id === id);
  if (!frame) throw new Error('This drawing is of no frame');
  return frame;
}
