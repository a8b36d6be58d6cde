import { askTab } from '../messaging/channel';
import { browser } from '../platform/browser';

/** The commands of the manifest that go to the story in front: each is the message of its own name. */
const STORY_COMMANDS = ['next-mention', 'previous-mention', 'open-card'] as const;

/** Hands the reader's shortcuts on to the page in front; one without a story is left alone. */
export function handOnCommands(): void {
  browser.commands.onCommand.addListener((name, tab) => {
    const command = STORY_COMMANDS.find((known) => known === name);
    if (!command || tab?.id === undefined) return;
    askTab(tab.id, command, null).catch(() => {
      // No reader in that tab.
    });
  });
}
