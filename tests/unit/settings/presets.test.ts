import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { applyPresets, presetFaultsIn, presetsIn } from '../../../lib/settings/presets';

beforeEach(() => fakeBrowser.reset());

describe('what an administrator has set', () => {
  it.each<[string, unknown, Record<string, unknown>, string[]]>([
    ['nothing', null, {}, []],
    ['nothing of ours', { colour: 'red' }, {}, []],
    [
      'shared glossaries',
      { sharedGlossaries: ['https://desk.example/names.json', 'https://desk.example/names.json'] },
      { 'preset-shared': { addresses: ['https://desk.example/names.json'], isLocked: false } },
      [],
    ],
    [
      'shared glossaries that nobody can leave, beside one that cannot be used',
      {
        sharedGlossaries: ['https://desk.example/a', 'http://desk.example/b', 7],
        locked: ['sharedGlossaries'],
      },
      { 'preset-shared': { addresses: ['https://desk.example/a'], isLocked: true } },
      ['sharedGlossaries: http://desk.example/b', 'sharedGlossaries: 7'],
    ],
    ['no list of shared glossaries', { sharedGlossaries: {} }, {}, ['sharedGlossaries: [object Object]']],
    ['a usual value', { settings: { theme: 'dark' } }, { 'preset:theme': 'dark' }, []],
    [
      'one that holds',
      { settings: { theme: 'dark', badge: 'off' }, locked: ['badge'] },
      { 'preset:theme': 'dark', 'locked:badge': 'off' },
      [],
    ],
    ['a lock without a value', { locked: ['switch:everywhere'] }, { 'locked:switch:everywhere': 'on' }, []],
    [
      'a site',
      { settings: { 'site:*.example.org': 'always' } },
      { 'preset:site:*.example.org': 'always' },
      [],
    ],
    [
      'some that cannot be used, beside one that can',
      { settings: { theme: 'purple', colour: 'red', 'hover:delay': 400 }, locked: ['nothing', 7] },
      { 'preset:hover:delay': 400 },
      ['theme', 'colour', 'nothing', '7'],
    ],
    [
      'no list of locks',
      { settings: { theme: 'dark' }, locked: 'theme' },
      { 'preset:theme': 'dark' },
      ['locked'],
    ],
    ['no settings', { settings: 'dark' }, {}, []],
  ])('%s', (_, managed, stored, faults) => {
    expect(presetsIn(managed)).toEqual({ stored, faults });
  });

  it('lies beside what the user has set, and goes when it is taken back', async () => {
    const own = { theme: 'light', 'marks:look': 'tint' };
    await fakeBrowser.storage.local.set(own);
    const managed = vi.spyOn(fakeBrowser.storage.managed as { get(): Promise<unknown> }, 'get');
    managed.mockResolvedValue({ settings: { theme: 'dark', colour: 'red' }, locked: ['theme'] });
    await applyPresets();
    const stored = await fakeBrowser.storage.local.get(null);
    expect(stored).toMatchObject({ ...own, 'locked:theme': 'dark' });
    expect(presetFaultsIn(stored)).toEqual(['colour']);
    managed.mockRejectedValue(new Error('Managed storage manifest not found'));
    await applyPresets();
    expect(await fakeBrowser.storage.local.get(null)).toEqual(own);
    managed.mockRestore();
  });
});
