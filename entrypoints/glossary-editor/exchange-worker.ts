import { fetchBundled } from '../../lib/exchanging/fetch-bundled';
import { ExchangeJob, type Report } from '../../lib/exchanging/job';
import {
  type Answer,
  type Ask,
  type FromWorker,
  isShared,
  isStep,
  type RequestName,
  type ToWorker,
} from '../../lib/exchanging/protocol';
import { SharedJob } from '../../lib/exchanging/shared-job';
import { runStep } from '../../lib/exchanging/step-job';
import { withDatabase } from '../../lib/exchanging/with-database';
import { takeDailySnapshot } from '../../lib/store/snapshots';
import { StoreError } from '../../lib/store/store-error';

const job = new ExchangeJob(fetchBundled);
const shared = new SharedJob(fetchBundled);
const send = (message: FromWorker) => postMessage(message);

function resultOf(name: RequestName, ask: Ask<RequestName>, report: Report): Promise<Answer<RequestName>> {
  if (name === 'keep-snapshot') return withDatabase(takeDailySnapshot);
  if (isShared(name)) return shared.run(name, ask, report);
  return isStep(name) ? runStep(name, ask, report) : job.run(name, ask, report);
}

async function answer(request: Exclude<ToWorker, { name: 'cancel' }>): Promise<void> {
  const { id, name, ask } = request;
  const report: Report = (phase, done, all) => send({ id, phase, done, all });
  try {
    send({ id, answer: await resultOf(name, ask, report) });
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
