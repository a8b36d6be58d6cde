import { render } from 'preact';
import cardStyles from '../../components/card/card.css?inline';
import { StoryPage } from '../../components/story/story-page';
import { Welcome } from '../../components/welcome/welcome';
import { speakInterfaceLanguage } from '../../components/words/locale';
import { answerBareMessages, askBackground } from '../../lib/messaging/channel';
import { MARK_STYLES } from '../../lib/page/marks';
import { message } from '../../lib/platform/i18n';
import { isFirefox } from '../../lib/platform/own-pages';
import { listShortcuts } from '../../lib/platform/shortcuts';
import { followMarks } from '../../lib/settings/marks';
import { followQuiet } from '../../lib/settings/quiet';
import { watchEditions } from '../../lib/store/edition';

const place = document.getElementById('welcome');
if (!place) throw new Error('welcome.html has the place for the welcome');
speakInterfaceLanguage(document);
document.title = message('welcomeTitle');
render(<Welcome isFirefox={isFirefox()} shortcuts={await listShortcuts()} />, place);

// No content script runs in a page of ours: it reads its own paragraph, as the reader reads a story.
document.head.append(Object.assign(document.createElement('style'), { textContent: MARK_STYLES }));
const page = new StoryPage(document, location.hostname, cardStyles, {
  annotate: (request) => askBackground('annotate', request),
  card: (id, date) => askBackground('card', { id, date }),
  editEntry: (id) => void askBackground('edit-entry', { id }),
  // The icon speaks of pages of the web.
  tell: () => undefined,
});
answerBareMessages({
  'next-mention': () => page.walk(1),
  'previous-mention': () => page.walk(-1),
  'open-card': () => page.openByKey(),
});
void followMarks((settings) => page.setMarks(settings));
void followQuiet((quiet) => page.setQuiet(quiet));
watchEditions(() => page.followGlossary());
page.setOn(true);
