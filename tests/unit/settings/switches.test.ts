import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { siteOf } from '../../../lib/settings/site';
import { followSwitches, type Switches, switchEverywhere, switchSite } from '../../../lib/settings/switches';

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
    expect(await readSwitches('example.com')).toEqual({ everywhere: true, here: true });
  });

  it('are kept for each site on its own', async () => {
    await switchSite('example.com', false);
    expect(await readSwitches('example.com')).toEqual({ everywhere: true, here: false });
    expect(await readSwitches('example.org')).toEqual({ everywhere: true, here: true });
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
    expect(await readSwitches('example.com')).toEqual({ everywhere: true, here: true });
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
      { everywhere: true, here: true },
      { everywhere: true, here: false },
      { everywhere: false, here: false },
    ]);
  });
});
