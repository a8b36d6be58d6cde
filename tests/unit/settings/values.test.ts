import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followSetting } from '../../../lib/settings/follow';
import { isAllowed, keyOf, type Row, usualOf } from '../../../lib/settings/row';
import {
  BEAT,
  EVERYWHERE,
  HOVER_DELAY,
  MARK_LOOK,
  MARKED_FAMILIARITY,
  MUTED,
  SETTINGS,
  SYNC,
  settingOf,
  THEME,
} from '../../../lib/settings/table';
import { membersOf, settingIn } from '../../../lib/settings/values';
import { resetAllSettings, resetSetting, restoreSettings, setSetting } from '../../../lib/settings/write';

beforeEach(() => fakeBrowser.reset());

const inStorage = () => fakeBrowser.storage.local.get(null);

describe('the table', () => {
  const named = SETTINGS.map((row): [string, Row] => [row.key, row]);

  it.each(named)('%s: what is usual may stand in it, or is never stored', (_, row) => {
    const members = row.members && row.members !== 'any' ? row.members : [''];
    for (const member of members) {
      const usual = usualOf(row, member);
      expect(usual === '' || isAllowed(row, usual)).toBe(true);
    }
    for (const member of Object.keys(row.usualOf ?? {})) expect(row.members).toContain(member);
  });

  it.each(named)('%s: its keys are no other row’s', (key, row) => {
    const member = row.members === 'any' ? 'x' : (row.members?.[0] ?? '');
    expect(settingOf(key + member)).toEqual({ row, member });
    const others = SETTINGS.filter((other) => other !== row && other.members);
    expect(others.filter((other) => key.startsWith(other.key))).toEqual([]);
  });

  it.each(['', 'store:edition', 'marks:kind:galaxy', 'marks:look:', 'mute:', 'preset:theme', 'sync:ledger'])(
    '“%s” is no setting',
    (key) => {
      expect(settingOf(key)).toBeNull();
    },
  );
});

describe('a value', () => {
  it.each([
    ['as usual', {}, 280],
    ['as the user has set it', { 'hover:delay': 400 }, 400],
    ['as usual where what is stored is no number', { 'hover:delay': 'fast' }, 280],
    ['as usual where what is stored is off the limits', { 'hover:delay': 5 }, 280],
    ['as usual where what is stored is no whole number', { 'hover:delay': 300.5 }, 280],
    ['as preset', { 'preset:hover:delay': 500 }, 500],
    ['as the user has set it over a preset', { 'hover:delay': 400, 'preset:hover:delay': 500 }, 400],
    ['as locked', { 'hover:delay': 400, 'locked:hover:delay': 500 }, 500],
    ['without a preset that is off the limits', { 'locked:hover:delay': 5 }, 280],
  ])('is %s', (_, stored, expected) => {
    expect(settingIn(stored, HOVER_DELAY)).toBe(expected);
  });

  it('of a family is each member’s own', () => {
    const values = { 'beat:americas': 'off', 'marks:familiarity:regular': 'off' };
    expect([settingIn(values, BEAT, 'americas'), settingIn(values, BEAT, 'europe-nato')]).toEqual([
      'off',
      'on',
    ]);
    expect(
      ['household', 'regular', 'specialist'].map((one) => settingIn(values, MARKED_FAMILIARITY, one)),
    ).toEqual(['off', 'off', 'on']);
  });

  it('is listed where anyone has set it, once', () => {
    const stored = { 'mute:a': 'on', 'preset:mute:a': 'on', 'locked:mute:b': 'on', 'mute:c': 7 };
    expect(membersOf(stored, MUTED)).toEqual(['a', 'b']);
  });
});

