import { fetchBundled } from '../../lib/exchanging/fetch-bundled';
import { ExchangeJob, type Report } from '../../lib/exchanging/job';
import { type FromWorker, isShared, type ToWorker } from '../../lib/exchanging/protocol';
import { SharedJob } from '../../lib/exchanging/shared-job';
import { StoreError } from '../../lib/store/store-error';

const job = new ExchangeJob(fetchBundled);
const shared = new SharedJob(fetchBundled);
const send = (message: FromWorker) => postMessage(message);

async function answer(request: Exclude<ToWorker, { name: 'cancel' }>): Promise<void> {
  const { id, name, ask } = request;
  const report: Report = (phase, done, all) => send({ id, phase, done, all });
  try {
    const answer = isShared(name) ? shared.run(name, ask, report) : job.run(name, ask, report);
    send({ id, answer: await answer });
  } catch (error) {
    console.error(error);
    send({ id, failure: error instanceof StoreError ? error.failure : 'failed' });
  }
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.name !== 'cancel') return void answer(data);
  job.cancel();
  shared.cancel();
});
