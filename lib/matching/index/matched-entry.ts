/** What matching knows of an entry, and the text that it is kept as until a story names it. */
import type { Alias, Entry } from '../../glossary/schema';

/** The part of an entry that says how stories name it, and what a list of names shows of it. */
export interface MatchedEntry
  extends Pick<
    Entry,
    'id' | 'formerIds' | 'kind' | 'familiarity' | 'name' | 'ownScript' | 'short' | 'summary'
  > {
  readonly aliases: readonly MatchedAlias[];
  /** It is a name and nothing more: such names are added in bulk, and know no other senses. */
  readonly bare: boolean;
  /** It is known, and no text names it. */
  readonly silent: boolean;
}

export type MatchedAlias = Pick<Alias, 'text' | 'lang' | 'case' | 'alone' | 'for' | 'against'>;

export function matchedEntryOf(entry: Entry, silent: boolean): MatchedEntry {
  const { id, formerIds, kind, familiarity, name, ownScript, short, summary, aliases } = entry;
  const bare = summary === undefined && entry.background.length === 0 && entry.facts.length === 0;
  return { id, formerIds, kind, familiarity, name, ownScript, short, summary, aliases, bare, silent };
}

/** An entry as JSON, without what {@link fromText} fills in. */
export function toText(entry: MatchedEntry): string {
  const { id, kind, familiarity, name, ownScript, summary, formerIds, aliases, short, bare, silent } = entry;
  return JSON.stringify({
    id,
    kind,
    familiarity: familiarity === 'regular' ? undefined : familiarity,
    name,
    ownScript,
    summary,
    formerIds: filled(formerIds),
    aliases: filled(aliases)?.map(shortened),
    short: filled(short),
    bare: bare || undefined,
    silent: silent || undefined,
  });
}

const filled = <Value>(list: readonly Value[]) => (list.length > 0 ? list : undefined);

/** Most aliases are a text and nothing more, and are kept as that. */
function shortened({ text, lang, case: letters, alone, for: cuesFor, against }: MatchedAlias) {
  const isPlain = lang === undefined && letters === 'any' && alone === 'yes';
  if (isPlain && cuesFor.length === 0 && against.length === 0) return text;
  return {
    text,
    lang,
    case: letters === 'exact' ? letters : undefined,
    alone: alone === 'no' ? alone : undefined,
    for: filled(cuesFor),
    against: filled(against),
  };
}

/** @throws SyntaxError where the text was cut or altered. */
export function fromText(text: string): MatchedEntry {
  // Only toText makes such texts; the index that holds them is dropped whole where it is another build's.
  const {
    familiarity = 'regular',
    formerIds = [],
    aliases = [],
    short = [],
    bare = false,
    silent = false,
    ...entry
  } = JSON.parse(text);
  const whole = aliases.map((alias: string | Partial<MatchedAlias>) => ({
    ...{ case: 'any', alone: 'yes', for: [], against: [] },
    ...(typeof alias === 'string' ? { text: alias } : alias),
  }));
  return { ...entry, familiarity, formerIds, aliases: whole, short, bare, silent };
}
