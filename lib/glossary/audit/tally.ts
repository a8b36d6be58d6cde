import { ENTRY_KINDS, type Entry, type EntryKind } from '../schema';
import type { FiledEntry } from './fault';

/** Dated facts and publishers that a full entry has at least. */
const FULL_FACTS = 2;
const FULL_PUBLISHERS = 2;

/**
 * Whether an entry is full (background, dated facts, relations or posts, sources of two publishers)
 * or brief (a summary and a source).
 */
export function isFull(entry: Entry): boolean {
  const publishers = new Set(entry.sources.map(({ publisher }) => publisher));
  const relates = entry.relations.length > 0 || entry.facts.some(({ type }) => type === 'post');
  const dated = entry.facts.filter(({ from }) => from).length;
  return entry.background.length > 0 && dated >= FULL_FACTS && relates && publishers.size >= FULL_PUBLISHERS;
}

/** Counts for one beat, or for all. */
export interface Tally {
  readonly beat: string;
  readonly entries: number;
  readonly full: number;
  readonly kinds: Readonly<Record<EntryKind, number>>;
  readonly aliases: number;
  readonly facts: number;
  readonly sources: number;
  readonly publishers: number;
}

/** The counts of these entries under a name. */
export function tallyOf(beat: string, filed: readonly FiledEntry[]): Tally {
  const entries = filed.map(({ entry }) => entry);
  const count = (of: (entry: Entry) => number) => entries.reduce((sum, entry) => sum + of(entry), 0);
  const kindCounts = ENTRY_KINDS.map((kind) => [kind, entries.filter((entry) => entry.kind === kind).length]);
  return {
    beat,
    entries: entries.length,
    full: entries.filter(isFull).length,
    // One pair for every kind.
    kinds: Object.fromEntries(kindCounts) as Record<EntryKind, number>,
    aliases: count((entry) => entry.aliases.length),
    facts: count((entry) => entry.facts.length),
    sources: count((entry) => entry.sources.length),
    publishers: new Set(entries.flatMap((entry) => entry.sources.map(({ publisher }) => publisher))).size,
  };
}

/** How many members fall under each year, years in order; undated ones under "undated". */
export function countByYear(dates: readonly (string | undefined)[]): [year: string, count: number][] {
  const counts = new Map<string, number>();
  for (const date of dates) {
    const year = date?.slice(0, 4) ?? 'undated';
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => a.localeCompare(b));
}
