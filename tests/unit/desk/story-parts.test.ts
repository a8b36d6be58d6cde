/** A story that is sent and told of in parts: what comes of it is what one reading says. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { IndexCache } from '../../../lib/desk/index-cache';
import { StoryDesk } from '../../../lib/desk/story-desk';
import { editsForReading } from '../../../lib/desk/user-edits';
import { annotate, startStory } from '../../../lib/matching/annotate';
import type { Block, Mention } from '../../../lib/matching/types';
import { type AnnotatedBlocks, askInParts } from '../../../lib/page/ask-in-parts';
import { UserGlossary } from '../../../lib/store/user-glossary';
import { freshDatabases } from '../fresh-database';
import { TEST_ENTRIES, TEST_INDEX } from '../matching/test-glossary';
import { bundleOf } from './bundle-of';

const STORY = { lang: 'en', date: '2021-11-02' };
const SENTENCES = [
  'The Taliban said in Kabul that the talks went on.',
  'Hayat Tahrir al-Sham (HTS) rules Idlib.',
  'HTS denied it.',
  'Mujahid said so.',
  'Zabihullah Mujahid spoke for the Taliban.',
  'Nobody was named. '.repeat(20),
  'Islamic State in Khorasan Province (ISIS-K) claimed the attack in Kandahar, near Kabul.',
];

beforeEach(() => {
  freshDatabases();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

const newDesk = () =>
  new StoryDesk(bundleOf(TEST_ENTRIES), editsForReading(new UserGlossary()), new IndexCache('1'), {
    mapOf: async () => null,
  });

/** Mentions by block, once all answers have been taken in. */
class Told {
  readonly mentions: (readonly Mention[])[] = [];
  story: string | null = null;
  /** How much the largest answer told. */
  most = 0;

  take({ mentions, revised, story }: AnnotatedBlocks): void {
    const blocks = new Set(mentions.map(({ block }) => block));
    for (const block of blocks) this.mentions[block] = mentions.filter((one) => one.block === block);
    for (const block of revised) this.mentions[block.block] = block.mentions;
    this.story = story;
    this.most = Math.max(this.most, mentions.length);
  }
}

async function tell(desk: StoryDesk, told: Told, blocks: readonly Block[]): Promise<void> {
  const about = { ...STORY, story: told.story };
  for await (const answer of askInParts((request) => desk.annotate(request), blocks, about)) {
    if (!answer) throw new Error('the story is known');
    told.take(answer);
  }
}

const blockOf = (texts: readonly string[]): Block => ({ text: texts.join(' '), role: 'body' });
const inOneReading = (blocks: readonly Block[]) => annotate(TEST_INDEX, blocks, startStory(STORY)).mentions;

describe('a story', () => {
  it('that is read on piece by piece is told as in one reading', { timeout: 60_000 }, async () => {
    const block = fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 8 }).map(blockOf);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(block, { maxLength: 5 }), { maxLength: 6 }), async (pieces) => {
        const desk = newDesk();
        const told = new Told();
        for (const piece of pieces) await tell(desk, told, piece);
        expect(told.mentions.flat()).toEqual(inOneReading(pieces.flat()));
      }),
      { numRuns: 50 },
    );
  });

  it('of a book’s length is sent and told of in parts', async () => {
    const blocks = Array.from({ length: 400 }, (_, i) => blockOf([...SENTENCES, `Page ${i} ends.`]));
    const desk = newDesk();
    const asked = vi.spyOn(desk, 'annotate');
    const told = new Told();
    await tell(desk, told, blocks);
    expect(told.mentions.flat()).toEqual(inOneReading(blocks));
    const sent = asked.mock.calls.map(([request]) =>
      request.blocks.reduce((sum, one) => sum + one.text.length, 0),
    );
    expect(sent.filter((length) => length > 0).length).toBeGreaterThan(3);
    expect(Math.max(...sent)).toBeLessThan(70_000);
    expect(told.most).toBeLessThan(500);
  });

  it('can be asked for again with the same token, until the next answer was handed back', async () => {
    const desk = newDesk();
    const [first, second, third] = ['Kabul fell.', 'Kandahar fell.', 'Kabul rose.'].map((text) => [
      blockOf([text]),
    ]);
    const ask = (story: string | null, blocks: readonly Block[] = []) =>
      desk.annotate({ ...STORY, blocks, story, isMore: false });
    const begun = await ask(null, first);
    const lost = await ask(begun?.story ?? '', second);
    const again = await ask(begun?.story ?? '', second);
    expect(again?.mentions).toEqual(lost?.mentions);
    expect(again?.mentions.map(({ block }) => block)).toEqual([1]);
    const next = await ask(again?.story ?? '', third);
    expect(next?.mentions.map(({ block }) => block)).toEqual([2]);
    expect(await ask(begun?.story ?? '', second)).toBeNull();
    expect(await ask('no such token', third)).toBeNull();
  });

  it('is forgotten where there are many others, the one that was asked for least lately first', async () => {
    const desk = newDesk();
    const blocks = [blockOf(['Kabul fell.'])];
    const ask = (story: string | null) => desk.annotate({ ...STORY, blocks, story, isMore: false });
    const old = await ask(null);
    for (let i = 0; i < 100; i++) await ask(null);
    const young = await ask(null);
    expect(await ask(old?.story ?? '')).toBeNull();
    expect(await ask(young?.story ?? '')).not.toBeNull();
  });
});
