/** The interface in each of its languages: all of it, in its direction, and within its room. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import english from '../../public/_locales/en/messages.json';
import { axeFaults } from '../browsers/axe';
import { type PopupPage, type StoryPage, WELCOME_FILE } from '../browsers/driver';
import { annotatedPage, expectMarks, launch, mentionTexts, servedPages } from './harness';
import { headingOfEntry, listedNames as listedRows } from './own-page';
import { listedNames } from './popup-reading';

type Messages = Readonly<Record<string, { readonly message: string }>>;

const messagesIn = (locale: string): Messages =>
  JSON.parse(readFileSync(new URL(`../../public/_locales/${locale}/messages.json`, import.meta.url), 'utf8'));

/** Matches a whole line that an English message could be; null for one that is little but what is put in. */
function patternOf(message: string): RegExp | null {
  const fixed = message.split(/\$[A-Z]+\$/);
  if (fixed.length > 1 && !fixed.some((part) => /\p{L}{4}/u.test(part))) return null;
  return new RegExp(`^${fixed.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`);
}

/** The lines that are English messages, where the locale says them in other words. */
function englishIn(lines: readonly string[], locale: Messages): string[] {
  const patterns = Object.entries<{ readonly message: string }>(english)
    .filter(([key, { message }]) => locale[key]?.message !== message)
    .flatMap(([, { message }]) => patternOf(message) ?? []);
  return lines.filter((line) => patterns.some((pattern) => pattern.test(line.trim())));
}

/** A page has loaded by then, however busy the machine is. */
const SOON = { timeout: 10_000 };

/** All that a page of ours says, the glossary's own texts aside; and what of it reaches out at its sides. */
async function readPage(page: StoryPage | PopupPage) {
  return page.run(() => {
    const said: string[] = [];
    const wide: string[] = [];
    for (const element of document.body.querySelectorAll('*')) {
      if (!element.checkVisibility()) continue;
      const box = element.getBoundingClientRect();
      if (box.width > 1 && (box.left < -0.5 || box.right > document.documentElement.clientWidth + 0.5))
        wide.push(`${element.className || element.tagName} “${element.textContent?.slice(0, 40)}”`);
      for (const name of ['aria-label', 'title', 'placeholder']) {
        const text = element.getAttribute(name);
        if (text) said.push(text);
      }
      if (element.closest('[lang="en"]')) continue;
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
      said.push(
        own
          .map((node) => node.nodeValue)
          .join('')
          .trim(),
      );
    }
    const { lang, dir, scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) wide.push('the page');
    return { said: [document.title, ...said].filter(Boolean), wide, lang, dir };
  });
}

const server = servedPages();

it.each([
  ['de', 'ltr'],
  ['fr', 'ltr'],
  ['es', 'ltr'],
  ['ar', 'rtl'],
])(
  'in Chromium that speaks %s, its card and its pages do, and hold',
  { timeout: 120_000 },
  async (language, dir) => {
    const locale = messagesIn(language);
    const words = (key: keyof typeof english) => locale[key]?.message ?? '';
    const browser = await launch('chromium', { language });
    try {
      const page = await browser.openPage(`${server.origin}/sample-story.html`);
      await expectMarks(page, mentionTexts(annotatedPage('sample-story.html')));
      await page.pointTo('Zabihullah Mujahid');
      await expect.poll(async () => (await page.card())?.text ?? '', SOON).toContain(words('cardUnfold'));
      await page.clickInCard(words('cardUnfold'));
      await expect.poll(async () => (await page.card())?.text ?? '', SOON).toContain(words('cardReport'));
      const card = await page.card();
      expect(card).toMatchObject({ lang: language, dir, overflows: false });
      expect(englishIn([card?.label ?? '', ...(card?.text.split('\n') ?? [])], locale)).toEqual([]);

      const popup = await browser.openPopup();
      await expect.poll(async () => (await listedNames(popup)).length, SOON).toBeGreaterThan(20);
      const glossary = await browser.openOwnPage('glossary-editor.html');
      await glossary.resize(320, 640);
      await expect.poll(async () => (await listedRows(glossary)).length, SOON).toBeGreaterThan(5);
      const form = await browser.openOwnPage('glossary-editor.html#entry=zabihullah-mujahid');
      await form.resize(320, 640);
      await expect.poll(() => headingOfEntry(form), SOON).toContain('Zabihullah Mujahid');
      const welcome = await browser.openOwnPage(WELCOME_FILE);
      await welcome.resize(320, 640);
      await expect.poll(() => welcome.run(() => document.querySelector('h1') !== null), SOON).toBe(true);
      for (const own of [popup, glossary, form, welcome]) {
        const { said, wide, ...root } = await readPage(own);
        expect(root).toEqual({ lang: language, dir });
        expect(englishIn(said, locale)).toEqual([]);
        expect(wide).toEqual([]);
        expect(await axeFaults(own)).toEqual([]);
      }
    } finally {
      await browser.close();
    }
  },
);

it('what is left in English would be found', () => {
  const german = messagesIn('de');
  expect(englishIn(['Quellen', 'Sources', 'Background on Kabul', 'Kabul', 'Organisation'], german)).toEqual([
    'Sources',
    'Background on Kabul',
  ]);
});
