/** What the background keeps of its work, so that it need not put all of the user's entries into its index each time it wakes. */
import { describe, expect, it } from 'vitest';
import type { UserGlossary } from '../../lib/store/user-glossary';
import { BROWSERS, expectMarks, launch, markedTexts, servedPages } from './harness';

declare const newsgloss: { readonly userGlossary: UserGlossary };

/** In the sample story, and in no bundled entry. */
const OWN_NAME = 'harder question';

const server = servedPages();

/** Adds one name and some dozens that no story has. Runs in the editor. */
async function addMany(name: string): Promise<null> {
  const bare = {
    ...{ formerIds: [], kind: 'term' as const, familiarity: 'regular' as const, background: [], aliases: [] },
    ...{ short: [], facts: [], relations: [], sources: [] },
  };
  for (let i = 0; i < 60; i++) {
    const named = i === 0 ? name : `Quuxland ${i}`;
    await newsgloss.userGlossary.add({ ...bare, id: `own-${i}`, name: named }, null);
  }
  return null;
}

/** Whether an index is kept; with `alter`, leaves something else in its place. Runs in a page of the extension. */
async function findKept(alter: boolean): Promise<boolean> {
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
    if (!db.objectStoreNames.contains('index')) return false;
    const store = db.transaction('index', 'readwrite').objectStore('index');
    const kept = await settled(store.get('now'));
    if (kept && alter) await settled(store.put({ ...kept, index: 'gone' }, 'now'));
    return kept !== undefined;
  } finally {
    db.close();
  }
}

describe.each(BROWSERS)('in %s', (name) => {
  it('a background that slept reads stories with what it kept, and without it where that was altered', async () => {
    const browser = await launch(name);
    try {
      const editor = await browser.openOwnPage('glossary-editor.html');
      await expect.poll(() => editor.run(() => 'newsgloss' in globalThis), { timeout: 20_000 }).toBe(true);
      await editor.run(addMany, OWN_NAME);
      const story = await browser.openPage(`${server.origin}/sample-story.html`);
      await expect.poll(() => markedTexts(story), { timeout: 10_000 }).toContain(OWN_NAME);
      const marks = await markedTexts(story);
      for (const alter of [false, true]) {
        await editor.show();
        await expect.poll(() => editor.run(findKept, alter), { timeout: 20_000 }).toBe(true);
        expect(await browser.stopBackground()).toBe(true);
        await story.show();
        await story.reload();
        await expectMarks(story, marks);
      }
    } finally {
      await browser.close();
    }
  });
});
