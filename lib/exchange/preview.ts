/** What an import would do, entry by entry; and the records that do it. Pure. */
import type { EntryEdit, Place } from '../glossary/entry-edits';
import { editPlaces } from '../glossary/make-edit';
import { idMaker } from '../glossary/new-id';
import type { Entry } from '../glossary/schema';
import { foldKey } from '../text/fold';
import type { Candidate, Given } from './candidate';
import type { Fault, Flag } from './faults';
import type { InForce, Standing } from './in-force';
import { keyedAliases, keyedSources, type Mode, meet } from './meet';

export const STATUSES = ['new', 'changed', 'conflict', 'same', 'kept', 'refused'] as const;
/**
 * `conflict`: the user's own words stand against the file's somewhere, and stay there; the rest comes
 * in. `kept`: there already, and only new ones are wanted.
 */
export type Status = (typeof STATUSES)[number];

/** One entry of the file. */
export interface PreviewRow {
  /** Place among the file's entries, from 0. */
  readonly nth: number;
  /** Of the file, from 1. */
  readonly line: number;
  readonly name: string;
  /** The entry's, or the one that a new one would get; null where it is refused. */
  readonly id: string | null;
  readonly status: Status;
  /** That come in, each once. */
  readonly fields: readonly Place['field'][];
  /** In which the user's own words stand against the file's. */
  readonly conflicts: readonly Place['field'][];
  readonly faults: readonly Fault[];
  readonly flags: readonly Flag[];
}

export type Counts = Readonly<Record<Status, number>>;

export interface Preview {
  /** In the order of the file. */
  readonly rows: readonly PreviewRow[];
  readonly counts: Counts;
  /** The records as they are to be, by id; null: nothing is left of it. */
  readonly records: ReadonlyMap<string, EntryEdit | null>;
}

const EVERY = 1_000;

/** Where a candidate leads: to an entry that is there, to a new one, or nowhere. */
type Found =
  | { readonly at: Standing; readonly flags: readonly Flag[]; readonly isByName: boolean }
  | { readonly at: null; readonly flags: readonly Flag[] }
  | { readonly fault: Pick<Fault, 'code' | 'detail'> };

function find({ id, given, name, isWhole }: Candidate, glossary: InForce): Found {
  const known = id === null ? null : glossary.get(id);
  if (known) return { at: known, flags: [], isByName: false };
  const kind = given.kind ?? null;
  const named = glossary.named(name, kind);
  const flag = (code: Flag['code'], of: string): Flag[] => [
    { code, detail: glossary.get(of)?.entry.name ?? of },
  ];
  // An id of its own says that it is another one, whatever it is called.
  if (id !== null || isWhole) return { at: null, flags: named[0] ? flag('sameName', named[0]) : [] };
  if (named.length > 1) return { fault: { code: 'ambiguous', detail: named.slice(0, 5).join(', ') } };
  const called = named.length === 0 ? glossary.alsoCalled(name, kind) : [];
  const [only] = named.length === 1 ? named : called.length === 1 ? called : [];
  const at = only === undefined ? null : glossary.get(only);
  if (at)
    return {
      at,
      isByName: true,
      flags: named.length === 0 ? flag('byAlias', at.entry.id) : [],
    };
  return { at: null, flags: called[0] ? flag('sameName', called[0]) : [] };
}

/** A new entry of what a file says. */
function made(id: string, { given, otherKind }: Candidate): Entry {
  const entry: Record<string, unknown> = {
    ...{ id, formerIds: [], kind: otherKind, familiarity: 'regular', name: '' },
    ...{ background: [], aliases: [], short: [], facts: [], relations: [], sources: [] },
  };
  for (const [field, value] of Object.entries(given)) {
    if (value !== null && value !== undefined) entry[field] = value;
  }
  if (given.aliases) entry.aliases = keyedAliases(given.aliases, []);
  if (given.sources) entry.sources = keyedSources(given.sources, []);
  // Every value has passed the schema of its field, and the name is never missing.
  return entry as Entry;
}

