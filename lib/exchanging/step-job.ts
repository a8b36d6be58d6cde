/**
 * The worker's side of steps of many records: undone and done again, and what replaces everything. A page's
 * thread would keep frames waiting for them.
 */
import { forgetAnswer } from '../store/kept-answers';
import { leaveLayer } from '../store/layers';
import { moveStep } from '../store/move-step';
import { restoreBackup, restoreSnapshot } from '../store/whole-states';
import type { StepWatch } from '../store/write-step';
import type { Report } from './job';
import type { Ask, RequestName, StepAnswer, StepName } from './protocol';
import { withDatabase } from './with-database';

/** @throws StoreError */
export async function runStep(name: StepName, ask: Ask<RequestName>, report: Report): Promise<StepAnswer> {
  const watch: StepWatch = {
    onProgress: (done, all) => report('writing', done, all),
    isCancelled: () => false,
  };
  switch (name) {
    case 'step-undo':
      return withDatabase((db) => moveStep(db, 'undo', (ask as Ask<'step-undo'>).from));
    case 'step-redo':
      return withDatabase((db) => moveStep(db, 'redo', (ask as Ask<'step-redo'>).from));
    case 'step-restore':
      return withDatabase((db) => restoreSnapshot(db, (ask as Ask<'step-restore'>).snapshot, watch));
    case 'step-leave':
      return leave((ask as Ask<'step-leave'>).address, watch);
    default: {
      const { file } = ask as Ask<'step-backup'>;
      const text = await file.text();
      return withDatabase((db) => restoreBackup(db, text, file.name, watch));
    }
  }
}

async function leave(address: string, watch: StepWatch): Promise<StepAnswer> {
  const outcome = await withDatabase((db) => leaveLayer(db, address, watch));
  await forgetAnswer(address);
  return outcome;
}
