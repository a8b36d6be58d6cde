import { browser } from './browser';

/**
 * False once the extension was updated, reloaded or removed while this script went on in its page.
 * Asked of the browser itself: a page could forge any DOM event that announced it.
 */
export function isExtensionAlive(): boolean {
  try {
    return Boolean(browser.runtime.id);
  } catch {
    return false;
  }
}
