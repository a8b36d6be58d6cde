import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { overlay } from '../../../lib/glossary/overlay';
import { type Entry, entrySchema } from '../../../lib/glossary/schema';
import { backupOf } from '../../../lib/store/backup';
import { hearEditions, watchEditions } from '../../../lib/store/edition';
import type { History } from '../../../lib/store/history';
import { LONGEST_JOURNAL, MOST_SNAPSHOTS, MOST_STEPS } from '../../../lib/store/layout';
import { UserGlossary } from '../../../lib/store/user-glossary';
import { allRows, freshDatabases } from '../fresh-database';

beforeEach(() => {
  freshDatabases();
  fakeBrowser.reset();
  vi.useRealTimers();
});

const taliban = v.parse(entrySchema, {
  id: 'taliban',
  kind: 'group',
  name: 'Taliban',
  summary: 'An Islamist movement.',
  aliases: [{ key: 'afghan', text: 'Afghan Taliban' }],
});
const target = { id: 'taliban', ground: taliban };
const summary = { field: 'summary', member: null } as const;
const ownEntry = (id: string): Entry => v.parse(entrySchema, { id, kind: 'term', name: `Own ${id}` });

const shown = async (store: UserGlossary) => overlay([taliban], [], (await store.load()).edits).entries;
const summaryOf = async (store: UserGlossary) => (await shown(store))[0]?.summary;

/** Undoes what would be undone now. */
async function undo(store: UserGlossary): Promise<string> {
  const { undo: step } = await store.history();
  return step ? (await store.undo(step)).outcome : 'nothing';
}
const redo = async (store: UserGlossary) => (await store.redo(await store.history())).outcome;

function write(store: UserGlossary, from: string | undefined, mine: string | undefined) {
  return store.edit(target, 'Taliban', [{ ...summary, from, mine }]);
}

describe('the user’s glossary', () => {
  it('is empty at first, with nothing to undo, redo or restore', async () => {
    const store = new UserGlossary();
    expect(await store.load()).toMatchObject({ edits: [], faults: [] });
    expect(await store.history()).toMatchObject({ undo: null, redo: null, snapshots: [], isReadOnly: false });
    expect(await undo(store)).toBe('nothing');
    expect(await redo(store)).toBe('nothing');
  });

  it('keeps an edit for whoever opens it next', async () => {
    expect(await write(new UserGlossary(), taliban.summary, 'Mine.')).toMatchObject({ outcome: 'written' });
    expect(await summaryOf(new UserGlossary())).toBe('Mine.');
  });

  it('adds, hides, shows and takes back', async () => {
    const store = new UserGlossary();
    await store.add(ownEntry('own'), null);
    await store.setHidden(target, 'Taliban', true);
    expect((await shown(store)).map(({ id }) => id)).toEqual(['own']);
    await store.setHidden(target, 'Taliban', false);
    expect((await shown(store)).map(({ id }) => id)).toEqual(['taliban', 'own']);
    const [own] = (await store.load()).edits;
    if (!own) throw new Error('it was added');
    await store.withdraw(own, 'Own');
    expect(await shown(store)).toEqual([taliban]);
    expect((await store.load()).edits).toEqual([]);
  });

  it('finds the record of an entry that an update has renamed', async () => {
    const store = new UserGlossary();
    await write(store, taliban.summary, 'Mine.');
    const renamed: Entry = { ...taliban, id: 'afghan-taliban', formerIds: ['taliban'] };
    const name = { field: 'name', member: null } as const;
    await store.edit({ id: renamed.id, ground: renamed }, 'Taliban', [
      { ...name, from: 'Taliban', mine: 'Talibs' },
    ]);
    const { edits } = await store.load();
    expect(edits.map(({ id }) => id)).toEqual(['taliban']);
    expect(overlay([renamed], [], edits).entries).toEqual([{ ...renamed, name: 'Talibs', summary: 'Mine.' }]);
  });

  it('refuses what does not fit, and stores nothing of it', async () => {
    const store = new UserGlossary();
    const outcome = await store.edit(target, 'Taliban', [
      { ...summary, from: taliban.summary, mine: 'Mine.' },
      { field: 'name', member: null, from: 'Taliban', mine: '' },
    ]);
    expect(outcome).toEqual({ outcome: 'invalid', faults: ['name'] });
    expect(await summaryOf(store)).toBe(taliban.summary);
    expect((await store.history()).undo).toBeNull();
  });
});

