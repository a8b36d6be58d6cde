import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_MARKS, followMarks, type MarkSettings } from '../../../lib/settings/marks';
import { MARK_LOOK, MARK_REPEAT, MARKED_FAMILIARITY, MARKED_KIND } from '../../../lib/settings/table';
import { setSetting } from '../../../lib/settings/write';

beforeEach(() => fakeBrowser.reset());

const marksNow = () => new Promise<MarkSettings>((resolve) => void followMarks(resolve));

describe('settings of marks', () => {
  it('are the quiet ones where nothing was set', async () => {
    expect(await marksNow()).toEqual(DEFAULT_MARKS);
  });

  it('are kept one by one', async () => {
    await setSetting(MARK_LOOK, '', 'tint');
    await setSetting(MARK_REPEAT, '', 'all');
    await setSetting(MARKED_FAMILIARITY, 'household', 'on');
    await setSetting(MARKED_FAMILIARITY, 'specialist', 'off');
    await setSetting(MARKED_KIND, 'place', 'off');
    expect(await marksNow()).toEqual({
      look: 'tint',
      repeat: 'all',
      unmarkedFamiliarities: new Set(['specialist']),
      unmarkedKinds: new Set(['place']),
    });
  });

  it('leave nothing behind when all is as at first', async () => {
    await setSetting(MARK_LOOK, '', 'none');
    await setSetting(MARK_REPEAT, '', 'story');
    await setSetting(MARKED_FAMILIARITY, 'household', 'on');
    await setSetting(MARKED_FAMILIARITY, 'regular', 'off');
    await setSetting(MARKED_KIND, 'person', 'off');
    await setSetting(MARK_LOOK, '', 'dotted');
    await setSetting(MARK_REPEAT, '', 'section');
    await setSetting(MARKED_FAMILIARITY, 'household', 'off');
    await setSetting(MARKED_FAMILIARITY, 'regular', 'on');
    await setSetting(MARKED_KIND, 'person', 'on');
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
    await setSetting(MARK_LOOK, '', 'solid');
    await fakeBrowser.storage.local.set({ unrelated: 1 });
    await setSetting(MARKED_KIND, 'event', 'off');
    stop();
    await setSetting(MARK_LOOK, '', 'none');
    expect(seen.map(({ look, unmarkedKinds }) => [look, unmarkedKinds.size])).toEqual([
      ['dotted', 0],
      ['solid', 0],
      ['solid', 1],
    ]);
  });
});
