import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { IndexCache } from '../../../lib/desk/index-cache';
import { StoryDesk } from '../../../lib/desk/story-desk';
import { type EditsSource, editsForReading } from '../../../lib/desk/user-edits';
import { cardView } from '../../../lib/glossary/card-view';
import { buildGlossary } from '../../../lib/glossary/glossary';
import type { Entry } from '../../../lib/glossary/schema';
import { readBundledGlossary } from '../../../lib/packaging/bundled-glossary';
import { LONGEST_JOURNAL } from '../../../lib/store/layout';
import { UserGlossary } from '../../../lib/store/user-glossary';
import { freshDatabases } from '../fresh-database';
import { entry } from '../matching/test-glossary';
import { bundleOf } from './bundle-of';

const TODAY = '2026-01-01';
const taliban = entry('taliban', 'group', 'Taliban', [], { formerIds: ['talib'] });
const blocks = [{ text: 'The Taliban and Quuxia said so.', role: 'body' as const }];
const opening = { blocks, lang: 'en', date: null, story: null, isMore: false };

const noMaps = { mapOf: async () => null };

beforeEach(() => {
  freshDatabases();
  // The editions are told over channels that nobody hears here.
  vi.spyOn(console, 'warn')
    .mockClear()
    .mockImplementation(() => undefined);
});

/** So that the few entries of a case are few among all. */
const OTHERS = Array.from({ length: 50 }, (_, i) => entry(`other-${i}`, 'place', `Otherland${i}`));

/** A background that has just woken, over the databases that are there. */
function wake({ bundled = [taliban, ...OTHERS] as readonly Entry[], fingerprint = 'build-1' } = {}) {
  const store = new UserGlossary();
  const edits = editsForReading(store);
  const bundle = bundleOf(bundled);
  const loadIndex = vi.spyOn(bundle, 'index');
  const loadAll = vi.spyOn(store, 'allIds');
  const cache = new IndexCache(fingerprint);
  const kept = vi.spyOn(cache, 'save');
  const desk = new StoryDesk(bundle, edits, cache, noMaps);
  const named = async () => (await desk.annotate(opening))?.mentions.map((one) => one.entryId);
  /** Until the index that was built is in the cache. */
  const settle = () => vi.waitFor(() => Promise.all(kept.mock.results.map(({ value }) => value)));
  return { store, desk, loadIndex, loadAll, kept, named, settle };
}

/** So many entries of the user's own that the index is kept with them. */
async function addMany(store: UserGlossary): Promise<void> {
  for (let i = 0; i < 60; i++) await store.add(entry(`quux-${i}`, 'place', `Quux${i}`), null);
}

const quuxia = entry('quuxia', 'place', 'Quuxia');