const fieldsOf = (places: readonly Place[]) => [...new Set(places.map(({ field }) => field))];

/**
 * Holds the file's entries against the glossary.
 *
 * @param takes entries in conflict, by their place in the file, in which the file's side is to be taken.
 * @param onProgress hears now and then how many are done.
 */
export function preview(
  candidates: readonly Candidate[],
  glossary: InForce,
  mode: Mode,
  takes: ReadonlySet<number>,
  onProgress: (done: number) => void = () => undefined,
): Preview {
  const rows: PreviewRow[] = [];
  const records = new Map<string, EntryEdit | null>();
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>;
  const lineOf = new Map<string, number>();
  const givenIds = new Set(candidates.flatMap(({ id }) => id ?? []));
  const newId = idMaker((id) => glossary.isTaken(id) || givenIds.has(id));
  for (const [i, candidate] of candidates.entries()) {
    if (i % EVERY === 0) onProgress(i);
    const row = rowOf(candidate, i);
    counts[row.status]++;
    rows.push(row);
  }
  return { rows, counts, records };

  function rowOf(candidate: Candidate, nth: number): PreviewRow {
    const { line, name, id, faults, flags } = candidate;
    const plain = { nth, line, name, id, fields: [], conflicts: [], faults, flags };
    const refuse = (code: Fault['code'], detail: string): PreviewRow => ({
      ...plain,
      status: 'refused',
      faults: [{ code, line, column: '', detail }],
    });
    if (faults.length > 0) return { ...plain, status: 'refused' };
    const found = find(candidate, glossary);
    if ('fault' in found) return refuse(found.fault.code, found.fault.detail);
    const key = found.at
      ? `=${found.at.entry.id}`
      : id !== null
        ? `=${id}`
        : `${candidate.given.kind ?? candidate.otherKind} ${foldKey(name)}`;
    const earlier = lineOf.get(key);
    if (earlier !== undefined) return refuse('twice', String(earlier));
    lineOf.set(key, line);
    const noted = [...flags, ...found.flags];
    if (!found.at) {
      const entry = made(id ?? newId(name), candidate);
      // Hidden, and then dropped by an update: it stays unwanted until the user says otherwise.
      const hidden = glossary.record(entry.id)?.hidden ?? false;
      records.set(entry.id, { id: entry.id, added: entry, under: null, changes: [], hidden });
      return { ...plain, id: entry.id, status: 'new', flags: hidden ? [...noted, hiddenFlag] : noted };
    }
    const { entry, ground, record } = found.at;
    const about = { ...plain, id: entry.id, flags: record?.hidden ? [...noted, hiddenFlag] : noted };
    if (mode === 'add') return { ...about, status: 'kept' };
    const isWhole = candidate.isWhole && mode === 'replace';
    const given = isWhole ? { ...NOTHING, ...candidate.given } : candidate.given;
    const { edits: coming, conflicts } = meet({ ...candidate, given }, entry, record, mode, found.isByName);
    const edits = takes.has(nth) ? [...coming, ...conflicts] : coming;
    const recordId = record?.id ?? entry.id;
    if (edits.length > 0) {
      const decision = editPlaces(record, recordId, ground, edits);
      if (decision.outcome === 'edited') records.set(recordId, decision.record);
      else if (decision.outcome !== 'unchanged') return refuse('invalid', decision.outcome);
    }
    const status = conflicts.length > 0 ? 'conflict' : edits.length > 0 ? 'changed' : 'same';
    return { ...about, status, fields: fieldsOf(edits), conflicts: fieldsOf(conflicts) };
  }
}

const hiddenFlag: Flag = { code: 'hidden', detail: '' };
/** What a whole entry does not hold where it says nothing. */
const NOTHING: Given = {
  ...{ ownScript: null, say: null, summary: null, background: null, aliases: null, short: null, facts: null },
  ...{ relations: null, naming: null, coordinates: null, sources: null, checked: null, wikidata: null },
};
