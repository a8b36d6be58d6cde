/** What an edited entry would be found by in a story, against how it was before. */
import type { Entry } from '../glossary/schema';
import { annotate, nearMisses, startStory } from '../matching/annotate';
import { buildIndex } from '../matching/build-index';
import type { Block, Mention, NearMiss, Sense, Why } from '../matching/types';
import { foldKey } from '../text/fold';
import type { Catalogue } from './catalogue';
import type { Row } from './row';

export interface TriedStory {
  readonly blocks: readonly Block[];
  readonly lang: string | null;
  /** `YYYY-MM-DD`; null where unknown. */
  readonly date: string | null;
}

/** A mention of the entry, now or before, with its text and some of the story around it. */
export interface TriedMention {
  /** `gained` and `lost` by the edit; `kept` where it stood before too. */
  readonly change: 'gained' | 'lost' | 'kept';
  readonly sense: Sense;
  readonly text: string;
  readonly before: string;
  readonly after: string;
  readonly why: Why;
  /** The entry that the text named before, or names now instead; null for none. */
  readonly other: string | null;
}

/** Text that could be the entry and is not taken for it. */
export interface TriedMiss {
  readonly text: string;
  readonly before: string;
  readonly after: string;
  readonly alias: string;
  readonly reason: string;
}

export interface Trial {
  /** In the order of the story. */
  readonly mentions: readonly TriedMention[];
  readonly misses: readonly TriedMiss[];
}

/** Of the story around a mention, UTF-16 units. */
const AROUND = 60;
/** Forms are looked for in the text by so many letters first. */
const HEAD = 4;

/**
 * The entries that can have a say in a text: those of which a form stands in it, also as a part of a
 * word. All others change nothing there, and an index of these few is made at once.
 */
export function entriesIn(catalogue: Catalogue, blocks: readonly Block[]): Row[] {
  const text = foldKey(blocks.map((block) => block.text).join('\n'));
  const heads = new Set<string>();
  for (let i = 0; i < text.length; i++) heads.add(text.slice(i, i + HEAD));
  return catalogue.ordered().filter(({ state, forms }) => {
    if (state === 'hidden') return false;
    for (let start = 1; start < forms.length; ) {
      const end = forms.indexOf('\n', start);
      const isLong = end - start >= HEAD;
      if (!isLong || heads.has(forms.slice(start, start + HEAD))) {
        const form = forms.slice(start, end);
        if (form !== '' && text.includes(form)) return true;
      }
      start = end + 1;
    }
    return false;
  });
}

function inOrder(catalogue: Catalogue, entries: readonly Entry[]): Entry[] {
  const rankOf = ({ id }: Entry) => catalogue.rankOf(id) ?? Number.POSITIVE_INFINITY;
  const ranked = entries.map((entry) => ({ entry, rank: rankOf(entry) }));
  ranked.sort((a, b) => (a.rank === b.rank ? (a.entry.id < b.entry.id ? -1 : 1) : a.rank - b.rank));
  return ranked.map(({ entry }) => entry);
}

interface Span {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a story with the entry as it was and as it is now.
 *
 * @param before null where it was not in the glossary.
 */
export function tryEntry(catalogue: Catalogue, before: Entry | null, now: Entry, story: TriedStory): Trial {
  const others = entriesIn(catalogue, story.blocks)
    .map(({ entry }) => entry)
    .filter(({ id }) => id !== now.id);
  const read = (own: Entry | null) => {
    const index = buildIndex(inOrder(catalogue, own ? [...others, own] : others));
    const { mentions } = annotate(index, story.blocks, startStory(story));
    return { index, mentions };
  };
  const earlier = read(before).mentions;
  const { index, mentions: present } = read(now);
  const nameOf = (id: string) => catalogue.get(id)?.entry.name ?? id;
  const mine = (mention: Mention) => mention.entryId === now.id;
  const samePlace = (a: Span, b: Span) => a.block === b.block && a.start === b.start && a.end === b.end;
  const overlaps = (a: Span, b: Span) => a.block === b.block && a.start < b.end && b.start < a.end;
  const words = ({ block, start, end }: Span) => {
    const text = story.blocks[block]?.text ?? '';
    return {
      text: text.slice(start, end),
      before: text.slice(Math.max(0, start - AROUND), start),
      after: text.slice(end, end + AROUND),
    };
  };
  const told = (mention: Mention, change: TriedMention['change'], beside: readonly Mention[]) => {
    const other = beside.find((one) => !mine(one) && overlaps(one, mention));
    const tried: TriedMention = {
      ...words(mention),
      ...{ change, sense: mention.sense, why: mention.why, other: other ? nameOf(other.entryId) : null },
    };
    return { place: mention, tried };
  };
  const gainedAndKept = present.filter(mine).map((mention) => {
    const isKept = earlier.some((one) => mine(one) && samePlace(one, mention));
    return told(mention, isKept ? 'kept' : 'gained', isKept ? [] : earlier);
  });
  const lost = earlier
    .filter((mention) => mine(mention) && !present.some((one) => mine(one) && samePlace(one, mention)))
    .map((mention) => told(mention, 'lost', present));
  const all = [...gainedAndKept, ...lost].sort(
    (a, b) => a.place.block - b.place.block || a.place.start - b.place.start,
  );
  const misses = nearMisses(index, story.blocks, story).filter((miss) => miss.entryId === now.id);
  const toMiss = (miss: NearMiss): TriedMiss => ({ ...words(miss), alias: miss.alias, reason: miss.reason });
  return { mentions: all.map(({ tried }) => tried), misses: misses.map(toMiss) };
}
