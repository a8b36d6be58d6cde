/** The page that welcomes a new user. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json';
import { axeFaults } from '../browsers/axe';
import { type ReadingBrowser, WELCOME_FILE } from '../browsers/driver';
import { BROWSERS, expectCard, expectNoCard, launch, markedTexts, store } from './harness';

describe.each(BROWSERS)('in %s, once the extension was installed', (name) => {
  let browser: ReadingBrowser;
  beforeAll(async () => {
    browser = await launch(name, { keepsWelcome: true, usualMarks: true });
  });
  afterAll(() => browser?.close());

  it('a page opens that shows what it does, and where the icon is', async () => {
    expect(await browser.openedOwnPage(WELCOME_FILE)).toBe('');
    const page = await browser.openOwnPage(WELCOME_FILE);
    const pin = name === 'firefox' ? messages.welcomePinFirefox : messages.welcomePinChromium;
    await expect
      .poll(() => page.run(() => document.body.innerText), { timeout: 10_000 })
      .toContain(pin.message);
    for (const width of [1200, 320]) {
      await page.resize(width, 640);
      expect(await page.run(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
    expect(await axeFaults(page)).toEqual([]);
    expect(page.errors()).toEqual([]);
    await page.close();
  });

  it('its paragraph can be tried by pointer and by key', async () => {
    const page = await browser.openOwnPage(WELCOME_FILE);
    await expect.poll(() => markedTexts(page), { timeout: 10_000 }).toContain('Zabihullah Mujahid');
    await page.pointTo('Zabihullah Mujahid');
    await expectCard(page, 'Zabihullah Mujahid');
    expect((await page.card())?.text).toMatch(/Then\s+Aug\s17,\s2021/i);
    await page.pointAway();
    await expectNoCard(page);
    await browser.command('open-card');
    await expectCard(page, 'Zabihullah Mujahid');
    await page.press('Escape');
    await expectNoCard(page);
    expect(page.errors()).toEqual([]);
  });

  it('it takes the colours that the reader has chosen', async () => {
    const page = await browser.openOwnPage(WELCOME_FILE);
    const background = () => page.run(() => getComputedStyle(document.documentElement).backgroundColor);
    await expect.poll(background, { timeout: 10_000 }).toBe('rgb(255, 253, 249)');
    await page.run(store, { theme: 'dark' });
    await expect.poll(background, { timeout: 10_000 }).toBe('rgb(30, 32, 36)');
    await page.close();
  });
});
