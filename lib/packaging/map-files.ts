import { readFileSync } from 'node:fs';
import { type PreparedMaps, prepareMaps } from '../cartography/prepare-maps';
import { digestOf, filesBelow, keptFile } from './kept';

/** What draws them, and what the drawing goes by. */
const SOURCES = ['lib/maps/types.ts', 'lib/maps/projection.ts'];
const PACKAGES = [
  'd3-geo',
  'polygon-clipping',
  'topojson-client',
  'topojson-server',
  'topojson-simplify',
  'world-atlas',
];

/** The maps, made anew only where something that they follow from has changed: that takes up to half a minute. */
export function keptMaps(): PreparedMaps {
  const packages = PACKAGES.map((name) => `node_modules/${name}/package.json`);
  const digest = digestOf([...filesBelow('lib/cartography'), ...SOURCES, ...packages]);
  const file = keptFile({ name: 'maps', digest, ending: 'json' }, () => JSON.stringify(prepareMaps()));
  // What is kept under a digest was made by the same sources.
  return JSON.parse(readFileSync(file, 'utf8')) as PreparedMaps;
}

/** What the extension carries, as files below its root: an index, and one small file a map. */
export function mapFiles(): { readonly relativeDest: string; readonly contents: string }[] {
  const { index, maps } = keptMaps();
  return [
    { relativeDest: 'maps/index.json', contents: JSON.stringify(index) },
    ...maps.map((map) => ({ relativeDest: `maps/${map.id}.json`, contents: JSON.stringify(map.sheet) })),
  ];
}
