import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { MARK_HIGHLIGHTS } from '../../lib/page/marks';
import type {
  ExtensionProfile,
  ExtensionWork,
  Key,
  LaunchOptions,
  LiveCounts,
  PopupPage,
  ReadingBrowser,
  StoryPage,
} from './driver';
import { callSource, LONGEST_LOAD_MS, notFound, WELCOME_FILE } from './driver';
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
import { judgeRequests, requestsInNetLog } from './request-recorder';

/** Steps of a pointer's way: enough that the page sees it move, not jump. */
const POINTER_STEPS = 12;

/** As large as the popup may grow, CSS pixels. */
const POPUP_SIZE = { width: 360, height: 560 };

/** Node of CDP's `DOM.getDocument`, as far as it is used here. */
interface TreeNode {
  readonly backendNodeId: number;
  readonly shadowRootType?: string;
  readonly children?: readonly TreeNode[];
  readonly shadowRoots?: readonly TreeNode[];
  /** Of a frame of the same process. */
  readonly contentDocument?: TreeNode;
}

/** The closed shadow roots of a page, the extension's host's among them: dialogs may hold it. */
async function findHostRoots(cdp: CDPSession): Promise<number[]> {
  const { root } = (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: TreeNode };
  const found: number[] = [];
  const visit = (node: TreeNode) => {
    for (const shadow of node.shadowRoots ?? []) {
      if (shadow.shadowRootType === 'closed') found.push(shadow.backendNodeId);
    }
    for (const child of [...(node.children ?? []), ...(node.contentDocument ? [node.contentDocument] : [])])
      visit(child);
  };
  visit(root);
  return found;
}

/** Calls a function of in-page.ts with each root of a host until one answers; null where none does. */
async function callOnHostRoots<Result>(
  cdp: CDPSession,
  inPage: (root: ShadowRoot, name: string) => Result | null,
  argument: string,
): Promise<Result | null> {
  for (const backendNodeId of await findHostRoots(cdp)) {
    const { object } = await cdp.send('DOM.resolveNode', { backendNodeId });
    if (!object.objectId) continue;
    const { result } = await cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: `function (argument) { return (${inPage})(this, argument); }`,
      arguments: [{ value: argument }],
      returnByValue: true,
    });
    if (result.value) return result.value as Result;
  }
  return null;
}

/** Node of CDP's `Profiler.stop`, as far as it is used here. */
interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly url: string; readonly functionName: string };
  readonly children?: readonly number[];
}

/** Samples are taken so often, µs. */
const SAMPLING_US = 500;

/** What a processor's profile says of the extension's scripts: all that runs below one of their functions. */
function workIn(profile: {
  readonly nodes: readonly ProfileNode[];
  readonly samples?: readonly number[] | undefined;
  readonly timeDeltas?: readonly number[] | undefined;
}): Omit<ExtensionWork, 'observers'> {
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  const ours = new Set<number>();
  const pauses = new Set<number>();
  const visit = (node: ProfileNode | undefined, isOurs: boolean) => {
    if (!node) return;
    if (node.callFrame.functionName === '(garbage collector)') pauses.add(node.id);
    const isNow = isOurs || node.callFrame.url.startsWith('chrome-extension:');
    if (isNow) ours.add(node.id);
    for (const child of node.children ?? []) visit(byId.get(child), isNow);
  };
  visit(profile.nodes[0], false);
  let [all, own, run, longest] = [0, 0, 0, 0];
  for (const [at, id] of (profile.samples ?? []).entries()) {
    // A sample stands for the time until the next one.
    const lasts = profile.timeDeltas?.[at + 1] ?? 0;
    all += lasts;
    if (ours.has(id)) {
      own += lasts;
      run += lasts;
    } else if (!pauses.has(id)) run = 0;
    longest = Math.max(longest, run);
  }
  return { share: all > 0 ? own / all : 0, longestMs: longest / 1_000 };
}

class ChromiumPage implements StoryPage {
  readonly #page: Page;
  readonly #cdp: CDPSession;
  readonly #errors: string[] = [];
  readonly #scripts: string[] = [];

