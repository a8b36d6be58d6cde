/** What a reader does on the card itself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { relationMessage } from '../../components/words/relations';
import { cardView } from '../../lib/glossary/card-view';
import { buildGlossary } from '../../lib/glossary/glossary';
import messages from '../../public/_locales/en/messages.json';
import type { ReadingBrowser, StoryPage } from '../browsers/driver';
import {
  BROWSERS,
  bundledEntries,
  bundledEntry,
  expectCard,
  expectNoCard,
  launch,
  markedInSight,
  servedPages,
} from './harness';
import { headingOfEntry, savingState, write } from './own-page';

const server = servedPages();

const NAME = 'Zabihullah Mujahid';

describe.each(BROWSERS)('in %s', (name) => {
  let browser: ReadingBrowser;
  let page: StoryPage;
  beforeAll(async () => {
    browser = await launch(name);
  });
  afterAll(() => browser?.close());

  const openCard = async () => {
    page = await browser.openPage(`${server.origin}/sample-story.html`);
    await expect.poll(() => markedInSight(page), { timeout: 10_000 }).toContain(NAME);
    await page.pointTo(NAME);
    await expectCard(page, NAME);
    await page.clickInCard('More');
  };
  const cardText = async () => (await page.card())?.text ?? '';

  it('“I know this” takes the marks away, and “Undo” brings them back', async () => {
    await openCard();
    await page.clickInCard('I know this');
    await expect.poll(() => markedInSight(page)).not.toContain(NAME);
    await expect.poll(cardText).toContain('no longer be underlined');
    await page.clickInCard('Undo');
    await expect.poll(() => markedInSight(page)).toContain(NAME);
    await expectCard(page, NAME);
    await page.close();
  });

  it('“Not this one” silences the name, its card stays for “Undo”', async () => {
    await openCard();
    await page.clickInCard('Not this one');
    await page.clickInCard('Not on this site');
    await expect.poll(() => markedInSight(page)).not.toContain(NAME);
    await expect.poll(cardText).toContain('will no longer mean');
    await page.clickInCard('Undo');
    await expect.poll(() => markedInSight(page)).toContain(NAME);
    await page.close();
  });

  it('a related entry opens in the same card, and “Back” leads back', async () => {
    await openCard();
    const entry = bundledEntry('zabihullah-mujahid');
    const [chip] = cardView(entry, null, buildGlossary(bundledEntries()), '2026-01-01').relations;
    if (!chip) throw new Error(`${NAME} has a relation`);
    await page.clickInCard(`${messages[relationMessage(chip.kind)].message} ${chip.name}`);
    await expectCard(page, chip.name);
    await page.clickInCard(`Back to ${NAME}`);
    await expectCard(page, NAME);
    await page.close();
  });

  it('a report is a text to copy, with the card in it', async () => {
    await openCard();
    await page.clickInCard('Report an error');
    await expect.poll(cardText).toContain('Newsgloss sends nothing');
    // Who writes may move the pointer out of the way.
    await page.pointAway();
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await cardText()).toContain('Newsgloss sends nothing');
    await page.clickInCard('Done');
    await expect.poll(cardText).not.toContain('Newsgloss sends nothing');
    await page.close();
  });

  it('an entry that is changed on the page that “Edit” opens has its new card at once', async () => {
    await openCard();
    const editor = await browser.openOwnPage('glossary-editor.html#entry=zabihullah-mujahid');
    await expect.poll(() => headingOfEntry(editor), { timeout: 10_000 }).toContain(NAME);
    await write(editor, 'f-summary-', 'A line of our own.');
    await expect.poll(() => savingState(editor), { timeout: 10_000 }).toBe(messages.saveSaved.message);
    await page.show();
    await page.pointAway();
    await expectNoCard(page);
    const ownLine = async () => {
      await page.pointAway();
      await page.pointTo(NAME);
      await expectCard(page, NAME);
      return cardText();
    };
    await expect.poll(ownLine, { timeout: 10_000, interval: 500 }).toContain('A line of our own.');
    await editor.close();
    await page.close();
  });
});
