import type { Direction, Whereabouts } from '../../lib/maps/types';
import { type MessageKey, message } from '../../lib/platform/i18n';

const PARTS: Readonly<Record<Direction | 'centre', MessageKey>> = {
  north: 'mapNorth',
  'north-east': 'mapNorthEast',
  east: 'mapEast',
  'south-east': 'mapSouthEast',
  south: 'mapSouth',
  'south-west': 'mapSouthWest',
  west: 'mapWest',
  'north-west': 'mapNorthWest',
  centre: 'mapCentre',
};

/** What a map shows, in a sentence: "Map: Kunduz, Afghanistan, in the north of the country". */
export function wordWhereabouts(name: string, where: Whereabouts): string {
  switch (where.in) {
    case 'country':
      return message(where.part ? PARTS[where.part] : 'mapIn', name, where.name);
    case 'disputed':
      return where.name === name ? message('mapDisputed', name) : message('mapInDisputed', name, where.name);
    case 'view':
      return message('mapOf', name);
  }
}
