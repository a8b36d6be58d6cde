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
    [...document.querySelectorAll('.story-name')].map((item) => ({
      name: item.querySelector('.name')?.textContent ?? '',
      count: item.querySelector('.count')?.textContent ?? '',
      isPossible: item.querySelector('.possible') !== null,
    })),
  );
  return rows
    .map((row) => ({ ...row, count: row.count === 'once' ? 1 : Number.parseInt(row.count, 10) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The names in the order in which the popup lists them. */
export function namesInOrder(popup: PopupPage): Promise<string[]> {
  return popup.run(() =>
    [...document.querySelectorAll('.story-name .name-line .name')].map((name) => name.textContent ?? ''),
  );
}

/** Presses the first button with that text or label. Throws where the popup has none. */
export async function pressInPopup(popup: PopupPage, label: string): Promise<void> {
  const isPressed = await popup.run((wanted) => {
    for (const button of document.querySelectorAll('button')) {
      if (button.textContent?.trim() !== wanted && button.ariaLabel !== wanted) continue;
      button.click();
      return true;
    }
    return false;
  }, label);
  if (!isPressed) throw new Error(`The popup has no button “${label}”`);
}

/** Clicks on a name of the list. */
export async function clickName(popup: PopupPage, name: string): Promise<void> {
  const isClicked = await popup.run((wanted) => {
    for (const row of document.querySelectorAll<HTMLButtonElement>('.story-name button.entry')) {
      if (row.querySelector('.name')?.textContent !== wanted) continue;
      row.click();
      return true;
    }
    return false;
  }, name);
  if (!isClicked) throw new Error(`The popup does not list “${name}”`);
}

/** Types into the popup's filter. */
export function filterNames(popup: PopupPage, query: string): Promise<null> {
  return popup.run((typed) => {
    const box = document.querySelector<HTMLInputElement>('.filter input');
    if (!box) throw new Error('The popup has no filter');
    box.value = typed;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    return null;
  }, query);
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
