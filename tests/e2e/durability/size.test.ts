/** How long an edit, the opening of the store and the reading of stories take with many records. Printed, never asserted. */
import { describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json';
import { BROWSERS, launch, markedTexts, servedPages } from '../harness';
import { pressButton } from '../own-page';
import { COUNTS, PATIENCE_MS } from './counts';
import { fillStore, rename, timeEdits, timeOpening, waitForStore } from './in-editor';

const EDITOR = 'glossary-editor.html';
/** In the sample story, and in no glossary. */
const NEW_NAME = 'more violent group';
/** Not in it. */
const OTHER_NAME = 'Zorvik Quelnar';

const server = servedPages();

const shown = (times: readonly number[]) => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(1);
  return `median ${at(0.5)}, most ${at(1)} ms`;
};

describe.each(BROWSERS)('in %s', (name) => {
  it(`${COUNTS.records} records are opened, edited and read with`, { timeout: PATIENCE_MS }, async () => {
    const browser = await launch(name);
    try {
      const page = await browser.openOwnPage(EDITOR);
      await page.run(waitForStore);
      await page.run(fillStore, COUNTS.records);
      await page.close();
      const opened = performance.now();
      const again = await browser.openOwnPage(EDITOR);
      const counted = `${new Intl.NumberFormat('en').format(COUNTS.records)} entries of yours`;
      await expect
        .poll(() => again.run(() => document.querySelector('#edited')?.textContent), { timeout: 120_000 })
        .toBe(counted);
      const listedMs = performance.now() - opened;
      await pressButton(again, messages.editorSnapshots.message);
      // The day's snapshot follows the list.
      await expect
        .poll(() => again.run(() => document.querySelectorAll('[aria-labelledby="snapshots"] li').length), {
          timeout: 120_000,
        })
        .toBe(1);
      const opening = await again.run(timeOpening);
      expect(opening.records).toBe(COUNTS.records);
      const edits = await again.run(timeEdits, COUNTS.edits);
      console.log(
        `${name}, ${COUNTS.records} records: listed after ${listedMs.toFixed(0)} ms; the store opened in ${opening.openMs.toFixed(0)} ms, all read and checked in ${opening.loadMs.toFixed(0)} ms; edits durable in ${shown(edits)}`,
      );
      const story = await browser.openPage(`${server.origin}/sample-story.html`);
      const began = performance.now();
      await expect.poll(() => markedTexts(story), { timeout: 240_000 }).toContain(NEW_NAME);
      console.log(
        `${name}, ${COUNTS.records} records: story read ${(performance.now() - began).toFixed(0)} ms after it was opened`,
      );
      const rereadAfter = async (from: string, to: string) => {
        const edited = performance.now();
        await again.run(rename, from, to);
        const isMarked = expect.poll(async () => (await markedTexts(story)).includes(NEW_NAME), {
          interval: 10,
          timeout: 240_000,
        });
        await isMarked.toBe(to === NEW_NAME);
        return performance.now() - edited;
      };
      const awake: number[] = [];
      for (let i = 0; i < 3; i++) {
        awake.push(await rereadAfter(NEW_NAME, OTHER_NAME), await rereadAfter(OTHER_NAME, NEW_NAME));
      }
      console.log(`${name}, ${COUNTS.records} records: story read again after an edit in ${shown(awake)}`);
      if (await browser.stopBackground()) {
        const asleep = await rereadAfter(NEW_NAME, OTHER_NAME);
        console.log(`${name}: the same with the background asleep in ${asleep.toFixed(0)} ms`);
      }
      await again.close();
      await story.close();
    } finally {
      await browser.close();
    }
  });
});
