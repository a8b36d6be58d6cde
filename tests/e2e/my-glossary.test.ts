/** The user's own entries: in her page, in every open story, and over restarts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json';
import { axeFaults } from '../browsers/axe';
import type { ReadingBrowser, StoryPage } from '../browsers/driver';
import {
  annotatedPage,
  BROWSERS,
  bundledEntry,
  expectCard,
  expectMarks,
  expectNoCard,
  launch,
  markedTexts,
  mentionTexts,
  servedPages,
} from './harness';
import { addName, editedNames, pressButton, savingState, setStored } from './own-page';

const EDITOR = 'glossary-editor.html';
/** In the sample story, and in no glossary. */
const NEW_NAME = 'more violent group';
const UNDO_ADD = messages.editorUndo.message.replace('$STEP$', `adding “${NEW_NAME}”`);
const REDO_ADD = messages.editorRedo.message.replace('$STEP$', `adding “${NEW_NAME}”`);

const server = servedPages();
const sample = () => `${server.origin}/sample-story.html`;
const bundledMarks = mentionTexts(annotatedPage('sample-story.html'));

describe.each(BROWSERS)('in %s, the user’s glossary', (name) => {
  let browser: ReadingBrowser;
  let story: StoryPage;
  let editor: StoryPage;
  beforeAll(async () => {
    browser = await launch(name);
    story = await browser.openPage(sample());
  });
  afterAll(() => browser?.close());

  it('is empty at first', async () => {
    await expectMarks(story, bundledMarks);
    editor = await browser.openOwnPage(EDITOR);
    await expect.poll(() => editedNames(editor), { timeout: 10_000 }).toEqual([]);
  });

  it('brings a name into a story that was open, behind the editor, once that shows', async () => {
    await addName(editor, NEW_NAME, 'Said of a rival.');
    await expect.poll(() => editedNames(editor), { timeout: 10_000 }).toEqual([NEW_NAME]);
    await story.show();
    await expect.poll(() => markedTexts(story), { timeout: 5_000 }).toContain(NEW_NAME);
    await story.pointTo(NEW_NAME);
    await expectCard(story, NEW_NAME);
    expect((await story.card())?.text).toContain('Said of a rival.');
    await story.pointAway();
    await expectNoCard(story);
  });

  it('takes it out again at undo, and brings it back at redo, in a story that is in front', async () => {
    await story.show();
    const began = performance.now();
    await pressButton(editor, UNDO_ADD);
    await expectMarks(story, bundledMarks);
    await pressButton(editor, REDO_ADD);
    await expect.poll(() => markedTexts(story), { timeout: 5_000 }).toContain(NEW_NAME);
    console.log(`${name}: undo and redo were both in the open story after ${ms(performance.now() - began)}`);
    await pressButton(editor, UNDO_ADD);
    await expectMarks(story, bundledMarks);
  });

  it('shows in a second editor what the first did, at once', async () => {
    const second = await browser.openOwnPage(EDITOR);
    await expect.poll(() => editedNames(second), { timeout: 10_000 }).toEqual([]);
    await addName(editor, 'Second look', '');
    await expect.poll(() => editedNames(second), { timeout: 5_000 }).toEqual(['Second look']);
    const third = await browser.openOwnPage(`${EDITOR}#entry=second-look`);
    await pressButton(third, messages.entryDelete.message);
    await expect.poll(() => editedNames(editor), { timeout: 5_000 }).toEqual([]);
    await expect.poll(() => editedNames(second), { timeout: 5_000 }).toEqual([]);
    await third.close();
    await second.close();
  });

  it('keeps a muted entry out of the marks, and lets its card open', async () => {
    await story.show();
    await setStored(editor, 'mute:zabihullah-mujahid', 'on');
    await expect.poll(() => markedTexts(story)).not.toContain('Zabihullah Mujahid');
    expect((await markedTexts(story)).length).toBeGreaterThan(20);
    await story.pointTo('Zabihullah Mujahid');
    await expectCard(story, 'Zabihullah Mujahid');
    await story.pointAway();
    await setStored(editor, 'mute:zabihullah-mujahid', null);
    await expectMarks(story, bundledMarks);
  });

  it('gives a silenced alias no mark and no card, on its site alone', async () => {
    const alias = bundledEntry('zabihullah-mujahid').name.replace(/\P{L}/gu, '').toLowerCase();
    await story.show();
    await setStored(editor, `silence:zabihullah-mujahid:elsewhere.example:${alias}`, 'on');
    await setStored(editor, `silence:zabihullah-mujahid:127.0.0.1:${alias}`, 'on');
    await expect.poll(() => markedTexts(story)).not.toContain('Zabihullah Mujahid');
    await story.pointTo('Zabihullah Mujahid');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await story.card()).toBeNull();
    await story.pointAway();
    await setStored(editor, `silence:zabihullah-mujahid:127.0.0.1:${alias}`, null);
    await expectMarks(story, bundledMarks);
  });

  it('goes on when the background was stopped between two edits', async () => {
    await story.show();
    expect(await browser.stopBackground()).toBe(true);
    await addName(editor, NEW_NAME, '');
    await expect.poll(() => markedTexts(story), { timeout: 5_000 }).toContain(NEW_NAME);
    expect(await browser.stopBackground()).toBe(true);
    await pressButton(editor, UNDO_ADD);
    await expectMarks(story, bundledMarks);
  });

  it('has no faults that axe finds, and none on the console', async () => {
    await addName(editor, NEW_NAME, '');
    await expect.poll(() => editedNames(editor), { timeout: 10_000 }).toEqual([NEW_NAME]);
    expect(await axeFaults(editor)).toEqual([]);
    await pressButton(editor, UNDO_ADD);
    expect([...story.errors(), ...editor.errors(), ...browser.backgroundErrors()]).toEqual([]);
  });
});

describe.each(BROWSERS)('in %s, an edit and its undo', (name) => {
  it('are there after the browser was closed and opened again', { timeout: 120_000 }, async () => {
    const profile = mkdtempSync(join(tmpdir(), 'newsgloss-profile-'));
    try {
      const before = await launch(name, { profile });
      const first = await before.openOwnPage(EDITOR);
      await expect.poll(() => editedNames(first), { timeout: 40_000 }).toEqual([]);
      await addName(first, NEW_NAME, '');
      await expect.poll(() => savingState(first), { timeout: 10_000 }).toBe(messages.saveSaved.message);
      await before.close();

      const after = await launch(name, { profile });
      const story = await after.openPage(sample());
      await expect.poll(() => markedTexts(story), { timeout: 10_000 }).toContain(NEW_NAME);
      const again = await after.openOwnPage(EDITOR);
      await expect.poll(() => editedNames(again), { timeout: 40_000 }).toEqual([NEW_NAME]);
      await pressButton(again, UNDO_ADD);
      await story.show();
      await expectMarks(story, bundledMarks);
      await after.close();
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

const ms = (time: number) => `${time.toFixed(0)} ms`;