  constructor(page: Page, cdp: CDPSession) {
    this.#page = page;
    this.#cdp = cdp;
    page.on('console', (said) => {
      if (said.type() === 'error') this.#errors.push(said.text());
    });
    page.on('pageerror', (error) => this.#errors.push(String(error)));
    cdp.on('Debugger.scriptParsed', ({ url }) => {
      if (url.startsWith('chrome-extension:')) this.#scripts.push(url.split('/').at(-1) ?? url);
    });
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
  screenshot = async (path: string) => void (await this.#page.screenshot({ path }));
  close = () => this.#page.close();
  show = () => this.#page.bringToFront();
  reload = async () => void (await this.#page.reload());
  resize = (width: number, height: number) => this.#page.setViewportSize({ width, height });
  pointAway = () => this.#page.mouse.move(2, 2, { steps: POINTER_STEPS });
  press = (key: Key) => this.#page.keyboard.press(key);
  type = (text: string) => this.#page.keyboard.type(text);
  pressButton = () => this.#page.mouse.down();
  releaseButton = () => this.#page.mouse.up();
  host = () => callOnHostRoots<HostReading>(this.#cdp, readHost, '');
  card = async () => (await this.host())?.cards[0] ?? null;

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
    await this.#cdp.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await this.#cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await this.#cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  async clickInCard(name: string): Promise<void> {
    const found = await callOnHostRoots(this.#cdp, pointInCard, name);
    const point = await this.#settled(found, `“${name}” in a card`);
    await this.#movePointer(point);
    await this.#page.mouse.click(point.x, point.y);
  }

  async costOfMoves(points: readonly ViewportPoint[], stepMs?: number): Promise<readonly number[] | null> {
    const session = await this.#page.context().browser()?.newBrowserCDPSession();
    if (!session) return null;
    const costs: number[] = [];
    session.on('Tracing.dataCollected', ({ value }) => {
      // CDP leaves the form of a trace's events open; these are those of `EventDispatch`.
      for (const event of value as { name?: string; tdur?: number; args?: { data?: { type?: string } } }[]) {
        const isMove = event.name === 'EventDispatch' && event.args?.data?.type === 'pointermove';
        if (isMove && event.tdur !== undefined) costs.push(event.tdur / 1_000);
      }
    });
    const includedCategories = ['devtools.timeline'];
    await session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories },
    });
    await this.trace(points, stepMs);
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    return costs;
  }

  async profileExtension(): Promise<ExtensionProfile> {
    await this.#cdp.send('Profiler.enable');
    await this.#cdp.send('Profiler.setSamplingInterval', { interval: SAMPLING_US });
    await this.#cdp.send('Profiler.start');
    return {
      stop: async () => {
        const { profile } = await this.#cdp.send('Profiler.stop');
        return { ...workIn(profile), observers: await this.#countObservers() };
      },
    };
  }

  /** Observers of changes that the extension's scripts hold in the page. */
  async #countObservers(): Promise<number> {
    const worlds: number[] = [];
    const note = ({ context }: { context: { id: number; origin: string } }) => {
      if (context.origin.startsWith('chrome-extension:')) worlds.push(context.id);
    };
    this.#cdp.on('Runtime.executionContextCreated', note);
    // Off and on again: then it tells of the worlds that are there.
    await this.#cdp.send('Runtime.disable');
    await this.#cdp.send('Runtime.enable');
    this.#cdp.off('Runtime.executionContextCreated', note);
    let count = 0;
    for (const contextId of worlds) {
      const expression = 'MutationObserver.prototype';
      const { result } = await this.#cdp.send('Runtime.evaluate', { expression, contextId });
      const prototypeObjectId = result.objectId ?? '';
      const { objects } = await this.#cdp.send('Runtime.queryObjects', { prototypeObjectId });
      const { result: length } = await this.#cdp.send('Runtime.callFunctionOn', {
        objectId: objects.objectId ?? '',
        functionDeclaration: 'function () { return this.length; }',
        returnByValue: true,
      });
      count += Number(length.value);
    }
    return count;
  }

