import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { readAllRecords } from '../../../lib/store/all-records';
import { DATABASE, type Database, type Layout, LONGEST_JOURNAL } from '../../../lib/store/layout';
import { openDatabase } from '../../../lib/store/open-database';
import { UserGlossary } from '../../../lib/store/user-glossary';
import { freshDatabases } from '../fresh-database';
import { entry } from '../matching/test-glossary';

const ENTRIES = 2_500;
const own = (i: number) => entry(`own-${String(i).padStart(5, '0')}`, 'term', `Own ${i}`);

let db: Database;
beforeEach(async () => {
  freshDatabases();
  ({ db } = await openDatabase(() => undefined));
  const filling = await openDB<Layout>(DATABASE);
  const tx = filling.transaction('edits', 'readwrite');
  for (let i = 0; i < ENTRIES; i++) {
    const added = own(i);
    await tx.store.put({ id: added.id, added, under: null, changes: [], hidden: false }, added.id);
  }
  await tx.done;
  filling.close();
});

/** Reads all while `meanwhile` is done, once some records have been read; gives the ids found. */
async function idsReadWhile(meanwhile: (nth: number) => Promise<unknown>): Promise<Set<string>> {
  let reads = 0;
  const pending: Promise<unknown>[] = [];
  const { records, edition } = await readAllRecords(db, (_raw, id) => {
    if (++reads % 1_000 === 1) pending.push(meanwhile(reads));
    return id;
  });
  await Promise.all(pending);
  expect([...records.keys()]).toEqual([...records.values()]);
  expect(edition).not.toBe('');
  return new Set(records.keys());
}

describe('reading every record', () => {
  it('finds each once', async () => {
    expect((await idsReadWhile(async () => undefined)).size).toBe(ENTRIES);
  });

  it('does not keep an edit waiting, and reads what was written meanwhile behind it and before it', async () => {
    const store = new UserGlossary();
    const seen = (await store.load()).edits[0];
    if (!seen) throw new Error('the store was filled');
    let written = 0;
    const ids = await idsReadWhile(async (nth) => {
      if (nth > 1) return;
      await store.add(entry('aaa', 'term', 'Before all'), null);
      await store.withdraw(seen, 'Own 0');
      written = 2;
    });
    expect(written).toBe(2);
    expect(ids.has('aaa')).toBe(true);
    expect(ids.has(seen.id)).toBe(false);
    expect(ids.size).toBe(ENTRIES);
  });

  it('ends where more is written meanwhile than the store remembers, each time', {
    timeout: 60_000,
  }, async () => {
    const store = new UserGlossary();
    let writing: Promise<unknown> = Promise.resolve();
    let readings = 0;
    const target = { id: 'own-00007', ground: null };
    const { records } = await readAllRecords(db, (_raw, id) => {
      if (id === 'own-00000' && ++readings < 4) {
        writing = writing.then(async () => {
          for (let i = 0; i <= LONGEST_JOURNAL; i++) await store.setHidden(target, 'Own 7', i % 2 === 0);
        });
      }
      return id;
    });
    await writing;
    expect(records.size).toBe(ENTRIES);
  });
});
