/** What needs no page: the scan, whole annotations and the index, beside the limit and the peers. */
import { deserialize, serialize } from 'node:v8';
import { gzipSync } from 'node:zlib';
import { namesOf } from '../../lib/command-line/annotated-story';
import type { InputStory } from '../../lib/command-line/read-input';
import type { Entry } from '../../lib/glossary/schema';
import { annotate, startStory } from '../../lib/matching/annotate';
import { buildIndex } from '../../lib/matching/build-index';
import { GlossaryIndex, type StoredIndex } from '../../lib/matching/index/glossary-index';
import { scanWords } from '../../lib/matching/scan';
import { readBundledGlossary } from '../../lib/packaging/bundled-glossary';
import { splitWords } from '../../lib/text/words';
import { entriesNamedIn } from './glossaries';
import { glossaryOf, madeEntries, namesInAll } from './made-glossary';
import { AUTOMATA, PEERS, type PeerName, type Search } from './peers-in-node';
import type { Curve, Figures } from './report';
import { medianOf, runInTurn } from './statistics';

/** Names in the glossaries, from a handful of topics to all that anyone may want. */
const SIZES = [300, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000];
/** Beyond these, the peers' scans or builds take minutes. */
const LARGEST: Readonly<Record<PeerName, number>> = {
  ahocorasick: 30_000,
  '@monyone/aho-corasick': 30_000,
  'one RegExp': 3_000,
};
/** At this many names ours and the automata are compared. */
const PEERS_SIZE = 30_000;
/** Entries put into an index before others have their turn, as the background does it. */
const SLICE_ENTRIES = 200;
/** A run lasts at least so long, ms: a thousand times the clock's step. */
const LEAST_MS = 20;
/** After so long, ms, the compiler has seen to what is called often. */
const WARM_MS = 500;

export interface NodeOptions {
  readonly stories: readonly InputStory[];
  /** {@link baseEntries} of the stories. */
  readonly base: readonly Entry[];
  readonly rounds: number;
  readonly say: (line: string) => void;
  /** Called after each part with the lines of cost against the glossary's size. */
  readonly keep: (curves: readonly Curve[]) => void;
}

/** The processor's time that this process has had, ms: a busy machine takes the clock's, and a run more or less of it. */
const now = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/** Reads every character of a text, and does nothing with it: what no scan can better. */
function bareLoop(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  return sum;
}

/** The names that peers look for: all that these entries list. */
export const peersNames = (entries: readonly Entry[]): string[] => namesOf(entries);

/** The entries that the stories name, as far as the bundled glossary has them. */
export function baseEntries(stories: readonly InputStory[]): Entry[] {
  const bundled = readBundledGlossary();
  return entriesNamedIn(stories, buildIndex(bundled), bundled);
}

/** Measures all that needs no page. */
export function benchInNode(figures: Figures, options: NodeOptions): void {
  const { base, rounds, say, keep } = options;
  const made = madeEntries(Math.max(...SIZES) / 4);
  const glossaries = new Map(SIZES.map((size) => [size, glossaryOf(size, base, made)]));
  const curves = benchScans(figures, options, glossaries);
  keep(curves);
  for (const size of [100_000, 300_000]) {
    say(`index of ${size} names`);
    benchIndex(figures, size, glossaries.get(size) ?? [], Math.min(rounds, size > 100_000 ? 1 : 5));
    keep(curves);
  }
  benchPeersBuilds(figures, glossaries.get(PEERS_SIZE) ?? [], options);
  keep(curves);
}

function benchScans(
  figures: Figures,
  { stories, rounds, say }: NodeOptions,
  glossaries: ReadonlyMap<number, readonly Entry[]>,
): Curve[] {
  const texts = stories.flatMap((story) => story.blocks.map(({ text }) => text));
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const tasks: Record<string, () => unknown> = {
    loop: () => {
      for (const text of texts) bareLoop(text);
    },
  };
  for (const [size, entries] of glossaries) {
    say(`scans with ${size} names`);
    const index = buildIndex(entries);
    tasks[`scan/${size}`] = () => {
      for (const { lang, blocks } of stories)
        for (const { text } of blocks) scanWords(index, splitWords(text), lang);
    };
    tasks[`annotate/${size}`] = () => {
      for (const story of stories) annotate(index, story.blocks, startStory(story));
    };
    for (const [peer, search] of peersFor(size, entries)) {
      tasks[`${peer}/${size}`] = () => {
        for (const text of texts) search(text);
      };
    }
  }
  say('scans, in turn');
  const runs = runInTurn(tasks, { rounds, leastMs: LEAST_MS, warmMs: WARM_MS, now });
  for (const [id, times] of Object.entries(runs)) {
    figures.add(
      id,
      'ns a character',
      times.map((ms) => (ms * 1e6) / characters),
    );
    if (id.startsWith('scan/') || id.startsWith('annotate/')) figures.addRatio(`${id}/to-loop`, id, 'loop');
  }
  figures.addRatio('scan/growth', 'scan/100000', 'scan/1000');
  figures.addRatio('annotate/to-scan', 'annotate/30000', 'scan/30000');
  const best = bestOf(figures, PEERS_SIZE);
  if (best) figures.addRatio('scan/peer-to-ours', best, `scan/${PEERS_SIZE}`);
  return curvesOf(figures);
}

