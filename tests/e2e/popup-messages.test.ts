/** How many messages the popup sends when it is opened on a story: each may have to wake the background or wait for the page. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadingBrowser } from '../browsers/driver';
import { annotatedPage, BROWSERS, expectMarks, launch, mentionTexts, servedPages } from './harness';

/** Once a popup is painted, all that it sends unbidden is sent within this, ms. */
const SETTLED_MS = 1_000;

interface Sending {
  sendMessage(...args: unknown[]): Promise<unknown>;
}

/**
 * Runs the popup in a page of the extension that has no script of its own, and writes down what it sends.
 * Gives the messages' names once the list has been there for a while.
 */
async function openRecorded(settledMs: number): Promise<string[]> {
  const own = globalThis as unknown as Partial<
    Record<'browser' | 'chrome', Record<'runtime' | 'tabs', Sending>>
  >;
  const api = own.browser ?? own.chrome;
  if (!api) throw new Error('A page of the extension has its APIs');
  const sent: string[] = [];
  for (const sender of [api.runtime, api.tabs]) {
    const send = sender.sendMessage.bind(sender);
    sender.sendMessage = (...args) => {
      const envelope = args.find((arg) => typeof arg === 'object' && arg !== null && 'newsgloss' in arg);
      sent.push(String((envelope as { readonly newsgloss?: string } | undefined)?.newsgloss));
      return send(...args);
    };
  }
  const source = await (await fetch('/popup.html')).text();
  const script = new DOMParser().parseFromString(source, 'text/html').querySelector('script[type=module]');
  const place = document.createElement('div');
  place.id = 'popup';
  document.body.append(place);
  document.head.append(
    Object.assign(document.createElement('script'), { type: 'module', src: script?.getAttribute('src') }),
  );
  while (!document.querySelector('.story-name')) await new Promise((resolve) => setTimeout(resolve, 20));
  await new Promise((resolve) => setTimeout(resolve, settledMs));
  return sent;
}

const server = servedPages();

describe.each(BROWSERS)('in %s', (name) => {
  let browser: ReadingBrowser;
  beforeAll(async () => {
    browser = await launch(name);
  });
  afterAll(() => browser?.close());

  it('opening the popup sends two messages, one of them for its list', async () => {
    const story = await browser.openPage(`${server.origin}/sample-story.html`);
    await expectMarks(story, mentionTexts(annotatedPage('sample-story.html')));
    const page = await browser.openOwnPage('icon/on-32.png');
    expect(await page.run(openRecorded, SETTLED_MS)).toEqual(['report', 'story-text']);
  });
});
