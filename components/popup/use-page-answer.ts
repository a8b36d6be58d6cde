import { useEffect, useState } from 'preact/hooks';
import { answerMessages, askTab, Unanswered } from '../../lib/messaging/channel';
import { pageState } from '../../lib/messaging/plain-checks';
import { type ReadTab, watchLoads } from '../../lib/platform/read-tab';
import type { PageAnswer } from './model';

/**
 * What the page of the tab answers. Null where no script of ours is in it; nothing where one is, that
 * has no answer yet, and tells when it has.
 */
async function askPage(tab: ReadTab): Promise<PageAnswer> {
  try {
    return await askTab(tab.id, 'report', null);
  } catch (error) {
    return { state: error instanceof Unanswered ? 'waiting' : 'no-answer' };
  }
}

/** A page that is asked as early as can be, and listened to from before that on. */
export interface AskedPage {
  readonly first: Promise<PageAnswer>;
  again(): Promise<PageAnswer>;
  /** Calls back at each change since the first question. Returns how to stop. */
  follow(onChange: () => void): () => void;
}

/** Asks the page of a tab, and listens for what it tells of changes and for loads. */
export function askedPage(tab: ReadTab): AskedPage {
  let listener: (() => void) | null = null;
  let hasChanged = false;
  const change = () => {
    hasChanged = listener === null;
    listener?.();
  };
  answerMessages(
    {
      'state-changed': (_, { tabId, frameId }) => {
        if (tabId === tab.id && frameId === 0) change();
        // The background answers.
        return undefined;
      },
    },
    { 'state-changed': pageState },
  );
  watchLoads(tab.id, change);
  return {
    first: askPage(tab),
    again: () => askPage(tab),
    follow(onChange) {
      listener = onChange;
      if (hasChanged) change();
      return () => {
        listener = null;
      };
    },
  };
}

/** What the page answers, anew whenever it has changed: it is asked no second time unbidden. */
export function usePageAnswer(page: AskedPage | null): PageAnswer {
  const [answer, setAnswer] = useState<PageAnswer>({ state: page ? 'waiting' : 'no-answer' });
  useEffect(() => {
    if (!page) return;
    let asked = 0;
    const show = async (asking: Promise<PageAnswer>) => {
      asked += 1;
      const mine = asked;
      const next = await asking;
      // The newest question counts, whichever is answered last.
      if (mine === asked) setAnswer(next);
    };
    void show(page.first);
    const stop = page.follow(() => void show(page.again()));
    return () => {
      asked += 1;
      stop();
    };
  }, [page]);
  return answer;
}
