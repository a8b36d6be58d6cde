/** Edits while the background is stopped and the browser is killed: what was acknowledged is there. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { BROWSERS, launch } from '../harness';
import { hearAcks } from './ack-server';
import { COUNTS, PATIENCE_MS, randomNumbers, SEED } from './counts';
import { editWithoutEnd, findState, waitForStore } from './in-editor';

const EDITOR = 'glossary-editor.html';
/** Numbers of a run's edits begin at its own thousands. */
const EDITS_PER_RUN = 10_000;

/** The highest acknowledged number of each of the twenty entries; what is stored may only be later. */
function expectKept(found: readonly number[], acknowledged: readonly number[]): void {
  const entryOf = (number: number) => number % 20;
  const stored = new Map(found.map((number) => [entryOf(number), number]));
  const missing = acknowledged.filter((number) => (stored.get(entryOf(number)) ?? -1) < number);
  expect(missing).toEqual([]);
}

describe.each(BROWSERS)('in %s', (name) => {
  it(`${COUNTS.stops} stops of the background in the middle of edits lose none`, {
    timeout: PATIENCE_MS,
  }, async () => {
    const random = randomNumbers(SEED);
    const acks = await hearAcks();
    const browser = await launch(name);
    try {
      const page = await browser.openOwnPage(EDITOR);
      await page.run(waitForStore);
      await page.run(editWithoutEnd, 0, acks.origin);
      for (let stop = 0; stop < COUNTS.stops; stop++) {
        await acks.reached(acks.acknowledged.length + 1 + Math.floor(random() * 5));
        expect(await browser.stopBackground()).toBe(true);
      }
      const until = acks.acknowledged.length;
      const { numbers, faults } = await page.run(findState);
      expect(faults).toEqual([]);
      expectKept(numbers, acks.acknowledged.slice(0, until));
      expect(page.errors()).toEqual([]);
      console.log(
        `${name}: ${COUNTS.stops} stops of the background, ${until} edits acknowledged, 0 lost; seed ${SEED}`,
      );
    } finally {
      await browser.close();
      await acks.close();
    }
  });

  it(`${COUNTS.kills} SIGKILLs of the browser in the middle of edits lose none`, {
    timeout: PATIENCE_MS,
  }, async () => {
    const random = randomNumbers(SEED + 1);
    const profile = mkdtempSync(join(tmpdir(), 'newsgloss-profile-'));
    let acknowledged = 0;
    try {
      for (let run = 0; run <= COUNTS.kills; run++) {
        const acks = await hearAcks();
        const browser = await launch(name, { profile });
        const page = await browser.openOwnPage(EDITOR);
        await page.run(waitForStore);
        if (run > 0) {
          const { numbers, faults } = await page.run(findState);
          expect(faults).toEqual([]);
          expectKept(numbers, lastAcks);
        }
        if (run === COUNTS.kills) {
          await browser.close();
          await acks.close();
          break;
        }
        await page.run(editWithoutEnd, run * EDITS_PER_RUN, acks.origin);
        await acks.reached(1 + Math.floor(random() * 30));
        await wait(random() * 20);
        await browser.kill();
        lastAcks = [...acks.acknowledged];
        acknowledged += lastAcks.length;
        await acks.close();
      }
      console.log(
        `${name}: ${COUNTS.kills} SIGKILLs, ${acknowledged} edits acknowledged, 0 lost; seed ${SEED}`,
      );
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

let lastAcks: readonly number[] = [];
