/** The page's end of its worker: what was written is told of, whoever still waits for it. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ExchangeClient, Stopped } from '../../../components/exchange/exchange-client';
import type { FromWorker, ToWorker } from '../../../lib/exchanging/protocol';
import * as edition from '../../../lib/store/edition';

/** A worker whose answers the test gives. */
class HandWorker {
  readonly asked: ToWorker[] = [];
  isEnded = false;
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  postMessage(message: ToWorker) {
    this.asked.push(message);
  }
  terminate() {
    this.isEnded = true;
  }
  answer(data: FromWorker) {
    this.onmessage?.({ data });
  }
}

let worker: HandWorker;
let client: ExchangeClient;
const told = vi.spyOn(edition, 'announceEdition').mockImplementation(() => undefined);
beforeEach(() => {
  told.mockClear();
  worker = new HandWorker();
  // All of a worker that the client uses.
  client = new ExchangeClient(() => worker as unknown as Worker);
});

const written = { outcome: 'written', edition: 'e.7' } as const;

describe('a writing', () => {
  it('is told of once it is on the disk', async () => {
    const writing = client.write('step-undo', { from: 3 });
    expect(told).not.toHaveBeenCalled();
    worker.answer({ id: 1, answer: written });
    expect(await writing).toEqual(written);
    expect(told.mock.calls).toEqual([['e.7']]);
  });

  it('is called off with whoever asked for it, and told of where it was whole already', async () => {
    const writing = client.write('write', { fileName: 'names.csv' });
    client.stop();
    await expect(writing).rejects.toBeInstanceOf(Stopped);
    expect(worker.asked.at(-1)).toEqual({ name: 'cancel' });
    expect(worker.isEnded).toBe(false);
    worker.answer({ id: 1, phase: 'writing', done: 1, all: 1 });
    worker.answer({ id: 1, answer: written });
    expect(told.mock.calls).toEqual([['e.7']]);
    expect(worker.isEnded).toBe(true);
  });

  it('that was called off in time leaves nothing to tell', async () => {
    const writing = client.write('write', { fileName: 'names.csv' });
    client.stop();
    await expect(writing).rejects.toBeInstanceOf(Stopped);
    worker.answer({ id: 1, answer: { outcome: 'cancelled' } });
    expect(told).not.toHaveBeenCalled();
    expect(worker.isEnded).toBe(true);
  });
});

it('ends its worker at once where nothing is written', async () => {
  const asked = client.ask('rows', { status: null, from: 0, most: 1 });
  client.stop();
  await expect(asked).rejects.toBeInstanceOf(Stopped);
  expect(worker.isEnded).toBe(true);
});
