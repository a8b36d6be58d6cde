/**
 * What the parts of the extension ask of each other: for each name, the parameters and the result.
 * Parameters are validated on receipt; results come from the same build and are not.
 */
import * as v from 'valibot';
import type { CardView } from '../glossary/card-types';
import type { NameBrief } from '../glossary/name-brief';
import type { Annotation, StoryContext } from '../matching/annotate';
import type { StoryName } from '../page/story-reading';

/** An annotation with the names that its mentions need, so that the page can list them. */
export interface AnnotatedBlocks extends Annotation {
  readonly names: readonly NameBrief[];
}

/** What the page of a tab says of itself to the popup. */
export type StoryReport =
  /** The story is read; names in the order of their first mention. */
  | { readonly state: 'read'; readonly date: string | null; readonly names: readonly StoryName[] }
  /** It is being read for the first time. */
  | { readonly state: 'reading' }
  /** The background could not be reached or failed; the page will try again when asked to. */
  | { readonly state: 'failed' }
  | { readonly state: 'not-a-story' }
  | { readonly state: 'off' };

/** Longest block that is annotated, in UTF-16 units; a page's longer ones are left unread. */
export const LONGEST_BLOCK = 100_000;
/** Most blocks in one message. */
export const MOST_BLOCKS = 5_000;

const storyDate = v.nullable(v.pipe(v.string(), v.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)));

const block = v.object({
  text: v.pipe(v.string(), v.maxLength(LONGEST_BLOCK)),
  role: v.picklist(['headline', 'body', 'caption']),
});

/** Parameters by name; every name here has a result in {@link Results}. */
export const paramsSchemas = {
  /** Page to background: this page is a story, bring the reader. */
  'bring-reader': v.object({}),
  /** Page to background: annotate further blocks of a story. The context is null for its first ones. */
  annotate: v.object({
    blocks: v.pipe(v.array(block), v.maxLength(MOST_BLOCKS), v.readonly()),
    lang: v.nullable(v.string()),
    date: storyDate,
    // Our own answer, handed back.
    context: v.nullable(v.custom<StoryContext>((value) => typeof value === 'object')),
  }),
  /** Page to background: what the card says of an entry. */
  card: v.object({ id: v.string(), date: storyDate }),
  /** Popup to page. */
  report: v.object({}),
  /** Background to page: the page's address changed without a load; is it a story now? */
  'look-again': v.object({}),
} as const;

export interface Results {
  'bring-reader': null;
  annotate: AnnotatedBlocks;
  /** Null where the glossary has no such entry (any more). */
  card: CardView | null;
  report: StoryReport;
  'look-again': null;
}

export type MessageName = keyof typeof paramsSchemas;
export type Params<Name extends MessageName> = v.InferOutput<(typeof paramsSchemas)[Name]>;
