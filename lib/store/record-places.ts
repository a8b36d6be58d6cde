/** Where the records of steps lie: read, checked and replaced, many at a time. */
import { type IDBPObjectStore, unwrap, wrap } from 'idb';
import * as v from 'valibot';
import { type EntryEdit, readEntryEdit, sameValue } from '../glossary/entry-edits';
import { entrySchema } from '../glossary/schema';
import { setAside } from './aside';
import { LAYER_ITSELF, layerSchema, MOST_IN_JOURNAL, type StepRecords, type Writing } from './layout';

export type StepRecord = StepRecords[number];
type RecordKey = Pick<StepRecord, 'id' | 'layer'>;

/** What is stored under an id: a record, or what cannot be read as one (`edit` null, `raw` not). */
export interface StoredRecord {
  readonly raw: unknown;
  readonly edit: EntryEdit | null;
}

export async function readRecord(tx: Writing, id: string): Promise<StoredRecord> {
  const raw = await tx.objectStore('edits').get(id);
  return { raw: raw ?? null, edit: raw === undefined ? null : readEntryEdit(raw).edit };
}

/** An object store of whatever keys and values. */
type AnyStore = IDBPObjectStore<unknown, string[], string, 'readwrite'>;

/** Records of one piece that lie in one store, and there are next to each other but for what lies between. */
interface Run {
  readonly store: AnyStore;
  readonly keys: readonly IDBValidKey[];
}

function storeOf({ id, layer }: RecordKey): 'edits' | 'layers' | 'layered' {
  if (layer === undefined) return 'edits';
  return id === LAYER_ITSELF ? 'layers' : 'layered';
}

function keyOf({ id, layer }: RecordKey): IDBValidKey {
  if (layer === undefined) return id;
  return id === LAYER_ITSELF ? layer : [layer, id];
}

/** The runs of records, in their order. */
function runsOf(tx: Writing, records: readonly RecordKey[]): Run[] {
  const runs: { store: AnyStore; home: string; keys: IDBValidKey[] }[] = [];
  for (const record of records) {
    const name = storeOf(record);
    const home = name === 'layered' ? `${name} ${record.layer}` : name;
    const last = runs.at(-1);
    if (last?.home === home) last.keys.push(keyOf(record));
    else {
      // The keys of a run are those of its store, whose values are unknown until they are checked.
      runs.push({ store: tx.objectStore(name) as unknown as AnyStore, home, keys: [keyOf(record)] });
    }
  }
  return runs;
}

/** What was found in the places of records. */
export interface Found {
  /** In the records' order; undefined where nothing lies. */
  readonly raw: readonly unknown[];
  /** In the order of {@link runsOf}: the keys of a run with nothing between them, null where something is. */
  readonly ranges: readonly (IDBKeyRange | null)[];
}

/** Records of a run from which they are looked up together: each request costs as much as some small values. */
const MANY = 16;

/** What lies in the places of records. */
export async function lookUp(tx: Writing, records: readonly RecordKey[]): Promise<Found> {
  const found = await Promise.all(runsOf(tx, records).map(lookUpRun));
  return { raw: found.flatMap(({ raw }) => raw), ranges: found.map(({ range }) => range) };
}

async function lookUpRun({ store, keys }: Run): Promise<{ raw: unknown[]; range: IDBKeyRange | null }> {
  const each = (wanted: readonly IDBValidKey[]) => Promise.all(wanted.map((key) => store.get(key)));
  if (keys.length < MANY) return { raw: await each(keys), range: null };
  let [first = '', last = ''] = keys;
  for (const key of keys) {
    if (indexedDB.cmp(key, first) < 0) first = key;
    if (indexedDB.cmp(key, last) > 0) last = key;
  }
  const range = IDBKeyRange.bound(first, last);
  const most = keys.length * 2;
  const there = await store.getAllKeys(range, most + 1);
  // So much else lies between them that it is better left alone.
  if (there.length > most) return { raw: await each(keys), range: null };
  const places = new Map(there.map((key, place) => [String(key), place]));
  const known = keys.filter((key) => places.has(String(key)));
  if (known.length * 2 < there.length || known.length === 0) {
    const values = await each(known);
    const byKey = new Map(known.map((key, i) => [key, values[i]]));
    return { raw: keys.map((key) => byKey.get(key)), range: null };
  }
  const values = await store.getAll(range);
  const raw = keys.map((key) => {
    const place = places.get(String(key));
    return place === undefined ? undefined : values[place];
  });
  return { raw, range: known.length === there.length ? range : null };
}

