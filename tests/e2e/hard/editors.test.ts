/** Text that is being written, in whatever the page has for that: not marked, not changed, not covered. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TIMINGS } from '../../../lib/hover/timings';
import type { ReadingBrowser, StoryPage } from '../../browsers/driver';
import type { ViewportPoint } from '../../browsers/in-page';
import type { PageServer } from '../../browsers/page-server';
import { BROWSERS, launch, markedTexts } from '../harness';
import { bundle } from './bundle';
import { ARTICLE, NAME, PARAGRAPHS, serveFiles, storyPage } from './pages';

/** Longer than it takes to open a card. */
const LONG_ENOUGH_MS = 2 * (TIMINGS.restMs + TIMINGS.reachMs);
const TYPED = 'Quetta and the Haqqani network ';
const DRAFT = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('');
const EDITORS = ['quill', 'prosemirror', 'ckeditor', 'textarea', 'plain', 'rich', 'frame', 'edited-frame'];

const frameOf = (attributes: string) =>
  storyPage(DRAFT).replace('<body>', `<body ${attributes}>`).replaceAll('"', '&quot;');

const NEWSROOM = storyPage(
  `${ARTICLE}<section id="desk">
<div id="quill">${DRAFT}</div>
<div id="prosemirror">${DRAFT}</div>
<div id="ckeditor">${DRAFT}</div>
<textarea id="textarea" rows="5" cols="80">${PARAGRAPHS[0]}</textarea>
<div id="plain" contenteditable="plaintext-only">${PARAGRAPHS[1]}</div>
<div id="rich" contenteditable>${DRAFT}</div>
<iframe id="frame" srcdoc="${frameOf('contenteditable=true')}"></iframe>
<iframe id="edited-frame" srcdoc="${frameOf('')}" onload="this.contentDocument.designMode = 'on'"></iframe>
</section>`,
  `<link rel="stylesheet" href="quill.css"><style>iframe { inline-size: 700px; block-size: 300px; }</style>
<script type="module" src="editors.js"></script>`,
);

/** A page that is written in as a whole. */
const WRITTEN = storyPage(ARTICLE, `<script>document.designMode = 'on';</script>`);
const WRITTEN_BODY = storyPage(DRAFT).replace('<body>', '<body contenteditable="true">');

let server: PageServer;
beforeAll(async () => {
  server = await serveFiles({
    'newsroom.html': NEWSROOM,
    'written.html': WRITTEN,
    'written-body.html': WRITTEN_BODY,
    'editors.js': await bundle('editors/rich-editors.mjs', { isModule: true }),
    'quill.css': '',
  });
});
afterAll(() => server?.close());

type Saved = Readonly<Record<string, string>>;

const saved = (page: StoryPage) => page.run(() => (window as unknown as { saved(): Saved }).saved());

/** Types into each editor, at the beginning of what stands there. */
async function typeIntoAll(page: StoryPage): Promise<void> {
  await expect.poll(() => page.run(() => 'saved' in window), { timeout: 10_000 }).toBe(true);
  for (const id of EDITORS) {
    await page.run((which) => {
      const found = document.getElementById(which);
      const inside = found instanceof HTMLIFrameElement ? found.contentDocument?.body : found;
      const boxes = [inside, ...(inside?.querySelectorAll<HTMLElement>('[contenteditable="true"]') ?? [])];
      const beside = found?.nextElementSibling?.querySelector<HTMLElement>('[contenteditable="true"]');
      const box = (which === 'ckeditor' && beside) || boxes.at(-1);
      if (!box) throw new Error(`${which} is there`);
      box.scrollIntoView({ block: 'center' });
      if (found instanceof HTMLIFrameElement) found.contentWindow?.focus();
      box.focus();
      if (box instanceof HTMLTextAreaElement) box.setSelectionRange(0, 0);
      else box.ownerDocument.getSelection()?.collapse(box.querySelector('p') ?? box, 0);
    }, id);
    await page.type(TYPED);
  }
}

/** Where in an editor a name of the glossary stands, as it is shown. */
function pointOfWrittenName(id: string): ViewportPoint {
  const found = document.getElementById(id);
  const boxes = [found, found?.nextElementSibling].map((box) => box?.querySelectorAll('p') ?? []);
  for (const text of boxes.flatMap((list) => [...list])) {
    const node = [...text.childNodes].find((child) => child.textContent?.includes('ISIS-K'));
    if (!node || !text.checkVisibility()) continue;
    text.scrollIntoView({ block: 'center' });
    const range = document.createRange();
    const start = node.textContent?.indexOf('ISIS-K') ?? 0;
    range.setStart(node, start);
    range.setEnd(node, start + 6);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }
  throw new Error(`${id} has the name`);
}

/** What is painted inside of what is written in: under any name, in the page and its frames. */
const paintedInside = (page: StoryPage) =>
  page.run(() => {
    const found: string[] = [];
    const frames = [...document.querySelectorAll('iframe')].map((frame) => frame.contentWindow);
    for (const view of [window, ...frames] as (Window & typeof globalThis)[]) {
      for (const [name, highlight] of view.CSS.highlights as unknown as Iterable<[string, Set<Range>]>) {
        for (const { startContainer } of highlight) {
          const isWritten = view !== window || !startContainer.parentElement?.closest('article');
          if (isWritten) found.push(`${name} in “${startContainer.textContent?.slice(0, 40)}”`);
        }
      }
    }
    return found;
  });

describe.each(BROWSERS)('in %s', (name) => {
  let browser: ReadingBrowser;
  let plain: ReadingBrowser;
  beforeAll(async () => {
    [browser, plain] = await Promise.all([launch(name), launch(name, { extension: null })]);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), plain?.close()]);
  });

  it('what eight editors save is the same, byte for byte, and nothing in them is marked', async () => {
    const address = `${server.origin}/newsroom.html`;
    const [untouched, page] = await Promise.all([plain.openPage(address), browser.openPage(address)]);
    await expect.poll(() => markedTexts(page), { timeout: 30_000 }).toContain(NAME);
    await typeIntoAll(untouched);
    await typeIntoAll(page);
    const [expected, read] = [await saved(untouched), await saved(page)];
    for (const [editor, html] of Object.entries(expected)) expect(html, editor).toContain('Haqqani');
    expect(read).toEqual(expected);
    expect(await paintedInside(page)).toEqual([]);

    for (const id of ['quill', 'prosemirror', 'ckeditor', 'rich']) {
      const at = await page.run(pointOfWrittenName, id);
      await page.trace([{ x: at.x, y: at.y - 30 }, { x: at.x, y: at.y - 10 }, at]);
      await wait(LONG_ENOUGH_MS);
      expect(await page.card(), id).toBeNull();
    }
    expect(await saved(page)).toEqual(expected);
    expect(page.errors()).toEqual(untouched.errors());
    console.log(
      `${name}: ${Object.keys(expected).length} texts of 8 editors saved, 0 bytes differ, 0 marks inside`,
    );
    await Promise.all([untouched.close(), page.close()]);
  });

  it.each(['written.html', 'written-body.html'])(
    'a page that is written in as a whole is left alone: %s',
    async (file) => {
      const page = await browser.openPage(`${server.origin}/${file}`);
      await page.pointTo(NAME);
      await wait(LONG_ENOUGH_MS);
      expect(await page.run(() => [...CSS.highlights.keys()])).toEqual([]);
      expect(await page.card()).toBeNull();
      await page.close();
    },
  );
});
