/** A file whose entries say what would be markup, script or an address anywhere else: taken in, listed, opened, read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json';
import type { PopupPage, ReadingBrowser, StoryPage } from '../../browsers/driver';
import type { PageServer } from '../../browsers/page-server';
import { ADDRESSES, PAYLOADS, PLANTED, saying } from '../../unit/hard/payloads';
import { BROWSERS, expectCard, expectNoCard, launch, markedTexts } from '../harness';
import { chooseFile, expectCounts, press } from '../own-exchange';
import { choose, pressButton } from '../own-page';
import { serveFiles, storyPage } from './pages';

/** Of the entries, every so manieth is opened in the editor, unfolded in the popup, and has its card opened in the page. */
const [OPEN_EVERY, UNFOLD_EVERY, CARD_EVERY] = [5, 20, 100];

/** As letters alone, which stand in a name: no two of one number. */
const inLetters = (number: number) =>
  [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
/** How the story names an entry. */
const named = (number: number) => `Zorvik Quel${inLetters(number)}`;

/** The first says nothing dangerous: what is made of the others is to be what is made of it. */
const TEXTS = ['Zorvik', ...PAYLOADS];
const entries = TEXTS.map((text, at) => {
  const entry = saying(text);
  const aliases = [...(entry.aliases ?? []), { key: 'm', text: named(at) }];
  const relations = [{ key: 'r', kind: 'ally-of', with: `said-${(at + 1) % TEXTS.length}`, sources: [] }];
  return { ...entry, id: `said-${at}`, aliases, relations };
});
const leading = ADDRESSES.map((url, at) => ({
  ...{ id: `led-${at}`, kind: 'term', name: `Led ${at}` },
  sources: [{ ref: 's', title: 'S', publisher: 'S', url }],
}));
const file = JSON.stringify({ format: 'newsgloss-glossary', version: 1, entries: [...entries, ...leading] });

let server: PageServer;
beforeAll(async () => {
  const sentences = TEXTS.map((_, at) => `The minutes of that week say what ${named(at)} had not said.`);
  const paragraphs = sentences.map((sentence) => `<p>${sentence}</p>`).join('');
  const story = `<article><h1>Two meetings in one week</h1>${paragraphs}</article>`;
  server = await serveFiles({ 'story.html': storyPage(story) });
});
afterAll(() => server?.close());

/** What was made of an entry's texts in a part of a page: elements with the names of their attributes, and links. */
interface Made {
  readonly text: string;
  readonly shape: string;
  readonly links: readonly string[];
}

/** What {@link watch} leaves in a page. */
interface InPage {
  /** What the page's policy has stopped, which is what markup of a text would come to in ours. */
  stopped: number;
  made(text: string, place: ParentNode): Made;
}

/** Has a page count what its policy stops, and tell what was made in a part of it. */
const watch = (page: StoryPage | PopupPage) =>
  page.run(() => {
    const inPage: InPage = Object.assign(globalThis, {
      stopped: 0,
      made: (text: string, place: ParentNode) => ({
        text,
        shape: [...place.querySelectorAll('*')]
          .map((element) => `${element.localName} ${element.getAttributeNames().sort().join(' ')}`)
          .join('\n'),
        links: [...place.querySelectorAll('a')].map(
          (link) => `${new URL(link.href).protocol} ${link.rel} ${link.target}`,
        ),
      }),
    });
    addEventListener('securitypolicyviolation', () => {
      inPage.stopped += 1;
    });
  });

/** Nothing was planted in a page, and nothing was there that its policy had to stop. */
const expectUntouched = async (page: StoryPage | PopupPage) =>
  expect(
    await page.run(
      (planted) => [Reflect.get(window, planted) ?? 'nothing', (globalThis as unknown as InPage).stopped],
      PLANTED,
    ),
  ).toEqual(['nothing', 0]);

interface Listed {
  readonly row: Made;
  /** Of an entry that was opened: its form, and the card beside it. */
  readonly form: Made | null;
  readonly card: Made | null;
}

/** Goes through the page's list, and has every so manieth of its entries opened. */
function readList(page: StoryPage, from: number, to: number, openEvery: number): Promise<Listed[]> {
  return page.run(
    async (from, to, openEvery) => {
      const until = async <Found>(find: () => Found | null | undefined): Promise<Found> => {
        for (let tries = 0; tries < 2_000; tries++) {
          const found = find();
          if (found) return found;
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
        throw new Error(`Nothing came of ${find}`);
      };
      const { made } = globalThis as unknown as InPage;
      const list = document.querySelector('.list');
      if (!list) throw new Error('The page has no list');
      const all = [];
      for (let place = from; place < to; place++) {
        const find = () => list.querySelector<HTMLElement>(`[aria-posinset="${place + 1}"]`);
        if (!find()) list.scrollTop = place * (list.querySelector<HTMLElement>('.probe')?.offsetHeight ?? 0);
        const row = await until(find);
        const text = row.querySelector('.row-name')?.textContent ?? '';
        const listed = made(text, row);
        if (place % openEvery !== 0) {
          all.push({ row: listed, form: null, card: null });
          continue;
        }
        row.click();
        const form = await until(() => {
          const field = document.querySelector<HTMLInputElement>('#f-name-');
          return field?.value === text ? field.closest('.entry') : null;
        });
        const card = await until(() => {
          const root = document.querySelector('.beside .card-host')?.shadowRoot;
          return root?.querySelector('h2')?.textContent === text ? root : null;
        });
        all.push({ row: listed, form: made(text, form), card: made(text, card) });
      }
      return all;
    },
    from,
    to,
    openEvery,
  );
}

/** Goes through the popup's list, and unfolds the card of every so manieth name with all that it says. */
function readPopup(
  popup: PopupPage,
  from: number,
  to: number,
  unfoldEvery: number,
): Promise<{ row: Made; card: Made | null }[]> {
  return popup.run(
    async (from, to, unfoldEvery) => {
      const { made } = globalThis as unknown as InPage;
      const all = [];
      const items = [...document.querySelectorAll('.story-name')];
      for (const [at, item] of items.slice(from, to).entries()) {
        const text = item.querySelector('.name')?.textContent ?? '';
        const row = made(text, item);
        if (at % unfoldEvery !== 0) {
          all.push({ row, card: null });
          continue;
        }
        const expand = item.querySelector<HTMLButtonElement>('.expand');
        expand?.click();
        for (let tries = 0; tries < 2_000 && !item.querySelector('.in-place h2'); tries++)
          await new Promise((resolve) => setTimeout(resolve, 5));
        for (const folded of item.querySelectorAll<HTMLButtonElement>('.in-place [aria-expanded="false"]'))
          folded.click();
        await new Promise((resolve) => setTimeout(resolve, 0));
        const card = item.querySelector('.in-place');
        if (!card) throw new Error(`No card of ${text}`);
        all.push({ row, card: made(text, card) });
        expand?.click();
      }
      return all;
    },
    from,
    to,
    unfoldEvery,
  );
}

/** In parts, each within what a driver waits for one answer. */
async function inParts<Part>(read: (from: number, to: number) => Promise<readonly Part[]>): Promise<Part[]> {
  const all: Part[] = [];
  for (let from = 0; from < TEXTS.length; from += 100)
    all.push(...(await read(from, Math.min(TEXTS.length, from + 100))));
  return all;
}

const trimmed = TEXTS.map((text) => text.trim()).sort();

describe.each(BROWSERS)(
  'in %s, five hundred texts that would be markup or script',
  { timeout: 120_000 },
  (name) => {
    let browser: ReadingBrowser;
    let editor: StoryPage;
    let story: StoryPage;
    beforeAll(async () => {
      browser = await launch(name);
      editor = await browser.openOwnPage('glossary-editor.html');
      await watch(editor);
    });
    afterAll(() => browser?.close());

    it('are taken in with a file, without those that lead elsewhere than to the web', async () => {
      await pressButton(editor, messages.toolbarExchange.message);
      await chooseFile(editor, 'said.json', new TextEncoder().encode(file));
      await expectCounts(editor, {
        All: TEXTS.length + ADDRESSES.length,
        New: TEXTS.length,
        Refused: ADDRESSES.length,
      });
      await press(editor, messages.exchangeWriteOther.message.replace('$COUNT$', String(TEXTS.length)));
      const done = messages.exchangeWrittenOther.message.replace('$COUNT$', String(TEXTS.length));
      const panel = () => editor.run(() => document.querySelector('.exchange')?.textContent ?? '');
      await expect.poll(panel, { timeout: 60_000 }).toContain(done);
      await expectUntouched(editor);
    });

    it('are texts in the list, in the form and in the card beside it', async () => {
      await choose(editor, 'mine');
      const length = () =>
        editor.run(() => document.querySelector('.row[aria-setsize]')?.getAttribute('aria-setsize'));
      await expect.poll(length, { timeout: 20_000 }).toBe(String(TEXTS.length));
      const all = await inParts((from, to) => readList(editor, from, to, OPEN_EVERY));
      expect(all.map(({ row }) => row.text.trim()).sort()).toEqual(trimmed);
      expect(new Set(all.map(({ row }) => row.shape)).size).toBe(1);
      for (const part of ['form', 'card'] as const) {
        const opened = all.flatMap((one) => one[part] ?? []);
        expect(opened.length).toBeGreaterThanOrEqual(TEXTS.length / OPEN_EVERY);
        expect(opened[0]?.shape.split('\n').length).toBeGreaterThan(30);
        expect(new Set(opened.map(({ shape }) => shape)).size, part).toBe(1);
        const links = new Set(opened.flatMap((one) => one.links));
        expect([...links]).toEqual(part === 'card' ? ['https: noopener noreferrer _blank'] : []);
      }
      await expectUntouched(editor);
    });

    it('are texts in the popup and its cards, whose links lead to the web alone', async () => {
      story = await browser.openPage(`${server.origin}/story.html`);
      await expect
        .poll(async () => (await markedTexts(story)).length, { timeout: 60_000 })
        .toBeGreaterThanOrEqual(TEXTS.length);
      const popup = await browser.openPopup();
      await watch(popup);
      const listed = () => popup.run(() => document.querySelectorAll('.story-name').length);
      await expect.poll(listed, { timeout: 20_000 }).toBe(TEXTS.length);
      const all = await inParts((from, to) => readPopup(popup, from, to, UNFOLD_EVERY));
      expect(all.map(({ row }) => row.text.trim()).sort()).toEqual(trimmed);
      expect(new Set(all.map(({ row }) => row.shape)).size).toBe(1);
      const cards = all.flatMap(({ card }) => card ?? []);
      expect(cards.length).toBeGreaterThanOrEqual(TEXTS.length / UNFOLD_EVERY);
      expect(cards[0]?.shape.split('\n').length).toBeGreaterThan(30);
      expect(new Set(cards.map(({ shape }) => shape)).size).toBe(1);
      expect([...new Set(cards.flatMap(({ links }) => links))]).toEqual([
        'https: noopener noreferrer _blank',
      ]);
      await expectUntouched(popup);
      await popup.close();
    });

    it('are texts in the card of a page', async () => {
      await watch(story);
      for (let at = 1; at < TEXTS.length; at += CARD_EVERY) {
        await story.show();
        await story.pointTo(named(at));
        await expectCard(story, TEXTS[at]?.trim() ?? '');
        expect((await story.card())?.text).toContain(TEXTS[at]?.trim());
        await story.press('Escape');
        await expectNoCard(story);
        await story.pointAway();
      }
      await expectUntouched(story);
      expect([...story.errors(), ...editor.errors(), ...browser.backgroundErrors()]).toEqual([]);
      console.log(
        `${name}: ${PAYLOADS.length} payloads in list, form, popup and cards: 0 elements made, 0 scripts run`,
      );
    });
  },
);
