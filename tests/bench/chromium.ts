/** A Chromium for the bench: pages that are each visited as for the first time, and traces of what they cost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import { openChromium } from '../browsers/chromium';
import { type PageServer, servePages } from '../browsers/page-server';
import { RESULT_ATTRIBUTE, type Task, type TaskResult } from './extension/tasks';
import type { BenchPage } from './pages';
import type { TraceEvent } from './trace';

/**
 * No script of the page's runs and nothing is fetched, so that all script is the extension's; isolated
 * pages have a clock of 5 µs.
 */
const HEADERS = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline' 'self'; img-src data:",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

const CATEGORIES = ['devtools.timeline', 'blink.user_timing', 'v8', 'toplevel'];
/** A task that has not ended by then will not, ms: mark.js on the longest pages is let off. */
const LONGEST_TASK_MS = 120_000;
/** Between looks at whether something has come, ms. */
const LOOK_MS = 25;

/** Serves the folders of all pages, each visit under a host of its own: Chromium gives it a new process. */
export class PageHosts {
  readonly #servers = new Map<string, PageServer>();
  #visits = 0;

  async addressOf({ folder, file }: Pick<BenchPage, 'folder' | 'file'>): Promise<string> {
    const server = this.#servers.get(folder) ?? (await servePages(folder, { headers: HEADERS }));
    this.#servers.set(folder, server);
    this.#visits += 1;
    return `http://visit-${this.#visits}.localhost:${new URL(server.origin).port}/${encodeURIComponent(file)}`;
  }

  async close(): Promise<void> {
    for (const server of this.#servers.values()) await server.close();
  }
}

export interface BenchChromium {
  readonly version: string;
  /** Opens an address in a tab of its own; `script` runs in the page before anything else. */
  open(address: string, script?: () => void): Promise<Page>;
  /** Runs a function in the extension's background, woken if it has to be. */
  inBackground<Args extends unknown[], Result>(
    run: (...args: Args) => Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  stopBackground(): Promise<void>;
  /** What Chromium notes while something is done. */
  trace(action: () => Promise<void>): Promise<TraceEvent[]>;
  close(): Promise<void>;
}

/** Launches Chromium with an extension, or with none. */
export async function launchBench(extension: string | null): Promise<BenchChromium> {
  const profile = mkdtempSync(join(tmpdir(), 'newsgloss-bench-profile-'));
  const context = await openChromium(profile, { extension });
  const browser = context.browser();
  if (!browser) throw new Error('Chromium gives no session of its own.');
  const worker = async () => context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));

  return {
    version: browser.version(),
    async open(address, script) {
      const page = await context.newPage();
      if (script) await page.addInitScript(script);
      await page.goto(address, { waitUntil: 'load' });
      return page;
    },
    inBackground: async (run, ...args) =>
      // What comes back is the function's result as JSON would carry it.
      (await worker()).evaluate(`(${run})(...${JSON.stringify(args)})`),
    async stopBackground() {
      const page = await context.newPage();
      await page.goto(new URL('manifest.json', (await worker()).url()).href);
      const session = await context.newCDPSession(page);
      await session.send('ServiceWorker.enable');
      const gone = (await worker()).waitForEvent('close');
      await session.send('ServiceWorker.stopAllWorkers');
      await gone;
      await page.close();
    },
    async trace(action) {
      const session = await browser.newBrowserCDPSession();
      try {
        return await traced(session, action);
      } finally {
        await session.detach();
      }
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function traced(session: CDPSession, action: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    // CDP leaves the form of a trace's events open.
    for (const event of value as unknown as TraceEvent[]) events.push(event);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  await action();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  return events;
}

/** Waits until a look at something gives what is wanted; null where it does not within the time. */
export async function until<Result>(
  look: () => Promise<Result | null>,
  longestMs: number,
): Promise<Result | null> {
  for (const endMs = performance.now() + longestMs; performance.now() < endMs; ) {
    const found = await look();
    if (found !== null) return found;
    await wait(LOOK_MS);
  }
  return null;
}

/** Has the bench's extension run a task in a page that nobody has visited; null where it did not end. */
export async function runTask(
  chromium: BenchChromium,
  address: string,
  task: Task,
): Promise<TaskResult | null> {
  const page = await chromium.open(`${address}#${task}`);
  try {
    const said = await until(
      () => page.evaluate((name) => document.documentElement.getAttribute(name), RESULT_ATTRIBUTE),
      LONGEST_TASK_MS,
    );
    if (said === null) return null;
    const result = JSON.parse(said) as TaskResult & { error?: string };
    if (result.error) throw new Error(`${task}: ${result.error}`);
    return result;
  } finally {
    await page.close();
  }
}
