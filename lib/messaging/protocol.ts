/**
 * What the parts of the extension ask of each other: for each name, the parameters and the result.
 * Parameters are validated on receipt; results come from the same build and are not.
 */
import type { CardView } from '../glossary/card-types';
import type { PlacedMap } from '../maps/types';
import type { FoundEntry } from '../matching/find-entry';
import type { AnnotatedBlocks, AnnotateParams } from '../page/ask-in-parts';
import type { StoryDate } from '../page/story-date';
import type { StoryName } from '../page/story-reading';
import type { StoryText } from '../page/story-text';

/** What a card shows: what the glossary says, and for a place the one map that it needs. */
export interface CardAnswer {
  readonly view: CardView;
  readonly map: PlacedMap | null;
}

/** What the page of a tab says of itself to the popup. */
export type StoryReport =
  /** The story is read; names in the order of their first mention. */
  | { readonly state: 'read'; readonly date: StoryDate | null; readonly names: readonly StoryName[] }
  /** It is being read for the first time. */
  | { readonly state: 'reading' }
  /** The background could not be reached or failed; the page will try again when asked to. */
  | { readonly state: 'failed' }
  | { readonly state: 'not-a-story' }
  | { readonly state: 'off' };

/** What a page says when something of it has changed; `count` is the number of entries in its story. */
export type PageState =
  | { readonly state: 'read'; readonly count: number }
  | { readonly state: 'failed' | 'not-a-story' | 'off' };

/** Parameters by name; every name here has a result in {@link Results}. */
export interface Params {
  /** Page to background: this page is a story, bring the reader. */
  'bring-reader': null;
  /** Page to background: this story has names, bring the card. */
  'bring-card': null;
  /** Page to background: a frame of this page holds a story, bring gates into its frames. */
  'bring-frame-gates': null;
  /** Page to background: annotate further blocks of a story. */
  annotate: AnnotateParams;
  /** Page to background: what the card says of an entry, for a story of `date` (null: unknown). */
  card: { readonly id: string; readonly date: string | null };
  /** Page to background: the reader wants to change this entry. */
  'edit-entry': { readonly id: string };
  /** Page to background and popup: it was read, or switched on or off; its report is another. */
  'state-changed': PageState;
  /** Page of settings to background: what the entries with these ids are called. */
  'entry-names': { readonly ids: readonly string[] };
  /** Popup to background: an id for a new entry of that name. */
  'new-id': { readonly name: string };
  /** Popup to page: what is there. */
  report: null;
  /** Popup to page: the text of the story, in which names that the glossary lacks are looked for. */
  'story-text': null;
  /** Popup to page: lead the reader to the first mention of an entry, or from it to the next. */
  'go-to-entry': { readonly id: string };
  /** Background to page: open the card of the mention that is selected, else that of `found`, beside the selection. */
  'open-at-selection': { readonly found: FoundEntry | null };
  /** Background to page: the page's address changed without a load; is it a story now? */
  'look-again': null;
  /** Background to page, by the reader's key: go to the next or previous mention, or open the card of this one. */
  'next-mention': null;
  'previous-mention': null;
  'open-card': null;
}

export interface Results {
  'bring-reader': null;
  'bring-card': null;
  'bring-frame-gates': null;
  /** Null where the story is forgotten, or the glossary has changed since its first blocks: read it anew. */
  annotate: AnnotatedBlocks | null;
  /** Null where the glossary has no such entry (any more). */
  card: CardAnswer | null;
  'edit-entry': null;
  'state-changed': null;
  /** By id; those without an entry are left out. */
  'entry-names': Readonly<Record<string, string>>;
  'new-id': string;
  report: StoryReport;
  'story-text': StoryText;
  /** Which mention of the entry it was, from 1, and of how many; null where there is none (any more). */
  'go-to-entry': { readonly at: number; readonly of: number } | null;
  /** False where nothing is selected, or it is no name. */
  'open-at-selection': boolean;
  'look-again': null;
  'next-mention': null;
  'previous-mention': null;
  'open-card': null;
}

export type MessageName = keyof Params;
