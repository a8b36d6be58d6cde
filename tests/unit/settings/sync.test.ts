import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepSynced, readSyncOffer, syncSettings, syncStatusIn } from '../../../lib/settings/sync';
import { itemsOf, type Ledger, mergedLedgers, type Stamp } from '../../../lib/settings/sync-ledger';

const NOON = Date.UTC(2026, 10, 23, 12);
const MINUTE = 60_000;

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(console, 'warn')
    .mockClear()
    .mockImplementation(() => undefined);
});

/** Several devices that share one account: each has a local storage of its own, which is swapped in. */
function devices() {
  const kept = new Map<string, Record<string, unknown>>();
  const local = fakeBrowser.storage.local;
  async function on<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    await local.clear();
    await local.set(kept.get(name) ?? {});
    try {
      return await work();
    } finally {
      kept.set(name, await local.get(null));
    }
  }
  const set = (name: string, values: Record<string, unknown>) => on(name, () => local.set(values));
  const unset = (name: string, key: string) => on(name, () => local.remove(key));
  const sync = (name: string, nowMs: number) => on(name, () => syncSettings(nowMs));
  /** What the user has set there. */
  const settings = (name: string) =>
    Object.fromEntries(Object.entries(kept.get(name) ?? {}).filter(([key]) => !key.startsWith('sync')));
  return { on, set, unset, sync, settings };
}

const ON = { sync: 'on' };

describe('sync', () => {
  it('does nothing where the user has not asked for it', async () => {
    await fakeBrowser.storage.local.set({ theme: 'dark' });
    expect(await syncSettings(NOON)).toBeNull();
    expect(await fakeBrowser.storage.sync.get(null)).toEqual({});
  });

  it('takes settings to another device, and what was reset', async () => {
    const { set, unset, sync, settings } = devices();
    await set('desk', { ...ON, theme: 'dark', 'mute:taliban': 'on', 'site:*.example.org': 'never' });
    expect(await sync('desk', NOON)).toMatchObject({ state: 'done', left: 0 });
    await set('laptop', ON);
    await sync('laptop', NOON + MINUTE);
    expect(settings('laptop')).toEqual({
      theme: 'dark',
      'mute:taliban': 'on',
      'site:*.example.org': 'never',
    });
    await unset('laptop', 'mute:taliban');
    await sync('laptop', NOON + 2 * MINUTE);
    await sync('desk', NOON + 3 * MINUTE);
    expect(settings('desk')).toEqual({ theme: 'dark', 'site:*.example.org': 'never' });
  });

  it('leaves what is each device’s own, and what is no setting', async () => {
    const { set, sync, settings } = devices();
    await set('desk', { ...ON, 'switch:everywhere': 'off', 'store:edition': 'x.1', 'preset:theme': 'dark' });
    await sync('desk', NOON);
    await set('laptop', ON);
    await sync('laptop', NOON + MINUTE);
    expect(settings('laptop')).toEqual({});
  });

  it('has a device that begins take what is there, and bring what only it has', async () => {
    const { set, sync, settings } = devices();
    await set('desk', { ...ON, theme: 'dark' });
    await sync('desk', NOON);
    await set('laptop', { ...ON, theme: 'light', 'marks:look': 'tint' });
    await sync('laptop', NOON + MINUTE);
    await sync('desk', NOON + 2 * MINUTE);
    const both = { theme: 'dark', 'marks:look': 'tint' };
    expect(settings('laptop')).toEqual(both);
    expect(settings('desk')).toEqual(both);
  });

  it('tells what is there before a device begins', async () => {
    const { set, sync } = devices();
    expect(await readSyncOffer(NOON)).toBeNull();
    await set('desk', { ...ON, theme: 'dark', badge: 'off' });
    await sync('desk', NOON);
    await set('desk', { theme: 'light' });
    await sync('desk', NOON + MINUTE);
    expect(await readSyncOffer(NOON + MINUTE)).toEqual({ count: 2, newestMs: NOON + MINUTE });
  });

  it('keeps for each setting what was set last, though both devices changed it', async () => {
    const { set, sync, settings } = devices();
    await set('desk', { ...ON, theme: 'dark' });
    await sync('desk', NOON);
    await set('laptop', ON);
    await sync('laptop', NOON);
    await set('desk', { theme: 'light', 'hover:delay': 400 });
    await sync('desk', NOON + MINUTE);
    await set('laptop', { 'hover:delay': 600, badge: 'off' });
    await sync('laptop', NOON + 2 * MINUTE);
    await sync('desk', NOON + 3 * MINUTE);
    const both = { theme: 'light', 'hover:delay': 600, badge: 'off' };
    expect(settings('laptop')).toEqual(both);
    expect(settings('desk')).toEqual(both);
  });

  it('has the user’s newest change win over what it replaced, whatever the other device’s clock says', async () => {
    const { set, sync, settings } = devices();
    await set('ahead', { ...ON, theme: 'dark' });
    await sync('ahead', NOON + 60 * MINUTE);
    await set('laptop', ON);
    await sync('laptop', NOON);
    await set('laptop', { theme: 'light' });
    await sync('laptop', NOON + MINUTE);
    await sync('ahead', NOON + 61 * MINUTE);
    expect(settings('ahead')).toEqual({ theme: 'light' });
  });

  it('writes nothing where nothing has changed', async () => {
    const { set, sync } = devices();
    await set('desk', { ...ON, theme: 'dark' });
    await sync('desk', NOON);
    const write = vi.spyOn(fakeBrowser.storage.sync, 'set');
    await sync('desk', NOON + MINUTE);
    expect(write).not.toHaveBeenCalled();
    write.mockRestore();
  });

  it.each([
    ['Error: QUOTA_BYTES_PER_ITEM quota exceeded', 'full'],
    ['QuotaExceededError: storage.sync API call exceeded its quota limitations.', 'full'],
    ['Error: This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.', 'busy'],
    ['Error: An unexpected error occurred', 'failed'],
  ])('that fails (%s) tells of it, loses nothing, and makes up for it later', async (said, state) => {
    const { on, set, sync, settings } = devices();
    await set('desk', { ...ON, theme: 'dark' });
    const write = vi.spyOn(fakeBrowser.storage.sync, 'set').mockRejectedValueOnce(said);
    expect(await sync('desk', NOON)).toMatchObject({ state });
    expect(settings('desk')).toEqual({ theme: 'dark' });
    expect(syncStatusIn(await on('desk', () => fakeBrowser.storage.local.get(null)))?.state).toBe(state);
    expect(await sync('desk', NOON + MINUTE)).toMatchObject({ state: 'done' });
    // When it was set, not when it was copied.
    expect((await readSyncOffer(NOON + MINUTE))?.newestMs).toBe(NOON);
    write.mockRestore();
  });

  it('leaves settings of a newer form alone', async () => {
    await fakeBrowser.storage.sync.set({ form: 99, 'settings-0': { theme: [NOON, 'dark'] } });
    await fakeBrowser.storage.local.set({ ...ON, badge: 'off' });
    const there = await fakeBrowser.storage.sync.get(null);
    expect(await syncSettings(NOON)).toMatchObject({ state: 'newer' });
    expect(await fakeBrowser.storage.sync.get(null)).toEqual(there);
    expect(await fakeBrowser.storage.local.get('badge')).toEqual({ badge: 'off' });
  });

  it('takes nothing that no setting can have', async () => {
    const odd = {
      theme: [NOON, 'purple'],
      sync: [NOON, 'off'],
      evil: [NOON, 'x'],
      badge: 7,
      'hover:delay': [NOON, 9],
    };
    await fakeBrowser.storage.sync.set({ 'settings-0': odd, 'settings-1': 'x', other: 1 });
    await fakeBrowser.storage.local.set(ON);
    expect(await syncSettings(NOON)).toMatchObject({ state: 'done' });
    const {
      'sync:ledger': ledger,
      'sync:status': status,
      ...rest
    } = await fakeBrowser.storage.local.get(null);
    expect([ledger, Boolean(status), rest]).toEqual([{}, true, ON]);
  });

  it('forgets what it knew once it is switched off: to begin again is to take what is there', async () => {
    const { set, unset, sync, settings } = devices();
    await set('desk', { ...ON, theme: 'dark' });
    await sync('desk', NOON);
    await unset('desk', 'sync');
    await set('desk', { theme: 'light' });
    await sync('desk', NOON + MINUTE);
    await set('desk', ON);
    await sync('desk', NOON + 2 * MINUTE);
    expect(settings('desk')).toEqual({ theme: 'dark' });
  });
});

