import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import cardStyles from '../components/card/card.css?inline';
import { StoryPage } from '../components/story/story-page';
import { answerBareMessages, askBackground } from '../lib/messaging/channel';
import { claimPage } from '../lib/platform/lifetime';
import { siteOf } from '../lib/settings/site';
import { followSwitches } from '../lib/settings/switches';

/** Reads the story on this page. The background brings it where the gate found one. */
export default defineUnlistedScript(() => {
  const site = siteOf(location.href);
  if (!site || !claimPage('reader')) return;
  const page = new StoryPage(document, cardStyles, {
    annotate: (request) => askBackground('annotate', request),
    card: (id, date) => askBackground('card', { id, date }),
  });
  answerBareMessages({ report: () => page.report() });
  void followSwitches(site, ({ everywhere, here }) => page.setOn(everywhere && here));
});
