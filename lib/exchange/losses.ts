/** What a format cannot hold of these entries, counted, so that it can be listed before exporting. */
import type { Entry } from '../glossary/schema';

export const FORMATS = ['json', 'csv', 'tsv', 'simple', 'tbx'] as const;
/** `simple`: CSV with the main columns, for editing by hand. */
export type Format = (typeof FORMATS)[number];

export type LossCode =
  /** Rules and dates of aliases: key, language, letters, cues. */
  | 'aliasRules'
  /** Of aliases only that they are acronyms remains. */
  | 'aliasCues'
  | 'short'
  | 'shortRules'
  | 'ownScript'
  /** It becomes one name in its language among others. */
  | 'ownScriptMark'
  | 'say'
  | 'familiarity'
  | 'background'
  | 'facts'
  | 'relations'
  | 'naming'
  | 'coordinates'
  | 'sources'
  /** Of sources only the addresses remain. */
  | 'sourceTitles'
  | 'checked'
  | 'wikidata'
  | 'formerIds'
  /** An alias in English and one of any language are written alike. */
  | 'aliasLanguage';

export interface Loss {
  readonly code: LossCode;
  /** Entries that lose it. */
  readonly count: number;
}

const has = (list: readonly unknown[]) => list.length > 0;
const hasCues = ({ aliases }: Entry) =>
  aliases.some((one) => has(one.for) || has(one.against) || one.from || one.to || one.alone === 'no');

/** Whether an entry has it. */
const CHECKS: Readonly<Record<LossCode, (entry: Entry) => boolean>> = {
  aliasRules: (entry) => entry.aliases.some((one) => one.lang || one.case === 'exact') || hasCues(entry),
  aliasCues: hasCues,
  aliasLanguage: (entry) => [...entry.aliases, ...entry.short].some((one) => one.lang === 'en'),
  short: (entry) => has(entry.short),
  shortRules: (entry) => entry.short.some((one) => one.alone === 'yes'),
  ownScript: (entry) => entry.ownScript !== undefined,
  ownScriptMark: (entry) => entry.ownScript !== undefined,
  say: (entry) => entry.say !== undefined,
  familiarity: (entry) => entry.familiarity !== 'regular',
  background: (entry) => has(entry.background),
  facts: (entry) => has(entry.facts),
  relations: (entry) => has(entry.relations),
  naming: (entry) => entry.naming !== undefined,
  coordinates: (entry) => entry.coordinates !== undefined,
  sources: (entry) => has(entry.sources),
  sourceTitles: (entry) => has(entry.sources),
  checked: (entry) => entry.checked !== undefined,
  wikidata: (entry) => entry.wikidata !== undefined,
  formerIds: (entry) => has(entry.formerIds),
};

const REST = ['say', 'familiarity', 'background', 'facts', 'relations', 'naming', 'coordinates'] as const;

/** What each format loses, where an entry has it. */
const LOST: Readonly<Record<Format, readonly LossCode[]>> = {
  json: [],
  csv: [],
  tsv: [],
  simple: ['aliasRules', 'short', 'ownScript', ...REST, 'sourceTitles', 'wikidata', 'formerIds'],
  tbx: [
    ...(['aliasCues', 'aliasLanguage', 'shortRules', 'ownScriptMark', ...REST] as const),
    ...(['sources', 'checked', 'wikidata', 'formerIds'] as const),
  ],
};

/** The losses of a format over entries; empty where it holds everything. */
export function lossesOf(format: Format, entries: Iterable<Entry>): Loss[] {
  const counts = new Map<LossCode, number>();
  if (LOST[format].length === 0) return [];
  for (const entry of entries)
    for (const code of LOST[format]) if (CHECKS[code](entry)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, count }));
}
