import { askTab } from '../messaging/channel';
import type { PageState } from '../messaging/protocol';
import { message } from '../platform/i18n';
import { forEachTab, setBadgeColors, setToolbar } from '../platform/toolbar';
import { followSetting } from '../settings/follow';
import { followSwitches, isReadingOn } from '../settings/switches';
import { BADGE } from '../settings/table';
import { stateOfReport, type ToolbarLook, toolbarLook } from './toolbar-look';

/** How the icon is where no page has told anything: pages without a story, pages of the browser. */
function lookElsewhere(isOn: boolean): ToolbarLook {
  if (!isOn) return toolbarLook({ state: 'off' }, false);
  return { ...toolbarLook({ state: 'not-a-story' }, false), title: message('extensionName') };
}

/**
 * Shows in the toolbar how each page is. Nothing is kept here: pages tell when something of them has
 * changed, browsers forget what was told of a page once the tab has gone on, and a background that has
 * begun anew sets what holds for all.
 */
export class Toolbar {
  #hasBadge: Promise<boolean>;
  #ready: (hasBadge: boolean) => void = () => undefined;

  constructor() {
    this.#hasBadge = new Promise((resolve) => {
      this.#ready = resolve;
    });
  }

  /** Follows the switches and the setting from now on. */
  start(): void {
    setBadgeColors();
    // No site of its own: what holds everywhere.
    void followSwitches('', (switches) => void setToolbar(null, lookElsewhere(isReadingOn(switches))));
    let isFirst = true;
    void followSetting(BADGE, (shown) => {
      const hasBadge = shown === 'on';
      this.#ready(hasBadge);
      this.#hasBadge = Promise.resolve(hasBadge);
      // Pages have told before, and are asked again.
      if (!isFirst) void forEachTab((tabId) => this.#askAgain(tabId));
      isFirst = false;
    });
  }

  /** A page has told how it is. */
  async show(tabId: number, page: PageState): Promise<void> {
    await setToolbar(tabId, toolbarLook(page, await this.#hasBadge));
  }

  async #askAgain(tabId: number): Promise<void> {
    try {
      const report = await askTab(tabId, 'report', null);
      const state = stateOfReport(report);
      if (state?.state === 'read') await this.show(tabId, state);
    } catch {
      // No script of ours in that tab, or none that has read it yet: nothing is shown for it.
    }
  }
}
