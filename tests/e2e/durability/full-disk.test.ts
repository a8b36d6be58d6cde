/** A disk that is really full: a small file system in memory, which only root may lay. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json';
import type { StoryPage } from '../../browsers/driver';
import type { BrowserName } from '../../browsers/install';
import { BROWSERS, launch } from '../harness';
import { addName, editedNames } from '../own-page';
import { exportedIds, fillUntilFull, waitForStore } from './in-editor';

/**
 * Room for a browser's profile, bytes; what the browser leaves of it is then taken but for {@link LEFT_BYTES}.
 * Firefox gives an extension a tenth of the disk, of which the index that is kept takes some 40 MB.
 */
const DISK_BYTES = 1024 * 1024 * 1024;
/** A browser on a full disk tries everything more than once. */
const FULL_DISK_PATIENCE_MS = 120_000;
const LEFT_BYTES = 5 * 1024 * 1024;

function mount(folder: string): boolean {
  const run = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES},huge=never`, 'tmpfs', folder]);
  return run.status === 0;
}

const takingAll = (disk: string) => join(disk, 'all-room');

/** Writes a file until so much is left; the browser goes on writing meanwhile. */
function takeRoom(disk: string, leftBytes: number): void {
  const file = openSync(join(disk, 'filler'), 'a');
  for (;;) {
    const { bavail, bsize } = statfsSync(disk);
    if (bavail * bsize <= leftBytes) break;
    writeSync(file, Buffer.alloc(Math.min(1024 * 1024, bavail * bsize - leftBytes)));
  }
  closeSync(file);
}

/** Writes until the disk refuses a single byte. */
function takeAllRoom(disk: string): void {
  const file = openSync(takingAll(disk), 'a');
  try {
    for (const bytes of [1024 * 1024, 4096, 1]) {
      try {
        for (;;) writeSync(file, Buffer.alloc(bytes));
      } catch {
        // So much does not fit any more; less may.
      }
    }
  } finally {
    closeSync(file);
  }
}

const giveRoomBack = (disk: string) => rmSync(takingAll(disk));

const alertOf = (page: StoryPage) =>
  page.run(() => document.querySelector('[role="alert"]')?.textContent ?? null);

const canMount = (() => {
  const folder = mkdtempSync(join(tmpdir(), 'newsgloss-disk-'));
  const can = process.platform === 'linux' && process.getuid?.() === 0 && mount(folder);
  if (can) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
  return can;
})();

/** Sentences of the entries that fill a disk, of some 300 KB each. */
const HEAVY_SENTENCES = 400;
/**
 * Of lighter ones, for what is left where a browser lays room by before it needs it. Firefox lays none by, and
 * ends a database that it has refused so often.
 */
const LIGHT_SENTENCES: Readonly<Record<BrowserName, readonly number[]>> = {
  chromium: [40, 4, 1],
  firefox: [],
};

describe.runIf(canMount).each(BROWSERS)('in %s, a disk that is full', (name: BrowserName) => {
  let disk: string;
  // A disk of its own for each try.
  beforeEach(() => {
    disk = mkdtempSync(join(tmpdir(), 'newsgloss-disk-'));
    mount(disk);
  });
  afterEach(() => {
    spawnSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  });

  it('stops an edit with the remedy, and loses nothing; with room, all goes on', {
    timeout: FULL_DISK_PATIENCE_MS,
  }, async () => {
    const browser = await launch(name, { profile: disk });
    try {
      const page = await browser.openOwnPage('glossary-editor.html');
      await page.run(waitForStore);
      await expect.poll(() => editedNames(page), { timeout: 10_000 }).toEqual([]);
      await addName(page, 'Before the disk was full', '');
      await expect.poll(() => editedNames(page), { timeout: 10_000 }).toEqual(['Before the disk was full']);

      takeRoom(disk, LEFT_BYTES);
      let heavy = 0;
      const fill = async (sentences: number) => {
        const { written, failure, cause } = await page.run(fillUntilFull, 2_000, sentences);
        console.log(
          `${name}: ${written} entries of ${sentences} sentences went in, then the store said “${failure}” (${cause})`,
        );
        heavy += written;
        return failure;
      };
      expect(await fill(HEAVY_SENTENCES)).toBe('full');
      expect(await page.run(exportedIds)).toHaveLength(heavy + 1);

      // What the failed edits gave back is taken too: then not even a name fits.
      takeAllRoom(disk);
      for (const sentences of LIGHT_SENTENCES[name]) await fill(sentences);
      // The first of them may still find room.
      for (let tries = 0; tries < 10 && (await alertOf(page)) === null; tries++) {
        await addName(page, `While it was full ${tries}`, 'x'.repeat(180));
        for (let waits = 0; waits < 15 && (await alertOf(page)) === null; waits++) await wait(200);
      }
      // Firefox says of a disk without a single byte left only that something is wrong.
      const remedies = [messages.storeFull.message, messages.storeFailed.message];
      expect(remedies, page.errors().join('\n')).toContain(await alertOf(page));

      giveRoomBack(disk);
      rmSync(join(disk, 'filler'));
      await addName(page, 'After it was', '');
      await expect
        .poll(() => editedNames(page), { timeout: 15_000 })
        .toEqual(expect.arrayContaining(['After it was', 'Before the disk was full']));
      const kept = await page.run(exportedIds);
      expect(kept).toEqual(expect.arrayContaining(['before-the-disk-was-full', 'after-it-was']));
      expect(kept.filter((id) => id.startsWith('heavy-'))).toHaveLength(heavy);
    } finally {
      await browser.close();
    }
  });
});
