import { useEffect, useState } from 'preact/hooks';
import { STORY_PAGES } from '../../lib/page/story-pages';
import { askAccess } from '../../lib/platform/access';
import type { ReadTab } from '../../lib/platform/read-tab';
import { listShortcuts, openShortcutSettings, type Shortcut } from '../../lib/platform/shortcuts';
import { followBadge, setBadgeShown } from '../../lib/settings/badge';
import {
  followMarks,
  type MarkSettings,
  setFamiliarityMarked,
  setKindMarked,
  setMarkLook,
  setMarkRepeat,
} from '../../lib/settings/marks';
import { siteOf } from '../../lib/settings/site';
import {
  followSwitches,
  type Switches,
  setPaused,
  switchAlways,
  switchEverywhere,
  switchSite,
} from '../../lib/settings/switches';
import type { MarkDeeds } from './mark-controls';
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

/** The present state of what `follow` follows; null before it is known. */
function useFollowed<State>(
  follow: (onState: (state: State) => void) => Promise<() => void>,
  key: string,
): State | null {
  const [state, setState] = useState<State | null>(null);
  useEffect(() => {
    const following = follow(setState);
    return () => void following.then((stop) => stop());
  }, [key]);
  return state;
}

function useShortcuts(): readonly Shortcut[] {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => void listShortcuts().then(setShortcuts), []);
  return shortcuts;
}

/** Stored at once; every open story follows. */
const MARK_DEEDS: MarkDeeds = {
  onLook: (look) => void setMarkLook(look),
  onRepeat: (repeat) => void setMarkRepeat(repeat),
  onFamiliarity: (familiarity, isMarked) => void setFamiliarityMarked(familiarity, isMarked),
  onKind: (kind, isMarked) => void setKindMarked(kind, isMarked),
  onBadge: (isShown) => void setBadgeShown(isShown),
};

/** The popup for a tab: its switches are stored at once, and what the page answers is shown. */
export function ConnectedPopup({ tab, hasAccess: hadAccess, page }: OpenedAt) {
  const address = tab?.address ?? null;
  const site = address === null ? null : siteOf(address);
  const [hasAccess, setHasAccess] = useState(hadAccess);
  const switches = useFollowed<Switches>((onState) => followSwitches(site ?? '', onState), site ?? '');
  const marks = useFollowed<MarkSettings>(followMarks, '');
  const hasBadge = useFollowed<boolean>(followBadge, '');
  const answer = usePageAnswer(page);
  const { list, shown } = useStoryList(tab, site, answer);
  const shortcuts = useShortcuts();
  // Storage answers within a frame or two; a wrong state would flash.
  if (!switches || !marks || hasBadge === null) return null;
  return (
    <Popup
      model={popupModel({ address, hasAccess }, switches, shown)}
      list={list}
      marks={marks}
      markDeeds={MARK_DEEDS}
      hasBadge={hasBadge}
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