describe('what was loaded before', () => {
  it('is brought up to date by reading what changed alone, and comes to a full reading', async () => {
    const [mine, other] = [new UserGlossary(), new UserGlossary()];
    await mine.add(ownEntry('kept'), null);
    await mine.add(ownEntry('taken-back'), null);
    const known = await mine.load();
    const [, takenBack] = known.edits;
    if (!takenBack) throw new Error('two were added');
    await write(other, taliban.summary, 'Mine.');
    await other.withdraw(takenBack, 'Own');
    await undo(other);
    await undo(other);
    await redo(other);
    const later = await mine.load(known);
    const full = await new UserGlossary().load();
    const byId = (edits: typeof full.edits) => new Map(edits.map((edit) => [edit.id, edit]));
    expect(later.edition).toBe(full.edition);
    expect(byId(later.edits)).toEqual(byId(full.edits));
    expect(byId(later.edits).get('kept')).toBe(byId(known.edits).get('kept'));
    expect(await mine.load(later)).toEqual(later);
  });

  it('is read in full where too much has changed, or the database is another', async () => {
    const store = new UserGlossary();
    await store.add(ownEntry('first'), null);
    const known = await store.load();
    for (let i = 0; i <= LONGEST_JOURNAL; i++) await store.setHidden(target, 'Taliban', i % 2 === 0);
    expect((await store.load(known)).edits.map(({ id }) => id)).toEqual(['first', 'taliban']);
    freshDatabases();
    const other = new UserGlossary();
    await other.add(ownEntry('other'), null);
    expect((await other.load(known)).edits.map(({ id }) => id)).toEqual(['other']);
  });
});

describe('two pages', () => {
  it('that change different fields both have theirs', async () => {
    const [one, other] = [new UserGlossary(), new UserGlossary()];
    await Promise.all([
      write(one, taliban.summary, 'Mine.'),
      other.edit(target, 'Taliban', [{ field: 'name', member: null, from: 'Taliban', mine: 'The Taliban' }]),
    ]);
    expect((await shown(one))[0]).toMatchObject({ name: 'The Taliban', summary: 'Mine.' });
  });

  it('that change one field: the later is told both sides, and may take either', async () => {
    const [one, other] = [new UserGlossary(), new UserGlossary()];
    await write(one, taliban.summary, 'First.');
    const late = await write(other, taliban.summary, 'Second.');
    expect(late).toMatchObject({
      outcome: 'clash',
      clashes: [{ place: summary, mine: 'Second.', theirs: 'First.' }],
    });
    expect(await summaryOf(one)).toBe('First.');
    await write(other, 'First.', 'Second.');
    expect(await summaryOf(one)).toBe('Second.');
  });

  it('do not undo each other’s steps unseen', async () => {
    const [one, other] = [new UserGlossary(), new UserGlossary()];
    await write(one, taliban.summary, 'First.');
    const { undo: seen } = await one.history();
    await write(other, 'First.', 'Second.');
    if (!seen) throw new Error('there is a step');
    expect(await one.undo(seen)).toEqual({ outcome: 'moved' });
    expect(await summaryOf(one)).toBe('Second.');
  });

  it('and open stories hear of every write', async () => {
    const [one, other] = [new UserGlossary(), new UserGlossary()];
    const heard = vi.fn();
    const stop = hearEditions(heard);
    const watched = vi.fn();
    const unwatch = watchEditions(watched);
    await write(one, taliban.summary, 'First.');
    await undo(other);
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));
    expect(watched).toHaveBeenCalledTimes(2);
    await write(one, 'nothing like it', 'Late.');
    stop();
    unwatch();
    expect(watched).toHaveBeenCalledTimes(2);
  });
});