/** Whether a value may lie in the place of a record; null always may. */
export function isReadable({ id, layer }: RecordKey, value: unknown): boolean {
  if (value === null) return true;
  if (layer === undefined) return readEntryEdit(value).edit !== null;
  return v.is(id === LAYER_ITSELF ? layerSchema : entrySchema, value);
}

/** A record as it is stored, null where there is none, or what is there cannot be read. */
export function plainOf(key: RecordKey, raw: unknown): unknown {
  if (raw === undefined) return null;
  if (key.layer === undefined) return readEntryEdit(raw).edit;
  return isReadable(key, raw) ? raw : null;
}

/**
 * Puts records in the place of others. What lies there and is not what it is taken for is set aside
 * first.
 */
export async function replaceRecords(tx: Writing, records: StepRecords, found: Found): Promise<void> {
  const aside = records.map(async ({ id, layer, before }, i) => {
    const raw = found.raw[i] ?? null;
    if (raw !== null && !sameValue(raw, before)) await setAside(tx, layer ? `${layer} ${id}` : id, raw);
  });
  // Of many requests only the last is waited for: they come in order, and one that fails ends the transaction.
  let last: IDBRequest | null = null;
  let from = 0;
  for (const [at, { store, keys }] of runsOf(tx, records).entries()) {
    const own = records.slice(from, from + keys.length);
    from += keys.length;
    const range = found.ranges[at];
    if (range && own.every(({ after }) => after === null)) {
      last = unwrap(store).delete(range);
      continue;
    }
    for (const [i, { after }] of own.entries()) {
      const key = keys[i] ?? '';
      last = after === null ? unwrap(store).delete(key) : unwrap(store).put(after, key);
    }
  }
  await Promise.all([...aside, last && wrap(last)]);
}

/** The ids that an entry had before; of what is none, none. */
function formerIdsOf(entry: unknown): readonly string[] {
  const { formerIds } = (entry ?? {}) as { readonly formerIds?: unknown };
  return Array.isArray(formerIds) ? formerIds.filter((one) => typeof one === 'string') : [];
}

/** Adds the ids of entries that are others now, or may be, since records were replaced, as far as the journal can name them. */
export async function addTouched(tx: Writing, records: StepRecords, touched: Set<string>): Promise<void> {
  for (const record of records) {
    if (touched.size > MOST_IN_JOURNAL) return;
    for (const id of await idsTouched(tx, record)) touched.add(id);
  }
}

async function idsTouched(tx: Writing, { id, layer, before, after }: StepRecord): Promise<string[]> {
  if (layer === undefined) return [id];
  // An edit under an earlier id belongs to the entry as long as that is there.
  if (id !== LAYER_ITSELF) return [id, ...formerIdsOf(before), ...formerIdsOf(after)];
  const ranks = [before, after].map((value) => (v.is(layerSchema, value) ? value.rank : null));
  if (ranks[0] === ranks[1]) return [];
  const all = IDBKeyRange.bound([layer], [layer, []]);
  const layered = tx.objectStore('layered');
  // Of more than the journal names, no more is asked than that they are more.
  const [keys, entries] = await Promise.all([
    layered.getAllKeys(all, MOST_IN_JOURNAL + 1),
    layered.getAll(all, MOST_IN_JOURNAL + 1),
  ]);
  return [...keys.map(([, entryId]) => entryId), ...entries.flatMap(formerIdsOf)];
}
