// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPageText } from '../../../lib/page/page-changes';
import type { PageEdit } from '../../../lib/page/page-edit';

const PAGE = `<nav><p id="clock">12:00</p></nav><article><p id="text">Kabul fell.</p>
  <button id="more">Read more</button></article>`;
/** Longer than changes take to settle. */
const SETTLED_MS = 400;

const byId = (id: string) => document.getElementById(id) as HTMLElement;
let stop = () => {};

function watchAgain(onSettled: () => number | undefined = () => 0, own: Node | null = null) {
  stop();
  const called = vi.fn((_edits: readonly PageEdit[] | null) => Promise.resolve(onSettled() ?? 0));
  stop = watchPageText(document, () => own, { changed: () => {}, settled: called });
  return called;
}

/** Lets the observer hear of changes, and time pass. */
async function pass(ms: number) {
  await vi.advanceTimersByTimeAsync(ms);
}

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = PAGE;
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('watchPageText', () => {
  it('tells of new and of changed text, once it has settled', async () => {
    const called = watchAgain();
    byId('text').append(' Then Kunduz.');
    await pass(100);
    byId('text').append(' Then Herat.');
    await pass(SETTLED_MS);
    expect(called).toHaveBeenCalledTimes(1);
  });

  it.each<[string, () => void]>([
    ['text that a press may have unfolded', () => byId('more').click()],
    ['a fold that was opened', () => byId('text').dispatchEvent(new Event('toggle'))],
    ['a wall that was lifted by a class of the body', () => document.body.classList.add('open')],
    ['a root that was hidden until now', () => document.documentElement.removeAttribute('hidden')],
  ])('tells of %s', async (_what, change) => {
    document.documentElement.setAttribute('hidden', '');
    const called = watchAgain();
    change();
    await pass(SETTLED_MS);
    expect(called).toHaveBeenCalledTimes(1);
  });

  it('does not tell of what changes beside every story, nor of our own element', async () => {
    const own = document.createElement('div');
    const called = watchAgain(() => 0, own);
    byId('clock').textContent = '12:01';
    document.documentElement.append(own);
    own.click();
    await pass(SETTLED_MS);
    expect(called).not.toHaveBeenCalled();
    own.remove();
  });

  it('is called now and then while the text never rests', async () => {
    const called = watchAgain();
    for (let n = 0; n < 100; n++) {
      byId('text').textContent = `Live ${n}`;
      await pass(100);
    }
    expect(called.mock.calls.length).toBeGreaterThanOrEqual(3);
    expect(called.mock.calls.length).toBeLessThanOrEqual(5);
  });

  it.each(['at once', 'in slices, later'])(
    'takes at most a twentieth of the time for readings %s',
    async (how) => {
      const readingMs = 200;
      const called = watchAgain(() => {
        if (how !== 'at once') return readingMs;
        vi.advanceTimersByTime(readingMs);
        return 0;
      });
      const startMs = performance.now();
      for (let n = 0; n < 400; n++) {
        byId('text').textContent = `Live ${n}`;
        await pass(100);
      }
      const share = (called.mock.calls.length * readingMs) / (performance.now() - startMs);
      expect(called.mock.calls.length).toBeGreaterThan(3);
      expect(share).toBeLessThanOrEqual(0.06);
    },
  );

  it('tells what has changed since it last told, and nothing of what changes beside', async () => {
    const called = watchAgain();
    byId('text').append(' Then Kunduz.');
    await pass(100);
    byId('clock').textContent = '12:02';
    byId('text').append(' Then Herat.');
    await pass(SETTLED_MS);
    byId('text').firstChild?.remove();
    await pass(SETTLED_MS);
    const told = called.mock.calls.map(([edits]) => edits?.map(({ target }) => target));
    expect(told).toEqual([[byId('text'), byId('text')], [byId('text')]]);
  });

  it.each<[string, () => void]>([
    ['the hand may have shown text anywhere', () => byId('more').click()],
    [
      'very much has changed',
      () => {
        for (let n = 0; n < 1_000; n++) byId('text').append(` Then ${n}.`);
      },
    ],
  ])('tells that anything may have changed where %s', async (_why, change) => {
    const called = watchAgain();
    byId('text').append(' Then Kunduz.');
    change();
    await pass(SETTLED_MS);
    expect(called.mock.calls).toEqual([[null]]);
  });

  it('is silent once stopped', async () => {
    const called = watchAgain();
    byId('text').append(' Then Kunduz.');
    await pass(50);
    stop();
    byId('more').click();
    await pass(SETTLED_MS);
    expect(called).not.toHaveBeenCalled();
  });
});
