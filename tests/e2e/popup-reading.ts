import type { PopupPage } from '../browsers/driver';

/** A name as the popup lists it. */
export interface ListedName {
  readonly name: string;
  readonly count: number;
  readonly isPossible: boolean;
}

/** The names that the popup lists, by name. */
export async function listedNames(popup: PopupPage): Promise<ListedName[]> {
  const rows = await popup.run(() =>
    [...document.querySelectorAll('li')].map((item) => ({
      name: item.querySelector('.name')?.textContent ?? '',
      count: item.querySelector('.count')?.textContent ?? '',
      isPossible: item.querySelector('.possible') !== null,
    })),
  );
  return rows
    .map((row) => ({ ...row, count: row.count === 'once' ? 1 : Number.parseInt(row.count, 10) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** All that the popup says, one line. */
export async function popupText(popup: PopupPage): Promise<string> {
  return (await popup.run(() => document.body.innerText)).replace(/\s+/g, ' ').trim();
}

/** The popup's switches from the top, by label, true where on. */
export function switchStates(popup: PopupPage): Promise<[string, boolean][]> {
  return popup.run(() =>
    [...document.querySelectorAll('[role="switch"]')].map((control): [string, boolean] => [
      control.textContent ?? '',
      control.getAttribute('aria-checked') === 'true',
    ]),
  );
}

/** Turns a switch by its label. Throws where the popup has none such, or it cannot be turned. */
export async function turnSwitch(popup: PopupPage, label: string): Promise<void> {
  const isTurned = await popup.run((wanted) => {
    for (const control of document.querySelectorAll<HTMLButtonElement>('[role="switch"]')) {
      if (control.textContent?.trim() !== wanted || control.disabled) continue;
      control.click();
      return true;
    }
    return false;
  }, label);
  if (!isTurned) throw new Error(`The popup has no switch “${label}” to turn`);
}
