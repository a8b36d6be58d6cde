import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { stateOfReport, toolbarLook } from '../../../lib/desk/toolbar-look';
import type { PageState } from '../../../lib/messaging/protocol';
import { storyName } from '../components/story-name';

beforeEach(() => {
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((key) =>
    key === 'interfaceLanguage' ? 'en' : key,
  );
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
});

describe('the toolbar shows', () => {
  it.each<[string, PageState, boolean, string, string]>([
    ['a story with its number', { state: 'read', count: 12 }, true, 'on', '12'],
    ['no number where none is wanted', { state: 'read', count: 12 }, false, 'on', ''],
    ['a story without names as nothing', { state: 'read', count: 0 }, true, 'nothing', ''],
    ['no story as nothing', { state: 'not-a-story' }, true, 'nothing', ''],
    ['that it is off', { state: 'off' }, true, 'off', ''],
    ['trouble', { state: 'failed' }, true, 'trouble', ''],
  ])('%s', (_, page, hasBadge, icon, badge) => {
    expect(toolbarLook(page, hasBadge)).toMatchObject({ icon, badge });
  });

  it('each state in words of its own', () => {
    const states: PageState[] = [
      { state: 'read', count: 1 },
      { state: 'read', count: 2 },
      { state: 'failed' },
      { state: 'off' },
      { state: 'not-a-story' },
    ];
    expect(new Set(states.map((state) => toolbarLook(state, true).title)).size).toBe(states.length);
  });
});

it('a report says what the page would tell', () => {
  const names = [storyName('a'), storyName('b')];
  expect(stateOfReport({ state: 'read', date: null, names })).toEqual({ state: 'read', count: 2 });
  expect(stateOfReport({ state: 'reading' })).toBeNull();
  expect(stateOfReport({ state: 'failed' })).toEqual({ state: 'failed' });
});