describe('keeping in step', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('begins once what is stored is ready, with what was changed before', async () => {
    const local = fakeBrowser.storage.local;
    await local.set({ theme: 'dark' });
    let makeReady = () => {};
    keepSynced(new Promise<void>((resolve) => (makeReady = resolve)));
    await local.set(ON);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(await fakeBrowser.storage.sync.get(null)).toEqual({});
    makeReady();
    await vi.advanceTimersByTimeAsync(1);
    expect(syncStatusIn(await local.get(null))).toMatchObject({ state: 'done' });
    expect(JSON.stringify(await fakeBrowser.storage.sync.get(null))).toContain('"dark"');
  });

  it('copies a change of later within six seconds', async () => {
    const local = fakeBrowser.storage.local;
    keepSynced(Promise.resolve());
    await vi.advanceTimersByTimeAsync(1);
    await local.set({ ...ON, theme: 'light' });
    await vi.advanceTimersByTimeAsync(6_000);
    expect(JSON.stringify(await fakeBrowser.storage.sync.get(null))).toContain('"light"');
  });
});

describe('ledgers', () => {
  const stamp = fc.oneof(
    fc.tuple(fc.nat(5), fc.constantFrom('on', 'off')),
    fc.tuple(fc.nat(5)),
  ) as fc.Arbitrary<Stamp>;
  const ledger = fc.dictionary(
    fc.constantFrom('badge', 'mute:a', 'beat:americas'),
    stamp,
  ) as fc.Arbitrary<Ledger>;
  const merge = (a: Ledger, b: Ledger) => mergedLedgers(a, b, 5);

  it('merge alike, in whatever order and however often', () => {
    fc.assert(
      fc.property(ledger, ledger, ledger, (a, b, c) => {
        expect(merge(a, b)).toEqual(merge(b, a));
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
        expect(merge(merge(a, b), b)).toEqual(merge(a, b));
      }),
    );
  });

  it('keep within the browsers’ limits, whatever they hold, and count what finds no room', () => {
    const many = (count: number): Ledger =>
      Object.fromEntries(
        Array.from({ length: count }, (_, i): [string, Stamp] => [`mute:entry-${i}-قائمة`, [NOON + i, 'on']]),
      );
    for (const count of [0, 1, 500, 1_500, 5_000]) {
      const { items, left } = itemsOf(many(count));
      const sizes = Object.entries(items).map(
        ([item, value]) => item.length + Buffer.byteLength(JSON.stringify(value)),
      );
      expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(8_192);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(102_400 - 100);
      const held = Object.values(items).reduce((sum, item) => sum + Object.keys(item).length, 0);
      expect(held + left).toBe(count);
      if (count <= 500) expect(left).toBe(0);
    }
    // The newest found room.
    expect(Object.values(itemsOf(many(5_000)).items).some((item) => 'mute:entry-4999-قائمة' in item)).toBe(
      true,
    );
  });
});
