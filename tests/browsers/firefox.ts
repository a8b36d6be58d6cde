import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { MARK_HIGHLIGHTS } from '../../lib/page/marks';
import type { ExtensionProfile, Key, LaunchOptions, ReadingBrowser, StoryPage } from './driver';
import { callSource, LONGEST_LOAD_MS, notFound, WELCOME_FILE } from './driver';
import { newFirefoxProfile } from './firefox-profile';
import {
  type HostReading,
  pointInCard,
  pointOfMark,
  pointOfText,
  readHost,
  twoFramesLater,
  type ViewportPoint,
} from './in-page';
import { findBrowser } from './install';
import { judgeRequests, type NetworkRequest } from './request-recorder';

const POINTER_STEPS = 12;
/** The add-on's id in the manifest, and the host of its pages, which Firefox otherwise draws by lot. */
const ADDON_ID = 'newsgloss@newsgloss.example';
const ADDON_HOST = '5d7c7a3e-0f0b-4c1c-9a55-6e657773676c';

/** Remote value of a node in WebDriver BiDi, as far as it is used here. */
interface RemoteNode {
  readonly sharedId?: string;
  readonly value?: {
    readonly localName?: string;
    readonly mode?: 'open' | 'closed';
    readonly shadowRoot?: RemoteNode | null;
  };
}

/** Sends a command of WebDriver BiDi that puppeteer has no method for. */
type Send = (method: string, params: object) => Promise<unknown>;

/** Runs a script in Firefox's own window, whose result is a text. */
async function runInFirefox(send: Send, expression: string): Promise<string | undefined> {
  const tree = (await send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
    result: { contexts: readonly { context: string }[] };
  };
  const answer = (await send('script.evaluate', {
    expression,
    target: { context: tree.result.contexts[0]?.context },
    awaitPromise: true,
  })) as { result: { result?: { value?: string }; exceptionDetails?: { text: string } } };
  if (answer.result.exceptionDetails) throw new Error(answer.result.exceptionDetails.text);
  return answer.result.result?.value;
}

class FirefoxPage implements StoryPage {
  readonly #page: Page;
  readonly #send: Send;
  readonly #errors: string[] = [];

