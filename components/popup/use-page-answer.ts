import { useEffect, useState } from 'preact/hooks';
import { answerMessages, askTab } from '../../lib/messaging/channel';
import { pageState } from '../../lib/messaging/plain-checks';
import { type ReadTab, watchLoads } from '../../lib/platform/read-tab';
import type { PageAnswer } from './model';

/**
 * What the page of the tab answers. Null where no script of ours is in it; nothing where one is, that
 * has no answer yet, and tells when it has.
 */
export async function askPage(tab: ReadTab): Promise<PageAnswer> {
  try {
    return (await askTab(tab.id, 'report', null)) ?? { state: 'waiting' };
  } catch {
    return { state: 'no-answer' };
  }
}

/** Calls back whenever the page of a tab may answer otherwise: it told so, or was loaded. Returns how to stop. */
function watchPage(tab: ReadTab, onChange: () => void): () => void {
  let isWatched = true;
  answerMessages(
    {
      'state-changed': (_, { tabId, frameId }) => {
        if (isWatched && tabId === tab.id && frameId === 0) onChange();
        // The background answers.
        return undefined;
      },
    },
    { 'state-changed': pageState },
  );
  const stop = watchLoads(tab.id, onChange);
  return () => {
    isWatched = false;
    stop();
  };
}

/**
 * What the page answers: `first` at first, which was asked for as early as can be, and anew whenever it
 * has told of a change. A page without a list is asked no second time unbidden.
 */
export function usePageAnswer(tab: ReadTab | null, first: Promise<PageAnswer>): PageAnswer {
  const [answer, setAnswer] = useState<PageAnswer>({ state: 'waiting' });
  useEffect(() => {
    let asked = 0;
    const show = async (asking: Promise<PageAnswer>) => {
      asked += 1;
      const mine = asked;
      const next = await asking;
      // The newest question counts, whichever is answered last.
      if (mine === asked) setAnswer(next);
    };
    void show(first);
    const stop = tab && watchPage(tab, () => void show(askPage(tab)));
    return () => {
      asked += 1;
      stop?.();
    };
  }, [tab, first]);
  return answer;
}
