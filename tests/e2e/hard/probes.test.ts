/** A page that looks for us sees one unnamed element and the highlights, and nothing else. */
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadingBrowser, StoryPage } from '../../browsers/driver';
import type { PageServer } from '../../browsers/page-server';
import { BROWSERS, expectCard, expectNoCard, extensionFolder, launch, markedTexts } from '../harness';
import { ARTICLE, NAME, serveFiles, storyPage } from './pages';

/** Notes from the page's first script on whatever a page can hear, read or be called by. */
const SPY = `<script>
  const spy = { events: {}, records: [], globals: [], calls: [], resources: [] };
  const globalsBefore = new Set(Object.getOwnPropertyNames(window));
  const heard = (event) => {
    const own = event.target === document.documentElement.lastElementChild && event.target !== document.body;
    const key = event.type + (own ? ' at the host' : '') + (event.isTrusted ? '' : ' made up');
    spy.events[key] = (spy.events[key] ?? 0) + 1;
  };
  // Every event that an element, a document or a window has a handler for, and what extensions tend to send.
  const names = new Set(['DOMContentLoaded', 'securitypolicyviolation', 'newsgloss', 'beforetoggle', 'toggle', 'slotchange', 'languagechange']);
  for (const thing of [HTMLElement.prototype, Document.prototype, window])
    for (let at = thing; at; at = Object.getPrototypeOf(at))
      for (const key of Object.getOwnPropertyNames(at)) if (key.startsWith('on')) names.add(key.slice(2));
  for (const name of names) addEventListener(name, heard, true);
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    spy.calls.push('dispatchEvent ' + event.type);
    return dispatch.call(this, event);
  };
  // What a script of another world would call if it ran in ours.
  for (const [owner, key] of [[Element.prototype, 'attachShadow'], [Document.prototype, 'createElement'], [HTMLElement.prototype, 'showPopover'],
    [HighlightRegistry.prototype, 'set'], [Node.prototype, 'appendChild'], [Element.prototype, 'append'], [window, 'postMessage'], [window, 'fetch'],
    [Document.prototype, 'caretPositionFromPoint'], [CSSStyleSheet.prototype, 'insertRule']]) {
    const original = owner[key];
    owner[key] = function (...args) {
      spy.calls.push(key);
      return original.apply(this, args);
    };
  }
  new MutationObserver((records) => {
    if (document.readyState !== 'complete') return;
    for (const { type, target, attributeName, addedNodes, removedNodes } of records)
      spy.records.push([type, target.nodeName, attributeName ?? '', [...addedNodes].map((node) => node.nodeName).join(), [...removedNodes].map((node) => node.nodeName).join()].join(' ').trim());
  }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) if (!name.startsWith(location.origin)) spy.resources.push(name);
  }).observe({ type: 'resource', buffered: true });
  spy.look = () => {
    spy.globals = Object.getOwnPropertyNames(window).filter((key) => !globalsBefore.has(key));
    return { events: spy.events, records: [...new Set(spy.records)], globals: spy.globals, calls: spy.calls, resources: spy.resources,
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length, fonts: document.fonts.size,
      highlights: [...CSS.highlights.keys()], scripts: document.scripts.length };
  };
  window.spy = spy;
</script>`;

interface Seen {
  readonly events: Readonly<Record<string, number>>;
  readonly records: readonly string[];
  readonly globals: readonly string[];
  readonly calls: readonly string[];
  readonly resources: readonly string[];
  readonly sheets: number;
  readonly fonts: number;
  readonly highlights: readonly string[];
  readonly scripts: number;
}

let server: PageServer;
beforeAll(async () => {
  const page = storyPage(ARTICLE, SPY);
  server = await serveFiles(
    { 'spying.html': page, 'guarded.html': page },
    {
      '/guarded.html': "default-src 'none'; script-src 'unsafe-inline'; style-src 'none'; report-to none",
    },
  );
});
afterAll(() => server?.close());

const look = (page: StoryPage) => page.run(() => (window as unknown as { spy: { look(): Seen } }).spy.look());

