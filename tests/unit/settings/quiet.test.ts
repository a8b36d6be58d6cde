import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  followQuiet,
  isMuted,
  isSilenced,
  mutedIn,
  NOTHING_QUIET,
  type Quiet,
  setMuted,
  setSilenced,
  silencesIn,
} from '../../../lib/settings/quiet';

beforeEach(() => fakeBrowser.reset());

const hts = { alias: 'HTS', entryId: 'hayat-tahrir-al-sham', site: 'example.com' };

async function quietNow(): Promise<Quiet> {
  let seen: Quiet = NOTHING_QUIET;
  const stop = await followQuiet((quiet) => {
    seen = quiet;
  });
  stop();
  return seen;
}

describe('what is muted and silenced', () => {
  it('is nothing at first', async () => {
    const quiet = await quietNow();
    expect(isMuted(quiet, 'taliban')).toBe(false);
    expect(isSilenced(quiet, hts)).toBe(false);
  });

  it('is kept, an entry or an alias at a time, and undone without a trace', async () => {
    await Promise.all([setMuted('taliban', true), setMuted('al-qaeda', true), setSilenced(hts, true)]);
    const quiet = await quietNow();
    expect([isMuted(quiet, 'taliban'), isMuted(quiet, 'al-qaeda'), isMuted(quiet, 'hamas')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(isSilenced(quiet, hts)).toBe(true);
    await Promise.all([setMuted('taliban', false), setMuted('al-qaeda', false), setSilenced(hts, false)]);
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });

  it('silences an alias on its site alone, however it is written, and for its entry alone', async () => {
    await setSilenced({ ...hts, alias: 'al-Qa’ida' }, true);
    const quiet = await quietNow();
    const written = { ...hts, alias: 'AL QAIDA' };
    expect(isSilenced(quiet, written)).toBe(true);
    expect(isSilenced(quiet, { ...written, site: 'example.org' })).toBe(false);
    expect(isSilenced(quiet, { ...written, entryId: 'al-qaeda' })).toBe(false);
  });

  it('silences an alias everywhere where no site is named', async () => {
    await setSilenced({ ...hts, site: null }, true);
    expect(isSilenced(await quietNow(), { ...hts, site: 'example.org' })).toBe(true);
  });

  it('is listed, each alias as it was written where it was silenced', async () => {
    await setMuted('taliban', true);
    await setSilenced({ alias: 'al-Qa’ida', entryId: 'al-qaeda', site: null }, true);
    await setSilenced(hts, true);
    const values = await fakeBrowser.storage.local.get(null);
    expect(mutedIn(values)).toEqual(['taliban']);
    expect(silencesIn(values)).toEqual([
      { member: 'al-qaeda:*:alqaida', alias: 'al-Qa’ida', entryId: 'al-qaeda', site: null },
      { member: 'hayat-tahrir-al-sham:example.com:hts', ...hts },
    ]);
  });

  it('is nothing where something unreadable is stored', async () => {
    await fakeBrowser.storage.local.set({ 'mute:taliban': { broken: true } });
    expect(isMuted(await quietNow(), 'taliban')).toBe(false);
  });

  it('is followed: first as it is, then at every change', async () => {
    await setMuted('taliban', true);
    const seen: boolean[] = [];
    const stop = await followQuiet((quiet) => seen.push(isMuted(quiet, 'taliban')));
    await fakeBrowser.storage.local.set({ unrelated: 1 });
    await setMuted('taliban', false);
    stop();
    await setMuted('taliban', true);
    expect(seen).toEqual([true, false]);
  });
});
