import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import cardStyles from '../components/card/card.css?inline';
import { StoryPage } from '../components/story/story-page';
import { answerBareMessages, answerMessages, askBackground, tellState } from '../lib/messaging/channel';
import { selectedEntry, wantedEntry } from '../lib/messaging/plain-checks';
import { pageAddressOf } from '../lib/page/frames';
import { claimPage, isStoryByGate } from '../lib/platform/lifetime';
import { watchBeats } from '../lib/settings/beats';
import { followSetting } from '../lib/settings/follow';
import { followMarks } from '../lib/settings/marks';
import { followQuiet } from '../lib/settings/quiet';
import { siteOf } from '../lib/settings/site';
import { followSwitches, isReadingOn } from '../lib/settings/switches';
import { HOVER_DELAY, THEME } from '../lib/settings/table';
import { watchEditions } from '../lib/store/edition';

/** Reads the story on this page. The background brings it where the gate found one. */
export default defineUnlistedScript(() => {
  const address = pageAddressOf(window);
  const site = address && siteOf(address);
  if (!site || !claimPage('reader')) return;
  const page = new StoryPage(document, site, cardStyles, {
    annotate: (request) => askBackground('annotate', request),
    card: (id, date) => askBackground('card', { id, date }),
    editEntry: (id) => void askBackground('edit-entry', { id }),
    tell: tellState,
  });
  answerBareMessages({
    report: () => page.report(),
    'story-text': () => page.text,
    'next-mention': () => page.walk(1),
    'previous-mention': () => page.walk(-1),
    'open-card': () => page.openByKey(),
  });
  answerMessages(
    {
      'go-to-entry': ({ id }) => page.jump(id),
      'open-at-selection': ({ found }) => page.openAtSelection(found),
    },
    { 'go-to-entry': wantedEntry, 'open-at-selection': selectedEntry },
  );
  window.addEventListener('pageshow', ({ persisted }) => persisted && page.comeBack());
  void followMarks((settings) => page.setMarks(settings));
  void followQuiet((quiet) => page.setQuiet(quiet));
  void followSetting(HOVER_DELAY, (restMs) => page.setHoverDelay(restMs));
  void followSetting(THEME, (theme) => page.setTheme(theme));
  watchEditions(() => page.followGlossary());
  watchBeats(() => page.followGlossary());
  void followSwitches(site, (switches) => page.setOn(isReadingOn(switches) && isStoryByGate()));
});
