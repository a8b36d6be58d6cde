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

/**
 * Calls back when the browser shows a page again as it was left, or for the first time one that it had made ready
 * before it was asked for: nobody remembers it, and nothing that was said meanwhile has reached it. Returns how
 * to stop.
 */
export function whenPageComesBack(onBack: () => void): () => void {
  const onShow = ({ persisted, isTrusted }: PageTransitionEvent) => {
    if (persisted && isTrusted) onBack();
  };
  const onActivated = ({ isTrusted }: Event) => {
    if (isTrusted) onBack();
  };
  // The background, which follows settings as well, is no page; command line and unit tests have no events.
  globalThis.addEventListener?.('pageshow', onShow);
  globalThis.document?.addEventListener('prerenderingchange', onActivated);
  return () => {
    globalThis.removeEventListener?.('pageshow', onShow);
    globalThis.document?.removeEventListener('prerenderingchange', onActivated);
  };
}

/**
 * Calls back once, at the first occasion at which it shows that the extension is no more: the page comes into
 * sight, or its window to the front, as after the settings in which it was switched off. A page that makes these
 * occasions up has it asked in vain.
 */
export function whenLeftBehind(onLeft: () => void): void {
  const asking = new AbortController();
  const ask = () => {
    if (isExtensionAlive()) return;
    asking.abort();
    onLeft();
  };
  document.addEventListener('visibilitychange', ask, { signal: asking.signal });
  window.addEventListener('focus', ask, { signal: asking.signal });
}

/** Which of our scripts runs in this page; in the extension's own world, which the page cannot see. */
const world: typeof globalThis & {
  newsglossClaims?: Partial<Record<string, () => boolean>>;
  newsglossIsStory?: () => boolean;
} = globalThis;
world.newsglossClaims ??= {};
const claims = world.newsglossClaims;

/**
 * True for the first living copy of a script in this page, false for every further one: the browser
 * runs it on its own and we run it in tabs that were open before. A copy that an update left behind
 * does not count.
 */
export function claimPage(script: 'gate' | 'reader'): boolean {
  if (claims[script]?.()) return false;
  claims[script] = isExtensionAlive;
  return true;
}

/** The gate lets the reader in this page know whether the page is one to be read. */
export function shareIsStory(isStory: () => boolean): void {
  world.newsglossIsStory = isStory;
}

/** Whether the page is one to be read, by what its gate says now. */
export function isStoryByGate(): boolean {
  return world.newsglossIsStory?.() ?? true;
}
