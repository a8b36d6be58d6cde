import { keptMaps } from '../../lib/packaging/map-files';
import { glossaryFiles } from '../../lib/packaging/packed-glossary';

/** Makes once, before the unit tests, what each would make otherwise; at once where it is kept. */
export default function setup(): void {
  keptMaps();
  glossaryFiles();
}
