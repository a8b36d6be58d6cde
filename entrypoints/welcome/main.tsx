import { render } from 'preact';
import cardStyles from '../../components/card/card.css?inline';
import { followThemeIn } from '../../components/settings/show-theme';
import { connectedStoryPage } from '../../components/story/connected-story-page';
import { type CardOptions, StoryCard } from '../../components/story/story-card';
import { Welcome } from '../../components/welcome/welcome';
import { speakInterfaceLanguage } from '../../components/words/locale';
import { MARK_STYLES } from '../../lib/page/marks';
import { message } from '../../lib/platform/i18n';
import { isFirefox } from '../../lib/platform/own-pages';
import { listShortcuts } from '../../lib/platform/shortcuts';

const place = document.getElementById('welcome');
if (!place) throw new Error('welcome.html has the place for the welcome');
speakInterfaceLanguage(document);
void followThemeIn(document);
document.title = message('welcomeTitle');
render(<Welcome isFirefox={isFirefox()} shortcuts={await listShortcuts()} />, place);

// No content script runs in a page of ours: it reads its own paragraph, as the reader reads a story.
document.head.append(Object.assign(document.createElement('style'), { textContent: MARK_STYLES }));
// The icon speaks of pages of the web: it is told nothing.
const bringCard = async () => (options: CardOptions) => new StoryCard(options, cardStyles);
connectedStoryPage(document, location.hostname, bringCard, () => undefined).setOn(true);
