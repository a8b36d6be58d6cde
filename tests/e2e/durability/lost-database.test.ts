/** A browser that finds the files of the user's database damaged and begins an empty one: what was in it is put back. */
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json';
import type { ReadingBrowser, StoryPage } from '../../browsers/driver';
import type { BrowserName } from '../../browsers/install';
import { BROWSERS, launch } from '../harness';
import { addName, editedNames, pressButton } from '../own-page';
import { spareCopyIds, waitForStore } from './in-editor';

const EDITOR = 'glossary-editor.html';

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

/** Writes over the files of the user's own database, and of no other; gives how many these were. */
function damage(name: BrowserName, profile: string): number {
  const isOwn = (path: string) => {
    const folder = basename(dirname(path));
    // Chromium's other buckets lie elsewhere; Firefox calls a file by a hash and the name, from both its ends.
    return name === 'chromium'
      ? /^chrome-extension_\w+_0\.indexeddb\.leveldb$/.test(folder) &&
          /MANIFEST|CURRENT|\.log$|\.ldb$/.test(path)
      : /moz-extension\+\+\+[\w-]+\/idb$/.test(dirname(path)) && /\d+nseswoslg\.sqlite(-wal)?$/.test(path);
  };
  const own = [...filesBelow(profile)].filter(isOwn);
  for (const path of own) writeFileSync(path, Buffer.alloc(statSync(path).size, 'damaged '));
  return own.length;
}

const alertOf = (page: StoryPage) =>
  page.run(() => document.querySelector('[role="alert"]')?.textContent ?? null);

async function openEditor(browser: ReadingBrowser): Promise<StoryPage> {
  const page = await browser.openOwnPage(EDITOR);
  await page.run(waitForStore);
  return page;
}

describe.each(BROWSERS)('in %s, a database whose files are damaged', (name) => {
  let profile: string;
  beforeEach(() => {
    profile = mkdtempSync(join(tmpdir(), 'newsgloss-profile-'));
  });
  afterEach(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

  it('is there again from the spare copy, which the user is told', async () => {
    const before = await launch(name, { profile });
    const first = await openEditor(before);
    await addName(first, 'Of the first day', '');
    await expect.poll(() => first.run(spareCopyIds), { timeout: 15_000 }).toEqual(['of-the-first-day']);
    await addName(first, 'Of the second', 'With a line.');
    await expect
      .poll(() => first.run(spareCopyIds), { timeout: 15_000 })
      .toEqual(['of-the-first-day', 'of-the-second']);
    await before.close();
    expect(damage(name, profile)).toBeGreaterThan(0);

    const after = await launch(name, { profile });
    try {
      const page = await openEditor(after);
      await expect
        .poll(() => editedNames(page), { timeout: 15_000 })
        .toEqual(expect.arrayContaining(['Of the first day', 'Of the second']));
      await expect.poll(() => alertOf(page)).toContain(messages.editorRecovered.message.split('.')[0]);
      await pressButton(page, messages.settingsSeen.message);
      await expect.poll(() => alertOf(page)).toBeNull();
      // And it goes on from there.
      await addName(page, 'Of the third', '');
      await expect.poll(() => page.run(spareCopyIds), { timeout: 15_000 }).toHaveLength(3);
      await page.close();
      const again = await openEditor(after);
      await expect.poll(() => editedNames(again), { timeout: 15_000 }).toHaveLength(3);
      expect(await alertOf(again)).toBeNull();
    } finally {
      await after.close();
    }
  });
});
