import { answerBareMessages, askBackground } from '../../lib/messaging/channel';
import { watchBeats } from '../../lib/settings/beats';
import { followSetting } from '../../lib/settings/follow';
import { followMarks } from '../../lib/settings/marks';
import { followQuiet } from '../../lib/settings/quiet';
import { HOVER_DELAY, THEME } from '../../lib/settings/table';
import { watchEditions } from '../../lib/store/edition';
import { type StoryDeskClient, StoryPage } from './story-page';

/**
 * A story page, not yet on, that asks the background, heeds the shortcuts, and follows the user's settings
 * and edits. `site` is the story's, as siteOf gives it; `bringCard` brings the card's script; `tell` is told how the
 * story is.
 */
export function connectedStoryPage(
  document: Document,
  site: string,
  bringCard: StoryDeskClient['bringCard'],
  tell: StoryDeskClient['tell'],
): StoryPage {
  const page = new StoryPage(document, site, {
    annotate: (request) => askBackground('annotate', request),
    card: (id, date) => askBackground('card', { id, date }),
    editEntry: (id) =>
      void askBackground('edit-entry', { id }).catch((error: unknown) =>
        console.warn('Newsgloss could not open its page:', error),
      ),
    bringCard,
    tell,
  });
  answerBareMessages({
    'next-mention': () => page.walk(1),
    'previous-mention': () => page.walk(-1),
    'open-card': () => page.openByKey(),
  });
  void followMarks((settings) => page.setMarks(settings));
  void followQuiet((quiet) => page.setQuiet(quiet));
  void followSetting(HOVER_DELAY, (restMs) => page.setHoverDelay(restMs));
  void followSetting(THEME, (theme) => page.setTheme(theme));
  watchEditions(() => page.followGlossary());
  watchBeats(() => page.followGlossary());
  return page;
}
