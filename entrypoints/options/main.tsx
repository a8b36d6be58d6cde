import { render } from 'preact';
import { ConnectedSettings } from '../../components/settings/connected-settings';
import { followThemeIn } from '../../components/settings/show-theme';
import { speakInterfaceLanguage } from '../../components/words/locale';
import { browser } from '../../lib/platform/browser';
import { message } from '../../lib/platform/i18n';
import { repairSettings } from '../../lib/settings/repair';

const place = document.getElementById('settings');
if (!place) throw new Error('options.html has the place for the settings');
document.title = message('settingsTitle');
speakInterfaceLanguage(document);
void followThemeIn(document);
// What has come to be stored since the background looked; the page tells of it.
void repairSettings();
render(<ConnectedSettings version={browser.runtime.getManifest().version} />, place);
