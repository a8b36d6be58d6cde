/** What tests do with the page of the user's own entries, as its user would. */
import { expect } from 'vitest';
import messages from '../../public/_locales/en/messages.json';
import type { StoryPage } from '../browsers/driver';

/** Opens a new entry and writes its name and summary, which are then saved by themselves. */
export async function addName(page: StoryPage, name: string, summary: string): Promise<null> {
  await pressButton(page, messages.toolbarNew.message);
  // The entry before it stays in the form until the new one has its id: what is written there is its name.
  const form = async () => [await headingOfEntry(page), await written(page, 'f-name-')];
  await expect.poll(form, { timeout: 20_000 }).toEqual([messages.entryNew.message, '']);
  await write(page, 'f-name-', name);
  return write(page, 'f-summary-', summary);
}

/** Of the entry that is open; null where none is. */
export const headingOfEntry = (page: StoryPage): Promise<string | null> =>
  page.run(() => document.querySelector('#edit')?.textContent ?? null);

/** Writes into a field of the form, once it is there. */
export function write(page: StoryPage, fieldId: string, text: string): Promise<null> {
  return page.run(
    async (fieldId, text) => {
      for (let tries = 0; tries < 200; tries++) {
        const field = document.getElementById(fieldId);
        if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
          field.focus();
          field.value = text;
          field.dispatchEvent(new InputEvent('input', { bubbles: true }));
          return null;
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`The form has no field ${fieldId}`);
    },
    fieldId,
    text,
  );
}

/** What a field of the form holds; null where it is not there. */
export const written = (page: StoryPage, fieldId: string): Promise<string | null> =>
  page.run(
    (fieldId) => (document.getElementById(fieldId) as HTMLInputElement | null)?.value ?? null,
    fieldId,
  );

/** What the form says of what was written: "Saved". */
export const savingState = (page: StoryPage): Promise<string> =>
  page.run(() => document.querySelector('.saving > p')?.textContent ?? '');

/** Chooses in one of the list's filters, by the value of its choice. */
export function choose(page: StoryPage, value: string): Promise<null> {
  return page.run((wanted) => {
    for (const select of document.querySelectorAll<HTMLSelectElement>('.controls select')) {
      if (![...select.options].some((option) => option.value === wanted)) continue;
      select.value = wanted;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return null;
    }
    throw new Error(`No filter has the choice ${wanted}`);
  }, value);
}

/** The names that the list shows now. */
export const listedNames = (page: StoryPage): Promise<string[]> =>
  page.run(() => [...document.querySelectorAll('.list .row-name')].map((name) => name.textContent ?? ''));

/** Presses a button by its text, once it is there and can be pressed; for 5 s. */
export function pressButton(page: StoryPage, text: string): Promise<null> {
  return page.run(async (wanted) => {
    for (let tries = 0; tries < 100; tries++) {
      for (const button of document.querySelectorAll('button')) {
        if (button.disabled || button.textContent?.trim() !== wanted) continue;
        button.click();
        return null;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`The page has no button “${wanted}” to press`);
  }, text);
}

/** The names that the page lists as the user's; null while it reads. */
export function editedNames(page: StoryPage): Promise<string[] | null> {
  return page.run(async () => {
    const scope = document.querySelector<HTMLSelectElement>('.controls select:has([value="mine"])');
    if (!scope) return null;
    if (scope.value !== 'mine') {
      scope.value = 'mine';
      scope.dispatchEvent(new Event('change', { bubbles: true }));
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (document.querySelector('.counts [role="status"]')) return null;
    return [...document.querySelectorAll('.list .row-name')].map((name) => name.textContent ?? '');
  });
}

/** Sets a key of local storage, or removes it (null), from a page of the extension. */
export function setStored(page: StoryPage, key: string, value: string | null): Promise<null> {
  return page.run(
    async (key, value) => {
      const { chrome, browser } = globalThis as unknown as Record<
        string,
        typeof import('webextension-polyfill')
      >;
      const local = (browser ?? chrome)?.storage.local;
      await (value === null ? local?.remove(key) : local?.set({ [key]: value }));
      return null;
    },
    key,
    value,
  );
}
