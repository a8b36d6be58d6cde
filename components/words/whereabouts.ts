import type { Whereabouts } from '../../lib/maps/types';
import { message } from '../../lib/platform/i18n';
import { messageOfFamily } from './message-family';

/** What a map shows, in a sentence: "Map: Kunduz, Afghanistan, in the north of the country". */
export function wordWhereabouts(name: string, where: Whereabouts): string {
  switch (where.in) {
    case 'country':
      return message(where.part ? messageOfFamily('map', where.part) : 'mapIn', name, where.name);
    case 'disputed':
      return where.name === name ? message('mapDisputed', name) : message('mapInDisputed', name, where.name);
    case 'view':
      return message('mapOf', name);
  }
}