describe('undo', () => {
  it('goes back and forth over 200 steps, also by pages that open later', async () => {
    const texts = Array.from({ length: 200 }, (_, i) => `Version ${i}.`);
    let from: string | undefined = taliban.summary;
    for (const text of texts) {
      await write(new UserGlossary(), from, text);
      from = text;
    }
    for (const text of texts.toReversed().slice(1)) {
      expect(await undo(new UserGlossary())).toBe('written');
      expect(await summaryOf(new UserGlossary())).toBe(text);
    }
    expect(await undo(new UserGlossary())).toBe('written');
    expect((await new UserGlossary().load()).edits).toEqual([]);
    expect(await undo(new UserGlossary())).toBe('nothing');
    for (const text of texts) {
      expect(await redo(new UserGlossary())).toBe('written');
      expect(await summaryOf(new UserGlossary())).toBe(text);
    }
    expect(await redo(new UserGlossary())).toBe('nothing');
  }, 60_000);

  it('keeps its depth however often steps are undone and replaced', async () => {
    const store = new UserGlossary();
    for (let i = 0; i < MOST_STEPS; i++) await store.add(ownEntry(`own-${i}`), null);
    for (let i = 0; i < 50; i++) {
      await undo(store);
      await store.add(ownEntry(`late-${i}`), null);
    }
    let depth = 0;
    while ((await undo(store)) === 'written') depth++;
    expect(depth).toBeGreaterThanOrEqual(200);
  }, 60_000);

  it('forgets what was undone once something else is done', async () => {
    const store = new UserGlossary();
    await write(store, taliban.summary, 'First.');
    await undo(store);
    await write(store, taliban.summary, 'Second.');
    expect(await redo(store)).toBe('nothing');
    expect(await summaryOf(store)).toBe('Second.');
  });

  it('says what it would take back', async () => {
    const store = new UserGlossary();
    await write(store, taliban.summary, 'First.');
    await store.setHidden(target, 'Taliban', true);
    const label = (history: History) => history.undo?.label;
    expect(label(await store.history())).toEqual({ action: 'hide', about: 'Taliban' });
    await undo(store);
    expect(label(await store.history())).toEqual({ action: 'edit', about: 'Taliban' });
    expect((await store.history()).redo?.label).toEqual({ action: 'hide', about: 'Taliban' });
  });
});

describe('snapshots', () => {
  const onDay = (day: number) => vi.setSystemTime(new Date(2026, 4, day, 12));

  it('are taken once a day with changes; the last seven stay', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const store = new UserGlossary();
    let from: string | undefined = taliban.summary;
    for (let day = 1; day <= 10; day++) {
      onDay(day);
      await write(store, from, `Day ${day}.`);
      from = `Day ${day}.`;
      await store.keepDailySnapshot();
      await store.keepDailySnapshot();
    }
    onDay(11);
    await store.keepDailySnapshot();
    const { snapshots } = await store.history();
    expect(snapshots).toHaveLength(MOST_SNAPSHOTS);
    expect(snapshots[0]).toMatchObject({ day: '2026-05-10', reason: 'daily', count: 1 });
    expect(snapshots.at(-1)).toMatchObject({ day: '2026-05-04' });
    expect((await allRows()).stores.contents).toHaveLength(MOST_SNAPSHOTS);
  });

  it('any can be restored, which can be undone', async () => {
    const store = new UserGlossary();
    await write(store, taliban.summary, 'Then.');
    await store.keepDailySnapshot();
    await write(store, 'Then.', 'Now.');
    await store.add(ownEntry('own'), null);
    const [snapshot] = (await store.history()).snapshots;
    if (!snapshot) throw new Error('one was taken');
    expect(await store.restore(snapshot)).toMatchObject({ outcome: 'written' });
    expect(await shown(store)).toEqual([{ ...taliban, summary: 'Then.' }]);
    await undo(store);
    expect((await shown(store)).map((entry) => entry.summary)).toEqual(['Now.', undefined]);
  });
});

