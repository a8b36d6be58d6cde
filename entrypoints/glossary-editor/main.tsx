import { render } from 'preact';
import { ConnectedMyGlossary } from '../../components/editor/connected-my-glossary';
import { followThemeIn } from '../../components/settings/show-theme';
import { speakInterfaceLanguage } from '../../components/words/locale';
import { loadBundledEntries } from '../../lib/desk/load-bundled';
import { message } from '../../lib/platform/i18n';
import { addedNameIn, editedEntryIn } from '../../lib/platform/own-pages';
import { UserGlossary } from '../../lib/store/user-glossary';

const place = document.getElementById('editor');
if (!place) throw new Error('glossary-editor.html has the place for the editor');
void followThemeIn(document);
const store = new UserGlossary();
// A desk's own scripts may work with the glossary from this page's console; no web page can reach it.
Object.assign(globalThis, { newsgloss: { userGlossary: store } });
speakInterfaceLanguage(document);
document.title = message('editorTitle');
const openedId = editedEntryIn(location.hash);
const bundled = await loadBundledEntries();
const addedName = addedNameIn(location.hash);
render(
  <ConnectedMyGlossary store={store} bundled={bundled} openedId={openedId} addedName={addedName} />,
  place,
);