function* peersFor(size: number, entries: readonly Entry[]): Generator<[PeerName, Search]> {
  const names = peersNames(entries);
  // The keys are those of the table.
  for (const peer of Object.keys(PEERS) as PeerName[]) {
    if (size <= LARGEST[peer]) yield [peer, PEERS[peer](names)];
  }
}

/** Name of the figure of the automaton that scans fastest at a size. */
function bestOf(figures: Figures, size: number): string | null {
  const measured = AUTOMATA.map((peer) => `${peer}/${size}`).filter((id) => figures.valueOf(id) !== null);
  measured.sort((a, b) => (figures.valueOf(a) ?? 0) - (figures.valueOf(b) ?? 0));
  return measured[0] ?? null;
}

function curvesOf(figures: Figures): Curve[] {
  const curve = (name: string, prefix: string): Curve => ({
    name,
    points: SIZES.flatMap((size) => {
      const value = figures.valueOf(prefix === 'loop' ? prefix : `${prefix}/${size}`);
      return value === null ? [] : [[size, value] as const];
    }),
  });
  return [
    curve('bare loop', 'loop'),
    curve('Newsgloss, scan', 'scan'),
    curve('Newsgloss, annotate', 'annotate'),
    ...Object.keys(PEERS).map((peer) => curve(peer, peer)),
  ];
}

function benchPeersBuilds(figures: Figures, entries: readonly Entry[], { rounds, say }: NodeOptions): void {
  say(`builds at ${PEERS_SIZE} names, in turn`);
  const names = peersNames(entries);
  const runs = runInTurn(
    {
      ours: () => buildIndex(entries),
      ahocorasick: () => PEERS.ahocorasick(names),
      '@monyone/aho-corasick': () => PEERS['@monyone/aho-corasick'](names),
    },
    { rounds: Math.min(rounds, 3), leastMs: 0, now },
  );
  for (const [name, times] of Object.entries(runs)) figures.add(`build/${name}`, 'ms', times);
  const best = AUTOMATA.reduce((one, other) => (medianOf(runs[one]) <= medianOf(runs[other]) ? one : other));
  figures.addRatio('build/peer-to-ours', `build/${best}`, 'build/ours');
}

/** Bytes of an index as IndexedDB keeps it; building it in the background's slices; loading it. */
function benchIndex(figures: Figures, size: number, entries: readonly Entry[], rounds: number): void {
  const names = namesInAll(entries);
  const slices: number[] = [];
  const buildInSlices = () => {
    const index = new GlossaryIndex();
    let longest = 0;
    for (let from = 0; from < entries.length; from += SLICE_ENTRIES) {
      const startMs = now();
      entries.slice(from, from + SLICE_ENTRIES).forEach((entry, at) => {
        index.put(entry, from + at);
      });
      longest = Math.max(longest, now() - startMs);
    }
    slices.push(longest);
    return index;
  };
  const bytes = serialize(buildInSlices().stored());
  // The same clone that IndexedDB hands out.
  const load = () => new GlossaryIndex(deserialize(bytes) as StoredIndex);
  const runs = runInTurn({ build: buildInSlices, load }, { rounds, leastMs: 0, now });
  figures.add(`index/${size}/bytes-a-name`, 'bytes', [bytes.length / names]);
  figures.add(`index/${size}/bytes-a-name-gzipped`, 'bytes', [gzipSync(bytes).length / names]);
  figures.add(`index/${size}/build`, 'ms', runs.build);
  figures.add(`index/${size}/longest-slice`, 'ms', slices.slice(-rounds));
  figures.add(`index/${size}/load-in-node`, 'ms', runs.load);
}
