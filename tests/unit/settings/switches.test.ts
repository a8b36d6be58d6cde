import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { setReading, siteOf, sitePatternIn } from '../../../lib/settings/site';
import {
  DEFAULT_SWITCHES,
  followSwitches,
  isReadingOn,
  PAUSE_MS,
  type Switches,
  setPaused,
  switchAlways,
  switchEverywhere,
  switchSite,
} from '../../../lib/settings/switches';
import { SITE } from '../../../lib/settings/table';
import { setSetting } from '../../../lib/settings/write';

beforeEach(() => fakeBrowser.reset());

async function readSwitches(site: string): Promise<Switches> {
  return new Promise((resolve) => void followSwitches(site, resolve));
}

describe('siteOf', () => {
  it.each([
    ['https://www.example.com/world/story', 'example.com'],
    ['http://example.com:8080/?q=1', 'example.com'],
    ['https://news.example.co.uk/', 'news.example.co.uk'],
    ['about:blank', null],
    ['chrome://extensions', null],
    ['file:///home/story.html', null],
    ['not an address', null],
  ])('%s is of site %s', (address, site) => {
    expect(siteOf(address)).toBe(site);
  });
});

describe('switches', () => {
  it('are on where nothing was switched', async () => {
    expect(await readSwitches('example.com')).toEqual(DEFAULT_SWITCHES);
  });

  it('are kept for each site on its own', async () => {
    await switchSite('example.com', false);
    expect(await readSwitches('example.com')).toEqual({ ...DEFAULT_SWITCHES, here: false });
    expect(await readSwitches('example.org')).toEqual(DEFAULT_SWITCHES);
  });

  it('leave nothing behind when all is on again', async () => {
    await switchEverywhere(false);
    await switchSite('example.com', false);
    await switchEverywhere(true);
    await switchSite('example.com', true);
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });

  it('count as on where something unreadable is stored', async () => {
    await fakeBrowser.storage.local.set({ 'switch:everywhere': { broken: true } });
    expect(await readSwitches('example.com')).toEqual(DEFAULT_SWITCHES);
  });

  it('are followed: first as they are, then at every change that counts here', async () => {
    const seen: Switches[] = [];
    const stop = await followSwitches('example.com', (switches) => seen.push(switches));
    await switchSite('example.org', false);
    await switchSite('example.com', false);
    await switchEverywhere(false);
    await fakeBrowser.storage.local.set({ unrelated: 1 });
    stop();
    await switchEverywhere(true);
    expect(seen).toEqual([
      DEFAULT_SWITCHES,
      { ...DEFAULT_SWITCHES, here: false },
      { ...DEFAULT_SWITCHES, everywhere: false, here: false },
    ]);
  });
});

describe('a pause', () => {
  const NOON = Date.UTC(2026, 10, 23, 12);
  beforeEach(() => void vi.useFakeTimers({ now: NOON }));
  afterEach(() => void vi.useRealTimers());

  it('lasts an hour, wherever it is asked about, and ends by itself', async () => {
    await setPaused(true);
    const seen: Switches[] = [];
    const stop = await followSwitches('example.com', (switches) => seen.push(switches));
    expect(seen).toEqual([{ ...DEFAULT_SWITCHES, pausedUntilMs: NOON + PAUSE_MS }]);
    vi.advanceTimersByTime(PAUSE_MS - 1);
    expect(seen).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(seen.slice(1)).toEqual([DEFAULT_SWITCHES]);
    // What was known of it no longer counts.
    await switchSite('example.com', false);
    expect(seen.slice(2)).toEqual([{ ...DEFAULT_SWITCHES, here: false }]);
    stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is over at once for a computer that slept through its end', async () => {
    await setPaused(true);
    const seen: Switches[] = [];
    await followSwitches('example.com', (switches) => seen.push(switches));
    vi.setSystemTime(NOON + 5 * PAUSE_MS);
    vi.advanceTimersByTime(60_000);
    expect(seen.slice(1)).toEqual([DEFAULT_SWITCHES]);
  });

  it('can be ended, and leaves nothing behind', async () => {
    await setPaused(true);
    await setPaused(false);
    expect(await readSwitches('example.com')).toEqual(DEFAULT_SWITCHES);
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });

  it.each([
    ['is over', NOON - 1],
    ['ends later than any that was begun by now, as after the clock was set back', NOON + 2 * PAUSE_MS],
    ['is no time', 'noon'],
  ])('counts for nothing where what is stored %s', async (_, stored) => {
    await fakeBrowser.storage.local.set({ 'switch:paused-until': stored });
    expect(await readSwitches('example.com')).toEqual(DEFAULT_SWITCHES);
  });
});

