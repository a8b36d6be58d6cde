/** What tests do with the panel of imports and exports, as its user would. */
import { expect } from 'vitest';
import type { StoryPage } from '../browsers/driver';

/** Chooses a file of these bytes, as its dialog would hand it over. */
export function chooseFile(page: StoryPage, name: string, bytes: Uint8Array): Promise<null> {
  return page.run(
    async (name, encoded) => {
      const place = () => document.querySelector<HTMLInputElement>('.exchange input[type="file"]');
      for (let tries = 0; tries < 500 && !place(); tries++)
        await new Promise((resolve) => setTimeout(resolve, 20));
      const input = place();
      if (!input) throw new Error('The page has no place for a file');
      const bytes = Uint8Array.from(atob(encoded), (one) => one.charCodeAt(0));
      const held = new DataTransfer();
      held.items.add(new File([bytes], name));
      input.files = held.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      return null;
    },
    name,
    Buffer.from(bytes).toString('base64'),
  );
}

/** Pastes cells and has them read. */
export function pasteCells(page: StoryPage, text: string): Promise<null> {
  return page.run((text) => {
    const field = document.querySelector<HTMLTextAreaElement>('.exchange textarea');
    if (!field?.form) throw new Error('The page has no field for cells');
    field.value = text;
    field.form.requestSubmit();
    return null;
  }, text);
}

/** How many entries have each status, by the words of its filter; null while that is not known. */
export function counts(page: StoryPage): Promise<Record<string, number> | null> {
  return page.run(() => {
    const buttons = [...document.querySelectorAll('.exchange .filters button')];
    if (buttons.length === 0 || document.querySelector('.exchange [aria-busy="true"]')) return null;
    const count = (button: Element) => button.querySelector('.count')?.textContent ?? '';
    return Object.fromEntries(
      buttons
        .map(
          (button) =>
            [button.firstChild?.textContent?.trim() ?? '', Number(count(button).replace(/\D/g, ''))] as const,
        )
        .filter(([, number]) => number > 0),
    );
  });
}

export async function expectCounts(page: StoryPage, expected: Record<string, number>): Promise<void> {
  await expect.poll(() => counts(page), { timeout: 20_000 }).toEqual(expected);
}

/** The rows that are shown, each as the texts of its cells. */
export function rows(page: StoryPage): Promise<string[][]> {
  return page.run(() =>
    [...document.querySelectorAll('.exchange .preview tbody tr')].map((row) =>
      [...row.children].map((cell) =>
        [...(cell.children.length > 0 ? cell.children : [cell])]
          .map((one) => one.textContent ?? '')
          .join(' / '),
      ),
    ),
  );
}

/** Presses a button of the panel by the start of its text, once it is there; for 20 s. */
export function press(page: StoryPage, start: string): Promise<null> {
  return page.run(async (wanted) => {
    for (let tries = 0; tries < 2_000; tries++) {
      for (const button of document.querySelectorAll<HTMLButtonElement>('.exchange button')) {
        if (button.matches(':disabled') || !button.textContent?.trim().startsWith(wanted)) continue;
        button.click();
        return null;
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`The panel has no button “${wanted}” to press`);
  }, start);
}

/** What the panel last said. */
export function told(page: StoryPage): Promise<string> {
  return page.run(() => document.querySelector('.exchange .said')?.textContent ?? '');
}

/** Sets a choice of the panel by the start of its label. */
export function choose(page: StoryPage, label: string, value: string): Promise<null> {
  return page.run(
    (label, value) => {
      const labels = [...document.querySelectorAll('.exchange label')];
      const found = labels.find((one) => one.textContent?.trim().startsWith(label));
      const field = found?.querySelector<HTMLSelectElement | HTMLInputElement>('select, input');
      if (!field) throw new Error(`The panel has no choice “${label}”`);
      if (field instanceof HTMLInputElement) field.click();
      else {
        field.value = value;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      }
      return null;
    },
    label,
    value,
  );
}

/** The longest time between two frames since the last call, ms, and starts to watch anew. */
export function longestFrame(page: StoryPage): Promise<number> {
  return page.run(() => {
    const watched = globalThis as { longestFrameMs?: number };
    const found = watched.longestFrameMs;
    watched.longestFrameMs = 0;
    if (found === undefined) {
      let last = performance.now();
      const frame = (now: number) => {
        watched.longestFrameMs = Math.max(watched.longestFrameMs ?? 0, now - last);
        last = now;
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    }
    return found ?? 0;
  });
}
