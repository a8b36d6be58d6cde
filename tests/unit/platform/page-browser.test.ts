/** That scripts in pages and what speaks through the polyfill understand one another, in Chromium. */
import { afterEach, describe, expect, it, vi } from 'vitest';

type Listen = (message: unknown, sender: object, respond: (answer: unknown) => void) => boolean;

/** The module as a page's script gets it in a Chromium whose background answers with `answer`. */
async function pageBrowser(answer?: unknown) {
  vi.resetModules();
  const listeners: Listen[] = [];
  vi.stubGlobal('chrome', {
    runtime: {
      id: 'ours',
      getURL: (path: string) => `chrome-extension://ours/${path}`,
      sendMessage: () => Promise.resolve(answer),
      onMessage: { addListener: (listener: Listen) => listeners.push(listener) },
    },
  });
  const { default: browser } = await import('../../../lib/platform/page-browser');
  const ask = (message: unknown) =>
    new Promise((resolve) => {
      if (!listeners.some((listener) => listener(message, { id: 'ours' }, resolve))) resolve('left alone');
    });
  return { browser, ask };
}

afterEach(() => vi.unstubAllGlobals());

/** As the polyfill says it; see its source. */
const FAILURE = { __mozWebExtensionPolyfillReject__: true, message: 'The disk is full.' };

describe('a script in a page', () => {
  it('answers by promise, says why it cannot, and leaves alone what is not its own', async () => {
    const { browser, ask } = await pageBrowser();
    browser.runtime.onMessage.addListener((message: unknown) => {
      if (message === 'name') return Promise.resolve('Kabul');
      return message === 'fail' ? Promise.reject(new Error(FAILURE.message)) : undefined;
    });
    expect(await ask('name')).toBe('Kabul');
    expect(await ask('fail')).toEqual(FAILURE);
    expect(await ask('other')).toBe('left alone');
  });

  it('gets answers, null and none among them, and failures as what they are', async () => {
    for (const answer of ['Kabul', null, undefined, { message: 'a text' }])
      expect(await (await pageBrowser(answer)).browser.runtime.sendMessage('name')).toEqual(answer);
    await expect((await pageBrowser(FAILURE)).browser.runtime.sendMessage('name')).rejects.toThrow(
      FAILURE.message,
    );
  });

  it('sees that an update has left it behind', async () => {
    const { browser } = await pageBrowser();
    expect(browser.runtime.id).toBe('ours');
    (globalThis as unknown as { chrome: { runtime: { id: string | undefined } } }).chrome.runtime.id =
      undefined;
    expect(browser.runtime.id).toBeUndefined();
  });
});