describe('the desk', () => {
  it('answers with the edition that is stored when it is asked, and reads no more than what was edited', async () => {
    const { store, desk, loadAll, named } = wake();
    expect(await named()).toEqual(['taliban']);
    await store.setHidden({ id: 'taliban', ground: taliban }, 'Taliban', true);
    expect(await named()).toEqual([]);
    expect(await desk.card('taliban', null, TODAY)).toBeNull();
    await store.add(quuxia, null);
    expect(await named()).toEqual(['quuxia']);
    await store.setHidden({ id: 'taliban', ground: taliban }, 'Taliban', false);
    expect(await named()).toEqual(['taliban', 'quuxia']);
    const renamed = { field: 'name', member: null, from: 'Quuxia', mine: 'Elsewhere' } as const;
    await store.edit({ id: 'quuxia', ground: null }, 'Quuxia', [renamed]);
    expect(await named()).toEqual(['taliban']);
    const { undo } = await store.history();
    if (!undo) throw new Error('an edit can be undone');
    await store.undo(undo);
    expect(await named()).toEqual(['taliban', 'quuxia']);
    expect(loadAll).toHaveBeenCalledOnce();
  });

  it('follows shared glossaries entry by entry: taken, put in order, left, and back again', async () => {
    const { store, desk, named, loadAll } = wake();
    const join = (address: string, ...entries: Entry[]) =>
      store.writeLayer({
        ...{ from: null, address, title: address, version: 'v1', isTrusted: null },
        entries: new Map(entries.map((one) => [one.id, one])),
      });
    const summaryOf = async () => (await desk.card('taliban', null, TODAY))?.view.summary;
    const fromOf = async () => (await desk.card('taliban', null, TODAY))?.view.from;
    const said = (summary: string, id = 'taliban') => entry(id, 'group', 'Taliban', [], { summary });
    expect(await named()).toEqual(['taliban']);
    expect(await fromOf()).toBeNull();
    await join('https://desk.example/', said('Says the desk.'), quuxia);
    expect(await named()).toEqual(['taliban', 'quuxia']);
    expect(await summaryOf()).toBe('Says the desk.');
    await join('https://wire.example/', said('Says the wire.'));
    expect(await summaryOf()).toBe('Says the wire.');
    expect(await fromOf()).toEqual({ title: 'https://wire.example/', host: 'wire.example', isEdited: false });
    await store.moveLayer('https://wire.example/', 'down');
    expect(await summaryOf()).toBe('Says the desk.');
    const mine = { field: 'summary', member: null, from: 'Says the desk.', mine: 'Says she.' } as const;
    await store.edit({ id: 'taliban', ground: said('Says the desk.') }, 'Taliban', [mine]);
    expect(await summaryOf()).toBe('Says she.');
    expect(await fromOf()).toMatchObject({ host: 'desk.example', isEdited: true });
    await store.leaveLayer('https://desk.example/');
    expect(await named()).toEqual(['taliban']);
    expect(await summaryOf()).toBe('Says she.');
    const { undo } = await store.history();
    if (!undo) throw new Error('leaving can be undone');
    await store.undo(undo);
    expect(await named()).toEqual(['taliban', 'quuxia']);
    expect(loadAll).toHaveBeenCalledOnce();
    // A background that wakes later builds the same of what is stored.
    const woken = wake({ fingerprint: 'build-2' });
    expect(await woken.named()).toEqual(['taliban', 'quuxia']);
    expect((await woken.desk.card('taliban', null, TODAY))?.view.summary).toBe('Says she.');
  });

  it('gives an edit to the entry of a shared glossary that had its id before, as long as that is there', async () => {
    const { store, desk, named } = wake({ bundled: [] });
    await store.add(quuxia, null);
    const renamed = entry('quuxia-now', 'place', 'Quuxland', [], { formerIds: ['quuxia-old'] });
    const hidden = { id: 'quuxia-old', ground: null };
    await store.setHidden(hidden, 'Quuxia', true);
    await store.writeLayer({
      ...{ from: null, address: 'https://desk.example/', title: 'Desk', version: 'v1', isTrusted: null },
      entries: new Map([[renamed.id, renamed]]),
    });
    expect(await named()).toEqual(['quuxia']);
    expect(await desk.card('quuxia-now', null, TODAY)).toBeNull();
    await store.setHidden(hidden, 'Quuxia', false);
    expect((await desk.card('quuxia-now', null, TODAY))?.view.name).toBe('Quuxland');
  });

  it('tells a story that was begun with another edition to begin anew', async () => {
    const { store, desk } = wake();
    const begun = await desk.annotate(opening);
    if (!begun) throw new Error('a story that begins is answered');
    const further = { ...opening, story: begun.story };
    expect(await desk.annotate(further)).not.toBeNull();
    await store.add(quuxia, null);
    expect(await desk.annotate(further)).toBeNull();
  });

  it('builds each edition once, whoever asks', async () => {
    const { desk, loadIndex, loadAll, settle } = wake();
    await Promise.all([desk.annotate(opening), desk.annotate(opening), desk.prepare()]);
    await settle();
    expect(loadAll).toHaveBeenCalledOnce();
    expect(loadIndex).toHaveBeenCalledOnce();
  });

  it('wakes with what it kept of many edits, and catches up with what was edited meanwhile', async () => {
    const first = wake();
    await addMany(first.store);
    await first.named();
    await first.settle();
    expect(first.kept).toHaveBeenCalledOnce();
    await first.store.add(quuxia, null);
    const second = wake();
    expect(await second.named()).toEqual(['taliban', 'quuxia']);
    expect((await second.desk.card('taliban', null, TODAY))?.view.name).toBe('Taliban');
    expect((await second.desk.find('Quux7'))?.id).toBe('quux-7');
    expect(await second.desk.card('nobody', null, TODAY)).toBeNull();
    expect(second.loadIndex).not.toHaveBeenCalled();
    expect(second.loadAll).not.toHaveBeenCalled();
  });

  it('keeps the index anew after many edits, before the store forgets what they were', async () => {
    const { store, named, kept, settle } = wake();
    await named();
    for (let i = 0; i < LONGEST_JOURNAL; i++) {
      await store.add(entry(`quux-${i}`, 'place', `Quux${i}`), null);
      await named();
    }
    await settle();
    expect(kept.mock.calls.length).toBeGreaterThan(1);
    const later = wake();
    expect(await later.named()).toEqual(['taliban']);
    expect(later.loadAll).not.toHaveBeenCalled();
  });

  it('builds anew where the store no longer knows what was edited since', async () => {
    const { store, named } = wake();
    await named();
    for (let i = 0; i <= LONGEST_JOURNAL; i++) await store.add(entry(`quux-${i}`, 'place', `Quux${i}`), null);
    await store.add(quuxia, null);
    expect(await named()).toEqual(['taliban', 'quuxia']);
  });

  it('follows an edit of an entry that an update has renamed', async () => {
    const old = entry('talib', 'group', 'Taliban');
    const before = wake({ bundled: [old] });
    await before.store.setHidden({ id: 'talib', ground: old }, 'Taliban', true);
    expect(await before.named()).toEqual([]);
    await before.settle();
    const after = wake({ fingerprint: 'build-2' });
    expect(await after.named()).toEqual([]);
    await after.settle();
    await after.store.setHidden({ id: 'taliban', ground: taliban }, 'Taliban', false);
    expect(await after.named()).toEqual(['taliban']);
    const woken = wake({ fingerprint: 'build-2' });
    await woken.store.setHidden({ id: 'taliban', ground: taliban }, 'Taliban', true);
    expect(await woken.named()).toEqual([]);
  });

  it.each([
    ['of another build', async () => ({ fingerprint: 'build-2' })],
    [
      'that was altered',
      async () => {
        const db = await openDB('newsgloss-derived');
        await db.put('index', { fingerprint: 'build-1', edition: 'x.1', index: { texts: 7 } }, 'now');
        db.close();
        return {};
      },
    ],
  ])('does not use an index %s', async (_name, alter) => {
    const first = wake();
    await addMany(first.store);
    await first.named();
    await first.settle();
    expect(first.kept).toHaveBeenCalledOnce();
    const second = wake({ bundled: [quuxia], ...(await alter()) });
    expect(await second.named()).toEqual(['quuxia']);
  });

  it('reads stories where nothing can be kept', async () => {
    const { named, kept } = wake();
    kept.mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    expect(await named()).toEqual(['taliban']);
    expect(await wake().named()).toEqual(['taliban']);
  });

  it('tries again after a load that failed', async () => {
    const { named, loadIndex } = wake();
    loadIndex.mockRejectedValueOnce(new Error('gone'));
    await expect(named()).rejects.toThrow('gone');
    expect(await named()).toEqual(['taliban']);
  });

  it('reads stories with the bundled glossary where the user’s store cannot be had, and keeps nothing of that', async () => {
    const store = new UserGlossary();
    for (const method of ['edition', 'allIds', 'some', 'changesSince'] as const)
      vi.spyOn(store, method).mockRejectedValue(new Error('no database'));
    const cache = new IndexCache('build-1');
    const kept = vi.spyOn(cache, 'save');
    const source: EditsSource = editsForReading(store);
    const desk = new StoryDesk(bundleOf([taliban]), source, cache, noMaps);
    expect((await desk.annotate(opening))?.mentions).toHaveLength(1);
    expect(kept).not.toHaveBeenCalled();
    expect(console.warn).toHaveBeenCalledOnce();
  });

  it('says on a card all that the whole glossary says', { timeout: 60_000 }, async () => {
    const bundled = readBundledGlossary();
    const { desk } = wake({ bundled });
    const glossary = buildGlossary(bundled);
    for (const one of bundled.filter((_, i) => i % 25 === 0)) {
      const whole = cardView(one, '2021-11-02', glossary, TODAY);
      expect((await desk.card(one.id, '2021-11-02', TODAY))?.view, one.id).toEqual(whole);
    }
  });
});
