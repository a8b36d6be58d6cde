import { browser } from './browser';

/** A shortcut as the user has it now. */
export interface Shortcut {
  /** What it does, in the user's language. */
  readonly description: string;
  /** Its keys as the browser writes them: `Alt+Period`. */
  readonly keys: string;
}

/** The shortcuts that have keys: the user may have changed them, and another extension may hold ours. */
export async function listShortcuts(): Promise<Shortcut[]> {
  const commands = await browser.commands.getAll();
  return commands.flatMap(({ description, shortcut }) =>
    description && shortcut ? [{ description, keys: shortcut }] : [],
  );
}
