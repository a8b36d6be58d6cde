/** What needs a page: cost on its thread, cold, of the built extension and of the peers; memory; quickness. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { Entry } from '../../lib/glossary/schema';
import { buildForChromium } from '../browsers/build';
import { type BenchChromium, launchBench, PageHosts, runTask, until } from './chromium';
import { buildBenchExtension, writeEmptyExtension } from './extension/build';
import { BEGIN_MARK, type BenchBackground, END_MARK, type Task } from './extension/tasks';
import { peersNames } from './in-node';
import {
  appendParagraph,
  changeStyle,
  countMarks,
  followPointer,
  isEndMarked,
  markFirstMarks,
  markHere,
  scrollToEnd,
  workOnPage,
} from './in-page';
import { glossaryOf, madeEntries } from './made-glossary';
import { type BenchPage, MADE, STORY_SIZES } from './pages';
import type { Curve, Figures } from './report';
import { medianOf } from './statistics';
import {
  between,
  compileMs,
  layoutsIn,
  listenerCostsMs,
  longestScriptTaskMs,
  msFromScriptTo,
  scriptMs,
  type TraceEvent,
  threadWith,
  workMs,
} from './trace';

/** Names that ours and the peers in the page look for. */
const PAGE_NAMES = 300;
/** A cold visit takes seconds: so many of each page are enough for a median over many pages. */
const MOST_VISITS = 3;
/** mark.js takes seconds for a page, and minutes for a long one. */
const MARK_JS_CHARACTERS = 40_000;
/** A page whose marks have not come by then has none, ms. */
const MARKS_MS = 4_000;
const TENFOLD_MARKS_MS = 60_000;
/** After the marks the reader sets up what it needs later, ms. */
const QUIET_MS = 700;
const POINTER_MOVES = 200;
const HERE = 'bench-here';
const SEEN = 'bench-seen';

export interface ChromiumOptions {
  readonly pages: readonly BenchPage[];
  readonly base: readonly Entry[];
  /** Folder of the made pages, in which the bench's extensions are built too. */
  readonly scratch: string;
  readonly rounds: number;
  readonly say: (line: string) => void;
  /** Called after each part with Chromium's version and the lines of cost against a page's size. */
  readonly keep: (found: { readonly version: string; readonly curves: readonly Curve[] }) => void;
}

interface Browsers {
  /** With the extension as it is built. */
  readonly built: BenchChromium;
  /** With the bench's own extension. */
  readonly bench: BenchChromium;
  /** With an extension that does nothing. */
  readonly empty: BenchChromium;
}

/** Measures all that needs a page. */
export async function benchInChromium(figures: Figures, options: ChromiumOptions): Promise<void> {
  const { base, scratch, say } = options;
  say('building the extensions');
  const built = buildForChromium();
  const entries = glossaryOf(PAGE_NAMES, base, madeEntries(PAGE_NAMES / 4));
  const [benchFolder, emptyFolder] = [join(scratch, 'bench-extension'), join(scratch, 'empty-extension')];
  await buildBenchExtension(benchFolder, entries, peersNames(entries).slice(0, PAGE_NAMES));
  writeEmptyExtension(emptyFolder);
  benchSizes(figures, built);
  const hosts = new PageHosts();
  const browsers: Browsers = {
    built: await launchBench(built),
    bench: await launchBench(benchFolder),
    empty: await launchBench(emptyFolder),
  };
  try {
    const bench = new PageBench(figures, options, browsers, hosts);
    await bench.warmUp();
    const curves: Curve[] = [];
    // What is quickly measured comes first: a run that ends early has it.
    const parts = [
      () => bench.painting(),
      () => bench.quickness(),
      () => bench.memory(),
      () => bench.setMarks({ 'marks:repeat': 'all', 'marks:familiarity:household': 'on' }),
      () => bench.pageWork(),
      () => bench.pointer(),
      () => bench.appended(),
      () => bench.setMarks({ 'marks:repeat': null, 'marks:familiarity:household': null }),
      () => bench.stories(),
      () => bench.keptIndex(),
      () => bench.sizes(curves),
    ];
    for (const part of parts) {
      await part();
      options.keep({ version: browsers.built.version, curves });
    }
  } finally {
    for (const browser of Object.values(browsers)) await browser.close();
    await hosts.close();
  }
}