describe('reading is on', () => {
  it.each([
    [{}, true],
    [{ always: true }, true],
    [{ everywhere: false }, false],
    [{ here: false, always: true }, false],
    [{ pausedUntilMs: 1 }, false],
  ])('with %j: %s', (change, isOn) => {
    expect(isReadingOn({ ...DEFAULT_SWITCHES, ...change })).toBe(isOn);
  });
});

it('a site is always read until that is taken back', async () => {
  await switchAlways('example.com', true);
  expect(await readSwitches('example.com')).toEqual({ ...DEFAULT_SWITCHES, always: true });
  expect(await readSwitches('example.org')).toEqual(DEFAULT_SWITCHES);
  await switchAlways('example.com', false);
  expect(await fakeBrowser.storage.local.get(null)).toEqual({});
});

describe('a wildcard', () => {
  it('counts for its site and all below it, until something more exact is set', async () => {
    await setSetting(SITE, '*.example.org', 'never');
    const hereOn = async (site: string) => (await readSwitches(site)).here;
    expect(await hereOn('example.org')).toBe(false);
    expect(await hereOn('a.news.example.org')).toBe(false);
    expect(await hereOn('badexample.org')).toBe(true);
    await setSetting(SITE, '*.news.example.org', 'always');
    expect(await readSwitches('a.news.example.org')).toEqual({ ...DEFAULT_SWITCHES, always: true });
    await switchSite('a.news.example.org', false);
    expect(await hereOn('a.news.example.org')).toBe(false);
    expect(await hereOn('news.example.org')).toBe(true);
  });

  it('gives way to a site that is switched on against it, and comes back without a trace', async () => {
    await setSetting(SITE, '*.example.org', 'never');
    await switchSite('news.example.org', true);
    expect(await readSwitches('news.example.org')).toEqual(DEFAULT_SWITCHES);
    await switchSite('news.example.org', false);
    expect(await fakeBrowser.storage.local.get(null)).toEqual({ 'site:*.example.org': 'never' });
  });

  it('that an administrator has locked gives way to nothing', async () => {
    await fakeBrowser.storage.local.set({
      'site:news.example.org': 'always',
      'locked:site:*.example.org': 'never',
    });
    expect(await readSwitches('news.example.org')).toEqual({ ...DEFAULT_SWITCHES, here: false });
    await expect(setReading('news.example.org', 'stories')).rejects.toThrow('locked');
  });
});

describe('a site as somebody writes it', () => {
  it.each([
    ['example.org', 'example.org'],
    [' WWW.Example.org ', 'example.org'],
    ['https://www.example.org/news?q=1', 'example.org'],
    ['*.example.org', '*.example.org'],
    ['*.co.uk', '*.co.uk'],
    ['example.org:8080', 'example.org'],
    ['127.0.0.1', '127.0.0.1'],
    ['localhost', 'localhost'],
    ['münchen.example', 'xn--mnchen-3ya.example'],
    ['', null],
    ['*', null],
    ['*.*', null],
    ['example', null],
    ['*.https://example.org', '*.example.org'],
    ['news.*.org', null],
    ['about:config', null],
    ['not a site.org', null],
    ['ftp://example.org', null],
  ])('“%s” is %s', (written, site) => {
    expect(sitePatternIn(written)).toBe(site);
  });
});
