/** The extension is loaded anew, updated and switched off while stories are open, some of them with cards. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json';
import type { ReadingBrowser, StoryPage } from '../../browsers/driver';
import type { BrowserName } from '../../browsers/install';
import type { PageServer } from '../../browsers/page-server';
import { expectNoCard, extensionFolder, launch, markedTexts } from '../harness';
import { ARTICLE, NAME, serveFiles, storyPage } from './pages';

const STORIES = 20;
/** Chromium does not bring an unpacked extension back that its driver has loaded anew. */
const UPDATING: readonly BrowserName[] = ['firefox'];
const AFTER_LOAD = { timeout: 20_000 };

/** An element of the page's own that has what our host has, but for what it says to screen readers. */
const THEIRS = `<div id="theirs" popover="manual"></div><script>
  document.getElementById('theirs').attachShadow({ mode: 'closed' }).innerHTML = '<style>p { --n123-ink: red }</style><p></p><div></div><div role="alert"></div>';
</script>`;

let server: PageServer;
beforeAll(async () => {
  server = await serveFiles({ 'story.html': storyPage(ARTICLE + THEIRS) });
});
afterAll(() => server?.close());

/** Elements beside head and body: our hosts, whichever copy of us they are from. */
const hostsOf = (page: StoryPage) => page.run(() => document.documentElement.children.length - 2);

/** The marks that are there and to be seen. */
const seenMarks = (page: StoryPage) =>
  page.run(() => {
    const line = (name: string) =>
      getComputedStyle(document.querySelector('p') as Element, `::highlight(${name})`).textDecorationLine;
    return [...CSS.highlights].filter(([name, places]) => places.size > 0 && line(name) !== 'none').length;
  });

/**
 * Waits for the card of a name, pointing anew as long as there is none: a copy that comes only now has not seen
 * where the pointer went.
 */
async function haveCard(page: StoryPage, name: string): Promise<void> {
  await page.show();
  const pointed = async () => {
    await page.pointAway();
    await page.pointTo(name);
    for (let looks = 0; looks < 10; looks++) {
      const card = await page.card();
      if (card) return card.label;
      await wait(100);
    }
    return 'no card';
  };
  await expect.poll(pointed, { timeout: 30_000 }).toContain(name);
}

describe.each(UPDATING)('in %s', (name) => {
  let folder: string;
  let browser: ReadingBrowser;
  const pages: StoryPage[] = [];
  let marks: readonly string[];
  /** Of these two, one has an open card and one a pinned one when something happens. */
  let opened: StoryPage;
  let pinned: StoryPage;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'newsgloss-build-'));
    cpSync(extensionFolder(name), folder, { recursive: true });
    browser = await launch(name, { extension: folder });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function haveCards(): Promise<void> {
    await haveCard(pinned, 'Kandahar');
    await pinned.clickInCard(messages.cardPin.message);
    await haveCard(opened, NAME);
  }

  it(`${STORIES} stories are read`, { timeout: 120_000 }, async () => {
    for (let count = 0; count < STORIES; count++) {
      const page = await browser.openPage(`${server.origin}/story.html?${count}`);
      await expect.poll(() => markedTexts(page), { timeout: 30_000 }).toContain(NAME);
      pages.push(page);
    }
    marks = await markedTexts(pages[0] as StoryPage);
    [pinned, opened] = pages.slice(-2) as [StoryPage, StoryPage];
  });

  /** Every story has its marks once, and no card that was left; a few are asked for one. */
  async function expectWorking(): Promise<void> {
    for (const [at, page] of pages.entries()) {
      await page.show();
      await expect.poll(() => markedTexts(page), AFTER_LOAD).toEqual(marks);
      await expect.poll(() => page.host(), AFTER_LOAD).toBeNull();
      expect(await hostsOf(page)).toBe(0);
      expect(await page.run(() => document.querySelectorAll('#theirs').length)).toBe(1);
      if (at % 6 !== 1 && at < STORIES - 2) continue;
      await haveCard(page, NAME);
      expect(await hostsOf(page)).toBe(1);
      // The copy that was left behind has noticed by now, and has taken nothing of the newer one's.
      await expect.poll(() => markedTexts(page), AFTER_LOAD).toEqual(marks);
      await page.press('Escape');
      await expectNoCard(page);
    }
  }

  const uncaught = () => [...pages.flatMap((page) => page.errors()), ...browser.backgroundErrors()];

  it(`${STORIES} open stories go on when it is loaded anew`, { timeout: 120_000 }, async () => {
    await haveCards();
    await browser.reloadExtension();
    await expectWorking();
    expect(uncaught()).toEqual([]);
  });

  it(`${STORIES} open stories go on when it is updated`, { timeout: 120_000 }, async () => {
    await haveCards();
    const file = join(folder, 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
    writeFileSync(file, JSON.stringify({ ...manifest, version: `${manifest.version}.1` }));
    await browser.reloadExtension();
    await expectWorking();
    expect(uncaught()).toEqual([]);
  });

  it(`${STORIES} open stories are left when it is switched off`, { timeout: 120_000 }, async () => {
    await haveCard(opened, NAME);
    // The page where it is switched off is in front meanwhile.
    const settings = await browser.openPage(`${server.origin}/story.html?settings`);
    await expect.poll(() => markedTexts(settings), { timeout: 30_000 }).toContain(NAME);
    await browser.disableExtension();
    await settings.close();
    for (const page of [...pages].reverse()) {
      await page.show();
      await expectNoCard(page);
      await page.pointAway();
      await page.pointTo('Kandahar');
      await expect.poll(() => seenMarks(page), AFTER_LOAD).toBe(0);
      await expectNoCard(page);
      expect(await hostsOf(page)).toBeLessThanOrEqual(1);
    }
    expect(uncaught()).toEqual([]);
    console.log(
      `${name}: loaded anew, updated, switched off under ${STORIES} stories: 0 errors, one host each, no marks left`,
    );
  });
});