  setMedia = (media: 'print' | 'screen') => this.#page.emulateMedia({ media });

  extensionScripts = () => this.#scripts;

  async liveCounts(): Promise<LiveCounts> {
    await this.#cdp.send('HeapProfiler.collectGarbage');
    const { documents, nodes, jsEventListeners } = await this.#cdp.send('Memory.getDOMCounters');
    const { usedSize } = await this.#cdp.send('Runtime.getHeapUsage');
    return { documents, nodes, listeners: jsEventListeners, heapBytes: usedSize };
  }

  async cardInAccessibilityTree(): Promise<readonly string[] | null> {
    const { nodes } = await this.#cdp.send('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const dialog = nodes.find((node) => !node.ignored && node.role?.value === 'dialog');
    if (!dialog) return null;
    const lines: string[] = [];
    const visit = (id: string) => {
      const node = byId.get(id);
      if (!node) return;
      if (!node.ignored && node.name?.value) lines.push(`${node.role?.value}: ${node.name.value}`);
      node.childIds?.forEach(visit);
    };
    visit(dialog.nodeId);
    return lines;
  }
}

/** Id of the extension: the host of its worker's address. Waits for the worker to start. */
async function extensionId(context: BrowserContext): Promise<string> {
  const worker =
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 15_000 }));
  return new URL(worker.url()).host;
}

/**
 * Opens Debian's or another installed Chromium, headless, on the profile in a folder, with further switches.
 * @throws Error where no Chromium is found; install.ts sees to it.
 */
export async function openChromium(
  profile: string,
  options: LaunchOptions,
  switches: readonly string[] = [],
): Promise<BrowserContext> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('No Chromium is installed.');
  return chromium.launchPersistentContext(profile, {
    executablePath,
    // Playwright's own headless switch asks for a shell that has no extensions.
    headless: false,
    viewport: options.viewport ?? { width: 1200, height: 800 },
    colorScheme: options.colorScheme ?? 'light',
    deviceScaleFactor: options.pixelRatio ?? 1,
    // On Linux the interface follows the environment, and no switch.
    ...(options.language && { env: { ...process.env, LANGUAGE: options.language } }),
    args: [
      '--headless=new',
      '--hide-scrollbars',
      '--no-sandbox',
      // Drawn without a graphics processor's stand-in, which takes half of a processor.
      '--disable-gpu',
      '--enable-unsafe-extension-debugging',
      ...switches,
      ...(options.extension
        ? [`--disable-extensions-except=${options.extension}`, `--load-extension=${options.extension}`]
        : []),
    ],
    ignoreDefaultArgs: [
      '--disable-extensions',
      ...(options.keepsLeftPages ? ['--disable-back-forward-cache'] : []),
    ],
  });
}

