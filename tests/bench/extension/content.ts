/**
 * Runs one task in the page and leaves its times there. Nothing has run in the page before, so that all
 * of it, ours and the peers', is as cold as on a first visit.
 */
import findAndReplaceDOMText from 'findandreplacedomtext';
import Mark from 'mark.js';
import { askBackground } from '../../../lib/messaging/channel';
import { askInParts } from '../../../lib/page/ask-in-parts';
import { MARK_HIGHLIGHTS, paintHighlight } from '../../../lib/page/marks';
import { boundariesOf } from '../../../lib/page/ranges';
import { readStory } from '../../../lib/page/read-story';
import { StorySession } from '../../../lib/page/story-session';
import { browser } from '../../../lib/platform/browser';
import { DEFAULT_MARKS } from '../../../lib/settings/marks';
import { namesPattern } from '../names-pattern';
import { BEGIN_MARK, END_MARK, RESULT_ATTRIBUTE, TASKS, type Task, type TaskResult } from './tasks';

const now = () => performance.now();
const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
const twoFrames = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

function timed(task: () => number): TaskResult {
  const startMs = now();
  const count = task();
  return { ms: now() - startMs, count };
}

/** Goes to every text of the page and does nothing there: what no reading can better. */
function walkTexts(): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let count = 0;
  while (walker.nextNode()) count++;
  return count;
}

/** The whole of it as the extension does it, all mentions marked; the time that it waits is told apart. */
async function wholeStory(): Promise<TaskResult> {
  let askedMs = 0;
  let answeredMs = 0;
  const startMs = now();
  const settledMs = await new Promise<number>((resolve) => {
    const session = new StorySession(
      window,
      location.hostname,
      async (request) => {
        const answer = askBackground('annotate', request);
        askedMs = now();
        const annotated = await answer;
        answeredMs = now();
        return annotated;
      },
      () => undefined,
      () => resolve(now()),
    );
    const none = new Set<never>();
    session.setMarks({ ...DEFAULT_MARKS, repeat: 'all', unmarkedFamiliarities: none, unmarkedKinds: none });
    session.start(() => null);
  });
  return { ms: askedMs - startMs + (settledMs - answeredMs), inAllMs: settledMs - startMs };
}

function findAndReplace(): TaskResult {
  return timed(() => {
    findAndReplaceDOMText(document.body, { find: namesPattern(BENCH_NAMES), wrap: 'mark', preset: 'prose' });
    return document.getElementsByTagName('mark').length;
  });
}

function markJs(): Promise<TaskResult> {
  return new Promise((resolve) => {
    const startMs = now();
    new Mark(document.body).mark(BENCH_NAMES, {
      acrossElements: true,
      accuracy: 'exactly',
      separateWordSearch: false,
      done: (count) => resolve({ ms: now() - startMs, count }),
    });
  });
}

/** Where the mentions of the page stand. */
async function placesOfMentions(): Promise<StaticRangeInit[]> {
  const { blocks, lang, date } = readStory(document, isShown);
  const about = { lang, date: date?.day ?? null, story: null };
  const places: StaticRangeInit[] = [];
  for await (const answer of askInParts((request) => askBackground('annotate', request), blocks, about)) {
    for (const mention of answer?.mentions ?? []) {
      const block = blocks[mention.block];
      const place = block && boundariesOf(block, mention);
      if (place) places.push(place);
    }
  }
  return places;
}

/** Marks all mentions in one of two ways, between two marks on the page's timeline. */
async function markMentions(show: (places: readonly StaticRangeInit[]) => void): Promise<TaskResult> {
  const places = await placesOfMentions();
  await twoFrames();
  performance.mark(BEGIN_MARK);
  show(places);
  await twoFrames();
  performance.mark(END_MARK);
  return { count: places.length };
}

/** Wraps places that each stand in one text node, the last first, so that those before them stay where they are. */
function wrapInSpans(places: readonly StaticRangeInit[]): void {
  for (const { startContainer, startOffset, endOffset } of [...places].reverse()) {
    // Mentions begin in texts.
    const text = startContainer as Text;
    const name = text.splitText(startOffset);
    name.splitText(endOffset - startOffset);
    const span = document.createElement('span');
    span.className = 'newsgloss-bench-mark';
    name.replaceWith(span);
    span.append(name);
  }
}

const RUNS: Readonly<Record<Task, () => TaskResult | Promise<TaskResult>>> = {
  wake: async () => {
    await browser.runtime.sendMessage({}).catch(() => undefined);
    return {};
  },
  walker: () => timed(walkTexts),
  read: () => timed(() => readStory(document, isShown).blocks.length),
  whole: wholeStory,
  'find-and-replace': findAndReplace,
  'mark-js': markJs,
  paint: () => markMentions((places) => paintHighlight(MARK_HIGHLIGHTS.dotted, places)),
  spans: () => markMentions(wrapInSpans),
};

const wanted = TASKS.find((task) => `#${task}` === location.hash);
if (wanted) {
  Promise.resolve(RUNS[wanted]())
    .catch((error: unknown) => ({ error: String(error) }))
    .then((result) => document.documentElement.setAttribute(RESULT_ATTRIBUTE, JSON.stringify(result)));
}