  constructor(page: Page, send: Send) {
    this.#page = page;
    this.#send = send;
    page.on('console', (said) => {
      if (said.type() === 'error') this.#errors.push(said.text());
    });
    page.on('pageerror', (error) => this.#errors.push(String(error)));
  }

  /** Puppeteer keeps the id of the tab under BiDi to its types' private part. */
  get #contextId(): string {
    return (this.#page.mainFrame() as unknown as { _id: string })._id;
  }

  async run<Args extends unknown[], Result>(
    inPage: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    // What comes back is the function's result as JSON would carry it.
    return (await this.#page.evaluate(callSource(inPage, args))) as Awaited<Result>;
  }
  inject = async (script: string) => void (await this.#page.evaluate(`{${script}\n}; null`));
  errors = () => this.#errors;
  screenshot = async (path: string) => void (await this.#page.screenshot({ path: path as `${string}.png` }));
  close = () => this.#page.close();
  show = () => this.#page.bringToFront();
  async reload(): Promise<void> {
    // The load of an extension's page is never reported as finished; a mark that goes with its document is.
    const isOwn = this.#page.url().startsWith('moz-extension:');
    if (!isOwn) return void (await this.#page.reload());
    await this.#page.evaluate('globalThis.isBeforeReload = true');
    this.#page.reload().catch(() => undefined);
    for (let tries = 0; tries < 200; tries++) {
      await wait(50);
      const isNew = "!globalThis.isBeforeReload && typeof browser === 'object'";
      if (await this.#page.evaluate(isNew).catch(() => false)) return;
    }
    throw notFound('A page that was loaded again', this.#page.url());
  }
  resize = (width: number, height: number) => this.#page.setViewport({ width, height });
  pointAway = () => this.#page.mouse.move(2, 2, { steps: POINTER_STEPS });
  async press(key: Key): Promise<void> {
    if (key !== 'Shift+Tab') return this.#page.keyboard.press(key);
    await this.#page.keyboard.down('Shift');
    await this.#page.keyboard.press('Tab');
    await this.#page.keyboard.up('Shift');
  }
  type = (text: string) => this.#page.keyboard.type(text);
  pressButton = () => this.#page.mouse.down();
  releaseButton = () => this.#page.mouse.up();
  host = () => this.#callOnHostRoots<HostReading>(readHost, '');
  card = async () => (await this.host())?.cards[0] ?? null;

  /** The closed shadow roots of the page's popovers, the extension's host among them, by their ids under BiDi. */
  async #findHostRoots(): Promise<string[]> {
    const answer = (await this.#send('script.evaluate', {
      expression: "[...document.querySelectorAll('[popover]')]",
      target: { context: this.#contextId },
      awaitPromise: false,
      serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
    })) as { result: { result: { value?: readonly RemoteNode[] } } };
    return (answer.result.result.value ?? [])
      .map((host) => host.value?.shadowRoot)
      .filter((root) => root?.value?.mode === 'closed')
      .map((root) => root?.sharedId ?? '');
  }

  async #callOnHostRoots<Result>(
    inPage: (root: ShadowRoot, name: string) => Result | null,
    argument: string,
  ): Promise<Result | null> {
    for (const sharedId of await this.#findHostRoots()) {
      const answer = (await this.#send('script.callFunction', {
        functionDeclaration: `(root, argument) => JSON.stringify((${inPage})(root, argument))`,
        arguments: [{ sharedId }, { type: 'string', value: argument }],
        target: { context: this.#contextId },
        awaitPromise: false,
      })) as { result: { result: { value: string } } };
      const result = JSON.parse(answer.result.result.value) as Result | null;
      if (result) return result;
    }
    return null;
  }

  /** A point that a function of in-page.ts gave, once the page has scrolled to it. */
  async #settled(point: ViewportPoint | null, what: string): Promise<ViewportPoint> {
    if (!point) throw notFound(what, this.#page.url());
    await this.run(twoFramesLater);
    return point;
  }

  #movePointer({ x, y }: ViewportPoint): Promise<void> {
    return this.#page.mouse.move(x, y, { steps: POINTER_STEPS });
  }

  async trace(points: readonly ViewportPoint[], stepMs = 16): Promise<void> {
    for (const { x, y } of points) {
      await this.#page.mouse.move(x, y);
      await wait(stepMs);
    }
  }

  async pointToLine(text: string, line: number): Promise<void> {
    const point = await this.run(pointOfText, text, 0, line);
    await this.#movePointer(await this.#settled(point, `Line ${line} of “${text}”`));
  }

  async pointTo(text: string, nth = 0): Promise<void> {
    await this.#movePointer(await this.#settled(await this.run(pointOfText, text, nth), `“${text}”`));
  }

  async pointToMark(index: number): Promise<void> {
    const point = await this.run(pointOfMark, MARK_HIGHLIGHTS.dotted, index);
    await this.#movePointer(await this.#settled(point, `Mark ${index}`));
  }

  async tap(text: string, nth = 0): Promise<void> {
    const { x, y } = await this.#settled(await this.run(pointOfText, text, nth), `“${text}”`);
    await this.#page.touchscreen.tap(x, y);
  }

  async clickInCard(name: string): Promise<void> {
    const point = await this.#settled(await this.#callOnHostRoots(pointInCard, name), `“${name}” in a card`);
    await this.#movePointer(point);
    await this.#page.mouse.click(point.x, point.y);
  }

  async cardInAccessibilityTree(): Promise<readonly string[] | null> {
    const card = await this.card();
    return card && [`dialog: ${card.label}`, ...card.text.split('\n')];
  }

  async costOfMoves(points: readonly ViewportPoint[], stepMs?: number): Promise<null> {
    await this.trace(points, stepMs);
    return null;
  }

  profileExtension = async (): Promise<ExtensionProfile> => ({ stop: async () => null });

  async setMedia(media: 'print' | 'screen'): Promise<void> {
    // What the inspector's "toggle print media simulation" does, to the tab in front.
    const medium = media === 'print' ? 'print' : '';
    await runInFirefox(
      this.#send,
      `(() => {
        const window = globalThis.Services.wm.getMostRecentWindow('navigator:browser');
        window.gBrowser.selectedBrowser.browsingContext.mediumOverride = ${JSON.stringify(medium)};
        return '';
      })()`,
    );
  }

  extensionScripts = () => null;
  liveCounts = async () => null;
}

/**
 * Launches Debian's or another installed Firefox, headless, over WebDriver BiDi.
 * @throws Error where no Firefox is found; install.ts sees to it.
 */
export async function launchFirefox(options: LaunchOptions): Promise<ReadingBrowser> {
  const executablePath = findBrowser('firefox');
  if (!executablePath) throw new Error('No Firefox is installed.');
  const ownProfile = options.profile ? null : await newFirefoxProfile(executablePath);
  const profile = options.profile ?? ownProfile ?? '';
  const browser: Browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    userDataDir: profile,
    defaultViewport: options.viewport ?? { width: 1200, height: 800 },
    // Without it no test may look into moz-extension: pages.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: ADDON_HOST }),
      // A temporary add-on goes with the browser; its storage is to be there when it comes back.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      // The popup is opened behind the story, and is not to be slowed as a forgotten tab would be.
      'dom.min_background_timeout_value': 4,
      'dom.min_background_timeout_value_without_budget_throttling': 4,
      'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1,
    },
  });
  // Puppeteer's types leave out the connection, its only way to BiDi commands without a method.
  const { connection } = browser as unknown as { connection: { send: Send } };
  const send: Send = (method, params) => connection.send(method, params);

  const inFirefox = (expression: string) => runInFirefox(send, expression);

  // Every channel that leaves Firefox, with whose it is: also those of scripts of ours in pages.
  await inFirefox(`(() => {
    const { Services, Ci } = globalThis;
    const seen = [];
    globalThis.newsglossRequests = seen;
    Services.obs.addObserver({
      observe(subject) {
        const channel = subject.QueryInterface(Ci.nsIChannel);
        const { triggeringPrincipal: by, loadingPrincipal: from } = channel.loadInfo ?? {};
        const isOf = (one) => (one?.addonPolicy ?? one?.contentScriptAddonPolicy)?.id === ${JSON.stringify(ADDON_ID)};
        seen.push([channel.URI.spec, by?.origin ?? '', isOf(by) || isOf(from)]);
      },
    }, 'http-on-modify-request');
    return '';
  })()`);
  const readRequests = async (): Promise<NetworkRequest[]> => {
    const seen = JSON.parse((await inFirefox('JSON.stringify(globalThis.newsglossRequests)')) ?? '[]');
    return (seen as [string, string, boolean][]).map(([address, by, isOfExtension]) => ({
      ...{ address, by, isOfExtension },
    }));
  };

  /** A tab that the extension has opened itself, once it is there. */
  const findOwn = async (file: string): Promise<{ readonly page: Page; readonly address: string }> => {
    for (let tries = 0; tries < 200; tries++) {
      for (const page of await browser.pages()) {
        const address = String(await page.evaluate('location.href').catch(() => ''));
        if (address.includes(`/${file}`)) return { page, address };
      }
      await wait(50);
    }
    throw notFound('A page of the extension', file);
  };
  /** The extension welcomes a new user in a tab of its own, which is nothing to most tests. */
  const closeWelcome = async () => (await findOwn(WELCOME_FILE)).page.close();
  if (options.extension) await browser.installExtension(options.extension);
  // A temporary add-on is a new one at each start, also of a profile that was used before.
  if (options.extension && !options.keepsWelcome) await closeWelcome();

  const openOwn = async (page: Page, file: string): Promise<FirefoxPage> => {
    const adopted = new FirefoxPage(page, send);
    const address = `moz-extension://${ADDON_HOST}/${file}`;
    const withoutHash = (whole: unknown) => String(whole).split('#')[0];
    // The load of an extension's page is never reported as finished.
    page.goto(address).catch(() => undefined);
    for (let tries = 0; tries < 100; tries++) {
      // A page may put where it stands into its hash.
      if (withoutHash(await page.evaluate('location.href').catch(() => '')) === withoutHash(address))
        return adopted;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw notFound('A page of the extension', address);
  };

  return {
    name: 'firefox',
    async openPage(address) {
      const page = await browser.newPage();
      const adopted = new FirefoxPage(page, send);
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      await page
        .waitForFunction("document.readyState === 'complete'", { timeout: LONGEST_LOAD_MS })
        .catch(() => undefined);
      return adopted;
    },
    async openPopup() {
      return openOwn(await browser.newPage({ type: 'tab', background: true }), 'popup.html');
    },
    async openOwnPage(file) {
      return openOwn(await browser.newPage(), file);
    },
    async addExtension(folder) {
      await browser.installExtension(folder);
      await closeWelcome();
    },
    async reloadExtension() {
      // A temporary add-on that is installed again is an update of itself.
      if (options.extension) await browser.installExtension(options.extension);
    },
    async disableExtension() {
      await inFirefox(`(async () => {
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        const addon = await AddonManager.getAddonByID(${JSON.stringify(ADDON_ID)});
        await addon.disable();
        return '';
      })()`);
    },
    async stopBackground() {
      // Firefox's own window may end an extension's event page; the add-on's cannot. What it is woken for while it
      // is being ended starts it again at once: it is ended until it is seen to be so.
      const state = await inFirefox(`(async () => {
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(ADDON_ID)});
        for (let tries = 0; tries < 20; tries++) {
          await extension.terminateBackground();
          if (extension.backgroundState === 'stopped') break;
        }
        return extension.backgroundState;
      })()`);
      return state === 'stopped';
    },
    async freezeBackground() {
      // The process of the extension's own pages, which Firefox names so.
      const pid = await inFirefox(`(async () => {
        const { children } = await ChromeUtils.requestProcInfo();
        return String(children.find(({ type }) => type === 'extension')?.pid ?? '');
      })()`);
      if (!pid) throw notFound('The process of the extension', 'Firefox');
      process.kill(Number(pid), 'SIGSTOP');
      return async () => void process.kill(Number(pid), 'SIGCONT');
    },
    async setAccess(isAllowed) {
      await inFirefox(`(async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(ADDON_ID)});
        const origins = { permissions: [], origins: ['http://*/*', 'https://*/*'], data_collection: [] };
        await ExtensionPermissions.${isAllowed ? 'add' : 'remove'}(extension.id, origins, extension);
        return '';
      })()`);
    },
    async command(name) {
      // The keys of commands are elements of Firefox's own window; an event on one is as good as the key.
      await inFirefox(`(() => {
        const { Services } = globalThis;
        const window = Services.wm.getMostRecentWindow('navigator:browser');
        const keys = [...window.document.querySelectorAll('keyset[id^="ext-keyset"] key')];
        const order = ['next-mention', 'previous-mention', 'open-card'];
        const key = keys[order.indexOf(${JSON.stringify(name)})];
        key.doCommand();
        return String(keys.length);
      })()`);
    },
    async chooseInMenu(menuItemId, selectionText) {
      await inFirefox(`(() => {
        const { Services } = globalThis;
        const window = Services.wm.getMostRecentWindow('navigator:browser');
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(ADDON_ID)});
        const info = ${JSON.stringify({ menuItemId, selectionText, frameId: 0, editable: false, modifiers: [] })};
        extension.emit('webext-menu-menuitem-click', info, window.gBrowser.selectedTab);
        return '';
      })()`);
    },
    async openedOwnPage(file) {
      const { page, address } = await findOwn(file);
      await page.close();
      return address.split(file)[1] ?? '';
    },
    backgroundErrors: () => [],
    async kill() {
      const gone = new Promise((resolve) => browser.process()?.once('exit', resolve));
      browser.process()?.kill('SIGKILL');
      await gone;
      // Puppeteer then puts the preferences that it found in the profile back; a next launch is to find them.
      const isPuttingBack = () =>
        ['prefs.js', 'user.js'].some((file) => existsSync(join(profile, `${file}.puppeteer`)));
      for (let tries = 0; tries < 100 && isPuttingBack(); tries++) await wait(50);
      if (ownProfile) rmSync(ownProfile, { recursive: true, force: true, maxRetries: 5 });
    },
    async close() {
      const requests = await readRequests();
      await browser.close();
      if (ownProfile) rmSync(ownProfile, { recursive: true, force: true, maxRetries: 5 });
      if (options.extension) judgeRequests(requests);
    },
  };
}
