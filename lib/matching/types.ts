/** The vocabulary of matching: what goes in and what comes out. Plain data throughout. */

/** What part of the story a block is; a headline's style differs (all capitals, short names). */
export type BlockRole = 'headline' | 'body' | 'caption';

/** A run of text that a reader sees as one piece, whatever inline elements it crosses. */
export interface Block {
  readonly text: string;
  readonly role: BlockRole;
}

/**
 * Longest text of a block that is read, UTF-16 units: a longer one is no prose but data that a page
 * prints as text. The page leaves it unread, and the background refuses it.
 */
export const LONGEST_BLOCK = 100_000;

/** How sure a mention is. What is less than possible is silent: no mention at all. */
export type Sense = 'sure' | 'possible';

/** By what right a span of text is a mention. */
export type MatchRule =
  /** The entry's name or an alias, as listed. */
  | 'alias'
  /** A short form or surname, after (or backed by) the full name in the story. */
  | 'follow-up'
  /** The story itself defines the form: "Hayat Tahrir al-Sham (HTS)". */
  | 'definition';

/** Why a span names an entry; shown in the card on request and printed by the command line. */
export interface Why {
  /** The form that matched, as the glossary writes it. */
  readonly alias: string;
  readonly rule: MatchRule;
  /** What spoke for it (and against), each a short sentence, strongest first; may be empty. */
  readonly evidence: readonly string[];
}

/** One name in a block. */
export interface Mention {
  /** Index of the block in the story, counted from 0 over all calls. */
  readonly block: number;
  /** Half-open span `[start, end)` in UTF-16 code units of the block's text. */
  readonly start: number;
  readonly end: number;
  readonly entryId: string;
  readonly sense: Sense;
  readonly why: Why;
}

/** A candidate that was seen and silenced, with the reason; only collected on request. */
export interface NearMiss {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly entryId: string;
  readonly alias: string;
  readonly reason: string;
}
