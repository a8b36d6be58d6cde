import { defineBackground } from 'wxt/utils/define-background';
import { loadBundledEntries } from '../lib/desk/load-bundled';
import { injectGateIntoOpenTabs, injectReader } from '../lib/desk/reader-injection';
import { StoryDesk } from '../lib/desk/story-desk';
import { answerMessages, askTab } from '../lib/messaging/channel';
import { backgroundChecks } from '../lib/messaging/params-checks';
import { browser } from '../lib/platform/browser';
import { localToday } from '../lib/platform/today';

export default defineBackground(() => {
  const desk = new StoryDesk(loadBundledEntries);

  answerMessages(
    {
      'bring-reader': async (_params, { tabId, frameId }) => {
        if (tabId !== null && frameId !== null) await injectReader(tabId, frameId);
        return null;
      },
      annotate: (request) => desk.annotate(request),
      card: ({ id, date }) => desk.card(id, date, localToday()),
    },
    backgroundChecks,
  );

  browser.runtime.onInstalled.addListener(() => void injectGateIntoOpenTabs());

  // A page that changes its address without a load may have become a story.
  browser.tabs.onUpdated.addListener((tabId, { url }) => {
    if (!url) return;
    askTab(tabId, 'look-again').catch(() => {
      // No gate in that tab: a browser page, or a page still loading, whose gate will look itself.
    });
  });
});
