/** The pages that are read: our own, made and written, and those of a folder that was given. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { type InputStory, readInput } from '../../lib/command-line/read-input';
import { madeMentions, madeStory } from './made-pages';

export const FIXTURES = fileURLToPath(new URL('../fixtures/pages/', import.meta.url));
/** Written stories of ordinary length. */
const OUR_STORIES = ['sample-story.html', 'arabic-story.html', 'unknown-names-story.html', 'hand-story.html'];

/** Characters of the made stories by which cost is held against a page's size. */
export const STORY_SIZES = [3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000];
/** Made pages by their file's name. */
export const MADE = {
  story: 'story.html',
  nameless: 'nameless.html',
  tenfold: 'tenfold.html',
  thousand: 'thousand-mentions.html',
  fiveThousand: 'five-thousand-mentions.html',
  ofSize: (characters: number) => `size-${characters}.html`,
} as const;

/** Characters of an ordinary made story, and of one ten times as long as the longest that are usual. */
const STORY_CHARACTERS = 12_000;
const TENFOLD_CHARACTERS = 1_500_000;

/** Writes the made pages into a folder. */
export function writeMadePages(folder: string): void {
  const write = (name: string, page: string) => writeFileSync(join(folder, name), page);
  write(MADE.story, madeStory(STORY_CHARACTERS));
  write(MADE.nameless, madeStory(STORY_CHARACTERS + 1, false));
  write(MADE.tenfold, madeStory(TENFOLD_CHARACTERS));
  write(MADE.thousand, madeMentions(1_000));
  write(MADE.fiveThousand, madeMentions(5_000));
  for (const size of STORY_SIZES) write(MADE.ofSize(size), madeStory(size));
}

/** A page as the bench opens it. */
export interface BenchPage {
  readonly folder: string;
  readonly file: string;
  /** Characters of its text, markup and all that is no story left out. */
  readonly characters: number;
}

/** Ordinary stories: ours, a made one, and the given ones that hold a story. */
export interface Stories {
  readonly read: readonly InputStory[];
  readonly pages: readonly BenchPage[];
  /** In words. */
  readonly said: string;
}

export function readStories(madeFolder: string, given: string | null): Stories {
  const places = [
    ...OUR_STORIES.map((file) => ({ folder: FIXTURES, file })),
    { folder: madeFolder, file: MADE.story },
    ...(given === null ? [] : pagesIn(given).map((file) => ({ folder: given, file }))),
  ];
  const read = places.map(({ folder, file }) => readInput(join(folder, file)));
  const pages = places.map((place, at) => ({ ...place, characters: read[at]?.text.length ?? 0 }));
  const total = pages.reduce((sum, { characters }) => sum + characters, 0);
  const ours = OUR_STORIES.length + 1;
  const said = `${ours} of our own and ${pages.length - ours} given, ${Math.round(total / 1000)},000 characters of text`;
  return { read, pages, said };
}

function pagesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => /\.(?:html?|xhtml)(?:\.gz)?$/i.test(file))
    .sort();
}

/** A page's source. */
export function sourceOf({ folder, file }: BenchPage): string {
  const bytes = readFileSync(join(folder, file));
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}
