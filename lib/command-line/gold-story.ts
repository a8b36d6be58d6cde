import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from '../packaging/bundled-glossary';
import { InputError } from '../packaging/input-error';
import { blocksOfText, type PlacedBlock } from './text-blocks';

/** A span of a story's text, in UTF-16 units. */
export interface GoldSpan {
  readonly start: number;
  readonly end: number;
}

/** A name that a reader would want to be told of. */
export interface GoldMention extends GoldSpan {
  readonly text: string;
  /** The name of who or what it is. */
  readonly canonical: string;
  /** Names under which it would be right as well. */
  readonly also?: readonly string[];
  /** 1: must be found. 2: good to find. 3: may be found, and is never missed. */
  readonly tier: 1 | 2 | 3;
  /** What is particular about it: `acronym`, `surname-only`, `possessive`, `variant`, … */
  readonly note: readonly string[];
  /** Names inside it that are right as well. */
  readonly inner?: readonly (GoldSpan & { readonly canonical: string; readonly text: string })[];
}

/** A span that must not become a mention, and why. */
export interface ForbiddenSpan extends GoldSpan {
  readonly text: string;
  readonly why: string;
}

/** A story with what should be found in it. */
export interface GoldStory {
  readonly page: string;
  readonly text: string;
  readonly blocks: readonly PlacedBlock[];
  /** The text's language where it is not English. */
  readonly lang: string;
  readonly date: string | null;
  readonly mentions: readonly GoldMention[];
  readonly forbidden: readonly ForbiddenSpan[];
}

/**
 * Reads all gold stories of a folder: `NAME.txt` with its `NAME.json` beside it, in order of name.
 * @throws InputError where a file is missing or no JSON, or the folder holds none.
 */
export function readGoldStories(folder: string): GoldStory[] {
  const pages = filesOf(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => file.slice(0, -'.txt'.length))
    .sort();
  if (pages.length === 0) throw new InputError(`${folder}: holds no NAME.txt`);
  return pages.map((page) => readGoldStory(folder, page));
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new InputError(`${folder}: cannot be read: ${reasonOf(error)}`);
  }
}

function readGoldStory(folder: string, page: string): GoldStory {
  try {
    const text = readFileSync(join(folder, `${page}.txt`), 'utf8');
    const gold = JSON.parse(readFileSync(join(folder, `${page}.json`), 'utf8'));
    const { mentions, forbidden = [], lang = 'en', article_date: date } = gold;
    return { page, text, blocks: blocksOfText(text), lang, date: date || null, mentions, forbidden };
  } catch (error) {
    throw new InputError(`${page}: ${reasonOf(error)}`);
  }
}