/** Launches a Chromium for tests, as {@link openChromium} does, with a profile of its own unless one is given. */
export async function launchChromium(options: LaunchOptions): Promise<ReadingBrowser> {
  const ownProfile = options.profile ? null : mkdtempSync(join(tmpdir(), 'newsgloss-chromium-'));
  const profile = options.profile ?? ownProfile ?? '';
  const isNew = readdirSync(profile).length === 0;
  const logFolder = mkdtempSync(join(tmpdir(), 'newsgloss-network-'));
  const netLog = join(logFolder, 'net-log.json');
  const context = await openChromium(profile, options, [`--log-net-log=${netLog}`]);
  const backgroundErrors: string[] = [];
  context.on('serviceworker', (worker) => {
    worker.on('console', (said) => {
      if (said.type() === 'error') backgroundErrors.push(said.text());
    });
  });

  const judgeLog = async () => {
    const requests = await requestsInNetLog(netLog);
    rmSync(logFolder, { recursive: true, force: true, maxRetries: 5 });
    if (options.extension) judgeRequests(requests);
  };

  /** The extension welcomes a new user in a tab of its own, which is nothing to most tests. */
  const closeWelcome = async () => {
    for (let tries = 0; tries < 200; tries++) {
      const welcome = context.pages().find((page) => page.url().endsWith(`/${WELCOME_FILE}`));
      if (welcome) return welcome.close();
      await wait(50);
    }
    throw notFound('The welcome', WELCOME_FILE);
  };
  if (options.extension && isNew && !options.keepsWelcome) await closeWelcome();

  const adopt = async (page: Page) => {
    const cdp = await context.newCDPSession(page);
    const adopted = new ChromiumPage(page, cdp);
    await cdp.send('Debugger.enable');
    return adopted;
  };

  let ownId: Promise<string> | null = null;
  /** Its id, also once it was loaded anew: Playwright is not told of that worker. */
  const idOfExtension = () => {
    ownId ??= extensionId(context);
    return ownId;
  };

  /**
   * Ends the worker, again and again: only a page of the extension's own sees it, and one behind the others
   * changes nothing for them.
   */
  let stopper: (() => Promise<void>) | null = null;
  const watchWorker = async () => {
    const browser = context.browser();
    if (!browser) throw new Error('Chromium gives no session of its own.');
    const opener = await browser.newBrowserCDPSession();
    const opened = context.waitForEvent('page');
    const url = `chrome-extension://${await idOfExtension()}/icon/on-32.png`;
    await opener.send('Target.createTarget', { url, background: true });
    const session = await context.newCDPSession(await opened);
    await opener.detach();
    let isStopped = () => {};
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some((version) => version.runningStatus === 'stopped')) isStopped();
    });
    await session.send('ServiceWorker.enable');
    return async () => {
      // One that has ended by itself is not told of again.
      const stopped = Promise.race([new Promise<void>((resolve) => (isStopped = resolve)), wait(2_000)]);
      await session.send('ServiceWorker.stopAllWorkers');
      await stopped;
    };
  };

  return {
    name: 'chromium',
    async openPage(address) {
      const page = await context.newPage();
      const adopted = await adopt(page);
      await page.goto(address, { waitUntil: 'commit' });
      await page.waitForLoadState('load', { timeout: LONGEST_LOAD_MS }).catch(() => undefined);
      return adopted;
    },
    async openPopup(): Promise<PopupPage> {
      const address = `chrome-extension://${await idOfExtension()}/popup.html`;
      const browser = context.browser();
      if (!browser) throw new Error('Chromium gives no session of its own.');
      const session = await browser.newBrowserCDPSession();
      const opened = context.waitForEvent('page');
      await session.send('Target.createTarget', { url: address, background: true });
      const page = await opened;
      const adopted = await adopt(page);
      await page.setViewportSize(POPUP_SIZE);
      await page.waitForLoadState();
      await session.detach();
      return adopted;
    },
    async openOwnPage(file) {
      const page = await context.newPage();
      const adopted = await adopt(page);
      await page.goto(`chrome-extension://${await idOfExtension()}/${file}`);
      return adopted;
    },
    async addExtension(folder) {
      const browser = context.browser();
      if (!browser) throw new Error('Chromium gives no session of its own.');
      const session = await browser.newBrowserCDPSession();
      // Newer than Playwright's list of commands.
      const send = session.send.bind(session) as (method: string, params: object) => Promise<unknown>;
      await send('Extensions.loadUnpacked', { path: folder });
      await session.detach();
      await closeWelcome();
    },
    async reloadExtension() {
      const id = await idOfExtension();
      const page = await context.newPage();
      await page.goto('chrome://extensions');
      await page.evaluate(async (extension) => {
        // As for access.
        const { chrome } = globalThis as unknown as {
          chrome: {
            developerPrivate: {
              updateProfileConfiguration(update: object): Promise<void>;
              reload(id: string, how: object): Promise<void>;
            };
          };
        };
        // Without it, an unpacked extension that is loaded anew stays off; the command line's first load is let pass.
        await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
        await chrome.developerPrivate.reload(extension, { failQuietly: true });
      }, id);
      await page.close();
    },
    async disableExtension() {
      const id = await idOfExtension();
      const page = await context.newPage();
      await page.goto('chrome://extensions');
      await page.evaluate(async (extension) => {
        // That page's own API.
        const { chrome } = globalThis as unknown as {
          chrome: { management: { setEnabled(id: string, enabled: boolean): Promise<void> } };
        };
        await chrome.management.setEnabled(extension, false);
      }, id);
      await page.close();
    },
    async stopBackground() {
      stopper ??= await watchWorker();
      await stopper();
      return true;
    },
    async freezeBackground() {
      const session = await context.browser()?.newBrowserCDPSession();
      const { targetInfos } = (await session?.send('Target.getTargets')) ?? { targetInfos: [] };
      const worker = targetInfos.find(
        ({ type, url }) => type === 'service_worker' && url.startsWith('chrome-e'),
      );
      if (!session || !worker) throw notFound('The worker', 'Chromium');
      // Playwright has no session of a worker's; one that is not flat is spoken to through the browser's.
      const { targetId } = worker;
      const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
      let id = 0;
      const send = async (method: string) => {
        id += 1;
        await session.send('Target.sendMessageToTarget', {
          sessionId,
          message: JSON.stringify({ id, method }),
        });
      };
      await send('Debugger.enable');
      await send('Debugger.pause');
      return async () => {
        await send('Debugger.disable');
        await session.detach();
      };
    },
    async setAccess(isAllowed) {
      const id = await idOfExtension();
      const page = await context.newPage();
      await page.goto('chrome://extensions');
      await page.evaluate(
        async ([extensionId, hostAccess]) => {
          // The interface of that page alone, which is in no list of types.
          const { chrome } = globalThis as unknown as {
            chrome: { developerPrivate: { updateExtensionConfiguration(update: object): Promise<void> } };
          };
          await chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess });
        },
        [id, isAllowed ? 'ON_ALL_SITES' : 'ON_CLICK'] as const,
      );
      await page.close();
    },
    async command(name) {
      const [worker] = context.serviceWorkers();
      await worker?.evaluate(async (command) => {
        // The extension's own API, in its worker; an event's `dispatch` is Chromium's and in no list.
        const { chrome } = globalThis as unknown as {
          chrome: {
            tabs: { query(filter: object): Promise<unknown[]> };
            commands: { onCommand: { dispatch(name: string, tab: unknown): void } };
          };
        };
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        chrome.commands.onCommand.dispatch(command, tab);
      }, name);
    },
    async chooseInMenu(menuItemId, selectionText) {
      const [worker] = context.serviceWorkers();
      await worker?.evaluate(
        async (info) => {
          // As for commands.
          const { chrome } = globalThis as unknown as {
            chrome: {
              tabs: { query(filter: object): Promise<unknown[]> };
              contextMenus: { onClicked: { dispatch(info: unknown, tab: unknown): void } };
            };
          };
          const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
          chrome.contextMenus.onClicked.dispatch(info, tab);
        },
        { menuItemId, selectionText, frameId: 0 },
      );
    },
    async openedOwnPage(file) {
      for (let tries = 0; tries < 100; tries++) {
        const found = context.pages().find((page) => page.url().includes(`/${file}`));
        if (found) {
          const address = found.url();
          await found.close();
          return address.split(file)[1] ?? '';
        }
        await wait(50);
      }
      throw notFound('A page of the extension', file);
    },
    backgroundErrors: () => backgroundErrors,
    async kill() {
      // Chromium notes its process in the profile that it holds, as HOST-PID.
      const pid = Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1));
      const gone = new Promise((resolve) => context.once('close', resolve));
      process.kill(pid, 'SIGKILL');
      await gone;
      if (ownProfile) rmSync(ownProfile, { recursive: true, force: true, maxRetries: 5 });
      await judgeLog();
    },
    async close() {
      await context.close();
      if (ownProfile) rmSync(ownProfile, { recursive: true, force: true, maxRetries: 5 });
      await judgeLog();
    },
  };
}
