/** Two tabs that edit at once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadingBrowser, StoryPage } from '../../browsers/driver';
import { BROWSERS, launch } from '../harness';
import { COUNTS, PATIENCE_MS } from './counts';
import { addMembers, countUp, prepareCounter, readCounter, waitForStore } from './in-editor';

describe.each(BROWSERS)('in %s, two tabs at once', (name) => {
  let browser: ReadingBrowser;
  let one: StoryPage;
  let other: StoryPage;
  beforeAll(async () => {
    browser = await launch(name);
    one = await browser.openOwnPage('glossary-editor.html');
    other = await browser.openOwnPage('glossary-editor.html');
    await Promise.all([one.run(waitForStore), other.run(waitForStore)]);
  });
  afterAll(() => browser?.close());

  it(`with 2 × ${COUNTS.editsInRace} edits of one entry, ${COUNTS.races} times, lose none`, {
    timeout: PATIENCE_MS,
  }, async () => {
    const half = COUNTS.editsInRace / 2;
    let clashes = 0;
    const began = performance.now();
    for (let race = 0; race < COUNTS.races; race++) {
      await one.run(prepareCounter);
      const before = await one.run(readCounter);
      // Half of the edits touch one field of both tabs, half each its own.
      const counted = await Promise.all([
        one.run(countUp, half),
        other.run(countUp, half),
        one.run(addMembers, 'one', half),
        other.run(addMembers, 'other', half),
      ]);
      const after = await other.run(readCounter);
      expect(after).toEqual({
        summary: `${2 * half}`,
        members: 2 * half,
        revision: before.revision + 4 * half,
      });
      expect([counted[2].lost, counted[3].lost]).toEqual([0, 0]);
      clashes += counted[0].clashes + counted[1].clashes;
    }
    const edits = COUNTS.races * 2 * COUNTS.editsInRace;
    const each = (performance.now() - began) / edits;
    console.log(
      `${name}: ${COUNTS.races} races of 2 × ${COUNTS.editsInRace} edits, 0 of ${edits} lost, ${clashes} clashes told; ${each.toFixed(1)} ms an edit`,
    );
    expect([...one.errors(), ...other.errors()]).toEqual([]);
  });
});
