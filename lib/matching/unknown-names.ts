/**
 * Names that a story comes back to and the glossary lacks: capitalised names of several words, and
 * acronyms that the story defines. Pure, and made when somebody asks: reading a story does without.
 */
import { foldKey } from '../text/fold';
import { foldedWord, splitWords, WordFlag, type Words } from '../text/words';
import { blockStyle } from './block-style';
import type { Acronym, Definition } from './context';
import { CALENDAR, FUNCTION_WORDS } from './data/function-words';
import { GIVEN_NAMES } from './data/given-names';
import { PARTICLES } from './data/name-parts';
import { TITLES } from './data/titles';
import { isNationality, startsSentence } from './neighbours';
import { draftOf } from './story-drafts';

/** A block as it was read: its text, the spans that are mentions, what it defines, acronyms not known. */
interface ReadBlock {
  readonly text: string;
  readonly mentions: readonly { readonly start: number; readonly end: number }[];
  readonly definitions: readonly Definition[];
  readonly acronyms: readonly Acronym[];
}

export interface UnknownName {
  /** As the story writes it in full. */
  readonly name: string;
  /** The acronym that the story gives for it; null for none. */
  readonly short: string | null;
  /** `term` where nothing tells. */
  readonly kind: 'person' | 'organisation' | 'term';
  /** How often the story has it, in full, by its last word or by its acronym. */
  readonly count: number;
  /** What the story says of it where it names it first, at most 180 characters; null where it says nothing. */
  readonly draft: string | null;
}

/** Fewer times is no more than mentioned. */
const FEWEST = 2;
/** More would be a list to work through, not an offer. */
const MOST = 12;
const LONGEST_NAME_WORDS = 8;

/** A span of a block in which a name stands. */
interface Place {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** A capitalised run: a name of several words, or one word that may be the last of one. */
interface Run extends Place {
  readonly text: string;
  readonly key: string;
  /** Words that spaces part. */
  readonly words: readonly string[];
}

/** Small words inside a name: "Institute for the Study of War". */
const JOINS = new Set(['of', 'for', 'the', 'in', 'de', 'der', 'du', 'des', 'la']);

const isPlainGap = (gap: string) => /^[ \u00a0]$/.test(gap) || /^[-\u2010\u2011]$/.test(gap);

/** The names that recur and are not the glossary's, the most frequent first. */
export function unknownNames(blocks: readonly ReadBlock[]): UnknownName[] {
  const runs = blocks.flatMap(runsIn);
  const defined = definedNames(blocks, runs);
  const inAcronyms = new Set(defined.map(({ name }) => foldKey(name)));
  const several = new Map<string, Run[]>();
  for (const run of runs) {
    if (run.words.length < 2 || inAcronyms.has(run.key)) continue;
    several.set(run.key, [...(several.get(run.key) ?? []), run]);
  }
  const named = [...several.values()].flatMap((places) => nameOf(blocks, places, several, runs) ?? []);
  return [...defined, ...named]
    .filter(({ count }) => count >= FEWEST)
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST);
}

/** The runs of capitalised words in a block that are no mention and touch none. */
function runsIn({ text, mentions }: ReadBlock, block: number): Run[] {
  const words = splitWords(text);
  const { titleCase, shouted } = blockStyle(words, 'body', null);
  if (titleCase) return [];
  const isTaken = (i: number) =>
    mentions.some(({ start, end }) => (words.starts[i] ?? 0) < end && start < (words.ends[i] ?? 0));
  const runs: Run[] = [];
  for (let i = 0; i < words.starts.length; ) {
    if (!isNamePart(words, i) || isTaken(i) || shouted[i]) {
      i++;
      continue;
    }
    const last = endOfRun(words, i, (word) => isTaken(word) || shouted[word] === true);
    // "Australian Timothy Weeks" is Timothy Weeks; "Tunisian Islamists" is nobody's name.
    if (isNationality(foldedWord(words, i)) && last > i) {
      i = last > i + 1 ? i + 1 : last + 1;
      continue;
    }
    const touches = [i - 1, last + 1].some(
      (beside) => isTaken(beside) && isPlainGap(gapBefore(words, Math.max(beside, i))),
    );
    const run = runOf(words, i, last, block);
    // A label is no sentence about anything.
    if (run && !touches && run.text.length < text.trim().length - 1) runs.push(run);
    i = last + 1;
  }
  return runs;
}

