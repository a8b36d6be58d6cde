import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetRepairs, repairSettings, repairsIn } from '../../../lib/settings/repair';

beforeEach(() => fakeBrowser.reset());

const inStorage = () => fakeBrowser.storage.local.get(null);

const GOOD = {
  ...{ 'marks:look': 'tint', 'beat:americas': 'off', 'silence:a:*:b': 'B', 'site:*.example.org': 'never' },
  ...{ 'store:edition': 'x.1', 'preset:theme': 7, unknown: { to: 'us' } },
};

it.each([
  ['theme', 'purple'],
  ['hover:delay', 20_000],
  ['hover:delay', '280'],
  ['marks:kind:place', true],
  ['mute:taliban', { broken: true }],
  ['silence:a:*:c', ''],
  ['site:example.com', 0],
  ['switch:paused-until', -1],
])('%s: %j is taken out alone, and told until it was seen', async (key, value) => {
  await fakeBrowser.storage.local.set({ ...GOOD, [key]: value });
  await repairSettings();
  const stored = await inStorage();
  expect(repairsIn(stored)).toEqual([{ key, value }]);
  expect(stored).toMatchObject(GOOD);
  expect(stored).not.toHaveProperty([key]);
  await forgetRepairs(repairsIn(stored));
  expect(await inStorage()).toEqual(GOOD);
});

it('what is good stays, and nothing is told', async () => {
  await fakeBrowser.storage.local.set(GOOD);
  await repairSettings();
  expect(await inStorage()).toEqual(GOOD);
});
