/**
 * How quick the card is, printed: whoever reads the figures knows how busy the machine was. What must
 * hold whatever the machine does is asserted: nothing on the page moves.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TIMINGS } from '../../lib/hover/timings';
import type { ReadingBrowser, StoryPage } from '../browsers/driver';
import { pointOfText, type ViewportPoint } from '../browsers/in-page';
import { type PageServer, servePages } from '../browsers/page-server';
import { PLAIN_NAMES } from '../browsers/plain-names';
import { BROWSERS, expectNoCard, launch, markedTexts } from './harness';

/** A thousand mentions, ten a paragraph. */
const PARAGRAPHS = Array.from(
  { length: 100 },
  (_, at) =>
    `<p>Paragraph ${at + 1} says of ${PLAIN_NAMES.map((name) => `${name} what was said before`).join(', of ')}.</p>`,
);
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A thousand names</title>
<meta property="og:type" content="article"><style>body { font: 18px/1.6 serif; max-inline-size: 700px; }</style></head>
<body><article><h1>A thousand names</h1>${PARAGRAPHS.join('\n')}</article></body></html>`;

let server: PageServer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'newsgloss-quickness-'));
  writeFileSync(join(folder, 'thousand.html'), PAGE);
  server = await servePages(folder);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Notes when the pointer last moved and when the card was first there to be painted, and what shifted. */
function startNoting(): void {
  const noted = { movedMs: 0, shownMs: 0, shift: 0 };
  Object.assign(window, { noted$: noted });
  addEventListener('pointermove', ({ timeStamp }) => {
    noted.movedMs = timeStamp;
  });
  try {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        noted.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: false });
  } catch {
    // Firefox does not tell.
  }
  const look = () => {
    const isShown = document.querySelector('html > [popover]:popover-open') !== null;
    if (!isShown) noted.shownMs = 0;
    else noted.shownMs ||= performance.now();
    requestAnimationFrame(look);
  };
  look();
}

interface Noted {
  readonly movedMs: number;
  readonly shownMs: number;
  readonly shift: number;
}

const share = (values: readonly number[], part: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0;
const shown = (ms: number) => `${ms.toFixed(1)} ms`;

describe.each(BROWSERS)('in %s, on a page with a thousand mentions', (name) => {
  let browser: ReadingBrowser;
  let page: StoryPage;
  const noted = () => page.run(() => (window as unknown as { noted$: Noted }).noted$);
  beforeAll(async () => {
    browser = await launch(name);
  });
  afterAll(() => browser?.close());

  /** From the end of the intended rest to the card, ms. */
  async function restOn(point: ViewportPoint): Promise<number> {
    await page.trace([
      { x: point.x, y: point.y - 40 },
      { x: point.x, y: point.y - 20 },
      { x: point.x, y: point.y - 2 },
      point,
    ]);
    await expect.poll(async () => (await noted()).shownMs, { timeout: 5_000 }).toBeGreaterThan(0);
    const { movedMs, shownMs } = await noted();
    await page.press('Escape');
    await expectNoCard(page);
    await page.trace([{ x: 900, y: 20 }]);
    return shownMs - movedMs - TIMINGS.restMs;
  }

  it('the card comes soon after the rest, and moves nothing', async () => {
    page = await browser.openPage(`${server.origin}/thousand.html`);
    await expect
      .poll(async () => (await markedTexts(page)).length, { timeout: 20_000 })
      .toBeGreaterThanOrEqual(1_000);
    await page.run(startNoting);
    const warm: number[] = [];
    for (const text of [...PLAIN_NAMES, ...PLAIN_NAMES, ...PLAIN_NAMES]) {
      const point = await page.run(pointOfText, text, 3);
      if (point) warm.push(await restOn(point));
    }
    const cold: number[] = [];
    for (const text of ['Kabul', 'Kandahar', 'al-Qaeda']) {
      await browser.stopBackground();
      await page.show();
      await page.reload();
      await expect.poll(async () => (await markedTexts(page)).length, { timeout: 20_000 }).toBeGreaterThan(0);
      await page.run(startNoting);
      await browser.stopBackground();
      await page.show();
      const point = await page.run(pointOfText, text, 0);
      if (point) cold.push(await restOn(point));
    }
    console.log(
      `${name}: from rest to card, warm: median ${shown(share(warm, 0.5))}, p95 ${shown(share(warm, 0.95))}; cold: ${cold.map(shown).join(', ')}`,
    );
    expect(warm).toHaveLength(3 * PLAIN_NAMES.length);
    expect((await noted()).shift).toBe(0);
  }, 120_000);

  it('a pointer that moves across it costs little', async () => {
    const way = (stepPx: number) =>
      Array.from({ length: 400 }, (_, at) => ({
        x: 20 + ((at * stepPx) % 640),
        y: 60 + ((at * stepPx * 1.5) % 700),
      }));
    // As fast as a pointer that crosses the page, and as slow as one that looks for something.
    const costs = { fast: await page.costOfMoves(way(16), 8), slow: await page.costOfMoves(way(2), 8) };
    for (const [pace, moves] of Object.entries(costs)) {
      if (!moves) continue;
      console.log(
        `${name}: a ${pace} move costs ${share(moves, 0.5).toFixed(3)} ms at the median, ${share(moves, 0.95).toFixed(3)} ms at p95`,
      );
      expect(moves.length).toBeGreaterThan(0);
    }
  }, 60_000);
});
