/** A shared glossary as it is looked at: what is shown is what is taken, also where it was fetched earlier. */
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SharedJob } from '../../../lib/exchanging/shared-job';
import { keepAnswer } from '../../../lib/store/kept-answers';
import { UserGlossary } from '../../../lib/store/user-glossary';
import { freshDatabases } from '../fresh-database';
import { entry } from '../matching/test-glossary';

const DESK = 'https://desk.example/';
let store: UserGlossary;
let job: SharedJob;
beforeEach(async () => {
  freshDatabases();
  fakeBrowser.reset();
  store = new UserGlossary();
  job = new SharedJob(async () => []);
  await store.writeLayer({
    ...{ from: null, address: DESK, title: 'Desk', version: 'v0', isTrusted: false },
    entries: new Map([['a', entry('a', 'term', 'A')]]),
  });
});

const sentBy = (names: Readonly<Record<string, string>>, etag: string) => ({
  etag,
  bytes: new TextEncoder().encode(
    JSON.stringify({
      ...{ format: 'newsgloss-glossary', version: 1, title: 'Desk' },
      entries: Object.entries(names).map(([id, name]) => ({ id, name, kind: 'term' })),
    }),
  ),
});
const open = (sent: ReturnType<typeof sentBy> | { version: string }) =>
  job.run('shared-open', { address: DESK, sent }, () => undefined);
const take = () => job.run('shared-write', { isTrusted: null }, () => undefined);
const names = async () => (await store.layerEntries(DESK)).map(({ name }) => name).sort();

describe('an update', () => {
  it('that is looked at later is the one that was sent, and what is taken is what was looked at', async () => {
    const sent = sentBy({ a: 'A', b: 'B' }, '"1"');
    const offer = await open(sent);
    expect(offer).toMatchObject({ etag: '"1"', counts: { new: 1, same: 1 }, at: 'v0' });
    const { version } = offer as { version: string };
    expect(await open({ version })).toEqual(offer);
    // Another one comes while this one is looked at.
    await keepAnswer(DESK, 'v9', sentBy({ a: 'A', c: 'C' }, '"2"'));
    expect(await take()).toMatchObject({ outcome: 'written' });
    expect(await names()).toEqual(['A', 'B']);
  });

  it('is kept no longer once it is taken', async () => {
    const { version } = (await open(sentBy({ b: 'B' }, '"1"'))) as { version: string };
    await take();
    expect(await open({ version })).toEqual({ isMissing: true });
  });

  it('that is no longer there, or is not what it was kept as, is not shown', async () => {
    expect(await open({ version: 'v1' })).toEqual({ isMissing: true });
    await keepAnswer(DESK, 'v1', sentBy({ b: 'B' }, '"1"'));
    expect(await open({ version: 'v1' })).toEqual({ isMissing: true });
    await expect(take()).rejects.toThrow('looked at');
  });

  it('that changes nothing is not kept', async () => {
    const { version } = (await open(sentBy({ a: 'A' }, '"1"'))) as { version: string };
    expect(await open({ version })).toEqual({ isMissing: true });
  });
});
