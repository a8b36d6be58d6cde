/** The page of all settings: what is set there is in an open story at once, and can be taken back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MARK_HIGHLIGHTS } from '../../lib/page/marks';
import messages from '../../public/_locales/en/messages.json';
import { axeFaults } from '../browsers/axe';
import type { ReadingBrowser, StoryPage } from '../browsers/driver';
import {
  annotatedPage,
  BROWSERS,
  expectCard,
  expectMarks,
  expectNoCard,
  launch,
  markedTexts,
  mentionTexts,
  servedPages,
} from './harness';
import { pressButton, setStored } from './own-page';

const PAGE = 'sample-story.html';
const MUTED = 'Zabihullah Mujahid';

const server = servedPages();

/** Chooses a value where a choice has it, once it is there. */
async function choose(page: StoryPage, value: string): Promise<void> {
  const isChosen = () =>
    page.run((wanted) => {
      for (const select of document.querySelectorAll<HTMLSelectElement>('.setting select')) {
        if (![...select.options].some((option) => option.value === wanted)) continue;
        select.value = wanted;
        select.dispatchEvent(new Event('change', { bubbles: true }));
        return true;
      }
      return false;
    }, value);
  await expect.poll(isChosen, { timeout: 10_000 }).toBe(true);
}

/** Ticks or unticks a box by its words. */
async function tick(page: StoryPage, words: string): Promise<void> {
  const isTicked = () =>
    page.run((wanted) => {
      for (const label of document.querySelectorAll('.checks label')) {
        if (label.textContent?.trim() !== wanted) continue;
        label.querySelector('input')?.click();
        return true;
      }
      return false;
    }, words);
  await expect.poll(isTicked, { timeout: 10_000 }).toBe(true);
}

const textOf = (page: StoryPage) => page.run(() => document.body.innerText.replace(/\s+/g, ' '));

/** What a page of ours has stored for the user. */
function stored(page: StoryPage, key: string): Promise<unknown> {
  return page.run(async (wanted) => {
    const { chrome, browser } = globalThis as unknown as Record<
      string,
      typeof import('webextension-polyfill')
    >;
    return (await (browser ?? chrome)?.storage.local.get(wanted))?.[wanted] ?? null;
  }, key);
}

