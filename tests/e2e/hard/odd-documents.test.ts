/** Documents that are built, guarded or filled as few are: the reader works in them, or is silent. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadingBrowser, StoryPage } from '../../browsers/driver';
import type { PageServer } from '../../browsers/page-server';
import { BROWSERS, expectCard, launch, markedInSight } from '../harness';
import { ARTICLE, NAME, PARAGRAPHS, serveFiles, storyPage } from './pages';

const STRICT =
  "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; frame-ancestors 'none'";

const TEXT_NODES = 200_000;
const NODES_A_PARAGRAPH = 100;
const MANY_NODES = `<script>
  addEventListener('load', () => {
    const story = document.querySelector('article');
    for (let at = 0; at < ${TEXT_NODES / NODES_A_PARAGRAPH}; at++) {
      const paragraph = document.createElement('p');
      for (let node = 0; node < ${NODES_A_PARAGRAPH}; node++)
        paragraph.append(document.createTextNode(node % 25 ? 'words of the day ' : 'said in Herat '));
      story.append(paragraph);
    }
  });
</script>`;
const LONG_NODE = `<script>
  addEventListener('load', () => {
    const paragraph = document.createElement('p');
    paragraph.append('What was said in Herat was said again. '.repeat(5_000_000 / 39));
    document.querySelector('article').append(paragraph);
  });
</script>`;
const HIDDEN_LATER = `<script>
  addEventListener('load', () => {
    const story = document.querySelector('article');
    document.body.remove();
    document.documentElement.append(story);
  });
</script>`;
const WRITES = `<script>
  const whole = ${JSON.stringify(storyPage(ARTICLE))};
  addEventListener('load', () => setTimeout(() => document.write(whole)));
</script>`;

const XHTML = `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Two meetings</title>
<meta property="og:type" content="article" /></head><body>${ARTICLE}</body></html>`;
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 300" width="900" height="300">
<title>Two meetings</title><text x="20" y="40">${PARAGRAPHS[0]}</text>
<foreignObject x="0" y="60" width="900" height="240"><div xmlns="http://www.w3.org/1999/xhtml">${ARTICLE}</div></foreignObject></svg>`;
const FRAMESET = `<!doctype html><html><head><title>Frames</title></head><frameset cols="50%,50%">
<frame src="story.html" name="story"><frame src="empty.html"></frameset></html>`;

/** Where the marks and the card are to be; `nowhere` where the reader is to be silent. */
type Where = 'here' | 'in its first frame' | 'nowhere';

const DOCUMENTS: Readonly<
  Record<string, { readonly text: string; readonly where: Where; readonly policy?: string }>
> = {
  'guarded.html': { text: storyPage(ARTICLE), where: 'here', policy: STRICT },
  'scripted.html': { text: storyPage(ARTICLE), where: 'here', policy: 'sandbox allow-scripts' },
  'sandboxed-frames.html': {
    text: '<!doctype html><title>Frames</title><iframe sandbox src="story.html" width="900" height="500"></iframe><iframe sandbox="allow-scripts" srcdoc="<p>Kabul</p>"></iframe>',
    where: 'nowhere',
  },
  'own-sandbox.html': {
    text: '<!doctype html><title>Frames</title><iframe sandbox="allow-same-origin allow-scripts" src="story.html" width="900" height="500"></iframe>',
    where: 'in its first frame',
  },
  'no-body.html': { text: storyPage(ARTICLE, HIDDEN_LATER), where: 'nowhere' },
  'page.xhtml': { text: XHTML, where: 'here' },
  'drawing.svg': { text: SVG, where: 'nowhere' },
  'frames.html': { text: FRAMESET, where: 'in its first frame' },
  'writes.html': { text: `<!doctype html><title>Before</title>${WRITES}`, where: 'here' },
  'many-nodes.html': { text: storyPage(ARTICLE, MANY_NODES), where: 'here' },
  'long-node.html': { text: storyPage(ARTICLE, LONG_NODE), where: 'here' },
};

let server: PageServer;
beforeAll(async () => {
  const entries = Object.entries(DOCUMENTS);
  server = await serveFiles(
    {
      'empty.html': '<!doctype html><title>Nothing</title>',
      'story.html': storyPage(ARTICLE),
      ...Object.fromEntries(entries.map(([name, { text }]) => [name, text])),
    },
    Object.fromEntries(entries.flatMap(([name, { policy }]) => (policy ? [[`/${name}`, policy]] : []))),
  );
});
afterAll(() => server?.close());

/** What is marked near the top of the page: some of these are too long to be scrolled through. */
const marksAtTop = (page: StoryPage) => markedInSight(page).catch((): string[] => []);

/** How many places are marked in the page, and in its first frame; null where that is not to be looked into. */
const countMarks = (page: StoryPage) =>
  page.run(() => {
    const count = (view: (Window & typeof globalThis) | null) =>
      view?.CSS.highlights.get('newsgloss-mark')?.size ?? 0;
    let inFrame: number | null = null;
    try {
      inFrame = count(window.frames[0] as (Window & typeof globalThis) | null);
    } catch {
      // Another origin's.
    }
    return { here: count(window), inFrame };
  });

/** Hosts of ours in the page and in its frames that may be looked into. */
const countHosts = (page: StoryPage) =>
  page.run(() => {
    const count = (document: Document | null | undefined) =>
      document?.querySelectorAll('[popover]').length ?? 0;
    const frames = [...document.querySelectorAll<HTMLIFrameElement>('iframe, frame')];
    return [count(document), ...frames.map((frame) => count(frame.contentDocument))];
  });

describe.each(BROWSERS)('in %s', (name) => {
  let browser: ReadingBrowser;
  beforeAll(async () => {
    browser = await launch(name);
  });
  afterAll(() => browser?.close());

  it.each(Object.entries(DOCUMENTS).map(([file, { where }]) => [file, where] as const))(
    '%s: marks and cards are %s',
    { timeout: 120_000 },
    async (file, where) => {
      const page = await browser.openPage(`${server.origin}/empty.html`);
      const profile = await page.profileExtension();
      await page.run((address) => location.assign(address), `${server.origin}/${file}`);
      await expect
        .poll(() => page.run(() => location.pathname).catch(() => ''), { timeout: 10_000 })
        .toBe(`/${file}`);
      if (where === 'here') {
        await expect.poll(() => marksAtTop(page), { timeout: 30_000 }).toContain(NAME);
        await page.pointTo(NAME);
        await expectCard(page, NAME);
        expect(await countHosts(page)).toEqual([1]);
      } else if (where === 'in its first frame') {
        const inFrame = async () => (await countMarks(page).catch(() => null))?.inFrame ?? 0;
        await expect.poll(inFrame, { timeout: 20_000 }).toBeGreaterThan(3);
        expect((await countMarks(page)).here).toBe(0);
      } else {
        // What the popup would be told once the page has settled.
        await browser.command('next-mention');
        await browser.command('open-card');
        await page.run(() => new Promise((resolve) => setTimeout(() => resolve(null), 800)));
        expect(await countMarks(page)).toMatchObject({ here: 0 });
        // One at most, by which screen readers are told that there are no names.
        expect((await countHosts(page)).every((count) => count <= 1)).toBe(true);
      }
      const work = await profile.stop();
      if (work) console.log(`${name}: ${file}: longest task of ours ${work.longestMs.toFixed(0)} ms`);
      // Firefox asks for an icon that the guarded page forbids.
      expect(page.errors().filter((error) => !error.includes('favicon.ico'))).toEqual([]);
      expect(browser.backgroundErrors()).toEqual([]);
      await page.close();
    },
  );
});
