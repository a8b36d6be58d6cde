/** What waits to be looked at: the last of each address, and no more than there is room for. */
import { beforeEach, expect, it } from 'vitest';
import { forgetAnswer, keepAnswer, keptAnswer } from '../../../lib/store/kept-answers';
import { freshDatabases } from '../fresh-database';

const MB = 1024 * 1024;
const [DESK, WIRE, OTHER] = ['https://desk.example/', 'https://wire.example/', 'https://other.example/'];
const answer = (...bytes: number[]) => ({ bytes: new Uint8Array(bytes), etag: '"e"' });
const large = () => ({ bytes: new Uint8Array(20 * MB), etag: null });

beforeEach(freshDatabases);

it('is had again byte for byte, as the version that it was kept as and as no other', async () => {
  await keepAnswer(DESK, 'v1', answer(1, 2, 3));
  expect(await keptAnswer(DESK, 'v1')).toEqual(answer(1, 2, 3));
  expect(await keptAnswer(DESK, 'v2')).toBeNull();
  expect(await keptAnswer(WIRE, 'v1')).toBeNull();
  await keepAnswer(DESK, 'v2', answer(4));
  expect(await keptAnswer(DESK, 'v1')).toBeNull();
  expect(await keptAnswer(DESK, 'v2')).toEqual(answer(4));
});

it('goes once nothing waits any more', async () => {
  await keepAnswer(DESK, 'v1', answer(1));
  await keepAnswer(WIRE, 'v1', answer(2));
  await forgetAnswer(DESK);
  expect(await keptAnswer(DESK, 'v1')).toBeNull();
  expect(await keptAnswer(WIRE, 'v1')).toEqual(answer(2));
});

it('makes room for a new one, the oldest first', async () => {
  for (const address of [DESK, WIRE, OTHER]) {
    await keepAnswer(address, 'v1', large());
    // No two are kept in one millisecond.
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const kept = await Promise.all([DESK, WIRE, OTHER].map((address) => keptAnswer(address, 'v1')));
  expect(kept.map((one) => one?.bytes.length ?? null)).toEqual([null, 20 * MB, 20 * MB]);
});
