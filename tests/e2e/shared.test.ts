/** Shared glossaries: asked for only once confirmed, looked at before they count, and left by one click. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json';
import { axeFaults } from '../browsers/axe';
import type { ReadingBrowser, StoryPage } from '../browsers/driver';
import { type PageServer, servePages } from '../browsers/page-server';
import { allowRequestsTo } from '../browsers/request-recorder';
import { BROWSERS, bundledEntry, launch, markedTexts, pagesFolder } from './harness';
import { choose, listedNames, pressButton } from './own-page';
import { endless, glossaryText, type SharedServer, sending, serveShared } from './shared-server';

const person = (id: string, name: string, more: object = {}) => ({ id, kind: 'person', name, ...more });
const MB = 1024 * 1024;

const filled = (text: string, ...values: string[]) =>
  values.reduce((filled, value) => filled.replace(/\$[A-Z]+\$/, value), text);
/** All that the panel says, white space collapsed. */
const panelText = (page: StoryPage): Promise<string> =>
  page.run(() => (document.querySelector('.panel')?.textContent ?? '').replace(/\s+/g, ' '));
const said = (page: StoryPage): Promise<string> =>
  page.run(() => document.querySelector('.page-head .said')?.textContent ?? '');
const expectPanel = (page: StoryPage, text: string, timeout = 20_000) =>
  expect.poll(() => panelText(page), { timeout }).toContain(text);
const expectSaid = (page: StoryPage, text: string) =>
  expect.poll(() => said(page), { timeout: 20_000 }).toBe(text);

/** Titles of the shared glossaries in the list, the first that counts first. */
const titles = (page: StoryPage): Promise<string[]> =>
  page.run(() => [...document.querySelectorAll('.layers .row-name')].map((one) => one.textContent ?? ''));

/** The rows of what is looked at, each as its name and what happens to it. */
const rows = (page: StoryPage): Promise<string[][]> =>
  page.run(() =>
    [...document.querySelectorAll('.shared .preview tbody tr')].map((row) => [
      row.querySelector('th')?.textContent ?? '',
      row.querySelector('.status')?.textContent ?? '',
    ]),
  );

