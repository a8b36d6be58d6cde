/**
 * What an end-to-end test can do with a browser that has the extension, alike for Chromium and
 * Firefox, so that one table of cases runs over both.
 */

import type { CardReading, HostReading, ViewportPoint } from './in-page';
import type { BrowserName } from './install';

/** A page that has not loaded by then is used as it is: some picture or advertisement of it never comes. */
export const LONGEST_LOAD_MS = 10_000;

export interface LaunchOptions {
  /** Folder of the built, unpacked extension; null launches the browser without it. */
  readonly extension: string | null;
  /** Folder of the browser's profile, kept by the caller to start again from; a fresh one when left out. */
  readonly profile?: string;
  /** Inner size of pages, CSS pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly pixelRatio?: number;
  /** Language of the browser's interface, `de`; its usual one when left out. Firefox needs a language pack for it. */
  readonly language?: string;
  /** Leaves the page open that welcomes new users; else it is closed before anything is done. */
  readonly keepsWelcome?: boolean;
  /** Lets the browser keep pages that are left, and bring them back as they were. */
  readonly keepsLeftPages?: boolean;
}

/** A browser, mostly with the extension in it. */
export interface ReadingBrowser {
  readonly name: BrowserName;
  /** Opens an address in a new tab, in front. */
  openPage(address: string): Promise<StoryPage>;
  /**
   * Opens the popup as a page of its own behind the tab that is in front, so that it speaks of that tab.
   */
  openPopup(): Promise<PopupPage>;
  /** Opens a page of the extension by its file name, in a new tab in front. */
  openOwnPage(file: string): Promise<StoryPage>;
  /** Loads the extension into a browser that was launched without it. */
  addExtension(folder: string): Promise<void>;
  /** Ends the background as the browser does when it was idle, whatever it is doing; false where no driver can. */
  stopBackground(): Promise<boolean>;
  /** Has the background answer nothing from now on, alive as it is; gives how to let it go on. */
  freezeBackground(): Promise<() => Promise<void>>;
  /** Lets the extension read all sites, or none, as its user does in the browser's settings. */
  setAccess(isAllowed: boolean): Promise<void>;
  /** Has the browser load the extension anew from its folder, as after an update where that has another one now. */
  reloadExtension(): Promise<void>;
  /** Switches the extension off, as on the browser's page of extensions. */
  disableExtension(): Promise<void>;
  /** Has the browser call a command of the extension, as its key would, for the tab in front. */
  command(name: 'next-mention' | 'previous-mention' | 'open-card'): Promise<void>;
  /** Has the browser say that a line of the extension's menu was chosen for a selection in the tab in front. */
  chooseInMenu(id: 'background-on' | 'add-to-glossary', selectionText: string): Promise<void>;
  /** Waits for a page of the extension that it has opened itself, and closes it: its address after the name of its file. */
  openedOwnPage(file: string): Promise<string>;
  /** What the extension's background wrote as errors; empty where the browser does not tell. */
  backgroundErrors(): readonly string[];
  /**
   * Kills the browser's process, which this driver started, with SIGKILL: as a crash would, between any
   * two instructions. The profile stays where it was given.
   */
  kill(): Promise<void>;
  /** Throws where the extension has asked the network for anything; see request-recorder.ts. */
  close(): Promise<void>;
}

/** What is alive in a page, in its own world and the extension's. */
export interface LiveCounts {
  readonly documents: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly heapBytes: number;
}

/** Keys by their `KeyboardEvent.key`; Shift+Tab goes back. */
export type Key = 'Escape' | 'Tab' | 'Enter' | 'Shift+Tab';

/** What web pages and the popup have in common. */
interface BrowserPage {
  /** Runs a function of the test in the page's own world; see in-page.ts for what it may not hold. */
  run<Args extends unknown[], Result>(
    inPage: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>;
  /** Runs a script's text in the page's own world, whatever the page's policy says of scripts. */
  inject(script: string): Promise<void>;
  /** Errors on the page's console and uncaught ones, ours and the page's. */
  errors(): readonly string[];
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

/** What the extension's scripts have cost a page's main thread. */
export interface ExtensionWork {
  /** Of the time watched, 0 to 1. */
  readonly share: number;
  /** Longest that they ran without a pause, ms. */
  readonly longestMs: number;
  /** Observers of changes that they have in the page now. */
  readonly observers: number;
}

export interface ExtensionProfile {
  /** What was watched; null where the browser does not tell. */
  stop(): Promise<ExtensionWork | null>;
}

export interface StoryPage extends BrowserPage {
  /** Brings the tab to the front. */
  show(): Promise<void>;
  reload(): Promise<void>;
  /** Gives the page an inner size, CSS pixels: small as in a window zoomed large. */
  resize(width: number, height: number): Promise<void>;
  /** Moves the pointer onto the `nth` occurrence of a text, as a hand would, and leaves it there. */
  pointTo(text: string, nth?: number): Promise<void>;
  /** Moves the pointer onto the `index`th painted mark, in the order of the page. */
  pointToMark(index: number): Promise<void>;
  /** As {@link pointTo}, onto the `line`th line (from 0) of a text that is wrapped. */
  pointToLine(text: string, line: number): Promise<void>;
  /** Moves the pointer to one point after another, each so long after the one before, ms. */
  trace(points: readonly ViewportPoint[], stepMs?: number): Promise<void>;
  pressButton(): Promise<void>;
  releaseButton(): Promise<void>;
  /** Moves the pointer to the page's far corner. */
  pointAway(): Promise<void>;
  press(key: Key): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  tap(text: string, nth?: number): Promise<void>;
  /** The open card, else the pinned one, or null. */
  card(): Promise<CardReading | null>;
  /** Everything that our host shows; null where there is none yet. */
  host(): Promise<HostReading | null>;
  /** Clicks a button or link of the open card by its name. */
  clickInCard(name: string): Promise<void>;
  /**
   * Roles and names of the card, the dialog's first, null where none is open: from the browser's
   * accessibility tree in Chromium; in Firefox, which shows that to no driver, from the markup.
   */
  cardInAccessibilityTree(): Promise<readonly string[] | null>;
  /**
   * Moves the pointer as {@link trace} does, and gives what each move has cost the page's thread in
   * listeners, ms of the processor; null where the browser does not tell.
   */
  costOfMoves(points: readonly ViewportPoint[], stepMs?: number): Promise<readonly number[] | null>;
  /** What the page holds once its rubbish is collected; null where the browser does not tell. */
  liveCounts(): Promise<LiveCounts | null>;
  /** Watches what the extension's scripts cost this tab, until told to stop; also over loads of the same site. */
  profileExtension(): Promise<ExtensionProfile>;
  /** Shows the page as on paper, or again as on a screen. */
  setMedia(media: 'print' | 'screen'): Promise<void>;
  /** File names of the extension's scripts that have run in the page; null where the browser does not tell. */
  extensionScripts(): readonly string[] | null;
}

export type PopupPage = BrowserPage;

/** Name of the page's file that the extension opens once it was installed. */
export const WELCOME_FILE = 'welcome.html';

/** A call of a function as source text, for a page to run; the arguments travel as JSON. */
export function callSource<Args extends unknown[]>(inPage: (...args: Args) => unknown, args: Args): string {
  return `(${inPage})(...${JSON.stringify(args)})`;
}

/** What a test fails with when it points at something that is not there. */
export function notFound(what: string, address: string): Error {
  return new Error(`${what} is not on ${address}`);
}