describe.each(BROWSERS)('in %s, the page of settings', (name) => {
  const story = annotatedPage(PAGE);
  const all = mentionTexts(story);
  let browser: ReadingBrowser;
  let page: StoryPage;
  let settings: StoryPage;

  /** Waits for something in the story, which is in front; the time that it took is told. */
  const seen = async (what: string, wait: () => Promise<unknown>) => {
    const began = performance.now();
    await wait();
    console.info(`${name}: ${what} was in the open story after ${Math.round(performance.now() - began)} ms`);
  };

  beforeAll(async () => {
    browser = await launch(name);
    page = await browser.openPage(`${server.origin}/${PAGE}`);
  });
  afterAll(() => browser?.close());

  it('opens beside a story', async () => {
    await expectMarks(page, all);
    settings = await browser.openOwnPage('options.html');
    await expect.poll(() => textOf(settings), { timeout: 10_000 }).toContain(messages.settingsLead.message);
    await page.show();
  });

  it('changes the look of marks in an open story', async () => {
    await choose(settings, 'tint');
    const tinted = () => markedTexts(page, MARK_HIGHLIGHTS.tint);
    await seen('a look of marks', () => expect.poll(tinted, { timeout: 10_000 }).toEqual(all));
    await choose(settings, 'dotted');
    await expectMarks(page, all);
  });

  it('switches a beat off in an open story, and on again', async () => {
    const beat = messages.beatAfghanistanPakistan.message;
    await tick(settings, beat);
    await seen('a beat', () =>
      expect.poll(() => markedTexts(page), { timeout: 10_000 }).not.toContain(MUTED),
    );
    await page.pointTo(MUTED);
    await expectNoCard(page);
    await page.pointAway();
    await tick(settings, beat);
    await expectMarks(page, all);
  });

  it('lists what was muted by its name, has it marked again, and takes that back', async () => {
    await setStored(settings, 'mute:zabihullah-mujahid', 'on');
    await seen('a muted entry', () =>
      expect.poll(() => markedTexts(page), { timeout: 10_000 }).not.toContain(MUTED),
    );
    await expect.poll(() => textOf(settings), { timeout: 10_000 }).toContain(MUTED);
    await pressButton(settings, messages.settingsUnmute.message);
    await expectMarks(page, all);
    await pressButton(settings, messages.settingsUndo.message);
    await expect.poll(() => markedTexts(page), { timeout: 10_000 }).not.toContain(MUTED);
    await pressButton(settings, messages.settingsUnmute.message);
    await expectMarks(page, all);
  });

  it('changes the colours of cards and of itself', async () => {
    await page.pointTo(MUTED);
    await expectCard(page, MUTED);
    const scheme = async () => (await page.card())?.colorScheme;
    expect(await scheme()).toBe('light dark');
    await choose(settings, 'dark');
    await seen('a theme', () => expect.poll(scheme, { timeout: 10_000 }).toBe('dark'));
    const own = () => settings.run(() => getComputedStyle(document.documentElement).colorScheme);
    await expect.poll(own, { timeout: 10_000 }).toBe('dark');
    await choose(settings, 'system');
    await expect.poll(scheme, { timeout: 10_000 }).toBe('light dark');
    await page.pointAway();
    await expectNoCard(page);
  });

  it('refuses a hover delay that is off the limits, says so, and keeps the one before', async () => {
    const type = (ms: string) =>
      settings.run((typed) => {
        const field = document.querySelector<HTMLInputElement>('input[type="number"]');
        if (!field) throw new Error('The page has no field for the hover delay');
        field.value = typed;
        field.dispatchEvent(new Event('change', { bubbles: true }));
        return null;
      }, ms);
    await type('400');
    await expect.poll(() => stored(settings, 'hover:delay'), { timeout: 5_000 }).toBe(400);
    await type('20');
    const refused = messages.settingsDelayRefused.message.split('$')[0] ?? '';
    await expect.poll(() => textOf(settings), { timeout: 5_000 }).toContain(refused);
    expect(await stored(settings, 'hover:delay')).toBe(400);
    await setStored(settings, 'hover:delay', null);
  });

  it('refuses what is no site; adds one, which holds at once, and removes it', async () => {
    await settings.run(() => {
      const form = document.querySelector<HTMLFormElement>('.add-site');
      if (!form) throw new Error('The page has no form for a site');
      (form.elements.namedItem('site') as HTMLInputElement).value = 'no site';
      form.requestSubmit();
      return null;
    });
    await expect
      .poll(() => textOf(settings), { timeout: 5_000 })
      .toContain(messages.settingsSiteRefused.message);
    await settings.run(() => {
      const form = document.querySelector<HTMLFormElement>('.add-site');
      (form?.elements.namedItem('site') as HTMLInputElement).value = 'http://127.0.0.1:80/story';
      form?.requestSubmit();
      return null;
    });
    await expectMarks(page, []);
    await pressButton(settings, messages.settingsSiteRemove.message);
    await expectMarks(page, all);
  });

  it('resets all settings, and takes that back', async () => {
    await choose(settings, 'tint');
    await expect.poll(() => stored(settings, 'marks:look'), { timeout: 5_000 }).toBe('tint');
    await pressButton(settings, messages.settingsResetAll.message);
    await expect.poll(() => stored(settings, 'marks:look'), { timeout: 5_000 }).toBeNull();
    await pressButton(settings, messages.settingsUndo.message);
    await expect.poll(() => stored(settings, 'marks:look'), { timeout: 5_000 }).toBe('tint');
    await choose(settings, 'dotted');
    await expectMarks(page, all);
  });

  it('tells of a stored value that it could not read, and of no other', async () => {
    await setStored(settings, 'theme', 'purple');
    const later = await browser.openOwnPage('options.html');
    const line = messages.settingsRepairedOne.message.replace('$NAME$', messages.settingsTheme.message);
    await expect
      .poll(() => textOf(later), { timeout: 10_000 })
      .toContain(line.replace('$VALUE$', '"purple"'));
    await pressButton(later, messages.settingsSeen.message);
    await expect.poll(() => textOf(later), { timeout: 5_000 }).not.toContain('purple');
    expect(await stored(later, 'theme')).toBeNull();
    await later.close();
  });

  it('syncs where that is switched on, and says how it stands', async () => {
    await tick(settings, messages.settingsSyncSwitch.message);
    const inStep = messages.settingsSyncDone.message.split('$')[0] ?? '';
    await expect.poll(() => textOf(settings), { timeout: 15_000 }).toContain(inStep);
    const synced = () =>
      settings.run(async () => {
        const { chrome, browser } = globalThis as unknown as Record<
          string,
          typeof import('webextension-polyfill')
        >;
        return JSON.stringify(await (browser ?? chrome)?.storage.sync.get(null));
      });
    await choose(settings, 'story');
    await expect.poll(synced, { timeout: 20_000 }).toContain('"story"');
    await tick(settings, messages.settingsSyncSwitch.message);
    await expect.poll(() => textOf(settings)).not.toContain(inStep);
    await choose(settings, 'all');
    // What is there is told before it counts here again.
    await tick(settings, messages.settingsSyncSwitch.message);
    await expect
      .poll(() => textOf(settings), { timeout: 5_000 })
      .toContain(messages.settingsSyncFoundWhen.message.split('$')[0]);
    await pressButton(settings, messages.settingsSyncCancel.message);
    expect(await stored(settings, 'sync')).toBeNull();
    expect(await stored(settings, 'marks:repeat')).toBe('all');
  });

  it('is free of what axe finds wrong, and of errors', async () => {
    expect(await axeFaults(settings)).toEqual([]);
    expect([...settings.errors(), ...page.errors()]).toEqual([]);
  });
});
