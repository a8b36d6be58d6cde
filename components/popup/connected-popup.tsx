import { useEffect, useState } from 'preact/hooks';
import { askTab } from '../../lib/messaging/channel';
import type { ReadTab } from '../../lib/platform/read-tab';
import { listShortcuts, openShortcutSettings, type Shortcut } from '../../lib/platform/shortcuts';
import {
  followMarks,
  type MarkSettings,
  setFamiliarityMarked,
  setKindMarked,
  setMarkLook,
  setMarkRepeat,
} from '../../lib/settings/marks';
import { siteOf } from '../../lib/settings/site';
import { followSwitches, type Switches, switchEverywhere, switchSite } from '../../lib/settings/switches';
import type { MarkDeeds } from './mark-controls';
import { type PageAnswer, popupModel } from './model';
import { Popup } from './popup';

/** Between two questions to a page that has no list yet, ms: short beside a reader's patience. */
const ASK_AGAIN_MS = 150;
/** A page that is still without a list after so many questions gets no more. */
const MOST_QUESTIONS = 40;

async function askPage(tab: ReadTab): Promise<PageAnswer> {
  try {
    return await askTab(tab.id, 'report');
  } catch {
    return { state: 'no-answer' };
  }
}

/** Whether a page that answered this may soon have another answer. */
function isSettled(answer: PageAnswer, isOn: boolean): boolean {
  return answer.state === 'off' ? !isOn : answer.state === 'read' || answer.state === 'not-a-story';
}

/** Asks the page until its answer is settled, and anew whenever the switches change. */
function usePageAnswer(tab: ReadTab | null, switches: Switches | null): PageAnswer {
  const [answer, setAnswer] = useState<PageAnswer>({ state: 'waiting' });
  const isOn = Boolean(switches?.everywhere && switches.here);
  useEffect(() => {
    if (!tab || !isOn) return;
    let timer = 0;
    let questions = 0;
    const ask = async () => {
      const next = await askPage(tab);
      if (timer < 0) return;
      setAnswer(next);
      questions += 1;
      if (!isSettled(next, isOn) && questions < MOST_QUESTIONS) timer = window.setTimeout(ask, ASK_AGAIN_MS);
    };
    void ask();
    return () => {
      window.clearTimeout(timer);
      timer = -1;
    };
  }, [tab, isOn]);
  return tab ? answer : { state: 'no-answer' };
}

function useSwitches(site: string | null): Switches | null {
  const [switches, setSwitches] = useState<Switches | null>(null);
  useEffect(() => {
    const following = followSwitches(site ?? '', setSwitches);
    return () => void following.then((stop) => stop());
  }, [site]);
  return switches;
}

function useShortcuts(): readonly Shortcut[] {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => void listShortcuts().then(setShortcuts), []);
  return shortcuts;
}

function useMarks(): MarkSettings | null {
  const [marks, setMarks] = useState<MarkSettings | null>(null);
  useEffect(() => {
    const following = followMarks(setMarks);
    return () => void following.then((stop) => stop());
  }, []);
  return marks;
}

/** Stored at once; every open story follows. */
const MARK_DEEDS: MarkDeeds = {
  onLook: (look) => void setMarkLook(look),
  onRepeat: (repeat) => void setMarkRepeat(repeat),
  onFamiliarity: (familiarity, isMarked) => void setFamiliarityMarked(familiarity, isMarked),
  onKind: (kind, isMarked) => void setKindMarked(kind, isMarked),
};

/** The popup for a tab: its switches are stored at once, and what the page answers is shown. */
export function ConnectedPopup({ tab }: { readonly tab: ReadTab | null }) {
  const address = tab?.address ?? null;
  const site = address === null ? null : siteOf(address);
  const switches = useSwitches(site);
  const marks = useMarks();
  const answer = usePageAnswer(tab, switches);
  const shortcuts = useShortcuts();
  // Storage answers within a frame or two; a wrong state would flash.
  if (!switches || !marks) return null;
  return (
    <Popup
      model={popupModel(address, switches, answer)}
      marks={marks}
      markDeeds={MARK_DEEDS}
      onToggleEverywhere={(on) => void switchEverywhere(on)}
      shortcuts={shortcuts}
      onChangeShortcuts={() => void openShortcutSettings()}
      onToggleSite={(on) => site !== null && void switchSite(site, on)}
    />
  );
}