describe('setting', () => {
  it.each([99, 2001, 150.5, Number.NaN])('a hover delay of %d is refused', async (ms) => {
    await setSetting(HOVER_DELAY, '', 400);
    await expect(setSetting(HOVER_DELAY, '', ms)).rejects.toThrow(RangeError);
    expect(await inStorage()).toEqual({ 'hover:delay': 400 });
  });

  it('stores nothing where that is in force anyway', async () => {
    await setSetting(THEME, '', 'dark');
    await setSetting(THEME, '', 'system');
    expect(await inStorage()).toEqual({});
  });

  it('stores the usual value over a preset, and nothing for the preset’s own', async () => {
    const presets = { 'preset:theme': 'dark' };
    await fakeBrowser.storage.local.set(presets);
    await setSetting(THEME, '', 'system');
    expect(await inStorage()).toEqual({ ...presets, theme: 'system' });
    await setSetting(THEME, '', 'dark');
    expect(await inStorage()).toEqual(presets);
  });

  it('what is locked is refused', async () => {
    await fakeBrowser.storage.local.set({ 'locked:switch:everywhere': 'on' });
    await expect(setSetting(EVERYWHERE, '', 'off')).rejects.toThrow('locked');
  });

  it('writes its own key alone, whatever others write at the same time', async () => {
    const members = MARKED_FAMILIARITY.members as readonly string[];
    await Promise.all([
      setSetting(THEME, '', 'dark'),
      setSetting(MARK_LOOK, '', 'solid'),
      ...members.map((member) =>
        setSetting(MARKED_FAMILIARITY, member, member === 'household' ? 'on' : 'off'),
      ),
    ]);
    expect(Object.keys(await inStorage())).toHaveLength(2 + members.length);
  });
});

describe('a reset', () => {
  it('of one setting can be undone', async () => {
    await setSetting(THEME, '', 'dark');
    await setSetting(MARK_LOOK, '', 'solid');
    const taken = await resetSetting(THEME);
    expect(await inStorage()).toEqual({ 'marks:look': 'solid' });
    await restoreSettings(taken);
    expect(await inStorage()).toEqual({ 'marks:look': 'solid', theme: 'dark' });
  });

  it('of all leaves what is no setting, and whether this device syncs; and can be undone', async () => {
    const stored = {
      ...{ theme: 'dark', 'mute:taliban': 'on', 'site:example.org': 'never', 'hover:delay': 400 },
      ...{ sync: 'on', 'settings:form': 2, 'store:edition': 'x.1', 'preset:badge': 'off' },
    };
    await fakeBrowser.storage.local.set(stored);
    const taken = await resetAllSettings();
    expect(Object.keys(await inStorage()).sort()).toEqual([
      'preset:badge',
      'settings:form',
      'store:edition',
      keyOf(SYNC),
    ]);
    await restoreSettings(taken);
    expect(await inStorage()).toEqual(stored);
  });
});

it('a setting is followed: as it is, then at each change of its own or of its preset', async () => {
  const seen: string[] = [];
  const stop = await followSetting(THEME, (theme) => seen.push(theme));
  await fakeBrowser.storage.local.set({ unrelated: 1, 'marks:look': 'tint' });
  await setSetting(THEME, '', 'dark');
  await fakeBrowser.storage.local.set({ 'locked:theme': 'light' });
  stop();
  await fakeBrowser.storage.local.remove('locked:theme');
  expect(seen).toEqual(['system', 'dark', 'light']);
});

it('many who begin to follow at once ask the browser once, and each hears of every change', async () => {
  const asked = vi.spyOn(fakeBrowser.storage.local, 'get');
  const seen: unknown[] = [];
  const stops = await Promise.all([
    followSetting(THEME, (theme) => seen.push(theme)),
    followSetting(HOVER_DELAY, (restMs) => seen.push(restMs)),
  ]);
  expect(asked).toHaveBeenCalledTimes(1);
  await setSetting(THEME, '', 'dark');
  asked.mockClear();
  stops.push(await followSetting(THEME, (theme) => seen.push(`later ${theme}`)));
  expect(asked).toHaveBeenCalledTimes(1);
  for (const stop of stops) stop();
  expect(seen).toEqual(['system', HOVER_DELAY.usual, 'dark', 'later dark']);
});

it('whatever is stored, every setting has a value that may stand', () => {
  const keys = SETTINGS.flatMap((row) => [keyOf(row), `preset:${keyOf(row)}`, `locked:${keyOf(row)}`]);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), fc.anything()), (stored) => {
      for (const row of SETTINGS) {
        const value = settingIn(stored, row);
        expect(value === row.usual || isAllowed(row, value)).toBe(true);
      }
    }),
  );
});
