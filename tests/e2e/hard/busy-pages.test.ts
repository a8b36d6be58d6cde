/** Pages that change all the time, or at whatever we do: they are read on, seldom, and never in a circle. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadingBrowser, StoryPage } from '../../browsers/driver';
import type { PageServer } from '../../browsers/page-server';
import { isSoak } from '../durability/counts';
import { BROWSERS, expectCard, launch, markedTexts } from '../harness';
import { ARTICLE, NAME, serveFiles, storyPage } from './pages';

/** How long a page is left to itself, ms. */
const BUSY_MS = isSoak ? 60_000 : 10_000;
const ANSWERING_MS = isSoak ? 20_000 : 4_000;
const MUTATIONS_A_SECOND = 1_000;
/** No page is read again sooner than this after a change; see lib/page/page-changes.ts. */
const MOST_PASSES_A_SECOND = 4;

/** Counts what was painted: each reading that finds something paints its marks anew. */
const COUNTER = `<script>
  const counted = (window.counted = { passes: 0, mutations: 0, answers: 0 });
  let last = null;
  const count = () => {
    const now = CSS.highlights.get('newsgloss-mark') ?? null;
    if (now !== last) counted.passes += 1;
    last = now;
    requestAnimationFrame(count);
  };
  count();
</script>`;

/** Text changes, paragraphs come and go, classes change: in the story itself. */
const BUSY = `<p id="ticker">The wires say nothing.</p><script>
  const story = document.querySelector('article');
  const ticker = document.getElementById('ticker');
  story.append(ticker);
  let at = 0;
  const CITIES = ['Kabul', 'Kandahar', 'Herat', 'Kunar', 'Nangarhar'];
  const change = () => {
    at += 1;
    counted.mutations += 1;
    if (at % 3 === 0) ticker.firstChild.data = 'The wires say ' + at + ' things of ' + CITIES[at % 5] + ', and no more than that.';
    else if (at % 3 === 1) story.classList.toggle('odd');
    else if (story.lastChild === ticker) {
      const more = document.createElement('p');
      more.textContent = 'A line that comes and goes names ' + CITIES[at % 5] + ' and not much else, number ' + at + '.';
      story.append(more);
    } else story.lastChild.remove();
  };
  const began = performance.now();
  setInterval(() => {
    const due = (performance.now() - began) * ${MUTATIONS_A_SECOND / 1_000};
    // As many as fall into the time that passed, also where timers come late.
    for (let more = Math.min(due - counted.mutations, 200); more > 0; more--) change();
  }, 8);
</script>`;

/** Whatever we do that a page can see, it does something in the story; and takes our element away. */
const ANSWERING = `<script>
  const story = document.querySelector('article');
  let painted = null;
  const answer = () => {
    counted.answers += 1;
    const more = document.createElement('p');
    more.textContent = 'Answer ' + counted.answers + ' of this page names Kandahar, and the one before it is gone.';
    if (counted.answers > 1) story.lastChild.remove();
    story.append(more);
  };
  const look = () => {
    const now = CSS.highlights.get('newsgloss-mark') ?? null;
    if (now !== painted) answer();
    painted = now;
  };
  setInterval(look, 4);
  new MutationObserver((records) => {
    for (const { addedNodes, target } of records)
      for (const node of addedNodes)
        if (target === document.documentElement) {
          answer();
          if (counted.answers % 2) node.remove();
        }
  }).observe(document.documentElement, { childList: true, attributes: true });
</script>`;

let server: PageServer;
beforeAll(async () => {
  server = await serveFiles({
    'empty.html': '<!doctype html><title>Nothing</title>',
    'busy.html': storyPage(ARTICLE + BUSY, COUNTER),
    'answering.html': storyPage(ARTICLE + ANSWERING, COUNTER),
  });
});
afterAll(() => server?.close());

interface Counted {
  readonly passes: number;
  readonly mutations: number;
  readonly answers: number;
}

const counted = (page: StoryPage) => page.run(() => (window as unknown as { counted: Counted }).counted);

describe.each(BROWSERS)('in %s', (name) => {
  let browser: ReadingBrowser;
  beforeAll(async () => {
    browser = await launch(name);
  });
  afterAll(() => browser?.close());

  it(`a page with ${MUTATIONS_A_SECOND} changes a second is read on, seldom`, {
    timeout: BUSY_MS + 60_000,
  }, async () => {
    const page = await browser.openPage(`${server.origin}/empty.html`);
    const profile = await page.profileExtension();
    await page.run((address) => location.assign(address), `${server.origin}/busy.html`);
    await expect.poll(() => markedTexts(page).catch(() => []), { timeout: 30_000 }).toContain(NAME);
    const before = await counted(page);
    const began = performance.now();
    await wait(BUSY_MS);
    const after = await counted(page);
    const seconds = (performance.now() - began) / 1_000;
    const work = await profile.stop();
    const passes = after.passes - before.passes;
    const mutations = after.mutations - before.mutations;
    console.log(
      `${name}: ${(mutations / seconds).toFixed(0)} changes a second for ${seconds.toFixed(0)} s: ${passes} readings${
        work ? `, ${(100 * work.share).toFixed(1)} % of the main thread, ${work.observers} observer` : ''
      }`,
    );
    expect(passes).toBeGreaterThan(0);
    expect(passes).toBeLessThanOrEqual(MOST_PASSES_A_SECOND * seconds + 1);
    if (work) expect(work.observers).toBe(1);
    await page.pointTo(NAME);
    await expectCard(page, NAME);
    expect(page.errors()).toEqual([]);
    await page.close();
  });

  it('a page that answers all that we do is not answered without end', {
    timeout: ANSWERING_MS + 60_000,
  }, async () => {
    const page = await browser.openPage(`${server.origin}/answering.html`);
    await expect.poll(() => markedTexts(page), { timeout: 30_000 }).toContain(NAME);
    const before = await counted(page);
    const began = performance.now();
    for (const text of ['Kabul', 'Kandahar', NAME]) await page.pointTo(text);
    await wait(ANSWERING_MS);
    const after = await counted(page);
    const seconds = (performance.now() - began) / 1_000;
    const passes = after.passes - before.passes;
    const answers = after.answers - before.answers;
    console.log(
      `${name}: a page that answers, ${seconds.toFixed(0)} s: marks painted ${passes} times, ${answers} answers of the page`,
    );
    // Each reading paints at most twice: at once, and when the browser has said that what came is in sight.
    expect(passes).toBeLessThanOrEqual(2 * MOST_PASSES_A_SECOND * seconds + 1);
    // One for each reading, and one or two for each card: no card is opened again and again.
    expect(answers).toBeLessThanOrEqual(passes + 8);
    // An answer that falls into the rest takes the name away under the pointer, which then moves again.
    const rested = async () => {
      await page.pointAway();
      await page.pointTo(NAME);
      await wait(1_000);
      return (await page.card())?.label ?? 'no card';
    };
    await expect.poll(rested, { timeout: 20_000 }).toContain(NAME);
    expect(page.errors()).toEqual([]);
    await page.close();
  });
});
