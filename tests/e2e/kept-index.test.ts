/** What the background keeps of its work, so that it need not read the whole glossary each time it wakes. */
import { describe, expect, it } from 'vitest';
import { BROWSERS, expectCard, expectMarks, launch, markedTexts, servedPages } from './harness';

const ID = 'zabihullah-mujahid';
const NAME = 'Zabihullah Mujahid';
/** In no glossary file: a card that says this was told from what was kept. */
const KEPT_SUMMARY = 'Told from what was kept.';

const server = servedPages();

/** Gives a kept entry another summary; false where none is kept (yet). Runs in a page of the extension. */
async function changeKeptSummary(id: string, summary: string): Promise<boolean> {
  interface Buckets {
    readonly storageBuckets?: { open(name: string): Promise<{ readonly indexedDB: IDBFactory }> };
  }
  const settled = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const bucket = await (navigator as Buckets).storageBuckets?.open('newsgloss-derived');
  const db = await settled((bucket?.indexedDB ?? indexedDB).open('newsgloss-derived'));
  try {
    if (!db.objectStoreNames.contains('bundled')) return false;
    const store = db.transaction('bundled', 'readwrite').objectStore('bundled');
    const kept = await settled(store.get(id));
    if (!kept) return false;
    await settled(store.put({ ...kept, entry: { ...kept.entry, summary } }, id));
    return true;
  } finally {
    db.close();
  }
}

describe.each(BROWSERS)('in %s', (name) => {
  it('a background that slept reads stories and tells of their names from what it kept', async () => {
    const browser = await launch(name);
    try {
      const story = await browser.openPage(`${server.origin}/sample-story.html`);
      await expect.poll(() => markedTexts(story), { timeout: 10_000 }).toContain(NAME);
      const marks = await markedTexts(story);
      const own = await browser.openOwnPage('popup.html');
      await expect.poll(() => own.run(changeKeptSummary, ID, KEPT_SUMMARY), { timeout: 20_000 }).toBe(true);
      await own.close();
      expect(await browser.stopBackground()).toBe(true);
      await story.show();
      await story.reload();
      await expectMarks(story, marks);
      await story.pointTo(NAME);
      await expectCard(story, NAME);
      expect((await story.card())?.text).toContain(KEPT_SUMMARY);
    } finally {
      await browser.close();
    }
  });
});
