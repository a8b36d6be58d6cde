/**
 * A second copy of the user's edits, in files of its own. Browsers throw a database away whose files they find
 * damaged, as after a disk without a byte of room, and begin an empty one: what was lost is then put back.
 */
import type { DBSchema, IDBPDatabase } from 'idb';
import * as v from 'valibot';
import { type EntryEdit, readEntryEdit } from '../glossary/entry-edits';
import { underLock } from '../platform/lock';
import { readAllRecords } from './all-records';
import { openApart } from './apart-database';
import { setAside } from './aside';
import { knownShared } from './backup';
import { changesSince, readHead } from './head';
import { type Database, type Head, isOfEpoch, PIECE_RECORDS, STORES } from './layout';
import { type Recovery, readRecovery, writeRecovery } from './recovery';
import { UNWATCHED, writeWatchedStep } from './write-step';

const DATABASE = 'newsgloss-spare';
/** A later one begins with no copy, which is then made anew. */
const VERSION = 1;

/** After each piece, the disk is left to edits for so many times as long. */
const PAUSES = 4;

/** What was copied lies as raw as in the user's glossary. */
interface Layout extends DBSchema {
  edits: { key: string; value: unknown };
  layers: { key: string; value: unknown };
  /** `about`: see {@link aboutSchema}. */
  meta: { key: string; value: unknown };
}
type Spare = IDBPDatabase<Layout>;

/** Which edition was copied, and when, ISO 8601. */
const aboutSchema = v.strictObject({ edition: v.string(), at: v.string() });
type About = v.InferOutput<typeof aboutSchema>;

/** One at a time: a copy that is being made is not put back. */
function withSpare<Result>(work: (spare: Spare) => Promise<Result>): Promise<Result> {
  return underLock('newsgloss-spare', async () => {
    const spare = await openApart<Layout>('newsgloss-spare', DATABASE, VERSION, (made) => {
      for (const name of ['edits', 'layers', 'meta']) made.createObjectStore(name);
    });
    try {
      return await work(spare);
    } finally {
      spare.close();
    }
  });
}

async function readAbout(spare: Spare): Promise<About | null> {
  const read = v.safeParse(aboutSchema, await spare.get('meta', 'about'));
  return read.success ? read.output : null;
}

/** Where the database stands, and what it had lost and got back. */
async function readStanding(db: Database): Promise<{ head: Head; recovery: Recovery | null }> {
  const tx = db.transaction(['meta', 'steps'], 'readonly');
  const [{ head }, recovery] = [await readHead(tx), await readRecovery(tx)];
  await tx.done;
  return { head, recovery };
}

/**
 * A database that nobody has written to may stand in for one that is gone: what a copy of that one holds is put
 * back. Never fails: what cannot be put back stays in the copy, and is tried again with the next one.
 *
 * @returns the edition that was written; null where nothing was put back.
 */
export async function lookForLost(db: Database): Promise<string | null> {
  try {
    const { head } = await readStanding(db);
    if (head.revision > 0) return null;
    return await withSpare(async (spare) => putLostBack(db, spare, await readAbout(spare)));
  } catch (error) {
    console.warn('Newsgloss could not look for a lost glossary:', error);
    return null;
  }
}

/**
 * Puts back what another database had and this one has not, unless that was done; what is here already stays. One
 * step, which can be undone.
 *
 * @returns the edition that was written; null where nothing was put back.
 */
async function putLostBack(db: Database, spare: Spare, about: About | null): Promise<string | null> {
  if (!about) return null;
  const { head, recovery } = await readStanding(db);
  const isLost = !isOfEpoch(about.edition, head) && recovery?.edition !== about.edition;
  return isLost ? putBack(db, spare, about) : null;
}

