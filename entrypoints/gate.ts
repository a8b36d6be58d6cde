import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerBareMessages, askBackground, tellState } from '../lib/messaging/channel';
import { pageAddressOf } from '../lib/page/frames';
import { Gate } from '../lib/page/gate';
import { claimPage, shareIsStory, whenLeftBehind, whenPageComesBack } from '../lib/platform/lifetime';
import { siteOf } from '../lib/settings/site';
import { followSwitches } from '../lib/settings/switches';

/**
 * Runs on every page and does almost nothing there: it brings the reader where there is a story.
 * The manifest declares it as a content script; WXT's own wrapper for those is not used, because it
 * announces itself in the page by events that carry the extension's id.
 */
export default defineUnlistedScript(() => {
  const address = pageAddressOf(window);
  const site = address && siteOf(address);
  if (!site || !claimPage('gate')) return;
  const gate = new Gate(document, {
    bringReader: async () => void (await askBackground('bring-reader', null)),
    bringFrameGates: async () => void (await askBackground('bring-frame-gates', null)),
    tell: (state) => tellState({ state }),
  });
  shareIsStory(() => gate.isStory);
  answerBareMessages({
    report: () => {
      const { state } = gate;
      // Whoever asks wants it read.
      if (state === 'failed') gate.look();
      return state === 'story' ? undefined : { state };
    },
    'look-again': () => {
      gate.look();
      return null;
    },
  });
  whenPageComesBack(() => gate.comeBack());
  const following = followSwitches(site, (switches) => gate.setSwitches(switches));
  whenLeftBehind(() => {
    void following.then((stop) => stop());
    gate.stop();
  });
});
