/**
 * Definitions that a story gives: "Hayat Tahrir al-Sham (HTS)", "TTP (tactics, techniques and
 * procedures)", "the Harmonized Tariff Schedule, or HTS,", "HTS – the Harmonized Tariff Schedule".
 *
 * A long form counts where the short form's letters are its words' first letters, in order, small
 * words skipped at will, or where it is a name of the glossary directly beside the brackets.
 */
import { foldedWord, WordFlag, type Words } from '../text/words';
import type { Definition } from './context';
import { FUNCTION_WORDS } from './data/function-words';
import { PARTICLES } from './data/name-parts';
import { wordCase } from './letter-case';

/** A glossary name found in the block, by its words. */
export interface NamedSpan {
  readonly firstWord: number;
  readonly lastWord: number;
  readonly key: string;
}

const LONGEST_SHORT_FORM = 10;
/** Words that join a name to its short form: "known as ISKP", "or HTS". */
const JOINING =
  /^,?\s*(?:or|better known as|also known as|known as|known by (?:its|their|the)(?: [a-z]+)? (?:acronym|initials)|called|abbreviated(?: as| to)?|also called|short for|stands for|which stands for|meaning|i\.?e\.?)\s+(?:the\s+|simply\s+)?["“'‘]?$/i;
const DASHED = /^\s+[–—-]\s+(?:the\s+)?$/;

/** Names by the words at which they begin and end: a block may hold thousands of them, and of short forms. */
interface NamesByWord {
  readonly byFirst: ReadonlyMap<number, readonly NamedSpan[]>;
  readonly byLast: ReadonlyMap<number, readonly NamedSpan[]>;
}

function namesByWord(names: readonly NamedSpan[]): NamesByWord {
  const byFirst = new Map<number, NamedSpan[]>();
  const byLast = new Map<number, NamedSpan[]>();
  const add = (to: Map<number, NamedSpan[]>, word: number, name: NamedSpan) => {
    const known = to.get(word);
    if (known) known.push(name);
    else to.set(word, [name]);
  };
  for (const name of names) {
    add(byFirst, name.firstWord, name);
    add(byLast, name.lastWord, name);
  }
  return { byFirst, byLast };
}

/** `listed`: in the order of their first words. */
export function findDefinitions(words: Words, listed: readonly NamedSpan[]): Definition[] {
  const names = namesByWord(listed);
  const found: Definition[] = [];
  for (let i = 0; i < words.starts.length; i++) {
    if (!looksShort(words, i)) continue;
    const span = longBefore(words, i) ?? longAfter(words, i);
    if (span !== null) found.push(definition(words, i, span, names));
    else {
      const beside = nameBeside(words, i, names);
      const named = beside ?? nameJoined(words, i, names);
      if (named === null) continue;
      const defined = definition(words, i, [named.firstWord, named.lastWord], names);
      found.push(beside === null ? { ...defined, aside: true } : defined);
    }
  }
  return found;
}

type WordRange = readonly [first: number, last: number];

/** Two to ten letters, two of them capitals at least ("MaT", "TTPs"), or a capitalised acronym ("Isis"). */
export function looksShort(words: Words, i: number): boolean {
  const flags = words.flags[i] ?? 0;
  const length = (words.ends[i] ?? 0) - (words.starts[i] ?? 0);
  if (length < 2 || length > LONGEST_SHORT_FORM || (flags & WordFlag.Capital) === 0) return false;
  return (flags & WordFlag.Capitals) !== 0 || bracketed(words, i) || bracketFollows(words, i);
}

function bracketed(words: Words, i: number): boolean {
  return /[([]["“'‘]?$/.test(gapBefore(words, i)) && /^["”'’]?[)\],;]/.test(gapAfter(words, i));
}

function bracketFollows(words: Words, i: number): boolean {
  return /^["”'’]?\s*\(["“'‘]?$/.test(gapAfter(words, i));
}

const gapBefore = (words: Words, i: number) => words.text.slice(words.ends[i - 1] ?? 0, words.starts[i]);
const gapAfter = (words: Words, i: number) => words.text.slice(words.ends[i], words.starts[i + 1]);

/** "Long Name (LN)", "Long Name, or LN", "the Long Name — LN". */
function longBefore(words: Words, i: number): WordRange | null {
  if (i === 0) return null;
  const letters = lettersOf(words, i);
  if (bracketed(words, i)) return initialsEndingAt(words, i - 1, letters);
  for (let last = i - 1; last >= Math.max(0, i - 7); last--) {
    const between = words.text.slice(words.ends[last], words.starts[i]);
    if (
      !JOINING.test(between) &&
      !(last === i - 1 && DASHED.test(between)) &&
      !(last === i - 2 && DASHED.test(between))
    )
      continue;
    const span = initialsEndingAt(words, last, letters);
    if (span !== null) return span;
  }
  return null;
}

/** "LN (Long Name)", "LN – the Long Name", "LN, short for Long Name". */
function longAfter(words: Words, i: number): WordRange | null {
  const letters = lettersOf(words, i);
  for (let first = i + 1; first < Math.min(words.starts.length, i + 7); first++) {
    const between = words.text.slice(words.ends[i], words.starts[first]);
    const bracket = /^["”'’]?\s*[([]\s*(?:the\s+)?["“'‘]?$/i.test(between);
    if (!bracket && !JOINING.test(between) && !DASHED.test(between)) continue;
    const span = initialsStartingAt(words, first, letters);
    if (span !== null) return span;
  }
  return null;
}

/** A short form's letters, folded, a plural s left off: "TTPs" → ttp. */
function lettersOf(words: Words, i: number): string {
  const text = words.text.slice(words.starts[i], words.ends[i]);
  const folded = foldedWord(words, i);
  return /[A-Z]s$/.test(text) ? folded.slice(0, -1) : folded;
}

const isSmall = (folded: string) => FUNCTION_WORDS.has(folded) || PARTICLES.has(folded);
const startsBracket = (gap: string) => /[()[\].!?;:]/.test(gap);

/** The words, ending with word `last`, whose initials are `letters`; small words may have none. */
function initialsEndingAt(words: Words, last: number, letters: string): WordRange | null {
  let left = letters.length;
  for (let w = last; w >= 0 && last - w <= letters.length * 2 + 2; w--) {
    if (w < last && startsBracket(gapAfter(words, w))) return null;
    const folded = foldedWord(words, w);
    if (folded.charAt(0) === letters.charAt(left - 1)) {
      left--;
      if (left === 0) return [w, last];
    } else if (!isSmall(folded)) return null;
    else if (w === last) return null;
  }
  return null;
}

function initialsStartingAt(words: Words, first: number, letters: string): WordRange | null {
  let matched = 0;
  for (let w = first; w < words.starts.length && w - first <= letters.length * 2 + 2; w++) {
    if (w > first && startsBracket(gapBefore(words, w))) return null;
    const folded = foldedWord(words, w);
    if (folded.charAt(0) === letters.charAt(matched)) {
      matched++;
      if (matched === letters.length) return [first, w];
    } else if (!isSmall(folded) || w === first) return null;
  }
  return null;
}

/** A glossary name that a bracketed short form directly follows, or that fills the brackets after one. */
function nameBeside(words: Words, i: number, { byFirst, byLast }: NamesByWord): NamedSpan | null {
  if (wordCase(words.flags[i] ?? 0) === 'l') return null;
  if (bracketed(words, i)) return byLast.get(i - 1)?.find((name) => name.lastWord > name.firstWord) ?? null;
  if (!bracketFollows(words, i)) return null;
  return byFirst.get(i + 1)?.find((name) => name.lastWord > name.firstWord) ?? null;
}

/** Words that {@link JOINING} can have, and some more: a name further off is joined to nothing. */
const FARTHEST_JOINED = 10;

/** A glossary name that an aside joins to the short form: "LN, or Long Name, …", "Long Name, known as LN, …". */
function nameJoined(words: Words, i: number, { byFirst, byLast }: NamesByWord): NamedSpan | null {
  if (((words.flags[i] ?? 0) & WordFlag.HasLower) !== 0) return null;
  const joins = ({ firstWord, lastWord }: NamedSpan) =>
    lastWord > firstWord && (isAside(words, [lastWord, i], i) || isAside(words, [i, firstWord], lastWord));
  // The name that begins first, of those that end before the short form or begin after it.
  let before: NamedSpan | null = null;
  for (let w = i - FARTHEST_JOINED; w < i; w++) {
    for (const name of byLast.get(w) ?? []) {
      if ((before === null || name.firstWord < before.firstWord) && joins(name)) before = name;
    }
  }
  if (before !== null) return before;
  for (let w = i; w <= i + FARTHEST_JOINED; w++) {
    const name = byFirst.get(w)?.find(joins);
    if (name !== undefined) return name;
  }
  return null;
}

/** Whether commas set off what follows `from`, up to `end`, as another name for it. */
function isAside(words: Words, [from, to]: WordRange, end: number): boolean {
  if (from >= to) return false;
  const between = words.text.slice(words.ends[from], words.starts[to]);
  return (
    between.startsWith(',') &&
    JOINING.test(between) &&
    /^["”'’]?(?:[,;.:!?)–—]|\s[–—]|$)/.test(gapAfter(words, end))
  );
}

function definition(
  words: Words,
  i: number,
  [first, last]: WordRange,
  { byFirst, byLast }: NamesByWord,
): Definition {
  const inside = (byLast.get(last) ?? []).filter(
    (name) => name.firstWord >= first - 1 && name.firstWord <= first + 1,
  );
  const within: string[] = [];
  for (let w = first; w <= last; w++) {
    for (const name of byFirst.get(w) ?? []) if (name.lastWord <= last) within.push(name.key);
  }
  const longest = inside.sort((a, b) => a.firstWord - b.firstWord)[0];
  return {
    short: lettersOf(words, i),
    long: words.text.slice(words.starts[first], words.ends[last]).replace(/\s+/g, ' '),
    key: longest?.key ?? null,
    inside: within,
    start: words.starts[i] ?? 0,
    end: words.ends[i] ?? 0,
  };
}