async function putBack(db: Database, spare: Spare, about: About): Promise<string | null> {
  const [ids, values, layers] = await Promise.all([
    spare.getAllKeys('edits'),
    spare.getAll('edits'),
    spare.getAll('layers'),
  ]);
  const outcome = await writeWatchedStep<{ readonly outcome: 'unchanged' }>(
    db,
    async (tx) => {
      const present = new Set(await tx.objectStore('edits').getAllKeys());
      const records = new Map<string, EntryEdit>();
      for (const [i, id] of ids.entries()) {
        const { edit } = readEntryEdit(values[i]);
        if (edit?.id !== id) await setAside(tx, id, values[i]);
        else if (!present.has(id)) records.set(id, edit);
      }
      const shared = knownShared(layers);
      await writeRecovery(tx, {
        ...{ edition: about.edition, copiedAt: about.at },
        ...{ count: records.size, shared, isSeen: false },
      });
      if (records.size === 0) return { result: { outcome: 'unchanged' } as const };
      return { records, label: { action: 'recover', about: about.at, count: records.size } };
    },
    UNWATCHED,
    STORES,
  );
  return 'edition' in outcome ? outcome.edition : null;
}

/**
 * Brings the copy into step with the database: what has changed since is copied, or all where that is not known.
 * A copy of what was lost is put back first, and never written over before it was.
 *
 * @returns the edition that was written to put something back; null where nothing was. Rejects where that, or the
 *   copy, cannot be written.
 */
export function keepSpareCopy(db: Database): Promise<string | null> {
  return withSpare(async (spare) => {
    const about = await readAbout(spare);
    const recovered = await putLostBack(db, spare, about);
    const changed = await changedIn(db, about?.edition ?? null);
    if (changed.edition !== about?.edition) await write(spare, changed);
    return recovered;
  });
}

interface Changed {
  readonly edition: string;
  /** By id; undefined: gone. */
  readonly edits: ReadonlyMap<string, unknown>;
  /** The edits are all that there are. */
  readonly isAll: boolean;
  readonly layers: ReadonlyMap<string, unknown>;
}

async function changedIn(db: Database, copied: string | null): Promise<Changed> {
  const tx = db.transaction(['edits', 'layers', 'meta', 'steps'], 'readonly');
  const changes = copied === null ? null : await changesSince(tx, copied);
  const [values, addresses, layers] = await Promise.all([
    Promise.all((changes?.ids ?? []).map((id) => tx.objectStore('edits').get(id))),
    tx.objectStore('layers').getAllKeys(),
    tx.objectStore('layers').getAll(),
  ]);
  await tx.done;
  const byAddress = new Map(addresses.map((address, i) => [address, layers[i]]));
  if (!changes) {
    const { edition, records } = await readAllRecords(db, (raw) => raw);
    return { edition, edits: records, isAll: true, layers: byAddress };
  }
  const edits = new Map(changes.ids.map((id, i) => [id, values[i]]));
  return { edition: changes.edition, edits, isAll: false, layers: byAddress };
}

/**
 * In pieces, each at once on the disk: many that are left to be written there as a whole keep edits of that moment
 * waiting for half a second. What the copy says of itself comes last: broken off before, it has some records later
 * than it says, which are copied once more.
 */
async function write(spare: Spare, { edition, edits, isAll, layers }: Changed): Promise<void> {
  const records = [...edits];
  for (let from = 0; from < records.length; from += PIECE_RECORDS) {
    const beganMs = performance.now();
    const tx = spare.transaction('edits', 'readwrite', { durability: 'strict' });
    const requests = records
      .slice(from, from + PIECE_RECORDS)
      .map(([id, edit]) => (edit === undefined ? tx.store.delete(id) : tx.store.put(edit, id)));
    await Promise.all([...requests, tx.done]);
    await pause(PAUSES * (performance.now() - beganMs));
  }
  const gone = isAll ? (await spare.getAllKeys('edits')).filter((id) => !edits.has(id)) : [];
  const tx = spare.transaction(['edits', 'layers', 'meta'], 'readwrite', { durability: 'strict' });
  const about: About = { edition, at: new Date().toISOString() };
  const copiedLayers = tx.objectStore('layers');
  await Promise.all([
    ...gone.map((id) => tx.objectStore('edits').delete(id)),
    copiedLayers.clear(),
    ...[...layers].map(([address, layer]) => copiedLayers.put(layer, address)),
    tx.objectStore('meta').put(about, 'about'),
    tx.done,
  ]);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
