import { keptMaps } from '../../lib/cartography/kept-maps';

/** Makes the maps once before the unit tests, which would each make them otherwise; at once where they are kept. */
export default function setup(): void {
  keptMaps();
}