function benchSizes(figures: Figures, built: string): void {
  const zipped = (script: string) => gzipSync(readFileSync(join(built, `${script}.js`))).length / 1_024;
  figures.add('size/gate', 'KB', [zipped('gate')]);
  figures.add('size/story', 'KB', [zipped('gate') + zipped('reader') + zipped('card')]);
}

/** What one visit with the built extension has cost. */
interface Visit {
  readonly isStory: boolean;
  readonly scriptMs: number;
  readonly compileMs: number;
  readonly longestMs: number;
}

class PageBench {
  readonly #figures: Figures;
  readonly #options: ChromiumOptions;
  readonly #browsers: Browsers;
  readonly #hosts: PageHosts;
  readonly #visits: number;

  constructor(figures: Figures, options: ChromiumOptions, browsers: Browsers, hosts: PageHosts) {
    this.#figures = figures;
    this.#options = options;
    this.#browsers = browsers;
    this.#hosts = hosts;
    this.#visits = Math.min(options.rounds, MOST_VISITS);
  }

  #made(file: string): BenchPage {
    return { folder: this.#options.scratch, file, characters: 0 };
  }

  #say(line: string): void {
    this.#options.say(line);
  }

  /** A background that has read pages is warm, as it mostly is. */
  async warmUp(): Promise<void> {
    this.#say('warming up');
    for (const page of this.#options.pages.slice(0, 5)) {
      await this.#visit(page);
      await this.#task(page, 'whole');
    }
  }

  async #task(page: BenchPage, task: Task, part = 'ms'): Promise<number | null> {
    const result = await runTask(this.#browsers.bench, await this.#hosts.addressOf(page), task);
    return result?.[part] ?? null;
  }

  /** Visits a page with the built extension, and weighs our script there until its marks have come. */
  async #visit(page: BenchPage, longestMs = MARKS_MS): Promise<Visit> {
    const { built } = this.#browsers;
    const address = await this.#hosts.addressOf(page);
    let opened: Page | null = null;
    const events = await built.trace(async () => {
      opened = await built.open(address);
      await marksIn(opened, longestMs);
      await wait(QUIET_MS);
      await opened.evaluate(markHere);
    });
    // TypeScript does not see the assignment in the action.
    await (opened as Page | null)?.close();
    const thread = threadWith(HERE, events);
    return {
      isStory: thread.some(({ args }) => args?.data?.url?.endsWith('/reader.js')),
      scriptMs: scriptMs(thread),
      compileMs: compileMs(thread),
      longestMs: longestScriptTaskMs(thread),
    };
  }

  /** Every story, cold, by the built extension and piece by piece, beside the peers. */
  async stories(): Promise<void> {
    const perPage = new Map<string, number[]>();
    const note = (id: string, value: number) => perPage.set(id, [...(perPage.get(id) ?? []), value]);
    const pages = [...this.#options.pages, this.#made(MADE.nameless)];
    let longest = 0;
    for (const [at, page] of pages.entries()) {
      this.#say(`story ${at + 1} of ${pages.length}`);
      const isNameless = at === pages.length - 1;
      const runs = await this.#runsOf(page, isNameless);
      const visits = runs.visits;
      const medianVisit = (of: (visit: Visit) => number) => medianOf(visits.map(of));
      if (isNameless) {
        this.#figures.add(
          'nameless/script',
          'ms',
          visits.map(({ scriptMs }) => scriptMs),
        );
        this.#figures.add('nameless/walker', 'ms', runs.tasks.walker ?? []);
        this.#figures.addRatio('nameless/script/to-walker', 'nameless/script', 'nameless/walker');
        continue;
      }
      for (const [task, times] of Object.entries(runs.tasks)) note(task, medianOf(times));
      if (!visits.every(({ isStory }) => isStory)) continue;
      note('story/walker', medianOf(runs.tasks.walker ?? []));
      note(
        'story/script',
        medianVisit(({ scriptMs }) => scriptMs),
      );
      note(
        'story/compile',
        medianVisit(({ compileMs }) => compileMs),
      );
      longest = Math.max(
        longest,
        medianVisit(({ longestMs }) => longestMs),
      );
    }
    for (const [id, values] of perPage) this.#figures.add(id, 'ms', values);
    this.#figures.add('story/longest-task', 'ms', [longest]);
    this.#figures.addRatio('story/script/to-walker', 'story/script', 'story/walker');
    this.#figures.addRatio('read/to-walker', 'read', 'walker');
    this.#figures.addRatio('whole/find-and-replace-to-ours', 'find-and-replace', 'whole');
    await this.#markJs();
  }

  async #runsOf(page: BenchPage, isNameless: boolean) {
    const tasks: Partial<Record<Task, number[]>> = {};
    const visits: Visit[] = [];
    const wanted: readonly Task[] = isNameless ? ['walker'] : ['walker', 'read', 'whole', 'find-and-replace'];
    for (let round = 0; round < this.#visits; round++) {
      for (const task of wanted) {
        const ms = await this.#task(page, task);
        if (ms !== null) tasks[task] = [...(tasks[task] ?? []), ms];
      }
      visits.push(await this.#visit(page));
    }
    return { tasks, visits };
  }

  /** Once a page, beside ours in the same breath: it is far off, and slow. */
  async #markJs(): Promise<void> {
    const ours: number[] = [];
    const theirs: number[] = [];
    for (const page of this.#options.pages) {
      if (page.characters > MARK_JS_CHARACTERS) continue;
      this.#say(`mark.js on a page of ${page.characters} characters`);
      const [own, other] = [await this.#task(page, 'whole'), await this.#task(page, 'mark-js')];
      if (own === null || other === null) continue;
      ours.push(own);
      theirs.push(other);
    }
    this.#figures.add('mark-js', 'ms', theirs);
    this.#figures.add('whole/beside-mark-js', 'ms', ours);
    this.#figures.addRatio('whole/mark-js-to-ours', 'mark-js', 'whole/beside-mark-js');
  }

  /** Made stories of every size; the longest also as what must not hold its page up. */
  async sizes(curves: Curve[]): Promise<void> {
    const points = new Map<string, [number, number][]>();
    const note = (name: string, size: number, ms: number | null) => {
      if (ms !== null) points.set(name, [...(points.get(name) ?? []), [size, ms]]);
    };
    for (const size of STORY_SIZES) {
      this.#say(`a story of ${size} characters`);
      const page = { ...this.#made(MADE.ofSize(size)), characters: size };
      note('bare TreeWalker', size, await this.#task(page, 'walker'));
      note('Newsgloss, reading the text', size, await this.#task(page, 'read'));
      note('Newsgloss, whole, 300 names', size, await this.#task(page, 'whole'));
      note('findAndReplaceDOMText, 300 names', size, await this.#task(page, 'find-and-replace'));
      if (size <= MARK_JS_CHARACTERS) note('mark.js, 300 names', size, await this.#task(page, 'mark-js'));
      const { scriptMs } = await this.#visit(page, TENFOLD_MARKS_MS);
      note('Newsgloss as built, all its script', size, scriptMs);
    }
    this.#say('a ten-fold page');
    const visits: Visit[] = [];
    for (let round = 0; round < this.#visits; round++) {
      visits.push(await this.#visit(this.#made(MADE.tenfold), TENFOLD_MARKS_MS));
    }
    this.#figures.add(
      'tenfold/script',
      'ms',
      visits.map(({ scriptMs }) => scriptMs),
    );
    this.#figures.add(
      'tenfold/longest-task',
      'ms',
      visits.map(({ longestMs }) => longestMs),
    );
    curves.push(...[...points].map(([name, line]) => ({ name, points: line })));
  }

  /** From the gate's first line to the frame that shows marks. */
  async quickness(): Promise<void> {
    this.#say('from document_idle to marks');
    const { built } = this.#browsers;
    const times: number[] = [];
    for (let round = 0; round < this.#visits; round++) {
      for (const page of this.#options.pages) {
        const address = await this.#hosts.addressOf(page);
        let opened: Page | null = null;
        const events = await built.trace(async () => {
          opened = await built.open(address, markFirstMarks);
          await marksIn(opened, MARKS_MS);
          await opened.evaluate(markHere);
        });
        await (opened as Page | null)?.close();
        const ms = msFromScriptTo(SEEN, '/gate.js', threadWith(HERE, events));
        if (ms !== null) times.push(ms);
      }
    }
    this.#figures.add('story/idle-to-marks', 'ms', times);
  }

  /** Heap of a story's tab with the extension, beyond the same with an empty content script. */
  async memory(): Promise<void> {
    this.#say('memory');
    const { built, empty } = this.#browsers;
    const beyond: number[] = [];
    for (const page of this.#options.pages) {
      const used: number[] = [];
      for (const browser of [built, empty]) {
        const opened = await browser.open(await this.#hosts.addressOf(page));
        if (browser === built && (await marksIn(opened, MARKS_MS)) === null) {
          await opened.close();
          break;
        }
        await wait(QUIET_MS);
        const session = await opened.context().newCDPSession(opened);
        await session.send('HeapProfiler.enable');
        await session.send('HeapProfiler.collectGarbage');
        used.push((await session.send('Runtime.getHeapUsage')).usedSize / 1_048_576);
        await opened.close();
      }
      const [ours, without] = used;
      if (ours !== undefined && without !== undefined) beyond.push(ours - without);
    }
    this.#figures.add('memory/story', 'MB', beyond);
  }

  /** Marking a thousand mentions as highlights, and by spans around them: all that the thread does for it. */
  async painting(): Promise<void> {
    this.#say('painting');
    const { bench } = this.#browsers;
    const costs = { paint: [] as number[], spans: [] as number[] };
    const layouts: number[] = [];
    for (let round = 0; round < this.#options.rounds; round++) {
      for (const task of ['paint', 'spans'] as const) {
        const address = await this.#hosts.addressOf(this.#made(MADE.thousand));
        const events = await bench.trace(async () => void (await runTask(bench, address, task)));
        const thread = between(threadWith(END_MARK, events), BEGIN_MARK, END_MARK);
        costs[task].push(workMs(thread));
        if (task === 'paint') layouts.push(layoutsIn(thread));
      }
    }
    this.#figures.add('paint/highlights', 'ms', costs.paint);
    this.#figures.add('paint/spans', 'ms', costs.spans);
    this.#figures.add('paint/layouts', 'count', layouts);
    this.#figures.addRatio('paint/to-spans', 'paint/highlights', 'paint/spans');
  }

  /** Sets how names are marked, for the pages that come; null for as it is usually. */
  async setMarks(values: Readonly<Record<string, string | null>>): Promise<void> {
    await this.#browsers.built.inBackground(
      async (entries: readonly (readonly [string, string | null])[]) => {
        // The extension's own API, in its worker.
        const { chrome } = globalThis as unknown as {
          chrome: {
            storage: { local: { set(values: object): Promise<void>; remove(key: string): Promise<void> } };
          };
        };
        for (const [key, value] of entries) {
          if (value === null) await chrome.storage.local.remove(key);
          else await chrome.storage.local.set({ [key]: value });
        }
      },
      Object.entries(values),
    );
  }

  /** What the page's own work costs it with 5,000 mentions on it, against a page that we are not on. */
  async pageWork(): Promise<void> {
    this.#say('the page’s own work');
    const { built, empty } = this.#browsers;
    const page = this.#made(MADE.fiveThousand);
    const withUs = await built.open(await this.#hosts.addressOf(page));
    const without = await empty.open(await this.#hosts.addressOf(page));
    await marksIn(withUs, TENFOLD_MARKS_MS);
    const times = { with: [] as number[], without: [] as number[] };
    const frames = { with: [] as number[], without: [] as number[] };
    const sides = [
      { name: 'with', browser: built, opened: withUs },
      { name: 'without', browser: empty, opened: without },
    ] as const;
    for (let round = 0; round <= this.#options.rounds; round++) {
      for (const { name, browser, opened } of sides) {
        await opened.bringToFront();
        const ms = await opened.evaluate(workOnPage);
        // What the change has started is over before the frame is weighed.
        await wait(QUIET_MS);
        const events = await browser.trace(() => opened.evaluate(changeStyle));
        if (round === 0) continue;
        times[name].push(ms);
        frames[name].push(workMs(between(threadWith(END_MARK, events), BEGIN_MARK, END_MARK)));
      }
    }
    await withUs.close();
    await without.close();
    this.#figures.add('page-work/dom/with', 'ms', times.with);
    this.#figures.add('page-work/dom/without', 'ms', times.without);
    this.#figures.addRatio('page-work/dom/to-without', 'page-work/dom/with', 'page-work/dom/without');
    this.#figures.add('page-work/style-frame/with', 'ms', frames.with);
    this.#figures.add('page-work/style-frame/without', 'ms', frames.without);
    this.#figures.addRatio(
      'page-work/style-frame/to-without',
      'page-work/style-frame/with',
      'page-work/style-frame/without',
    );
  }

  /** Script a pointer's move costs on a page with a thousand mentions, against one elementFromPoint. */
  async pointer(): Promise<void> {
    this.#say('the pointer');
    const { built, empty } = this.#browsers;
    const page = this.#made(MADE.thousand);
    const withUs = await built.open(await this.#hosts.addressOf(page));
    const without = await empty.open(await this.#hosts.addressOf(page), followPointer);
    await marksIn(withUs, TENFOLD_MARKS_MS);
    const costs = { ours: [] as number[], floor: [] as number[] };
    const sides = [
      { name: 'ours', browser: built, opened: withUs },
      { name: 'floor', browser: empty, opened: without },
    ] as const;
    for (let round = 0; round <= this.#options.rounds; round++) {
      for (const { name, browser, opened } of sides) {
        await opened.bringToFront();
        const events = await browser.trace(async () => {
          for (let at = 0; at < POINTER_MOVES; at++) {
            await opened.mouse.move(20 + ((at * 16) % 640), 60 + ((at * 24) % 700));
            await wait(8);
          }
          await opened.evaluate(markHere);
        });
        const thread = threadWith(HERE, events);
        const moves = listenerCostsMs(thread, 'pointermove').length;
        if (round > 0 && moves > 0) costs[name].push((scriptMs(thread) * 1_000) / moves);
      }
    }
    await withUs.close();
    await without.close();
    this.#figures.add('pointer/ours', 'µs', costs.ours);
    this.#figures.add('pointer/element-from-point', 'µs', costs.floor);
    this.#figures.addRatio('pointer/to-element-from-point', 'pointer/ours', 'pointer/element-from-point');
  }

  /** A paragraph that comes later: our script until its names are marked. */
  async appended(): Promise<void> {
    const { built } = this.#browsers;
    for (const [name, file] of [
      ['story', MADE.story],
      ['tenfold', MADE.tenfold],
    ] as const) {
      this.#say(`a paragraph appended to a page: ${name}`);
      const opened = await built.open(await this.#hosts.addressOf(this.#made(file)));
      await marksIn(opened, TENFOLD_MARKS_MS);
      await wait(QUIET_MS);
      await opened.evaluate(scrollToEnd);
      await wait(QUIET_MS);
      const costs: number[] = [];
      for (let round = 0; round < this.#visits; round++) {
        const events: TraceEvent[] = await built.trace(async () => {
          await opened.evaluate(appendParagraph);
          await until(async () => ((await opened.evaluate(isEndMarked)) ? true : null), TENFOLD_MARKS_MS);
          await opened.evaluate(markHere);
        });
        costs.push(scriptMs(threadWith(HERE, events)));
      }
      await opened.close();
      this.#figures.add(`appended/${name}`, 'ms', costs);
    }
  }

  /** Builds an index in the background, and loads it in one that has just woken. */
  async keptIndex(): Promise<void> {
    const { bench } = this.#browsers;
    for (const size of [100_000, 300_000]) {
      this.#say(`an index of ${size} names in the background`);
      const kept: { buildMs: number; longestSliceMs: number }[] = [];
      const loads: number[] = [];
      for (let round = 0; round < this.#visits; round++) {
        kept.push(await bench.inBackground(keepIndex, size));
        await bench.stopBackground();
        await this.#task(this.#made(MADE.story), 'wake');
        loads.push(await bench.inBackground(loadIndex));
      }
      this.#figures.add(
        `index/${size}/build-in-background`,
        'ms',
        kept.map(({ buildMs }) => buildMs),
      );
      this.#figures.add(
        `index/${size}/longest-task-in-background`,
        'ms',
        kept.map(({ longestSliceMs }) => longestSliceMs),
      );
      this.#figures.add(`index/${size}/load`, 'ms', loads);
    }
  }
}

/** Waits for marks of ours; null where none have come. */
const marksIn = (page: Page, longestMs: number) =>
  until(async () => ((await page.evaluate(countMarks)) > 0 ? true : null), longestMs);

// Both travel to the background as source text.
const keepIndex = (names: number): ReturnType<BenchBackground['keep']> =>
  (globalThis as unknown as { bench$: BenchBackground }).bench$.keep(names);
const loadIndex = (): ReturnType<BenchBackground['load']> =>
  (globalThis as unknown as { bench$: BenchBackground }).bench$.load();
