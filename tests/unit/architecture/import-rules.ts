/** Which part of the project may import which; ARCHITECTURE.md draws the same picture. */
import { dirname, join } from 'node:path/posix';

/** Rooms of lib, each with the rooms that it may import. What is not listed is forbidden. */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  text: [],
  hover: [],
  maps: [],
  platform: [],
  glossary: ['text'],
  matching: ['text', 'glossary'],
  settings: ['glossary', 'platform', 'sharing'],
  exchange: ['glossary', 'text'],
  sharing: ['exchange', 'glossary', 'platform'],
  store: ['glossary', 'platform'],
  exchanging: ['exchange', 'glossary', 'sharing', 'store'],
  page: ['matching', 'glossary', 'hover', 'settings'],
  editing: ['text', 'glossary', 'matching'],
  messaging: ['platform', 'glossary', 'maps', 'matching', 'page'],
  desk: ['glossary', 'maps', 'matching', 'messaging', 'page', 'platform', 'settings', 'sharing', 'store'],
  cartography: ['maps'],
  packaging: ['cartography', 'glossary', 'matching'],
  'command-line': ['text', 'matching', 'glossary', 'packaging', 'page'],
};

/** Rooms that could run anywhere: no package, no browser, no Node. */
const SELF_CONTAINED = new Set(['text', 'hover', 'maps']);
/** Rooms that run in Node, where the product is made or looked into; no part of it may import them. */
const NODE_ROOMS = ['command-line', 'cartography', 'packaging'];
const POLYFILL = 'webextension-polyfill';

/** One import of one file. */
interface Import {
  /** As written: `../text/fold`. */
  readonly specifier: string;
  /** From the project's root and without extension, `lib/text/fold`; null for a package. */
  readonly target: string | null;
}

/** Everything that a module's source imports or re-exports, types too. */
export function importsOf(path: string, source: string): Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const written = code.matchAll(
    /(?:^|[;\s])(?:import|export)\b[^;'"`]*?\bfrom\s*['"]([^'"]+)['"]|(?:^|[;\s])import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
  );
  return [...written].map(([, from, bare, dynamic]) => {
    const specifier = from ?? bare ?? dynamic ?? '';
    const isRelative = specifier.startsWith('.');
    return {
      specifier,
      target: isRelative ? join(dirname(path), specifier).replace(/\?.*$/, '') : null,
    };
  });
}

const layerOf = (path: string) => path.split('/')[0] ?? '';
const roomOf = (path: string) => (layerOf(path) === 'lib' ? (path.split('/')[1] ?? null) : null);

/** What each layer may import of the others. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  entrypoints: ['entrypoints', 'components', 'lib', 'public'],
  components: ['components', 'lib', 'public'],
  lib: ['lib', 'public'],
};

function faultOfImport(path: string, { specifier, target }: Import): string | null {
  const layer = layerOf(path);
  const room = roomOf(path);
  const isInNode = room !== null && NODE_ROOMS.includes(room);
  if (specifier === POLYFILL && room !== 'platform') return 'only lib/platform may import the polyfill';
  if (specifier.startsWith('node:') && !isInNode) {
    return `only ${NODE_ROOMS.map((name) => `lib/${name}`).join(' and ')} run in Node`;
  }
  if (target === null) {
    return room && SELF_CONTAINED.has(room) ? `lib/${room} imports no package` : null;
  }
  if (!LAYERS[layer]?.includes(layerOf(target))) return `${layer} may not import ${layerOf(target)}`;
  const targetRoom = roomOf(target);
  if (targetRoom && NODE_ROOMS.includes(targetRoom) && !isInNode) {
    return `no part of the product imports lib/${targetRoom}`;
  }
  if (room && targetRoom && room !== targetRoom && !ROOMS[room]?.includes(targetRoom)) {
    return `lib/${room} may not import lib/${targetRoom}`;
  }
  return null;
}

/** Faults of the product's modules, given as path and source; one line each, empty when all is well. */
export function importFaults(files: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  for (const [path, source] of files) {
    const room = roomOf(path);
    if (room && !(room in ROOMS)) faults.push(`${path}: lib/${room} is no room`);
    for (const imported of importsOf(path, source)) {
      const fault = faultOfImport(path, imported);
      if (fault) faults.push(`${path}: imports ${imported.specifier}: ${fault}`);
    }
  }
  return faults;
}

/** A cycle among rooms as `a → b → a`, or null where the table has none. */
export function cycleAmongRooms(rooms: Readonly<Record<string, readonly string[]>>): string | null {
  const seen = new Set<string>();
  const visit = (room: string, way: readonly string[]): string | null => {
    if (way.includes(room)) return [...way.slice(way.indexOf(room)), room].join(' → ');
    if (seen.has(room)) return null;
    for (const next of rooms[room] ?? []) {
      const cycle = visit(next, [...way, room]);
      if (cycle) return cycle;
    }
    seen.add(room);
    return null;
  };
  for (const room of Object.keys(rooms)) {
    const cycle = visit(room, []);
    if (cycle) return cycle;
  }
  return null;
}
