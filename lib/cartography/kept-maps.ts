import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type PreparedMaps, prepareMaps } from './prepare-maps';

const ROOT = new URL('../../', import.meta.url);
const FOLDER = new URL('.cache/', ROOT);
/** What draws them. Of lib/maps, only what the drawing goes by. */
const SOURCES = ['lib/maps/types.ts', 'lib/maps/projection.ts'];
const PACKAGES = [
  'd3-geo',
  'polygon-clipping',
  'topojson-client',
  'topojson-server',
  'topojson-simplify',
  'world-atlas',
];

/** Changes with all that the maps follow from: our code and areas, and the versions of the packages. */
function digestOfSources(): string {
  const ours = readdirSync(new URL('lib/cartography/', ROOT)).map((file) => `lib/cartography/${file}`);
  const packages = PACKAGES.map((name) => `node_modules/${name}/package.json`);
  const hash = createHash('sha256');
  for (const path of [...ours, ...SOURCES, ...packages].sort()) {
    hash.update(path).update(readFileSync(new URL(path, ROOT)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** The maps, made anew only where something that they follow from has changed: that takes up to half a minute. */
export function keptMaps(): PreparedMaps {
  const file = new URL(`maps-${digestOfSources()}.json`, FOLDER);
  try {
    // Written below, by the same sources.
    return JSON.parse(readFileSync(file, 'utf8')) as PreparedMaps;
  } catch {
    const maps = prepareMaps();
    mkdirSync(FOLDER, { recursive: true });
    // Whole or not there, whoever else makes them at the same time.
    const draft = new URL(`maps-${process.pid}.draft`, FOLDER);
    writeFileSync(draft, JSON.stringify(maps));
    renameSync(draft, file);
    return maps;
  }
}

/** What the extension carries, as files below its root: an index, and one small file a map. */
export function mapFiles(): { readonly relativeDest: string; readonly contents: string }[] {
  const { index, maps } = keptMaps();
  return [
    { relativeDest: 'maps/index.json', contents: JSON.stringify(index) },
    ...maps.map((map) => ({ relativeDest: `maps/${map.id}.json`, contents: JSON.stringify(map.sheet) })),
  ];
}