/** Types an address and presses the button beside it. */
async function type(page: StoryPage, address: string): Promise<void> {
  await page.run(async (address) => {
    for (let tries = 0; tries < 200; tries++) {
      const field = document.querySelector<HTMLInputElement>('.shared .add input');
      if (field) {
        field.value = address;
        field.form?.requestSubmit();
        return null;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('The panel has no field for an address');
  }, address);
}

async function ask(page: StoryPage, address: string): Promise<void> {
  await type(page, address);
  await pressButton(page, filled(messages.sharedAsk.message, new URL(address).host));
}

/** Adds a shared glossary as a user would who looks at it and takes it. */
async function join(page: StoryPage, address: string, title: string): Promise<void> {
  await ask(page, address);
  await expectPanel(page, filled(messages.sharedOffer.message, title));
  await pressButton(page, messages.sharedJoin.message);
  await expectSaid(page, filled(messages.sharedJoined.message, title));
}

/** Presses a button of one glossary in the list, by its name for screen readers. */
const pressAt = (page: StoryPage, label: string): Promise<null> =>
  page.run(async (label) => {
    for (let tries = 0; tries < 200; tries++) {
      const button = document.querySelector<HTMLButtonElement>(`.layers button[aria-label="${label}"]`);
      if (button && !button.disabled) {
        button.click();
        return null;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`The list has no button “${label}” to press`);
  }, label);

/** Has the browser say that it is time to look for updates, hours after the last time. */
const letTimePass = (page: StoryPage, address: string): Promise<null> =>
  page.run(async (key) => {
    const { chrome, browser } = globalThis as unknown as Record<
      string,
      typeof import('webextension-polyfill')
    >;
    const own = browser ?? chrome;
    const stored = await own?.storage.local.get(key);
    await own?.storage.local.set({ [key]: { ...(stored?.[key] as object), askedMs: 0 } });
    await own?.alarms.create('shared-glossaries', { when: Date.now() });
    return null;
  }, `shared:${address}`);

describe.each(BROWSERS)('a shared glossary in %s', (name) => {
  let browser: ReadingBrowser;
  let page: StoryPage;
  let server: SharedServer;
  let other: SharedServer;
  let stories: PageServer;

  beforeAll(async () => {
    server = await serveShared();
    other = await serveShared();
    // Confirmed in the course of the tests; the other one never is.
    allowRequestsTo(server.origin);
    stories = await servePages(pagesFolder);
    browser = await launch(name);
    page = await browser.openOwnPage('glossary-editor.html');
    await pressButton(page, messages.toolbarShared.message);
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([server?.close(), other?.close(), stories?.close()]);
  });

  const desk = () => `${server.origin}/desk.json`;
  const DESK = 'Names of the desk';
  const serveDesk = (...entries: object[]) =>
    server.answer('/desk.json', sending(glossaryText(DESK, entries)));

  it('is asked for only once its host is confirmed, and without anything of the user’s', async () => {
    await expectPanel(page, messages.sharedNone.message);
    serveDesk(person('zorvik-quelnar', 'Zorvik Quelnar', { summary: 'A desk’s own.' }));
    await type(page, desk());
    const { host } = new URL(desk());
    await expectPanel(page, filled(messages.sharedConfirm.message, host));
    expect(server.asked('/desk.json')).toEqual([]);
    await pressButton(page, messages.exchangeCancel.message);
    expect(server.asked('/desk.json')).toEqual([]);
    await join(page, desk(), DESK);
    const [headers = {}] = server.asked('/desk.json');
    for (const sent of ['cookie', 'referer', 'authorization', 'origin', 'if-none-match'])
      expect(headers, sent).not.toHaveProperty(sent);
    await expect.poll(() => titles(page)).toEqual([DESK]);
  });

  it('shows in the list what comes from it, and filters by it', async () => {
    await choose(page, `shared:${desk()}`);
    await expect.poll(() => listedNames(page), { timeout: 10_000 }).toEqual(['Zorvik Quelnar']);
    const about = await page.run(() => document.querySelector('.list .row-about')?.textContent);
    expect(about).toBe(`${messages.kindPerson.message} · ${filled(messages.listSharedPart.message, DESK)}`);
  });

  it('cannot be one whose address could be changed on the way, or gives a password away', async () => {
    for (const [address, fault] of [
      ['http://desk.example/names.json', messages.sharedFaultHttps.message],
      ['https://me:word@desk.example/names.json', messages.sharedFaultPassword.message],
      ['no address', messages.sharedFaultAddress.message],
      [desk(), messages.sharedKnown.message],
    ] as const) {
      await type(page, address);
      await expectPanel(page, fault);
    }
  });

  const bomb = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
  /** `message` names the host, then `detail`. */
  const hostile: readonly [path: string, what: string, message: string, detail?: string][] = [
    ['/large.json', 'a body of 100 MB', messages.sharedTooLarge.message],
    ['/endless.json', 'a body without an end', messages.sharedTooLarge.message],
    ['/login.json', 'a page to log in', messages.sharedType.message, 'text/html'],
    ['/away.json', 'a redirect to another host', messages.sharedRedirect.message],
    ['/gone.json', 'a 404', messages.sharedStatus.message, '404'],
    ['/broken-server.json', 'a 500', messages.sharedStatus.message, '500'],
    [
      '/half.json',
      'half a JSON',
      messages.sharedFile.message,
      messages.exchangeFilePlace.message.slice(0, 4),
    ],
    ['/deep.json', 'deep nesting', messages.sharedFile.message, messages.fileNested.message],
    ['/binary.json', 'no text', messages.sharedBroken.message],
    ['/else.json', 'another JSON', messages.sharedFile.message, messages.fileJsonForm.message.slice(0, 40)],
    ['/empty.json', 'a glossary without entries', messages.sharedEmpty.message],
    ['/hangs-up.json', 'a connection that ends', messages.sharedUnreachable.message],
  ];

  it.each(hostile)(
    'at %s, with %s, changes nothing and is told of',
    async (path, _what, message, detail = '') => {
      const send = (text: string | Buffer, type = 'application/json', status = 200) =>
        server.answer(path, (response) => response.writeHead(status, { 'content-type': type }).end(text));
      if (path === '/large.json') send(Buffer.alloc(100 * MB, ' '));
      else if (path === '/endless.json') server.answer(path, endless);
      else if (path === '/login.json') send('<form></form>', 'text/html');
      else if (path === '/away.json')
        server.answer(path, (response) =>
          response
            .writeHead(302, { location: `${other.origin.replace('127.0.0.1', 'localhost')}/desk.json` })
            .end(),
        );
      else if (path === '/broken-server.json') send('{}', 'application/json', 500);
      else if (path === '/half.json') send(glossaryText('Half', [person('a-b', 'A B')]).slice(0, -9));
      else if (path === '/deep.json') send(bomb);
      else if (path === '/binary.json') send(Buffer.from([0x7b, 0xff, 0xfe, 0x00]));
      else if (path === '/else.json') send('{"names":["A"]}');
      else if (path === '/empty.json') send(glossaryText('Empty', []));
      else if (path === '/hangs-up.json') server.answer(path, (response) => response.destroy());
      await ask(page, server.origin + path);
      await expectPanel(page, filled(message, new URL(server.origin).host, detail));
      expect(await titles(page)).toEqual([DESK]);
      expect(other.asked('/desk.json')).toEqual([]);
    },
  );

  it('that does not answer is given up after a while', { timeout: 90_000 }, async () => {
    server.answer('/slow.json', () => undefined);
    await ask(page, `${server.origin}/slow.json`);
    await expectPanel(page, messages.sharedTooSlow.message.split('$').at(-1)?.trim() ?? '', 60_000);
    expect(await titles(page)).toEqual([DESK]);
  });

  it('with faulty entries is taken without them, and each is told of with its reason', async () => {
    const odd = [
      person('good-one', 'Good One'),
      { ...person('odd-kind', 'Odd Kind'), kind: 'wizard' },
      JSON.parse('{"id":"odd-proto","kind":"person","name":"Odd Proto","__proto__":{"polluted":true}}'),
      person('odd-date', 'Odd Date', { checked: '2021-13-45' }),
      person('good-one', 'Good One Again'),
    ];
    const text = glossaryText('Odd', odd).replace(
      '"name":"Odd Proto"',
      '"name":"Odd Proto","__proto__":{"x":1}',
    );
    server.answer('/odd.json', sending(text, 'text/plain'));
    await ask(page, `${server.origin}/odd.json`);
    await expect
      .poll(() => rows(page), { timeout: 20_000 })
      .toEqual([
        ['Good One', messages.statusNew.message],
        ['Odd Kind', messages.statusRefused.message],
        ['Odd Proto', messages.statusRefused.message],
        ['Odd Date', messages.statusRefused.message],
        ['Good One Again', messages.statusRefused.message],
      ]);
    expect(await page.run(() => 'x' in {})).toBe(false);
    await pressButton(page, messages.sharedLater.message);
    expect(await titles(page)).toEqual([DESK]);
  });

  it('counts in stories at once, also where it says something else of a bundled entry', async () => {
    const story = await browser.openPage(`${stories.origin}/sample-story.html`);
    await expect.poll(() => markedTexts(story), { timeout: 20_000 }).toContain('Taliban');
    const marked = await markedTexts(story);
    expect(marked).not.toContain('briefing');
    await page.show();
    const { id, kind } = bundledEntry('taliban');
    const taliban = { id, kind, name: 'Desk’s Own Movement', aliases: [] };
    server.answer('/style.json', sending(glossaryText('Style', [taliban])));
    await join(page, `${server.origin}/style.json`, 'Style');
    await story.show();
    await expect.poll(() => markedTexts(story), { timeout: 20_000 }).not.toContain('Taliban');
    await page.show();
    await pressAt(page, filled(messages.sharedLeaveName.message, 'Style'));
    await expectSaid(page, filled(messages.sharedLeft.message, 'Style'));
    await story.show();
    await expect.poll(() => markedTexts(story), { timeout: 20_000 }).toEqual(marked);
    await story.close();
    await page.show();
  });

  it('that was left comes back by one undo', async () => {
    await pressAt(page, filled(messages.sharedLeaveName.message, DESK));
    await expectPanel(page, messages.sharedNone.message);
    await pressButton(page, filled(messages.editorUndo.message, filled(messages.stepLeave.message, DESK)));
    await expect.poll(() => titles(page), { timeout: 10_000 }).toEqual([DESK]);
    await choose(page, `shared:${desk()}`);
    await expect.poll(() => listedNames(page), { timeout: 10_000 }).toEqual(['Zorvik Quelnar']);
  });

  it('is looked at again only where it has changed, and its update waits for a review', async () => {
    const asked = server.asked('/desk.json').length;
    await letTimePass(page, desk());
    await expect.poll(() => server.asked('/desk.json').length, { timeout: 20_000 }).toBe(asked + 1);
    expect(server.asked('/desk.json').at(-1)).toHaveProperty('if-none-match');
    serveDesk(person('zorvik-quelnar', 'Zorvik Quelnar-Two'), person('other-one', 'Other One'));
    await letTimePass(page, desk());
    await pressButton(page, filled(messages.toolbarSharedNews.message, '1'));
    await expectPanel(page, messages.sharedWaiting.message);
    expect(await listedNames(page)).toEqual(['Zorvik Quelnar']);
    const fetched = server.asked('/desk.json').length;
    await pressAt(page, filled(messages.sharedReviewName.message, DESK));
    await expect
      .poll(() => rows(page), { timeout: 20_000 })
      .toEqual([['Zorvik Quelnar-Two', messages.statusChanged.message]]);
    expect(await panelText(page)).toContain('A desk’s own.');
    // Put off, and looked at again: it is what was fetched then.
    await pressButton(page, messages.sharedLater.message);
    serveDesk(person('zorvik-quelnar', 'Zorvik the Unseen'));
    await pressAt(page, filled(messages.sharedReviewName.message, DESK));
    await expect
      .poll(() => rows(page), { timeout: 20_000 })
      .toEqual([['Zorvik Quelnar-Two', messages.statusChanged.message]]);
    expect(server.asked('/desk.json')).toHaveLength(fetched);
    await pressButton(page, messages.sharedTake.message);
    await expectSaid(page, filled(messages.sharedUpdated.message, DESK));
    await expect
      .poll(() => listedNames(page), { timeout: 10_000 })
      .toEqual(['Other One', 'Zorvik Quelnar-Two']);
  });

  it('that is trusted takes its updates by itself, but none that would empty it', async () => {
    await page.run(() => document.querySelector<HTMLInputElement>('.layers .trust input')?.click());
    await expectSaid(page, filled(messages.sharedTrusted.message, DESK));
    serveDesk(person('zorvik-quelnar', 'Zorvik the Third'), person('other-one', 'Other One'));
    await letTimePass(page, desk());
    await expect
      .poll(() => listedNames(page), { timeout: 20_000 })
      .toEqual(['Other One', 'Zorvik the Third']);
    serveDesk(person('another-one', 'Another One'));
    await letTimePass(page, desk());
    await expectPanel(page, messages.sharedWaiting.message);
    expect(await listedNames(page)).toEqual(['Other One', 'Zorvik the Third']);
    server.answer('/desk.json', (response) => response.writeHead(500).end());
    await letTimePass(page, desk());
    await expectPanel(page, messages.sharedKept.message);
    expect(await listedNames(page)).toEqual(['Other One', 'Zorvik the Third']);
  });

  it('above another has the say of the entries that both have', async () => {
    server.answer('/upper.json', sending(glossaryText('Upper', [person('other-one', 'Upper One')])));
    await join(page, `${server.origin}/upper.json`, 'Upper');
    await expect.poll(() => titles(page)).toEqual(['Upper', DESK]);
    await expect
      .poll(() => listedNames(page), { timeout: 10_000 })
      .toEqual(['Upper One', 'Zorvik the Third']);
    await pressAt(page, filled(messages.sharedDownName.message, 'Upper'));
    await expect.poll(() => titles(page), { timeout: 10_000 }).toEqual([DESK, 'Upper']);
    await expect
      .poll(() => listedNames(page), { timeout: 10_000 })
      .toEqual(['Other One', 'Zorvik the Third']);
  });

  it('that a restored backup knew is offered with its host, and asked for only once that is confirmed', async () => {
    const backup = await page.run(async () => {
      const { newsgloss } = globalThis as unknown as {
        newsgloss: { userGlossary: { exportAll(): Promise<string[]> } };
      };
      return (await newsgloss.userGlossary.exportAll()).join('');
    });
    for (const title of [DESK, 'Upper']) {
      await pressAt(page, filled(messages.sharedLeaveName.message, title));
      await expectSaid(page, filled(messages.sharedLeft.message, title));
    }
    await expect.poll(() => titles(page), { timeout: 10_000 }).toEqual([]);
    await pressButton(page, messages.panelClose.message);
    await pressButton(page, messages.toolbarExchange.message);
    await page.run(async (text) => {
      const place = () =>
        [...document.querySelectorAll<HTMLInputElement>('.panel input[type="file"]')].at(-1);
      for (let tries = 0; tries < 200 && !place(); tries++)
        await new Promise((resolve) => setTimeout(resolve, 50));
      const input = place();
      if (!input) throw new Error('The panel has no place for a backup');
      const held = new DataTransfer();
      held.items.add(new File([text], 'backup.json'));
      input.files = held.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      return null;
    }, backup);
    await expectPanel(page, messages.sharedRemembered.message);
    expect(await titles(page)).toEqual([DESK, 'Upper']);
    expect(await panelText(page)).toContain(new URL(server.origin).host);
    serveDesk(person('zorvik-quelnar', 'Zorvik Again'));
    const asked = server.asked('/desk.json').length;
    await pressAt(page, filled(messages.sharedAgainName.message, DESK));
    await expectPanel(page, filled(messages.sharedConfirm.message, new URL(server.origin).host));
    expect(server.asked('/desk.json')).toHaveLength(asked);
    await pressButton(page, filled(messages.sharedAsk.message, new URL(server.origin).host));
    await expectPanel(page, filled(messages.sharedOffer.message, DESK));
    await pressButton(page, messages.sharedJoin.message);
    await expectSaid(page, filled(messages.sharedJoined.message, DESK));
    await pressAt(page, filled(messages.sharedForgetName.message, 'Upper'));
    await expect.poll(() => titles(page), { timeout: 10_000 }).toEqual([DESK]);
    await expect.poll(() => listedNames(page), { timeout: 10_000 }).toEqual(['Zorvik Again']);
  });

  it('has a panel without faults that axe finds, and none on the console but those of answers', async () => {
    expect(await axeFaults(page)).toEqual([]);
    // Browsers write every answer that is no success on the console of who asked.
    expect(page.errors().filter((error) => !/Failed to load resource|net::ERR/.test(error))).toEqual([]);
  });
});
