import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BeatSwitches } from '../../../lib/desk/beat-switches';
import { IndexCache } from '../../../lib/desk/index-cache';
import { StoryDesk } from '../../../lib/desk/story-desk';
import { editsForReading } from '../../../lib/desk/user-edits';
import type { Beat } from '../../../lib/glossary/beats';
import { UserGlossary } from '../../../lib/store/user-glossary';
import { freshDatabases } from '../fresh-database';
import { entry } from '../matching/test-glossary';
import { bundleOf } from './bundle-of';

const TODAY = '2026-01-01';
const spokesman = entry('mujahid', 'person', 'Zabihullah Mujahid', [], {
  relations: [{ key: 'r1', kind: 'member-of', with: 'taliban', sources: [] }],
});
const taliban = entry('taliban', 'group', 'Taliban');
const natural = entry('nato', 'organisation', 'NATO');
const BUNDLED = [taliban, spokesman, natural];
const MEMBERS: Partial<Record<Beat, readonly string[]>> = {
  'afghanistan-pakistan': ['taliban'],
  'listed-groups': ['mujahid'],
  'europe-nato': ['nato'],
};
const blocks = [{ text: 'The Taliban, Zabihullah Mujahid, NATO and Quuxia said so.', role: 'body' as const }];
const opening = { blocks, lang: 'en', date: null, story: null, isMore: false };

beforeEach(() => {
  freshDatabases();
  vi.spyOn(console, 'warn')
    .mockClear()
    .mockImplementation(() => undefined);
});

/** A background that has just woken; `off` are the beats that are switched off, to be changed by the test. */
function wake(off: Beat[]) {
  const store = new UserGlossary();
  const idsOf = vi.fn(async (beat: Beat) => MEMBERS[beat] ?? []);
  const edits = new BeatSwitches(editsForReading(store), { off: async () => [...off], idsOf });
  const cache = new IndexCache('build-1');
  const kept = vi.spyOn(cache, 'save');
  const bundle = bundleOf(BUNDLED);
  const loadIndex = vi.spyOn(bundle, 'index');
  const desk = new StoryDesk(bundle, edits, cache, { mapOf: async () => null });
  const named = async () => (await desk.annotate(opening))?.mentions.map((one) => one.entryId);
  const settle = () => vi.waitFor(() => Promise.all(kept.mock.results.map(({ value }) => value)));
  return { store, desk, idsOf, loadIndex, kept, named, settle };
}

describe('a beat that is switched off', () => {
  it('is found in no story, until it is switched on again', async () => {
    const off: Beat[] = [];
    const { named, loadIndex } = wake(off);
    expect(await named()).toEqual(['taliban', 'mujahid', 'nato']);
    off.push('europe-nato', 'listed-groups');
    expect(await named()).toEqual(['taliban']);
    off.shift();
    expect(await named()).toEqual(['taliban', 'nato']);
    off.pop();
    expect(await named()).toEqual(['taliban', 'mujahid', 'nato']);
    expect(loadIndex).toHaveBeenCalledOnce();
  });

  it('has a story that was begun before begin anew', async () => {
    const off: Beat[] = [];
    const { desk } = wake(off);
    const begun = await desk.annotate(opening);
    if (!begun) throw new Error('a story that begins is answered');
    off.push('europe-nato');
    expect(await desk.annotate({ ...opening, story: begun.story })).toBeNull();
  });

  it('still has its cards, and is named on those of others', async () => {
    const { desk } = wake(['afghanistan-pakistan']);
    expect((await desk.card('taliban', null, TODAY))?.view.name).toBe('Taliban');
    const related = (await desk.card('mujahid', null, TODAY))?.view.relations;
    expect(related?.map(({ name }) => name)).toEqual(['Taliban']);
  });

  it('is off when the background wakes, and on again once it was switched on meanwhile', async () => {
    expect(await wake(['europe-nato']).named()).toEqual(['taliban', 'mujahid']);
    expect(await wake(['europe-nato']).named()).toEqual(['taliban', 'mujahid']);
    expect(await wake([]).named()).toEqual(['taliban', 'mujahid', 'nato']);
  });

  it('stays off where the user edits one of its entries; what she added is no beat’s', async () => {
    const { store, named } = wake(['europe-nato']);
    expect(await named()).toEqual(['taliban', 'mujahid']);
    const changed = { field: 'summary', member: null, from: undefined, mine: 'An alliance.' } as const;
    await store.edit({ id: 'nato', ground: natural }, 'NATO', [changed]);
    await store.add(entry('quuxia', 'place', 'Quuxia'), null);
    expect(await named()).toEqual(['taliban', 'mujahid', 'quuxia']);
  });

  it('whose file cannot be read leaves the others as they are', async () => {
    const { idsOf, named } = wake(['europe-nato', 'listed-groups']);
    idsOf.mockImplementation(async (beat) => {
      if (beat === 'europe-nato') throw new Error('gone');
      return MEMBERS[beat] ?? [];
    });
    expect(await named()).toEqual(['taliban', 'nato']);
  });

  it('is off, and nothing is kept, where the user’s store cannot be had', async () => {
    const { store, named, kept } = wake(['europe-nato']);
    for (const method of ['edition', 'allIds', 'some', 'changesSince'] as const)
      vi.spyOn(store, method).mockRejectedValue(new Error('no database'));
    expect(await named()).toEqual(['taliban', 'mujahid']);
    expect(kept).not.toHaveBeenCalled();
  });
});
