import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offeredCard } from '../components/story/card-script';
import { connectedStoryPage } from '../components/story/connected-story-page';
import { answerBareMessages, answerMessages, askBackground, tellState } from '../lib/messaging/channel';
import { selectedEntry, wantedEntry } from '../lib/messaging/plain-checks';
import { pageAddressOf } from '../lib/page/frames';
import { claimPage, isStoryByGate, whenLeftBehind, whenPageComesBack } from '../lib/platform/lifetime';
import { siteOf } from '../lib/settings/site';
import { followSwitches, isReadingOn } from '../lib/settings/switches';

/** Reads the story on this page. The background brings it where the gate found one. */
export default defineUnlistedScript(() => {
  const address = pageAddressOf(window);
  const site = address && siteOf(address);
  if (!site || !claimPage('reader')) return;
  const bringCard = () => askBackground('bring-card', null).then(offeredCard);
  const page = connectedStoryPage(document, site, bringCard, tellState);
  answerBareMessages({
    report: () => page.report(),
    'story-text': () => page.text,
  });
  answerMessages(
    {
      'go-to-entry': ({ id }) => page.jump(id),
      'open-at-selection': ({ found }) => page.openAtSelection(found),
    },
    { 'go-to-entry': wantedEntry, 'open-at-selection': selectedEntry },
  );
  whenPageComesBack(() => page.comeBack());
  whenLeftBehind(() => page.leave());
  void followSwitches(site, (switches) => page.setOn(isReadingOn(switches) && isStoryByGate()));
});
