/** Files in and out of the glossary's page: looked through, written, called off, undone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json';
import { axeFaults } from '../browsers/axe';
import type { ReadingBrowser, StoryPage } from '../browsers/driver';
import { BROWSERS, bundledEntry, launch } from './harness';
import { choose, chooseFile, expectCounts, pasteCells, press, rows, told } from './own-exchange';
import { editedNames, pressButton } from './own-page';

const MANY = 5_000;
const written = (count: string) => messages.exchangeWrittenOther.message.replace('$COUNT$', count);
const importing = (count: string) => messages.exchangeWriteOther.message.replace('$COUNT$', count);
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) =>
  new Uint8Array(Uint16Array.from(`\ufeff${text}`, (one) => one.charCodeAt(0)).buffer);
/** With the quotation marks of a German Word in windows-1252. */
const windows1252 = (text: string) =>
  Uint8Array.from([...text], (one) => ({ '„': 0x84, '“': 0x93, '€': 0x80 })[one] ?? one.charCodeAt(0));

const panelText = () => document.querySelector('.exchange')?.textContent ?? '';
const expectPanel = (page: StoryPage, text: string) =>
  expect.poll(() => page.run(panelText), { timeout: 60_000 }).toContain(text);

describe.each(BROWSERS)('in %s, a file', (name) => {
  let browser: ReadingBrowser;
  let page: StoryPage;
  beforeAll(async () => {
    browser = await launch(name);
    page = await browser.openOwnPage('glossary-editor.html');
    await pressButton(page, messages.toolbarExchange.message);
  });
  afterAll(() => browser?.close());

  it.each([
    [
      'of a German Excel',
      windows1252('Name;Art;Beschreibung\r\nZorvik Müller;Person;Sagt: „ja“, kostet 5 €\r\n'),
      ['2', 'Zorvik Müller', 'New'],
    ],
    [
      'of Excel’s “Unicode text”',
      utf16('Nom\tType\r\n"زورفیک ""دو"""\tGroupe\r\n'),
      ['2', 'زورفیک "دو"', 'New'],
    ],
    ['of LibreOffice', utf8('"Summary","Name"\n"Two\nlines","Zorvik"\n'), ['2', 'Zorvik', 'New']],
    [
      'with a fault in its third line',
      utf8('name,kind\nZorvik,person\nQuelnar,dragon\n'),
      [
        '3',
        'Quelnar',
        'Refused / line 3, kind: must be one of: group, person, organisation, place, people, event, term',
      ],
    ],
  ])('%s is shown before anything is written', async (_, bytes, row) => {
    await chooseFile(page, 'names.csv', bytes);
    await expect.poll(() => rows(page), { timeout: 20_000 }).toContainEqual(row);
    await press(page, messages.exchangeClose.message);
  });

  it('of another encoding is read right once that is chosen', async () => {
    // "Зорвик" in windows-1251.
    await chooseFile(
      page,
      'names.csv',
      Uint8Array.from([...utf8('name\n'), 0xc7, 0xee, 0xf0, 0xe2, 0xe8, 0xea]),
    );
    await expect.poll(() => rows(page), { timeout: 20_000 }).toEqual([['2', 'Çîðâèê', 'New']]);
    await choose(page, messages.exchangeEncoding.message, 'windows-1251');
    await expect.poll(() => rows(page), { timeout: 20_000 }).toEqual([['2', 'Зорвик', 'New']]);
    await press(page, messages.exchangeClose.message);
  });

  it('that is dangerous is refused with the reason', async () => {
    await chooseFile(
      page,
      'laughs.tbx',
      utf8('<?xml version="1.0"?><!DOCTYPE tbx [<!ENTITY a "ha">]><tbx>&a;</tbx>'),
    );
    await expectPanel(page, messages.fileXmlDeclares.message);
  });

  it('pasted from a sheet is taken in, shown in the list, and taken back by one undo', async () => {
    await pasteCells(page, 'Name\tNotes\n"Zorvik" front\tsays "no"\nQuelnar\t"a\nb"');
    await expectCounts(page, { All: 2, New: 2 });
    await press(page, importing('2'));
    await expectPanel(page, written('2'));
    await expect.poll(() => editedNames(page), { timeout: 10_000 }).toEqual(['Quelnar', '"Zorvik" front']);
    await press(page, messages.exchangeUndo.message);
    await expect.poll(() => told(page), { timeout: 10_000 }).toBe(messages.exchangeUndone.message);
    await expect.poll(() => editedNames(page), { timeout: 10_000 }).toEqual([]);
  });

  it(`of ${MANY} entries, some of them in conflict, is called off, taken in, and taken back`, {
    timeout: 120_000,
  }, async () => {
    await pasteCells(page, `name,kind,summary\n${bundledEntry('taliban').name},group,Mine.\n`);
    await expectCounts(page, { All: 1, Changed: 1 });
    await press(page, messages.exchangeWriteOne.message);
    await expectPanel(page, messages.exchangeWrittenOne.message);
    await press(page, messages.exchangeClose.message);
    const others = Array.from({ length: MANY - 1 }, (_, i) => `Zorvik${i} Quelnar,person,Somebody.`);
    const table = `name,kind,summary\n${bundledEntry('taliban').name},group,Theirs.\n${others.join('\n')}\n`;
    await chooseFile(page, 'many.csv', utf8(table));
    await expectCounts(page, { All: MANY, New: MANY - 1, 'In conflict': 1 });
    await press(page, importing('4,999'));
    await press(page, messages.exchangeCancel.message);
    await expect.poll(() => told(page), { timeout: 30_000 }).toBe(messages.exchangeCancelled.message);
    expect(await editedNames(page)).toEqual([bundledEntry('taliban').name]);
    await press(page, messages.exchangeTake.message);
    await press(page, importing('5,000'));
    await expectPanel(page, written('5,000'));
    await expect
      .poll(() => page.run(() => document.querySelector('#edited')?.textContent), { timeout: 30_000 })
      .toBe('5,000 entries of yours');
    await press(page, messages.exchangeUndo.message);
    await expect.poll(() => told(page), { timeout: 60_000 }).toBe(messages.exchangeUndone.message);
    await expect.poll(() => editedNames(page), { timeout: 30_000 }).toEqual([bundledEntry('taliban').name]);
  });

  it('to be saved is told of before what its format cannot hold', async () => {
    await expectPanel(page, messages.exchangeLosesNothing.message);
    await choose(page, messages.exchangeFormat.message, 'tbx');
    await expectPanel(page, messages.exchangeLoses.message);
    await expectPanel(page, messages.lossFacts.message);
  });

  it('of the entries that are selected is made in the same place', async () => {
    await pasteCells(page, 'name\nZorvik front\nQuelnar');
    await press(page, importing('2'));
    await expectPanel(page, written('2'));
    await press(page, messages.exchangeClose.message);
    await pressButton(page, messages.panelClose.message);
    await page.run(() => {
      const key = new KeyboardEvent('keydown', { key: 'a', ctrlKey: true, bubbles: true });
      document.querySelector('.list')?.dispatchEvent(key);
      return null;
    });
    await page.run(async (words) => {
      const button = () =>
        [...document.querySelectorAll<HTMLButtonElement>('.bulk button')].find(
          (one) => one.textContent?.trim() === words,
        );
      for (let tries = 0; tries < 200 && !button(); tries++)
        await new Promise((resolve) => setTimeout(resolve, 50));
      button()?.click();
      return null;
    }, messages.bulkExport.message);
    const scope = () =>
      page.run(() => document.querySelectorAll<HTMLSelectElement>('.export select')[1]?.value ?? null);
    await expect.poll(scope, { timeout: 20_000 }).toBe('selected');
    await expect
      .poll(() => page.run(() => document.activeElement?.id ?? null), { timeout: 20_000 })
      .toBe('exchange-export');
  });

  it('on its way has no faults that axe finds, and none on the console', async () => {
    await pasteCells(page, 'name,kind,summary\nZorvik,person,x\n,person,\n');
    await expectCounts(page, { All: 2, New: 1, Refused: 1 });
    expect(await axeFaults(page)).toEqual([]);
    expect(page.errors()).toEqual([]);
  });
});
