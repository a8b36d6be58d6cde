/** Steps of many records, made by a page's worker: the same as the page's own. */
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { runStep } from '../../../lib/exchanging/step-job';
import { UserGlossary } from '../../../lib/store/user-glossary';
import { allRows, freshDatabases } from '../fresh-database';
import { entry } from '../matching/test-glossary';

const DESK = 'https://desk.example/';
let store: UserGlossary;
beforeEach(() => {
  freshDatabases();
  fakeBrowser.reset();
  store = new UserGlossary();
});

const ids = async () => (await store.load()).edits.map(({ id }) => id).sort();
const unheard = () => undefined;

describe('a worker', () => {
  it('takes a step back and does it again, as long as it is the one that was seen', async () => {
    await store.add(entry('mine', 'term', 'Mine'), null);
    const seen = (await store.history()).undo?.seq ?? 0;
    expect(await runStep('step-undo', { from: seen + 1 }, unheard)).toEqual({ outcome: 'moved' });
    expect(await runStep('step-undo', { from: seen }, unheard)).toMatchObject({ outcome: 'written' });
    expect(await ids()).toEqual([]);
    expect(await runStep('step-redo', { from: 0 }, unheard)).toMatchObject({ outcome: 'written' });
    expect(await ids()).toEqual(['mine']);
  });

  it('goes back to a snapshot, and puts a backup in the place of what is there', async () => {
    await store.add(entry('first', 'term', 'First'), null);
    await store.keepDailySnapshot();
    const file = new File(await store.exportAll(), 'backup.json');
    await store.add(entry('second', 'term', 'Second'), null);
    const [snapshot] = (await store.history()).snapshots;
    if (!snapshot) throw new Error('no snapshot');
    expect(await runStep('step-restore', { snapshot }, unheard)).toMatchObject({ outcome: 'written' });
    expect(await ids()).toEqual(['first']);
    await store.add(entry('third', 'term', 'Third'), null);
    expect(await runStep('step-backup', { file }, unheard)).toMatchObject({ outcome: 'written' });
    expect(await ids()).toEqual(['first']);
    const broken = new File(['{'], 'broken.json');
    expect(await runStep('step-backup', { file: broken }, unheard)).toMatchObject({ outcome: 'unreadable' });
  });

  it('tells which shared glossaries a backup knew, the first that counted first, and takes part in none', async () => {
    const WIRE = 'https://wire.example/';
    const entries = new Map([['a', entry('a', 'term', 'A')]]);
    for (const [address, title] of [
      [DESK, 'Desk'],
      [WIRE, 'Wire'],
    ] as const)
      await store.writeLayer({ from: null, address, title, version: '1', isTrusted: true, entries });
    const file = new File(await store.exportAll(), 'backup.json');
    freshDatabases();
    store = new UserGlossary();
    expect(await runStep('step-backup', { file }, unheard)).toMatchObject({
      shared: [
        { address: WIRE, title: 'Wire' },
        { address: DESK, title: 'Desk' },
      ],
    });
    expect(await store.layers()).toEqual([]);
  });

  it('leaves a shared glossary, tells how far it is, and one undo brings it back', async () => {
    const entries = new Map(['a', 'b', 'c'].map((id) => [id, entry(id, 'term', id)]));
    await store.writeLayer({
      ...{ from: null, address: DESK, title: 'Desk', version: '1', isTrusted: false, entries },
    });
    const before = await allRows();
    const told: number[][] = [];
    const left = await runStep('step-leave', { address: DESK }, (_, done, all) => told.push([done, all]));
    expect(left).toMatchObject({ outcome: 'written' });
    expect(told).toEqual([[4, 4]]);
    expect(await store.layers()).toEqual([]);
    expect(await runStep('step-leave', { address: DESK }, unheard)).toEqual({ outcome: 'moved' });
    const { undo } = await store.history();
    if (undo) await store.undo(undo);
    const { layers, layered } = (await allRows()).stores;
    expect({ layers, layered }).toEqual({
      layers: before.stores.layers,
      layered: before.stores.layered,
    });
  });
});
