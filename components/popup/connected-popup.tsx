import { useEffect, useState } from 'preact/hooks';
import { STORY_PAGES } from '../../lib/page/story-pages';
import { askAccess } from '../../lib/platform/access';
import type { ReadTab } from '../../lib/platform/read-tab';
import { listShortcuts, openShortcutSettings, type Shortcut } from '../../lib/platform/shortcuts';
import { siteOf } from '../../lib/settings/site';
import {
  followSwitches,
  type Switches,
  setPaused,
  switchAlways,
  switchEverywhere,
  switchSite,
} from '../../lib/settings/switches';
import { setSetting } from '../../lib/settings/write';
import type { SettingsHand } from '../settings/controls';
import { useStored } from '../settings/use-stored';
import { popupModel } from './model';
import { Popup } from './popup';
import { type AskedPage, usePageAnswer } from './use-page-answer';
import { useStoryList } from './use-story-list';

/** What is known of the tab when the popup opens, or asked for by then. */
export interface OpenedAt {
  /** Null where there is none. */
  readonly tab: ReadTab | null;
  readonly hasAccess: boolean;
  readonly page: AskedPage | null;
}

/** The switches that count on a site; null before they are known. */
function useSwitches(site: string): Switches | null {
  const [switches, setSwitches] = useState<Switches | null>(null);
  useEffect(() => {
    const following = followSwitches(site, setSwitches);
    return () => void following.then((stop) => stop());
  }, [site]);
  return switches;
}

function useShortcuts(): readonly Shortcut[] {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => void listShortcuts().then(setShortcuts), []);
  return shortcuts;
}

/** Stored at once; every open story follows. */
const setAtOnce: SettingsHand['onSet'] = (row, member, value) => void setSetting(row, member, value);

/** The popup for a tab: its switches are stored at once, and what the page answers is shown. */
export function ConnectedPopup({ tab, hasAccess: hadAccess, page }: OpenedAt) {
  const address = tab?.address ?? null;
  const site = address === null ? null : siteOf(address);
  const [hasAccess, setHasAccess] = useState(hadAccess);
  const switches = useSwitches(site ?? '');
  const values = useStored();
  const answer = usePageAnswer(page);
  const { list, shown } = useStoryList(tab, site, answer);
  const shortcuts = useShortcuts();
  // Storage answers within a frame or two; a wrong state would flash.
  if (!switches || !values) return null;
  return (
    <Popup
      model={popupModel({ address, hasAccess }, switches, shown)}
      list={list}
      hand={{ values, onSet: setAtOnce, onReset: null }}
      shortcuts={shortcuts}
      onChangeShortcuts={() => void openShortcutSettings()}
      onToggleEverywhere={(on) => void switchEverywhere(on)}
      onToggleSite={(on) => site !== null && void switchSite(site, on)}
      onToggleAlways={(always) => site !== null && void switchAlways(site, always)}
      onPause={() => void setPaused(true)}
      onResume={() => void setPaused(false)}
      onAskAccess={() => void askAccess(address, STORY_PAGES).then(setHasAccess)}
    />
  );
}
