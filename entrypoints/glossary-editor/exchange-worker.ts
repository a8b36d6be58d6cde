import { fetchBundled } from '../../lib/exchanging/fetch-bundled';
import { ExchangeJob } from '../../lib/exchanging/job';
import type { FromWorker, ToWorker } from '../../lib/exchanging/protocol';
import { StoreError } from '../../lib/store/store-error';

const job = new ExchangeJob(fetchBundled);
const send = (message: FromWorker) => postMessage(message);

async function answer(request: Exclude<ToWorker, { name: 'cancel' }>): Promise<void> {
  const { id, name, ask } = request;
  try {
    send({ id, answer: await job.run(name, ask, (phase, done, all) => send({ id, phase, done, all })) });
  } catch (error) {
    console.error(error);
    send({ id, failure: error instanceof StoreError ? error.failure : 'failed' });
  }
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.name === 'cancel') job.cancel();
  else void answer(data);
});
