/** Everything that the database holds as one JSON file, and back. Nothing is left out, read or not. */
import * as v from 'valibot';
import { type EntryEdit, readEntryEdit } from '../glossary/entry-edits';
import { type Database, type Layer, layerSchema, STORES } from './layout';

const BACKUP_FORMAT = 'newsgloss-backup';
const BACKUP_VERSION = 1;

const row = v.strictObject({ key: v.union([v.string(), v.number()]), value: v.unknown() });

/** A backup: all rows of all stores as they lie there, whatever they are. */
const backupSchema = v.looseObject({
  format: v.literal(BACKUP_FORMAT),
  version: v.literal(BACKUP_VERSION),
  /** When it was made, ISO 8601. */
  made: v.string(),
  /** Version of the database's layout. */
  layout: v.number(),
  stores: v.looseObject({ edits: v.array(row), layers: v.optional(v.array(row), []) }),
});

/**
 * The whole database as text, in parts to be joined (one string of 100,000 entries might be more than
 * a browser allows). One reading of all stores: no edit is half in it.
 */
export async function backupParts(db: Database): Promise<string[]> {
  const names = STORES.filter((name) => db.objectStoreNames.contains(name));
  const tx = db.transaction(names, 'readonly');
  const stores = await Promise.all(
    names.map(async (name) => {
      const store = tx.objectStore(name);
      return { name, rows: await Promise.all([store.getAllKeys(), store.getAll()]) };
    }),
  );
  // No edit waits for the writing of the text.
  await tx.done;
  const about = { format: BACKUP_FORMAT, version: BACKUP_VERSION, made: new Date().toISOString() };
  const parts = [`${JSON.stringify({ ...about, layout: db.version }).slice(0, -1)},"stores":{`];
  for (const [i, { name, rows }] of stores.entries()) {
    const [keys, values] = rows;
    parts.push(`${i > 0 ? ',' : ''}\n${JSON.stringify(name)}:[`);
    keys.forEach((key, j) => {
      parts.push(`${j > 0 ? ',' : ''}\n${JSON.stringify({ key, value: values[j] })}`);
    });
    parts.push(']');
  }
  parts.push('\n}}\n');
  return parts;
}

/** A backup of what a page still knows, where the database itself can no longer be read. */
export function backupOf(edits: readonly EntryEdit[]): string {
  return JSON.stringify({
    ...{ format: BACKUP_FORMAT, version: BACKUP_VERSION, made: new Date().toISOString(), layout: 0 },
    stores: { edits: edits.map((edit) => ({ key: edit.id, value: edit })) },
  });
}

/** A shared glossary that the user took part in when a backup was made. */
export type KnownShared = Pick<Layer, 'address' | 'title'>;

/** Shared glossaries by their stored records, the one that counted before all others first; without those that cannot be read. */
export function knownShared(layers: readonly unknown[]): KnownShared[] {
  const known = layers.flatMap((raw) => (v.is(layerSchema, raw) ? raw : []));
  return known.sort((a, b) => b.rank - a.rank).map(({ address, title }) => ({ address, title }));
}

export type BackupReading =
  | {
      readonly ok: true;
      readonly edits: readonly EntryEdit[];
      /** The one that counted before all others first; those that cannot be read are left out. */
      readonly shared: readonly KnownShared[];
    }
  /** Where it is wrong: the place in the file. */
  | { readonly ok: false; readonly fault: string };

/** The records of a backup; none where one of them cannot be read, since what is left out would be lost. */
export function readBackup(text: string): BackupReading {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { ok: false, fault: String(error) };
  }
  const backup = v.safeParse(backupSchema, data);
  if (!backup.success) {
    const [issue] = backup.issues;
    return { ok: false, fault: `${v.getDotPath(issue) ?? ''}: ${issue.message}` };
  }
  const edits: EntryEdit[] = [];
  for (const { key, value } of backup.output.stores.edits) {
    const { edit, fault } = readEntryEdit(value);
    if (!edit || edit.id !== key) return { ok: false, fault: `edits ${key}: ${fault ?? 'another id'}` };
    edits.push(edit);
  }
  return { ok: true, edits, shared: knownShared(backup.output.stores.layers.map(({ value }) => value)) };
}
