import { isStorePage } from '../page/store-pages';
import { browser } from '../platform/browser';
import { openWelcome } from '../platform/own-pages';
import { siteOf } from '../settings/site';

/**
 * Welcomes a new user: in front where she has just installed the extension, in a store or on a page of the
 * browser; behind the page that she reads where it came some other way, as with her settings from another machine.
 */
export async function welcomeUser(): Promise<void> {
  const [front] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const address = front?.url ?? front?.pendingUrl ?? '';
  const isReading = siteOf(address) !== null && !isStorePage(address);
  await openWelcome({ isInFront: !isReading });
}
