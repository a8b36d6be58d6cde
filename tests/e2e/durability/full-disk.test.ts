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
import { addName, editedNames, pressButton } from '../own-page';
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

/**
 * What a page tells of a name for which there is not a byte; with room again it is kept. Chromium closes a database
 * whose log it cannot write, opens it no more before there is room, and may then begin an empty one.
 */
async function editWithoutAnyRoom(name: BrowserName, page: StoryPage, disk: string): Promise<void> {
  // What the failed edits gave back is taken too: then not even a name fits.
  takeAllRoom(disk);
  // The first of them may still find room.
  let tries = 0;
  do {
    await addName(page, `While it was full ${tries}`, 'x'.repeat(180));
    for (let waits = 0; waits < 15 && (await alertOf(page)) === null; waits++) await wait(200);
    tries++;
  } while (tries < 10 && (await alertOf(page)) === null);
  // Firefox says of a disk without a single byte left only that something is wrong.
  const remedies = [messages.storeFull.message, messages.storeFailed.message];
  const told = await alertOf(page);
  // Chromium may have laid by more room for its log than these take.
  if (name === 'firefox' || told !== null) expect(remedies, page.errors().join('\n')).toContain(told);

  giveRoomBack(disk);
  rmSync(join(disk, 'filler'));
  // What could not be saved is there again in the place of a new entry, and is saved.
  await pressButton(page, messages.toolbarNew.message);
  await expect
    .poll(() => page.run(exportedIds), { timeout: 20_000 })
    .toContain(`while-it-was-full-${tries - 1}`);
}

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
      const { written: heavy, failure, cause } = await page.run(fillUntilFull, 100);
      console.log(`${name}: ${heavy} entries of 300 KB went in, then the store said “${failure}” (${cause})`);
      expect(failure).toBe('full');
      expect(await page.run(exportedIds)).toHaveLength(heavy + 1);
      await editWithoutAnyRoom(name, page, disk);
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
