/** What tests do with the page of the user's own entries, as its user would. */
import type { StoryPage } from '../browsers/driver';

/** Fills the form for a new name and sends it. */
export function addName(page: StoryPage, name: string, summary: string): Promise<null> {
  return page.run(
    (name, summary) => {
      const form = document.querySelector<HTMLFormElement>('form.add');
      if (!form) throw new Error('The page has no form for a new name');
      const field = (wanted: string) => form.elements.namedItem(wanted) as HTMLInputElement;
      field('name').value = name;
      field('summary').value = summary;
      form.requestSubmit();
      return null;
    },
    name,
    summary,
  );
}

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

/** The names that the page lists as the user's; null while it shows no list yet. */
export function editedNames(page: StoryPage): Promise<string[] | null> {
  return page.run(() => {
    const section = document.querySelector('[aria-labelledby="edited"]');
    return section && [...section.querySelectorAll('.name')].map((name) => name.textContent ?? '');
  });
}

/** What the page last said of an action. */
export function said(page: StoryPage): Promise<string> {
  return page.run(() => document.querySelector('[role="status"]')?.textContent ?? '');
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
