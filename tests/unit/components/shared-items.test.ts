/** The list of shared glossaries: those in use, those that an administrator has set, those that a backup knew. */
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sharedItems } from '../../../components/shared/model';
import { readAllStored } from '../../../lib/platform/storage';
import { forgetRemembered, writeRemembered } from '../../../lib/sharing/check-store';

const DESK = 'https://desk.example/names.json';
const WIRE = 'https://wire.example/names.json';
const layer = (address: string) => ({
  ...{ address, title: 'In use', rank: 1, isTrusted: false, version: 'v1', count: 1 },
});

beforeEach(() => fakeBrowser.reset());

const listed = async (layers: readonly ReturnType<typeof layer>[] = []) =>
  sharedItems(layers, await readAllStored()).map(({ title, host, isRemembered }) => [
    ...[title, host, isRemembered],
  ]);

describe('what a restored backup knew', () => {
  it('is offered by its title and its host until it is used or forgotten', async () => {
    await writeRemembered([
      { address: DESK, title: 'Desk names' },
      { address: WIRE, title: 'Wire names' },
    ]);
    expect(await listed()).toEqual([
      ['Desk names', 'desk.example', true],
      ['Wire names', 'wire.example', true],
    ]);
    expect(await listed([layer(DESK)])).toEqual([
      ['In use', 'desk.example', false],
      ['Wire names', 'wire.example', true],
    ]);
    await forgetRemembered(DESK);
    expect(await listed()).toEqual([['Wire names', 'wire.example', true]]);
    await forgetRemembered(WIRE);
    expect(await listed()).toEqual([]);
  });

  it.each([
    'http://desk.example/names.json',
    'https://me:word@desk.example/',
    'javascript:alert(1)',
    'https://desk.example/#part',
  ])('is not offered with an address that may not be asked: %s', async (address) => {
    await writeRemembered([{ address, title: 'Odd' }]);
    expect(await listed()).toEqual([]);
  });
});
