import { render } from 'preact';
import { ConnectedEditor } from '../../components/editor/connected-editor';
import { openedAt } from '../../components/editor/page-address';
import { followThemeIn } from '../../components/settings/show-theme';
import { speakInterfaceLanguage } from '../../components/words/locale';
import { eachBundledBeat, loadCommonWords } from '../../lib/desk/load-bundled';
import { message } from '../../lib/platform/i18n';
import { UserGlossary } from '../../lib/store/user-glossary';

const place = document.getElementById('editor');
if (!place) throw new Error('glossary-editor.html has the place for the editor');
void followThemeIn(document);
const store = new UserGlossary();
// A desk's own scripts may work with the glossary from this page's console; no web page can reach it.
Object.assign(globalThis, { newsgloss: { userGlossary: store } });
speakInterfaceLanguage(document);
document.title = message('editorTitle');
const startWorker = () => new Worker(new URL('./exchange-worker.ts', import.meta.url), { type: 'module' });
render(
  <ConnectedEditor
    store={store}
    eachBeat={eachBundledBeat}
    loadCommonWords={loadCommonWords}
    openedAt={openedAt(location.hash)}
    startWorker={startWorker}
  />,
  place,
);
