/**
 * Checks of the parameters that the background receives. They stand apart from those of pages, which
 * do not carry the schema library.
 */
import * as v from 'valibot';
import { LONGEST_BLOCK } from '../matching/types';
import { pageState } from './plain-checks';
import type { Params } from './protocol';

/** Most blocks in one message. */
const MOST_BLOCKS = 20_000;
/** Most names asked for in one message. */
const MOST_IDS = 10_000;

const storyDay = v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)));

const block = v.object({
  text: v.pipe(v.string(), v.maxLength(LONGEST_BLOCK)),
  role: v.picklist(['headline', 'body', 'caption']),
});

const annotateParams = v.object({
  blocks: v.pipe(v.array(block), v.maxLength(MOST_BLOCKS)),
  lang: v.nullable(v.string()),
  date: storyDay,
  story: v.nullable(v.string()),
  isMore: v.boolean(),
});

const entryParams = v.object({ id: v.string() });

const idsParams = v.object({ ids: v.pipe(v.array(v.string()), v.maxLength(MOST_IDS)) });

const nameParams = v.object({ name: v.string() });

const cardParams = v.object({ id: v.string(), date: storyDay });

/** Parameters as they should be; throws what is wrong with them. */
export const backgroundChecks = {
  'bring-reader': () => null,
  'bring-card': () => null,
  'bring-frame-gates': () => null,
  annotate: (params: unknown): Params['annotate'] => v.parse(annotateParams, params),
  card: (params: unknown): Params['card'] => v.parse(cardParams, params),
  'edit-entry': (params: unknown): Params['edit-entry'] => v.parse(entryParams, params),
  'entry-names': (params: unknown): Params['entry-names'] => v.parse(idsParams, params),
  'state-changed': pageState,
  'new-id': (params: unknown): Params['new-id'] => v.parse(nameParams, params),
} as const;
