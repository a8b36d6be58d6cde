import { defineContentScript } from 'wxt/utils/define-content-script';
import { answerMessages, askBackground } from '../lib/messaging/channel';
import { Gate } from '../lib/page/gate';
import { claimPage } from '../lib/platform/lifetime';
import { siteOf } from '../lib/settings/site';
import { followSwitches } from '../lib/settings/switches';

/** Runs on every page and does almost nothing there: it brings the reader where there is a story. */
export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main() {
    const site = siteOf(location.href);
    if (!site || !claimPage('gate')) return;
    const gate = new Gate(document, async () => {
      await askBackground('bring-reader', {});
    });
    answerMessages({
      report: () => (gate.state === 'story' ? undefined : { state: gate.state }),
      'look-again': () => {
        gate.look();
        return null;
      },
    });
    void followSwitches(site, (switches) => gate.setSwitches(switches));
  },
});