const gapBefore = (words: Words, i: number) => words.text.slice(words.ends[i - 1] ?? 0, words.starts[i]);

/** A capitalised word that can begin or end a name. */
function isNamePart(words: Words, i: number): boolean {
  if (((words.flags[i] ?? 0) & WordFlag.Capital) === 0) return false;
  const folded = foldedWord(words, i);
  if (CALENDAR.has(folded) || TITLES.has(folded)) return false;
  return !FUNCTION_WORDS.has(folded) || !startsSentence(words, i);
}

/** Index of the last word of the name that begins at `first`. */
function endOfRun(words: Words, first: number, isOther: (i: number) => boolean): number {
  let last = first;
  for (let i = first + 1; i < words.starts.length && i - first < LONGEST_NAME_WORDS; i++) {
    const isAfterPossessive = endsPossessive(words.text.slice(words.starts[i - 1], words.ends[i - 1]));
    if (isAfterPossessive || !isPlainGap(gapBefore(words, i)) || isOther(i)) break;
    if (((words.flags[i] ?? 0) & WordFlag.Capital) !== 0) {
      if (CALENDAR.has(foldedWord(words, i)) || TITLES.has(foldedWord(words, i))) break;
      last = i;
    } else if (!JOINS.has(foldedWord(words, i)) && !PARTICLES.has(foldedWord(words, i))) break;
  }
  return last;
}

const endsPossessive = (text: string) => /['’ʼ]s?$/i.test(text);

function runOf(words: Words, first: number, last: number, block: number): Run | null {
  const start = words.starts[first] ?? 0;
  const text = words.text.slice(start, words.ends[last]).replace(/['’ʼ]s?$/i, '');
  const parts = text.split(/[ \u00a0]/);
  // One letter is an initial or an item of a list.
  return text.length < 2
    ? null
    : { block, start, end: start + text.length, text, words: parts, key: foldKey(text) };
}

/** A name of several words, with the places where its last word stands for it; null where that is no name. */
function nameOf(
  blocks: readonly ReadBlock[],
  places: readonly Run[],
  all: ReadonlyMap<string, readonly Run[]>,
  runs: readonly Run[],
): UnknownName | null {
  const [first] = places;
  if (!first) return null;
  const lastWord = foldKey(first.words.at(-1) ?? '');
  const namesakes = [...all.values()].filter(([run]) => foldKey(run?.words.at(-1) ?? '') === lastWord);
  const alone = runs.filter(({ words, key }) => words.length === 1 && key === lastWord);
  return {
    name: first.text,
    short: null,
    kind: isPersonal(first.words) ? 'person' : 'term',
    count: places.length + (namesakes.length === 1 ? alone.length : 0),
    draft: draftOf(blocks[first.block]?.text ?? '', first),
  };
}

function isPersonal(words: readonly string[]): boolean {
  return words.length < 4 && GIVEN_NAMES.has(foldKey(words[0] ?? ''));
}

/** Names with an acronym that the story gives and the glossary does not know. */
function definedNames(blocks: readonly ReadBlock[], runs: readonly Run[]): UnknownName[] {
  const found = new Map<string, UnknownName>();
  blocks.forEach(({ text, definitions, mentions }, block) => {
    for (const { short, long, key, town, start, end } of definitions) {
      const isKnown = key !== null || mentions.some((one) => one.start < end && start < one.end);
      if (isKnown || town || found.has(short) || !/\p{Lu}/u.test(long)) continue;
      const inFull = runs.filter((run) => run.key === foldKey(long)).length;
      const inShort = new Set(
        blocks.flatMap(({ acronyms }, index) =>
          acronyms.filter((one) => one.key === short).map((one) => `${index}:${one.start}`),
        ),
      ).add(`${block}:${start}`);
      found.set(short, {
        name: long,
        short: text.slice(start, end).replace(/['’ʼ]s$/i, ''),
        kind: 'organisation',
        // Where it is defined it stands twice, and is named once.
        count: inShort.size + Math.max(0, inFull - 1),
        draft: draftOf(text, { start: Math.max(0, text.indexOf(long)), end }),
      });
    }
  });
  return [...found.values()];
}
