/**
 * What has been learnt of a story so far: plain data. It holds no text of the story beyond single names and
 * acronyms.
 *
 * Every block is reduced to what was *seen* in it ({@link BlockRecord}); what it *means* is worked
 * out from all blocks together, by a pure function. Reading a story in two calls therefore comes to
 * what reading it in one call comes to.
 */
import type { BlockRole } from './types';

/** A span that is written like one of the glossary's forms. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  /** Fold of the phrase: the forms that it may be are found under it. */
  readonly key: string;
  /** How it is written: {@link ./letter-case.Written}. */
  readonly pattern: string;
  readonly plain: string;
  /** Bits of {@link ./neighbours.Near}. */
  readonly near: number;
  /** Only for a short form with the entry's first name before it: the entry, named in full that way. */
  readonly named?: string;
}

/** The story says what a short form stands for: "Hayat Tahrir al-Sham (HTS)". */
export interface Definition {
  /** Fold of the short form. */
  readonly short: string;
  /** The long form as written. */
  readonly long: string;
  /** Fold of the glossary's name that the long form is; null where the glossary has none. */
  readonly key: string | null;
  /** Folds of the names that stand inside it. */
  readonly inside?: readonly string[];
  /** The long form is another place of that name: "Washington, Georgia". */
  readonly town?: true;
  /** Said in an aside, the initials being others: two names of their own may only be a choice. */
  readonly aside?: true;
  readonly start: number;
  readonly end: number;
}

/** An acronym that the glossary lacks; it may turn out to be defined by the story. */
export interface Acronym {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

export interface BlockRecord {
  readonly role: BlockRole;
  readonly words: number;
  readonly hits: readonly Hit[];
  /** Folds of the cue words that stand in the block. */
  readonly cues: readonly string[];
  readonly definitions: readonly Definition[];
  readonly acronyms: readonly Acronym[];
}

/** Opaque to callers: made by `startStory`, handed back with the next blocks. */
export interface StoryContext {
  readonly version: 1;
  /** The story's language as a BCP 47 tag, lower case; null where unknown. */
  readonly lang: string | null;
  /** The story's date, `YYYY-MM-DD` or less; null where unknown. */
  readonly date: string | null;
  readonly blocks: readonly BlockRecord[];
  /** For each block that was told of, a fingerprint of the mentions last given, so that a later call knows what changed. */
  readonly told: readonly number[];
}

/** The context of a story of which nothing has been read. */
export function startStory(story: { lang: string | null; date: string | null }): StoryContext {
  return { version: 1, lang: story.lang?.toLowerCase() ?? null, date: story.date, blocks: [], told: [] };
}

/** The primary language: "de" for "de-AT". */
export function primaryLanguage(context: StoryContext): string | null {
  return context.lang?.split('-')[0] ?? null;
}
