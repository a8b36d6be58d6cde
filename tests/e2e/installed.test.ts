/** Tabs that were open before the extension was installed. */
import { describe, it } from 'vitest';
import {
  annotatedPage,
  BROWSERS,
  expectCard,
  expectMarks,
  extensionFolder,
  launch,
  markAll,
  mentionTexts,
  servedPages,
} from './harness';

const server = servedPages();

describe.each(BROWSERS)('in %s', (name) => {
  it('a story that was open before the extension was installed is read without a reload', async () => {
    const browser = await launch(name, { extension: null });
    try {
      const page = await browser.openPage(`${server.origin}/sample-story.html`);
      await expectMarks(page, []);
      await browser.addExtension(extensionFolder(name));
      await markAll(browser);
      await page.show();
      await expectMarks(page, mentionTexts(annotatedPage('sample-story.html')));
      await page.pointTo('Zabihullah Mujahid');
      await expectCard(page, 'Zabihullah Mujahid');
    } finally {
      await browser.close();
    }
  });
});
