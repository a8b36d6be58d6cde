import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  DEFAULT_MARKS,
  followMarks,
  type MarkSettings,
  setFamiliarityMarked,
  setKindMarked,
  setMarkLook,
  setMarkRepeat,
} from '../../../lib/settings/marks';

beforeEach(() => fakeBrowser.reset());

const marksNow = () => new Promise<MarkSettings>((resolve) => void followMarks(resolve));

describe('settings of marks', () => {
  it('are the quiet ones where nothing was set', async () => {
    expect(await marksNow()).toEqual(DEFAULT_MARKS);
  });

  it('are kept one by one', async () => {
    await setMarkLook('tint');
    await setMarkRepeat('all');
    await setFamiliarityMarked('household', true);
    await setFamiliarityMarked('specialist', false);
    await setKindMarked('place', false);
    expect(await marksNow()).toEqual({
      look: 'tint',
      repeat: 'all',
      unmarkedFamiliarities: new Set(['specialist']),
      unmarkedKinds: new Set(['place']),
    });
  });

  it('leave nothing behind when all is as at first', async () => {
    await setMarkLook('none');
    await setMarkRepeat('story');
    await setFamiliarityMarked('household', true);
    await setFamiliarityMarked('regular', false);
    await setKindMarked('person', false);
    await setMarkLook('dotted');
    await setMarkRepeat('section');
    await setFamiliarityMarked('household', false);
    await setFamiliarityMarked('regular', true);
    await setKindMarked('person', true);
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });

  it('count as the usual ones, each by itself, where something unreadable is stored', async () => {
    await fakeBrowser.storage.local.set({
      'marks:look': 'glowing',
      'marks:repeat': 'all',
      'marks:familiarity:household': { broken: true },
      'marks:kind:place': 7,
    });
    expect(await marksNow()).toEqual({ ...DEFAULT_MARKS, repeat: 'all' });
  });

  it('are followed at every change', async () => {
    const seen: MarkSettings[] = [];
    const stop = await followMarks((settings) => seen.push(settings));
    await setMarkLook('solid');
    await fakeBrowser.storage.local.set({ unrelated: 1 });
    await setKindMarked('event', false);
    stop();
    await setMarkLook('none');
    expect(seen.map(({ look, unmarkedKinds }) => [look, unmarkedKinds.size])).toEqual([
      ['dotted', 0],
      ['solid', 0],
      ['solid', 1],
    ]);
  });
});
