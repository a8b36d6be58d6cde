/**
 * What the background keeps so that it need not read the glossary each time it wakes: the index, and
 * the bundled entries one by one. All of it is derived, and made anew where it is missing, of another
 * build, or altered; nothing of the user's is kept here alone.
 */
import type { DBSchema, IDBPDatabase } from 'idb';
import * as v from 'valibot';
import { type Entry, entrySchema } from '../glossary/schema';
import { GlossaryIndex, type StoredIndex } from '../matching/index/glossary-index';
import { openDerived } from '../store/derived-database';

/** Apart from the user's own database: this one may be deleted at any time. */
const DATABASE = 'newsgloss-derived';
const VERSION = 1;
const NOW = 'now';

interface Layout extends DBSchema {
  index: { key: string; value: unknown };
  /** The bundled entries by their ids, present and former, each with its rank. */
  bundled: { key: string; value: unknown };
}

/** A bundled entry with its place in the order of all. */
export interface RankedEntry {
  readonly rank: number;
  readonly entry: Entry;
}

/** An index and the edition of the user's edits that it was made with. */
export interface EditionIndex {
  readonly edition: string;
  readonly index: GlossaryIndex;
}

/** Bundled entries under each id that they have or had; an entry's own id wins over another's former one. */
export function byEveryId(entries: readonly Entry[]): Map<string, RankedEntry> {
  const byId = new Map(entries.map((entry, rank) => [entry.id, { rank, entry }]));
  for (const ranked of [...byId.values()]) {
    for (const former of ranked.entry.formerIds) if (!byId.has(former)) byId.set(former, ranked);
  }
  return byId;
}

const numbers = v.instance(Int32Array);
const pairs = v.strictObject({ firsts: numbers, seconds: numbers, slots: numbers });
const storedIndexSchema = v.strictObject({
  nodes: v.strictObject({ edges: pairs, marks: numbers, linked: numbers, before: numbers }),
  graph: v.strictObject({
    ids: pairs,
    places: numbers,
    formerPlaces: numbers,
    lastLinks: numbers,
    others: numbers,
    owners: numbers,
    before: numbers,
  }),
  texts: v.strictObject({ bytes: v.instance(Uint8Array), ends: numbers }),
  ranks: numbers,
  gone: numbers,
  punctuatedCues: v.array(v.strictTuple([v.string(), v.array(v.strictTuple([v.string(), v.number()]))])),
}) satisfies v.GenericSchema<unknown, StoredIndex>;

const cachedSchema = v.strictObject({
  fingerprint: v.string(),
  edition: v.string(),
  index: storedIndexSchema,
});
const rankedSchema = v.strictObject({ rank: v.number(), entry: entrySchema });

export class IndexCache {
  readonly #fingerprint: string;
  #opened: Promise<IDBPDatabase<Layout>> | null = null;

  /** @param fingerprint of the bundled glossary and of the code that reads it: what was cached under another is not used. */
  constructor(fingerprint: string) {
    this.#fingerprint = fingerprint;
  }

  /** The index that was kept; null where there is none of this build. */
  async load(): Promise<EditionIndex | null> {
    const db = await this.#open();
    const read = v.safeParse(cachedSchema, await db.get('index', NOW));
    if (!read.success || read.output.fingerprint !== this.#fingerprint) return null;
    return { edition: read.output.edition, index: new GlossaryIndex(read.output.index) };
  }

  /** Those of the bundled entries that have or had these ids, each once; for use after {@link load} has found an index. */
  async bundledEntries(ids: readonly string[]): Promise<RankedEntry[]> {
    const db = await this.#open();
    const tx = db.transaction('bundled');
    const values = await Promise.all(ids.map((id) => tx.store.get(id)));
    const found = values.flatMap((value) => (value === undefined ? [] : [v.parse(rankedSchema, value)]));
    return [...new Map(found.map((one) => [one.rank, one])).values()];
  }

  /** Keeps an index; with `bundled`, all bundled entries in their order too. */
  async save({ edition, index }: EditionIndex, bundled: readonly Entry[] | null): Promise<void> {
    const db = await this.#open();
    const tx = db.transaction(['index', 'bundled'], 'readwrite');
    const entries = tx.objectStore('bundled');
    const writes: Promise<unknown>[] = [
      tx.objectStore('index').put({ fingerprint: this.#fingerprint, edition, index: index.stored() }, NOW),
    ];
    if (bundled) {
      writes.push(entries.clear());
      for (const [id, ranked] of byEveryId(bundled)) writes.push(entries.put(ranked, id));
    }
    await Promise.all([...writes, tx.done]);
  }

  #open(): Promise<IDBPDatabase<Layout>> {
    this.#opened ??= openDerived<Layout>(DATABASE, VERSION, (made) => {
      made.createObjectStore('index');
      made.createObjectStore('bundled');
    }).then(
      (db) => {
        db.addEventListener('close', () => {
          this.#opened = null;
        });
        return db;
      },
      (error: unknown) => {
        this.#opened = null;
        throw error;
      },
    );
    return this.#opened;
  }
}
