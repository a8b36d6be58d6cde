/** Settings of a page that the browser keeps while it is left: what changed meanwhile, nobody tells it. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followSetting, followStored } from '../../../lib/settings/follow';
import { THEME } from '../../../lib/settings/table';

type Shown = (event: { persisted: boolean; isTrusted: boolean }) => void;
let shown: Shown[];
beforeEach(() => {
  fakeBrowser.reset();
  shown = [];
  vi.stubGlobal('addEventListener', (type: string, listener: Shown) => {
    if (type === 'pageshow') shown.push(listener);
  });
  vi.stubGlobal('removeEventListener', (_type: string, listener: Shown) => {
    shown = shown.filter((other) => other !== listener);
  });
});
afterEach(() => vi.unstubAllGlobals());

/** Changes a value without a word to those who listen. */
async function storeUnheard(value: string): Promise<void> {
  fakeBrowser.storage.local.onChanged.removeAllListeners();
  await fakeBrowser.storage.local.set({ theme: value });
}

const show = (event: { persisted: boolean; isTrusted: boolean }) => {
  for (const listener of shown) listener(event);
};

it('are read again when it comes back, and not when a script says so or it was loaded', async () => {
  const told: string[] = [];
  const stop = await followSetting(THEME, (theme) => told.push(theme));
  await storeUnheard('dark');
  show({ persisted: true, isTrusted: false });
  show({ persisted: false, isTrusted: true });
  await new Promise((resolve) => setTimeout(resolve));
  expect(told).toEqual(['system']);
  show({ persisted: true, isTrusted: true });
  await vi.waitFor(() => expect(told).toEqual(['system', 'dark']));
  stop();
  await storeUnheard('light');
  show({ persisted: true, isTrusted: true });
  await new Promise((resolve) => setTimeout(resolve));
  expect(told).toEqual(['system', 'dark']);
});

it('are read when it comes back though it was left before the first answer, which never comes', async () => {
  const told: string[] = [];
  const get = vi.spyOn(fakeBrowser.storage.local, 'get').mockImplementationOnce(() => new Promise(() => {}));
  void followSetting(THEME, (theme) => told.push(theme));
  await new Promise((resolve) => setTimeout(resolve));
  show({ persisted: true, isTrusted: true });
  await vi.waitFor(() => expect(told).toEqual(['system']));
  expect(get).toHaveBeenCalledTimes(2);
});

it('have nothing left of a key that was removed, before the first answer or later', async () => {
  const { local } = fakeBrowser.storage;
  await local.set({ theme: 'dark', 'repaired:theme': { value: 'purple' } });
  const told: string[][] = [];
  const following = followStored((values) => told.push(Object.keys(values).sort()));
  // As browsers tell it; the stand-in tells of a new value, null.
  await local.onChanged.trigger({ theme: { oldValue: 'dark' } });
  await following;
  await local.onChanged.trigger({ 'repaired:theme': { oldValue: { value: 'purple' } } });
  expect(told).toEqual([['repaired:theme'], []]);
});
