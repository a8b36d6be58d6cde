import { defineBackground } from 'wxt/utils/define-background';
import { BeatSwitches, loadBeatIds } from '../lib/desk/beat-switches';
import { handOnCommands } from '../lib/desk/commands';
import { answerContextMenu, makeContextMenu } from '../lib/desk/context-menu';
import { IndexCache } from '../lib/desk/index-cache';
import { fetchBytes } from '../lib/desk/load-bundled';
import { loadMapFile } from '../lib/desk/load-map-file';
import { LocatorMaps } from '../lib/desk/locator-maps';
import { PackagedGlossary } from '../lib/desk/packaged-glossary';
import {
  injectCard,
  injectFrameGates,
  injectGateIntoOpenTabs,
  injectReader,
} from '../lib/desk/reader-injection';
import { SharedGlossaries } from '../lib/desk/shared-glossaries';
import { StoryDesk } from '../lib/desk/story-desk';
import { Toolbar } from '../lib/desk/toolbar';
import { editsForReading } from '../lib/desk/user-edits';
import { welcomeUser } from '../lib/desk/welcome';
import { answerMessages, askTab } from '../lib/messaging/channel';
import { backgroundChecks } from '../lib/messaging/params-checks';
import { keptAwake, onAlarm, setAlarm } from '../lib/platform/alarms';
import { browser } from '../lib/platform/browser';
import { watchManaged } from '../lib/platform/managed-storage';
import { openEditorAt } from '../lib/platform/own-pages';
import { readAllStored } from '../lib/platform/storage';
import { localToday } from '../lib/platform/today';
import { readBeatsOff, watchBeats } from '../lib/settings/beats';
import { migrateSettings } from '../lib/settings/migrations';
import { applyPresets } from '../lib/settings/presets';
import { repairSettings } from '../lib/settings/repair';
import { keepSynced } from '../lib/settings/sync';
import { askShared } from '../lib/sharing/ask-shared';
import { readCheckState, sharedPresetsIn, writeCheckState } from '../lib/sharing/check-store';
import { announceIfUntold, hearEditions } from '../lib/store/edition';
import { forgetAnswer, keepAnswer } from '../lib/store/kept-answers';
import { UserGlossary } from '../lib/store/user-glossary';

/** Quiet after an edit before its edition is built unasked, ms: open stories ask for it sooner. */
const SETTLE_MS = 300;
/** After the background's start, before what can wait, ms; browsers let it live for 30 s. */
const AFTER_START_MS = 5_000;
/** How often it is looked whether a shared glossary is due, which is mostly not so. */
const SHARED_MINUTES = 30;
const SHARED_ALARM = 'shared-glossaries';

export default defineBackground(() => {
  const userGlossary = new UserGlossary();
  const cache = new IndexCache(import.meta.env.NEWSGLOSS_FINGERPRINT);
  const maps = new LocatorMaps(loadMapFile);
  const edits = new BeatSwitches(editsForReading(userGlossary), { off: readBeatsOff, idsOf: loadBeatIds });
  const desk = new StoryDesk(new PackagedGlossary(fetchBytes), edits, cache, maps);

  const orWarn = (error: unknown) => console.warn('Newsgloss could not look after its settings:', error);
  // Pages that began before what an update finds has been migrated see nothing of it; see 'bring-reader'.
  const migrated = migrateSettings().then(repairSettings).catch(orWarn);
  keepSynced(migrated);
  // Chromium tells of managed storage seconds after it has started, or much later. Nothing waits for that: what
  // it told at an earlier start is in force, and what is new reaches every page as any setting does.
  const preset = migrated.then(applyPresets).catch(orWarn);

  const shared = new SharedGlossaries(userGlossary, {
    ask: askShared,
    presets: async () => sharedPresetsIn(await readAllStored()),
    keep: (address, waiting) =>
      waiting ? keepAnswer(address, waiting.version, waiting.answer) : forgetAnswer(address),
    readState: readCheckState,
    writeState: writeCheckState,
    now: Date.now,
  });
  const scheduleShared = () =>
    shared
      .isNeeded()
      .then((isNeeded) => setAlarm(SHARED_ALARM, isNeeded ? SHARED_MINUTES : null))
      .catch((error: unknown) => console.warn('Newsgloss cannot look after shared glossaries:', error));
  onAlarm(SHARED_ALARM, () => void migrated.then(() => keptAwake(() => shared.keepUp())));
  void migrated.then(scheduleShared);
  void preset.then(scheduleShared);
  watchManaged(() => void applyPresets().then(scheduleShared));

  const toolbar = new Toolbar();
  toolbar.start();

  answerMessages(
    {
      'bring-reader': async (_params, { tabId, frameId }) => {
        await migrated;
        if (tabId !== null && frameId !== null) await injectReader(tabId, frameId);
        return null;
      },
      'bring-card': async (_params, { tabId, frameId }) => {
        if (tabId !== null && frameId !== null) await injectCard(tabId, frameId);
        return null;
      },
      'bring-frame-gates': async (_params, { tabId }) => {
        if (tabId !== null) await injectFrameGates(tabId);
        return null;
      },
      annotate: (request) => desk.annotate(request),
      card: ({ id, date }) => desk.card(id, date, localToday()),
      'entry-names': ({ ids }) => desk.namesOf(ids),
      'new-id': ({ name }) => desk.newId(name),
      'state-changed': async (page, { tabId, frameId }) => {
        if (tabId !== null && frameId === 0) await toolbar.show(tabId, page);
        return null;
      },
      'edit-entry': async ({ id }) => {
        await openEditorAt(id);
        return null;
      },
    },
    backgroundChecks,
  );

  // Once edits have settled, the next question finds their edition ready; a failure shows when one is asked.
  let settling: ReturnType<typeof setTimeout> | undefined;
  const prepare = () => {
    clearTimeout(settling);
    settling = setTimeout(() => desk.prepare().catch(() => undefined), SETTLE_MS);
  };
  watchBeats(prepare);
  userGlossary
    .edition()
    .then(announceIfUntold)
    .catch((error: unknown) => console.warn('Newsgloss cannot open your own entries:', error));

  const warnOfCopy = (error: unknown) => console.warn('Newsgloss has no spare copy of your entries:', error);
  let copying: ReturnType<typeof setTimeout> | undefined;
  const copyAfter = (ms: number) => {
    clearTimeout(copying);
    copying = setTimeout(() => void keptAwake(() => userGlossary.keepSpareCopy()).catch(warnOfCopy), ms);
  };
  // What was written while nobody heard of it; the story that has just been opened comes first.
  copyAfter(AFTER_START_MS);

  hearEditions(() => {
    void scheduleShared();
    prepare();
    copyAfter(SETTLE_MS);
  });

  handOnCommands();
  answerContextMenu((text) => desk.find(text));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void injectGateIntoOpenTabs();
    void makeContextMenu();
    if (reason === 'install') void welcomeUser();
  });
  // Pages of a site that was opened to us just now were loaded without our gate.
  browser.permissions.onAdded.addListener(() => void injectGateIntoOpenTabs());

  // A page that changes its address without a load may have become a story.
  browser.tabs.onUpdated.addListener((tabId, { url }) => {
    if (!url) return;
    askTab(tabId, 'look-again', null).catch(() => {
      // No gate in that tab: a browser page, or a page still loading, whose gate will look itself.
    });
  });
});
