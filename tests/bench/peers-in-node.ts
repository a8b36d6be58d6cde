/** The peers that need no page: each makes a search of many names, and tells how many it finds in a text. */
import { AhoCorasick as FastAhoCorasick } from '@monyone/aho-corasick/fast';
import AhoCorasick from 'ahocorasick';
import { namesPattern } from './names-pattern';

/** Finds names in a text and gives their number. */
export type Search = (text: string) => number;

export const PEERS = {
  ahocorasick: (names: readonly string[]): Search => {
    const automaton = new AhoCorasick(names.map(lowered));
    return (text) => automaton.search(lowered(text)).length;
  },
  '@monyone/aho-corasick': (names: readonly string[]): Search => {
    const automaton = new FastAhoCorasick(names.map(lowered));
    return (text) => automaton.matchInText(lowered(text)).length;
  },
  'one RegExp': (names: readonly string[]): Search => {
    const pattern = namesPattern(names);
    return (text) => {
      let found = 0;
      pattern.lastIndex = 0;
      while (pattern.exec(text)) found++;
      return found;
    };
  },
} as const;

export type PeerName = keyof typeof PEERS;

/** The two of them that stay usable beyond some thousand names. */
export const AUTOMATA = ['ahocorasick', '@monyone/aho-corasick'] as const satisfies readonly PeerName[];

/** All that they fold is case; ours folds more, and is measured with it. */
const lowered = (text: string) => text.toLowerCase();
