/** A long day of reading: story after story in one tab and in many, with the background ending now and then. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LiveCounts, ReadingBrowser, StoryPage } from '../../browsers/driver';
import { PATIENCE_MS } from '../durability/counts';
import { BROWSERS, expectCard, expectNoCard, launch, markedTexts, servedPages } from '../harness';
import { ATTACKS } from './attack-counts';

const NAMES = ['Zabihullah Mujahid', 'Michael Kugelman', 'Hayat Tahrir al-Sham', 'Kandahar', 'Idlib'];
/** What may grow, and by what share: what a browser keeps of its own for a while. */
const SLACK = 1.1;
const EVERY = { card: 5, end: 25, tab: 10 } as const;

/** Puts another story into the page, as sites do that load one under the other's address. */
function showStory(nth: number, name: string): null {
  const article = document.querySelector('article');
  if (!article) throw new Error('The page has a story');
  const sentence = `In its ${nth}th story of the day the paper tells what ${name} said in Kabul, and what others said of it. `;
  const paragraphs = Array.from({ length: 12 }, (_, i) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = `${sentence.repeat(3)} Part ${i}.`;
    return paragraph;
  });
  const heading = document.createElement('h1');
  heading.textContent = `Story ${nth} of ${name}`;
  article.replaceChildren(heading, ...paragraphs);
  history.replaceState(null, '', `?story=${nth}`);
  return null;
}

/** What the page can see of us. */
const tracesOf = () => ({
  hosts: [...document.documentElement.children].filter(({ tagName }) => !['HEAD', 'BODY'].includes(tagName))
    .length,
  highlights: CSS.highlights.size,
  ranges: [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0),
});

const server = servedPages();

describe.each(BROWSERS)('in %s', (name) => {
  let browser: ReadingBrowser;
  beforeAll(async () => {
    browser = await launch(name);
  });
  afterAll(() => browser?.close());

  it(`${ATTACKS.stories} stories leave no listener, range or host behind`, {
    timeout: Math.max(4 * PATIENCE_MS, ATTACKS.stories * 5_000),
  }, async () => {
    const page = await browser.openPage(`${server.origin}/sample-story.html`);
    await expect.poll(() => markedTexts(page), { timeout: 60_000 }).not.toEqual([]);
    const traces: ReturnType<typeof tracesOf>[] = [];
    let early: LiveCounts | null = null;
    let late: LiveCounts | null = null;
    for (let nth = 1; nth <= ATTACKS.stories; nth++) {
      const text = NAMES[nth % NAMES.length] ?? '';
      if (nth % EVERY.end === 0) await browser.stopBackground();
      if (nth % EVERY.tab === 0) await readInTab(`${server.origin}/hand-story.html`);
      await page.show();
      await page.run(showStory, nth, text);
      await expect.poll(async () => (await markedTexts(page)).includes(text), { timeout: 30_000 }).toBe(true);
      if (nth % EVERY.card === 0) await lookAt(page, text);
      // After as many stories as give each name its turn with everything that is done now and then.
      const half = Math.ceil(ATTACKS.stories / 2);
      if (nth === half || nth === ATTACKS.stories) {
        await page.pointAway();
        traces.push(await page.run(tracesOf));
        early ??= await page.liveCounts();
        late = await page.liveCounts();
      }
    }
    expect(traces[1]).toEqual(traces[0]);
    expect(traces[1]?.hosts).toBe(1);
    if (early && late) {
      expect(late.documents).toBeLessThanOrEqual(early.documents);
      expect(late.listeners).toBeLessThanOrEqual(Math.ceil(early.listeners * SLACK));
      expect(late.nodes).toBeLessThanOrEqual(Math.ceil(early.nodes * SLACK));
    }
    expect(page.errors()).toEqual([]);
    const told = (counts: LiveCounts | null) =>
      counts
        ? `${counts.listeners} listeners, ${counts.nodes} nodes, ${(counts.heapBytes / 1e6).toFixed(2)} MB`
        : 'not told';
    console.log(
      `${name}: ${ATTACKS.stories} stories: ${JSON.stringify(traces[1])}; half way ${told(early)}, at the end ${told(late)}`,
    );
    await page.close();
  });

  async function lookAt(page: StoryPage, text: string): Promise<void> {
    await page.pointTo(text, 3);
    await expectCard(page, text);
    await page.press('Escape');
    await expectNoCard(page);
    await page.pointAway();
  }

  async function readInTab(address: string): Promise<void> {
    const tab = await browser.openPage(address);
    await expect.poll(() => markedTexts(tab), { timeout: 30_000 }).not.toEqual([]);
    expect(tab.errors()).toEqual([]);
    await tab.close();
  }
});
