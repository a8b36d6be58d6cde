/** Between emptying a live region and filling it, ms: the same words twice are else said once. */
const EMPTY_MS = 50;

/** Has screen readers say `words` politely; `live` is a live region in the page. */
export function announce(live: HTMLElement, words: string): void {
  live.textContent = '';
  setTimeout(() => {
    live.textContent = words;
  }, EMPTY_MS);
}
