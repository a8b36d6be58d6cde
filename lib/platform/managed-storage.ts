import { browser } from './browser';

/** What an administrator has set for the extension; null where there is nothing. Nothing is validated here. */
export async function readManaged(): Promise<unknown> {
  try {
    return await browser.storage.managed.get();
  } catch {
    // Firefox's way of saying that there is none.
    return null;
  }
}

/** Calls back when it has changed; Firefox reads it once, when it starts. */
export function watchManaged(onChange: () => void): void {
  browser.storage.managed.onChanged?.addListener(() => onChange());
}
