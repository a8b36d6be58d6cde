import { browser, type Storage } from './browser';

/** A change of one key of local storage; `value` is undefined when the key was removed. */
export interface StoredChange {
  readonly key: string;
  readonly value: unknown;
}

/** The stored values of `keys`, undefined where nothing is stored. Nothing is validated here. */
export async function readStored<Key extends string>(keys: readonly Key[]): Promise<Record<Key, unknown>> {
  const stored = await browser.storage.local.get([...keys]);
  const values: Partial<Record<Key, unknown>> = {};
  for (const key of keys) values[key] = stored[key];
  // Every key has just been set.
  return values as Record<Key, unknown>;
}

/** Everything in local storage. Nothing is validated here. */
export function readAllStored(): Promise<Record<string, unknown>> {
  return browser.storage.local.get(null);
}

/** Stores one key; `undefined` removes it. One key a call: read-modify-write of a shared one loses updates. */
export async function writeStored(key: string, value: unknown): Promise<void> {
  if (value === undefined) await browser.storage.local.remove(key);
  else await browser.storage.local.set({ [key]: value });
}

/** Stores keys at once, each with its value. */
export function writeAllStored(values: Readonly<Record<string, unknown>>): Promise<void> {
  return browser.storage.local.set(values);
}

/** Removes keys at once. */
export function removeStored(keys: readonly string[]): Promise<void> {
  return browser.storage.local.remove([...keys]);
}

/** Calls back for every change of local storage, from whichever page it came; returns how to stop. */
export function watchStored(onChange: (change: StoredChange) => void): () => void {
  const listener = (changes: Record<string, Storage.StorageChange>) => {
    for (const [key, change] of Object.entries(changes)) onChange({ key, value: change.newValue });
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