describe('a file of everything', () => {
  it('comes back as it was, after a snapshot of what it replaces, and can be undone', async () => {
    const store = new UserGlossary();
    await write(store, taliban.summary, 'Mine.');
    await store.add(ownEntry('own'), null);
    const file = (await store.exportAll()).join('');
    const before = await store.load();
    freshDatabases();
    const other = new UserGlossary();
    await other.add(ownEntry('other'), null);
    expect(await other.importAll(file, 'mine.json')).toMatchObject({ outcome: 'written' });
    expect((await other.load()).edits).toEqual(before.edits);
    expect((await other.history()).snapshots[0]).toMatchObject({ reason: 'import', count: 1 });
    await undo(other);
    expect((await other.load()).edits.map(({ id }) => id)).toEqual(['other']);
  });

  it('can be made of what a page still knows, and read back as well', async () => {
    const store = new UserGlossary();
    await write(store, taliban.summary, 'Mine.');
    const { edits } = await store.load();
    freshDatabases();
    await new UserGlossary().importAll(backupOf(edits), 'known.json');
    expect((await new UserGlossary().load()).edits).toEqual(edits);
  });

  it('holds every row of the database, also such as cannot be read', async () => {
    const store = new UserGlossary();
    await write(store, taliban.summary, 'Mine.');
    const rows = await allRows();
    const file = JSON.parse((await store.exportAll()).join(''));
    expect(file).toMatchObject({ layout: rows.layout, stores: JSON.parse(JSON.stringify(rows.stores)) });
  });

  it.each([
    ['no JSON', '{'],
    ['another file', '{"format":"newsgloss-glossary","version":1,"entries":[]}'],
    [
      'a record that cannot be read',
      JSON.stringify({
        ...{ format: 'newsgloss-backup', version: 1, made: '', layout: 1 },
        stores: { edits: [{ key: 'taliban', value: { id: 'taliban' } }] },
      }),
    ],
  ])('is refused whole where it is %s', async (_, text) => {
    const store = new UserGlossary();
    await write(store, taliban.summary, 'Mine.');
    expect(await store.importAll(text, 'x.json')).toMatchObject({ outcome: 'unreadable' });
    expect(await summaryOf(store)).toBe('Mine.');
  });
});

describe('what is done to many entries at once', () => {
  const owns = Array.from({ length: 5 }, (_, i) => ownEntry(`own-${i}`));
  const filled = async () => {
    const store = new UserGlossary();
    for (const own of owns) await store.add(own, null);
    return store;
  };
  const targets = owns.map(({ id }) => ({ id, ground: null }));

  it('is one step, which one undo takes back', async () => {
    const store = await filled();
    expect(await store.setAllHidden([...targets, target], 'Own own-0', true)).toMatchObject({
      outcome: 'written',
    });
    expect(await shown(store)).toEqual([]);
    expect((await store.history()).undo?.label).toEqual({ action: 'hide', about: 'Own own-0', count: 6 });
    expect(await undo(store)).toBe('written');
    expect(await shown(store)).toHaveLength(6);
    const { edits } = await store.load();
    await store.withdrawAll(edits, 'Own own-0');
    expect((await store.load()).edits).toEqual([]);
    expect(await undo(store)).toBe('written');
    expect((await store.load()).edits).toEqual(edits);
  });

  it('passes over those that are so already', async () => {
    const store = await filled();
    await store.setAllHidden(targets.slice(0, 4), 'Own own-0', true);
    await store.setAllHidden(targets, 'Own own-0', true);
    expect((await store.history()).undo?.label).toEqual({ action: 'hide', about: 'Own own-0' });
    expect(await store.setAllHidden(targets, 'Own own-0', true)).toEqual({ outcome: 'unchanged' });
  });

  it('is done to none where one was changed meanwhile', async () => {
    const store = await filled();
    const kind = { field: 'kind', member: null, from: 'term', mine: 'event' } as const;
    await store.edit(targets[4] ?? target, 'Own', [{ ...kind, mine: 'place' }]);
    const outcome = await store.editAll(
      targets.map((one) => ({ target: one, edits: [kind] })),
      'Own',
    );
    expect(outcome).toMatchObject({ outcome: 'clash' });
    const kinds = (await store.load()).edits.map(({ added }) => added?.kind);
    expect(kinds.filter((one) => one === 'event')).toEqual([]);
  });
});

it('knows which records were written last', async () => {
  const store = new UserGlossary();
  for (const id of ['a', 'b', 'c']) await store.add(ownEntry(id), null);
  await store.setHidden({ id: 'a', ground: null }, 'Own a', true);
  expect(await store.recent()).toEqual(['a', 'c', 'b']);
});

it('tells of records while it reads them, all of them once it has', async () => {
  const store = new UserGlossary();
  for (const id of ['a', 'b']) await store.add(ownEntry(id), null);
  const told: string[] = [];
  const { edits } = await store.load(null, (piece) => told.push(...piece.map(({ id }) => id)));
  expect(told).toEqual(edits.map(({ id }) => id));
});