/** Tries to get a file of the extension into the page in every way that a page has. */
async function tryToLoad(addresses: readonly string[]): Promise<string[]> {
  const got: string[] = [];
  for (const address of addresses) {
    const waysIn = [
      () => fetch(address).then(() => 'fetch'),
      () => fetch(address, { mode: 'no-cors' }).then(() => 'fetch without CORS'),
      // A frame says that it has loaded also where it shows why it has not.
      ...['img', 'script', 'link', 'video'].map(
        (tag) => () =>
          new Promise<string>((resolve, reject) => {
            const element = document.createElement(tag) as HTMLImageElement & HTMLLinkElement;
            element.onload = () => resolve(tag);
            element.onerror = () => reject(new Error('refused'));
            if (tag === 'link') {
              element.rel = 'stylesheet';
              element.href = address;
            } else element.src = address;
            document.body.append(element);
            setTimeout(() => reject(new Error('no answer')), 300);
          }).finally(() => document.body.lastElementChild?.remove()),
      ),
    ];
    for (const way of waysIn) {
      await way().then(
        (how) => got.push(`${address} by ${how}`),
        () => undefined,
      );
    }
  }
  return got;
}

describe.each(BROWSERS)('in %s', (name) => {
  let browser: ReadingBrowser;
  let plain: ReadingBrowser;
  beforeAll(async () => {
    [browser, plain] = await Promise.all([launch(name), launch(name, { extension: null })]);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), plain?.close()]);
  });

  it.each(['spying.html', 'guarded.html'])('%s sees one unnamed element and the highlights', async (file) => {
    const [untouched, page] = await Promise.all([
      plain.openPage(`${server.origin}/${file}`),
      browser.openPage(`${server.origin}/${file}`),
    ]);
    await expect.poll(() => markedTexts(page), { timeout: 30_000 }).toContain(NAME);
    const whileRead = await look(page);
    expect(whileRead.records).toEqual([]);
    await page.pointTo(NAME);
    await expectCard(page, NAME);
    const host = await page.run(() => {
      const element = document.documentElement.lastElementChild as HTMLElement;
      return {
        tag: element.tagName,
        attributes: element.getAttributeNames().sort(),
        root: element.shadowRoot === null ? 'closed' : 'open',
        text: element.textContent,
        seen: getComputedStyle(element, '::highlight(newsgloss-mark)').textDecorationStyle,
        focus: document.activeElement?.tagName,
        found: document.querySelectorAll('[id], [class], [name], [data-newsgloss]').length,
        keys: Object.keys(element),
        html: element.getHTML({ serializableShadowRoots: true }),
      };
    });
    expect(host).toMatchObject({
      ...{ tag: 'DIV', attributes: ['popover', 'style'], root: 'closed', text: '', keys: [], html: '' },
      ...{ focus: 'BODY', found: 0 },
    });
    await page.press('Escape');
    await expectNoCard(page);
    await untouched.pointTo(NAME);
    await untouched.press('Escape');
    const [seen, without] = [await look(page), await look(untouched)];
    expect(seen.globals).toEqual(without.globals);
    expect(seen.calls).toEqual(without.calls);
    expect(seen.resources).toEqual(without.resources);
    expect([seen.sheets, seen.fonts, seen.scripts]).toEqual([without.sheets, without.fonts, without.scripts]);
    expect(seen.highlights.every((key) => key.startsWith('newsgloss-'))).toBe(true);
    // Our own element comes and is placed; nothing of the page's is touched.
    const ofHost = /^(?:childList HTML {2}DIV|attributes DIV (?:style|popover))$/;
    expect(seen.records.filter((record) => !ofHost.test(record))).toEqual([]);
    const more = Object.keys(seen.events).filter((type) => !(type in without.events));
    // Of our element itself; and those of the pointer that moves over it.
    expect(more.filter((type) => !/ at the host$/.test(type) && !/^(?:pointer|mouse)/.test(type))).toEqual(
      [],
    );
    expect(more.filter((type) => /made up|securitypolicy/.test(type))).toEqual([]);
    expect(page.errors()).toEqual(untouched.errors());
    await Promise.all([untouched.close(), page.close()]);
    console.log(
      `${name}: ${file} saw ${seen.records.length} kinds of changes, all of one element; events ${more.join(', ') || 'none'}; ${seen.highlights.join(', ')}`,
    );
  });

  it('no file of the extension can be loaded by a page', async () => {
    const own = await browser.openOwnPage('popup.html');
    const origin = await own.run(() => location.origin);
    await own.close();
    const files = readdirSync(extensionFolder(name)).filter((file) => /\.(?:js|html|json|css)$/.test(file));
    const page = await browser.openPage(`${server.origin}/spying.html`);
    const addresses = [...files, 'icon/16.png'].map((file) => `${origin}/${file}`);
    expect(addresses.length).toBeGreaterThan(5);
    expect(await page.run(tryToLoad, addresses)).toEqual([]);
    console.log(`${name}: ${addresses.length} files of ours tried in 6 ways each: 0 loaded`);
    await page.close();
  });
});
