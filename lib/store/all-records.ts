import { changesSince, readHead } from './head';
import { type Database, editionOf } from './layout';

/** Records read by one transaction, and checked at once: neither an edit nor a frame waits longer than for these. */
const PIECE_RECORDS = 250;

/** Readings begun anew, where so much was written meanwhile that only another can tell what; then all at once. */
const MOST_READINGS = 3;

/** All records as of one edition, each as `read` gives it. */
export interface AllRecords<Record> {
  readonly edition: string;
  readonly records: Map<string, Record>;
}

/**
 * Reads every record, in pieces, so that neither an edit nor the page has to wait for them all; what
 * was written between two pieces is read again.
 *
 * @param onPiece is told what each piece held, for who can begin with a part.
 */
export async function readAllRecords<Record>(
  db: Database,
  read: (raw: unknown, id: string) => Record,
  onPiece: (records: readonly Record[]) => void = () => {},
): Promise<AllRecords<Record>> {
  for (let reading = 1; ; reading++) {
    const inPieces = reading <= MOST_READINGS;
    const all = await readOnce(db, read, inPieces ? PIECE_RECORDS : Number.POSITIVE_INFINITY, onPiece);
    if (all) return all;
  }
}

/** Null where more was written meanwhile than the database remembers. */
async function readOnce<Record>(
  db: Database,
  read: (raw: unknown, id: string) => Record,
  piece: number,
  onPiece: (records: readonly Record[]) => void,
): Promise<AllRecords<Record> | null> {
  const records = new Map<string, Record>();
  const isWhole = piece === Number.POSITIVE_INFINITY;
  const count = isWhole ? undefined : piece;
  let edition = '';
  let after: string | null = null;
  for (;;) {
    const tx = db.transaction(['edits', 'meta', 'steps'], 'readonly');
    if (after === null) edition = editionOf((await readHead(tx)).head);
    const store = tx.objectStore('edits');
    const range: IDBKeyRange | null = after === null ? null : IDBKeyRange.lowerBound(after, true);
    const [ids, values]: [string[], unknown[]] = await Promise.all([
      store.getAllKeys(range, count),
      store.getAll(range, count),
    ]);
    // The transaction ends before any work on what it read: until then every edit would wait for that.
    await tx.done;
    const own = ids.map((id, i) => [id, read(values[i], id)] as const);
    for (const [id, record] of own) records.set(id, record);
    onPiece(own.map(([, record]) => record));
    after = ids.at(-1) ?? null;
    if (isWhole || ids.length < piece || after === null) break;
  }
  if (isWhole) return { edition, records };
  const tx = db.transaction(['edits', 'meta', 'steps'], 'readonly');
  const changes = await changesSince(tx, edition);
  if (!changes) return null;
  const values = await Promise.all(changes.ids.map((id) => tx.objectStore('edits').get(id)));
  await tx.done;
  for (const [i, id] of changes.ids.entries()) {
    if (values[i] === undefined) records.delete(id);
    else records.set(id, read(values[i], id));
  }
  return { edition: changes.edition, records };
}
