/** Pages that the browser keeps when they are left, and brings back as they were. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MARK_HIGHLIGHTS } from '../../../lib/page/marks';
import type { ReadingBrowser } from '../../browsers/driver';
import type { PageServer } from '../../browsers/page-server';
import { BROWSERS, expectCard, launch, markedTexts, store } from '../harness';
import { ARTICLE, NAME, serveFiles, storyPage } from './pages';

const WATCH = `<script>
  window.kept = { shows: 0, persisted: 0 };
  addEventListener('pageshow', ({ persisted }) => { kept.shows += 1; kept.persisted += persisted ? 1 : 0; });
</script>`;

let server: PageServer;
beforeAll(async () => {
  server = await serveFiles({
    'story.html': storyPage(ARTICLE, WATCH),
    'after.html': '<!doctype html><title>After</title><p>Another page.</p>',
  });
});
afterAll(() => server?.close());

interface Kept {
  readonly shows: number;
  readonly persisted: number;
}

describe.each(BROWSERS)('in %s', (name) => {
  let browser: ReadingBrowser;
  beforeAll(async () => {
    browser = await launch(name, { keepsLeftPages: true });
  });
  afterAll(() => browser?.close());

  it('a page that comes back as it was left has the settings of now', async () => {
    const own = await browser.openOwnPage('popup.html');
    const page = await browser.openPage(`${server.origin}/story.html`);
    const kept = () => page.run(() => (window as unknown as { kept?: Kept }).kept ?? null).catch(() => null);
    await expect.poll(() => markedTexts(page), { timeout: 30_000 }).toContain(NAME);
    const away = async (settings: Record<string, unknown>) => {
      await page.run((address) => location.assign(address), `${server.origin}/after.html`);
      await expect
        .poll(() => page.run(() => document.title).catch(() => ''), { timeout: 5_000 })
        .toBe('After');
      await own.run(store, settings);
      await page.run(() => history.back());
      await expect.poll(async () => (await kept())?.shows ?? 0, { timeout: 5_000 }).toBeGreaterThan(0);
    };
    await away({ 'switch:everywhere': 'off' });
    const { persisted } = (await kept()) ?? { persisted: 0 };
    await expect.poll(() => markedTexts(page), { timeout: 10_000 }).toEqual([]);
    await away({ 'switch:everywhere': 'on', 'marks:look': 'solid' });
    const solid = () => markedTexts(page, MARK_HIGHLIGHTS.solid);
    await expect.poll(solid, { timeout: 30_000 }).toContain(NAME);
    expect(await markedTexts(page)).toEqual([]);
    await page.pointTo(NAME);
    await expectCard(page, NAME);
    expect(await page.run(() => document.querySelectorAll('[popover]').length)).toBe(1);
    console.log(
      `${name}: a page came back ${persisted > 0 ? 'as it was left' : 'loaded anew'}, with the settings of now`,
    );
    expect(persisted).toBeGreaterThan(0);
    expect(page.errors()).toEqual([]);
    await own.run(store, { 'marks:look': 'dotted' });
    await Promise.all([own.close(), page.close()]);
  });
});
