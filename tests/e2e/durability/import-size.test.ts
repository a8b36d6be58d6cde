/** How long imports of many entries, their cancelling and their undo take, and whether the page stays alive. Printed, never asserted. */
import { describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json';
import type { StoryPage } from '../../browsers/driver';
import { BROWSERS, launch } from '../harness';
import { chooseFile, counts, longestFrame, press, told } from '../own-exchange';
import { pressButton } from '../own-page';
import { COUNTS, PATIENCE_MS } from './counts';
import { waitForStore } from './in-editor';

/** A table of a desk's own names. */
const table = (count: number) =>
  `id,name,kind,summary,aliases,source\n${Array.from({ length: count }, (_, i) => `own-${i},Zorvik${i} Quelnar${i},person,"One of ${count} people, whom a desk has met.",Z. Quelnar${i}|ZQ ${i},https://example.org/${i}`).join('\n')}\n`;

const figures = new Intl.NumberFormat('en');

describe.each(BROWSERS)('in %s', (name) => {
  it(`${COUNTS.records} entries are imported, cancelled, imported and undone`, {
    timeout: PATIENCE_MS,
  }, async () => {
    const browser = await launch(name);
    try {
      const page = await browser.openOwnPage('glossary-editor.html');
      await page.run(waitForStore);
      await pressButton(page, messages.toolbarExchange.message);
      const bytes = new TextEncoder().encode(table(COUNTS.records));
      const written = messages.exchangeWrittenOther.message.replace(
        '$COUNT$',
        figures.format(COUNTS.records),
      );
      const importButton = messages.exchangeWriteOther.message.replace(
        '$COUNT$',
        figures.format(COUNTS.records),
      );
      const all = messages.listEntriesOther.message.replace('$COUNT$', figures.format(COUNTS.records));
      const expected = { All: COUNTS.records, New: COUNTS.records };
      await chooseFile(page, 'names.csv', bytes);
      await longestFrame(page);
      const opened = performance.now();
      await expect.poll(() => counts(page), { timeout: 60_000 }).toEqual(expected);
      const previewMs = performance.now() - opened;
      const previewFrameMs = await longestFrame(page);
      await press(page, importButton);
      const cancelled = performance.now();
      await press(page, messages.exchangeCancel.message);
      await expect.poll(() => told(page), { timeout: 30_000 }).toBe(messages.exchangeCancelled.message);
      const cancelMs = performance.now() - cancelled;
      expect(await page.run(editCount)).toBe(0);
      await longestFrame(page);
      const began = performance.now();
      await press(page, importButton);
      await expect.poll(() => page.run(panelText), { timeout: 120_000, interval: 20 }).toContain(written);
      const importMs = performance.now() - began;
      const importFrameMs = await longestFrame(page);
      await expect.poll(() => page.run(editCount), { timeout: 60_000 }).toBe(COUNTS.records);
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      const afterFrameMs = await longestFrame(page);
      await expect.poll(async () => (await search(page, WORD)).count, { timeout: 120_000 }).toBe(all);
      const keys = Array.from(WORD, (_, i) => WORD.slice(0, i + 1));
      let searchMs = 0;
      for (const text of [...keys, 'one of', 'one of 7', 'e']) {
        const found = await search(page, text);
        searchMs = Math.max(searchMs, found.ms);
        if (WORD.startsWith(text)) expect(found.count).toMatch(/[1-9]/);
      }
      expect((await search(page, `${WORD}7 `)).count).not.toBe(all);
      await search(page, '');
      await longestFrame(page);
      const undone = performance.now();
      await press(page, messages.exchangeUndo.message);
      await expect
        .poll(() => told(page), { timeout: 120_000, interval: 20 })
        .toBe(messages.exchangeUndone.message);
      const undoMs = performance.now() - undone;
      const undoFrameMs = await longestFrame(page);
      expect(await page.run(editCount)).toBe(0);
      const ms = (time: number) => `${time.toFixed(0)} ms`;
      console.log(
        `${name}, ${COUNTS.records} entries (${(bytes.length / 1e6).toFixed(1)} MB): previewed in ${ms(previewMs)} (longest frame ${ms(previewFrameMs)}), cancelled in ${ms(cancelMs)}, imported in ${ms(importMs)} (${ms(importFrameMs)}; ${ms(afterFrameMs)} in the 5 s after), a key of a search takes ${ms(searchMs)} at most, undone in ${ms(undoMs)} (${ms(undoFrameMs)})`,
      );
    } finally {
      await browser.close();
    }
  });
});

async function editCount(): Promise<number> {
  const { newsgloss } = globalThis as unknown as {
    newsgloss: { userGlossary: { load(): Promise<{ edits: unknown[] }> } };
  };
  return (await newsgloss.userGlossary.load()).edits.length;
}

/** Of the name of each of the entries, and of nothing else. */
const WORD = 'zorvik';

/** Types into the search; how many it lists, in words, and how long that took, ms. */
function search(page: StoryPage, text: string): Promise<{ count: string; ms: number }> {
  return page.run(async (text) => {
    const field = document.querySelector<HTMLInputElement>('.search input');
    if (!field) throw new Error('The page has no search');
    const began = performance.now();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve));
    const ms = performance.now() - began;
    return { count: document.querySelector('.counts span')?.textContent ?? '', ms };
  }, text);
}

function panelText(): string {
  return document.querySelector('.exchange')?.textContent ?? '';
}
