import { answerBareMessages, askBackground } from '../../lib/messaging/channel';
import { followMarks } from '../../lib/settings/marks';
import { followQuiet } from '../../lib/settings/quiet';
import { watchEditions } from '../../lib/store/edition';
import { type StoryDeskClient, StoryPage } from './story-page';

/**
 * A story page, not yet on, that asks the background, heeds the shortcuts, and follows the user's marks, what
 * she wants to be left alone with, and her edits. `site` is the story's, as siteOf gives it; `tell` is told
 * how the story is.
 */
export function connectedStoryPage(
  document: Document,
  site: string,
  cardStyles: string,
  tell: StoryDeskClient['tell'],
): StoryPage {
  const page = new StoryPage(document, site, cardStyles, {
    annotate: (request) => askBackground('annotate', request),
    card: (id, date) => askBackground('card', { id, date }),
    editEntry: (id) => void askBackground('edit-entry', { id }),
    tell,
  });
  answerBareMessages({
    'next-mention': () => page.walk(1),
    'previous-mention': () => page.walk(-1),
    'open-card': () => page.openByKey(),
  });
  void followMarks((settings) => page.setMarks(settings));
  void followQuiet((quiet) => page.setQuiet(quiet));
  watchEditions(() => page.followGlossary());
  return page;
}
