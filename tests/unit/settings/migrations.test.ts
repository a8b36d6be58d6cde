import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { MIGRATIONS, migrated, migrateSettings, type Stored } from '../../../lib/settings/migrations';
import { faultsIn } from '../../../lib/settings/repair';
import { SETTINGS_FORM, settingOf } from '../../../lib/settings/table';

beforeEach(() => fakeBrowser.reset());

const folder = new URL('golden/', import.meta.url);

/** One golden file for each earlier form: what a user of it had, and what she has now. */
const golden = readdirSync(folder)
  .sort()
  .map((name) => ({
    name,
    ...(JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { stored: Stored; migrated: Stored }),
  }));

const inStorage = () => fakeBrowser.storage.local.get(null);

describe('migrations', () => {
  it('lead from each form to the next, and each has its golden file', () => {
    expect(MIGRATIONS.map(({ to }) => to)).toEqual(MIGRATIONS.map((_, i) => i + 2));
    expect(MIGRATIONS.at(-1)?.to).toBe(SETTINGS_FORM);
    expect(golden.map(({ name }) => name)).toEqual(MIGRATIONS.map(({ to }) => `form-${to - 1}.json`));
  });

  describe.each(golden)('of $name', ({ stored, migrated: expected }) => {
    it('keep all that the user had', async () => {
      await fakeBrowser.storage.local.set(stored);
      await migrateSettings();
      expect(await inStorage()).toEqual(expected);
    });

    it('leave values that may stand, under keys that are settings', () => {
      expect(faultsIn(expected)).toEqual([]);
      const others = Object.keys(expected).filter((key) => settingOf(key) === null);
      expect(others).toEqual(['settings:form', 'store:edition']);
    });

    it('change nothing a second time', async () => {
      await fakeBrowser.storage.local.set(stored);
      await migrateSettings();
      const set = vi.spyOn(fakeBrowser.storage.local, 'set');
      await migrateSettings();
      expect(set).not.toHaveBeenCalled();
      set.mockRestore();
    });

    it.each([1, 2, 3])('end the same where they were broken off at step %i', async (step) => {
      await fakeBrowser.storage.local.set(stored);
      const { set, remove } = fakeBrowser.storage.local;
      let steps = 0;
      const unlessBroken = <Args extends unknown[], Result>(work: (...args: Args) => Result) =>
        vi.fn((...args: Args) => {
          steps += 1;
          if (steps === step) throw new Error('killed');
          return work(...args);
        });
      const local = fakeBrowser.storage.local as { set: unknown; remove: unknown };
      Object.assign(local, { set: unlessBroken(set), remove: unlessBroken(remove) });
      await expect(migrateSettings()).rejects.toThrow('killed');
      Object.assign(local, { set, remove });
      await migrateSettings();
      expect(await inStorage()).toEqual(expected);
    });
  });

  it('take what was set in the new form since for newer', () => {
    const half = { 'switch:site:example.com': 'off', 'site:example.com': 'stories' };
    expect(migrated(half)['site:example.com']).toBe('stories');
  });

  it('leave a newer form alone', () => {
    const newer = { 'settings:form': SETTINGS_FORM + 1, 'switch:site:example.com': 'off' };
    expect(migrated(newer)).toBe(newer);
  });

  it('pass over what cannot be read', () => {
    const odd = { 'switch:site:example.com': { broken: true }, 'silence:a:*:b': 7, 'settings:form': 'x' };
    expect(migrated(odd)).toMatchObject({ 'silence:a:*:b': 7 });
  });
});
