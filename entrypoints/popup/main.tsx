import { render } from 'preact';
import { ConnectedPopup } from '../../components/popup/connected-popup';
import { askedPage } from '../../components/popup/use-page-answer';
import { followThemeIn } from '../../components/settings/show-theme';
import { speakInterfaceLanguage } from '../../components/words/locale';
import { STORY_PAGES } from '../../lib/page/story-pages';
import { hasAccess } from '../../lib/platform/access';
import { findReadTab } from '../../lib/platform/read-tab';

const place = document.getElementById('popup');
if (!place) throw new Error('popup.html has the place for the popup');
speakInterfaceLanguage(document);
void followThemeIn(document);
const tab = await findReadTab();
// Asked for before anything is drawn, so that the list is in the popup's first picture.
const page = tab && askedPage(tab);
const isAllowed = await hasAccess(tab?.address ?? null, STORY_PAGES);
render(<ConnectedPopup tab={tab} hasAccess={isAllowed} page={page} />, place);
