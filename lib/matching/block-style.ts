/** How a block sets its capitals: then a capital says nothing there. */
import { WordFlag, type Words } from '../text/words';

export interface BlockStyle {
  /** "Taliban Seize Kabul as Government Falls": capitals are style, not names. */
  readonly titleCase: boolean;
  /** For each word, whether it stands in a run set in capitals throughout. */
  readonly shouted: readonly boolean[];
}

/** Titles are short; a paragraph of names is not one. */
const LONGEST_TITLE = 24;
/** Share of the words of four letters or more that a title writes with a capital. */
const TITLE_SHARE = 0.75;
/** Words of capitals in a row, one of them no acronym by its length, that make a run of capitals. */
const SHOUTED_RUN = 3;
const LONGER_THAN_ACRONYMS = 5;

/** @param named for each word, whether a glossary name covers it: its capital then says nothing of style. */
export function blockStyle(words: Words, named: readonly boolean[]): BlockStyle {
  return { titleCase: isTitleCase(words, named), shouted: shoutedWords(words) };
}

function isTitleCase(words: Words, named: readonly boolean[]): boolean {
  const count = words.starts.length;
  if (count > LONGEST_TITLE || /[.。]["”’']?\s*$|[a-z]\. /.test(words.text)) return false;
  let long = 0;
  let capital = 0;
  // The first word has its capital anyway.
  for (let i = 1; i < count; i++) {
    if (named[i] === true) continue;
    const flags = words.flags[i] ?? 0;
    if ((words.ends[i] ?? 0) - (words.starts[i] ?? 0) < 4) continue;
    if ((flags & (WordFlag.HasUpper | WordFlag.HasLower)) === 0) continue;
    long++;
    if ((flags & WordFlag.Capital) !== 0) capital++;
  }
  return long >= 2 && capital / long >= TITLE_SHARE;
}

function shoutedWords(words: Words): boolean[] {
  const count = words.starts.length;
  const shouted = new Array<boolean>(count).fill(false);
  for (let i = 0; i < count; ) {
    let end = i;
    while (end < count && ((words.flags[end] ?? 0) & WordFlag.HasLower) === 0) end++;
    if (isShout(words, i, end)) shouted.fill(true, i, end);
    i = Math.max(end, i + 1);
  }
  return shouted;
}

function isShout(words: Words, from: number, to: number): boolean {
  let capitals = 0;
  let longest = 0;
  for (let i = from; i < to; i++) {
    if (((words.flags[i] ?? 0) & WordFlag.HasUpper) === 0) continue;
    capitals++;
    longest = Math.max(longest, (words.ends[i] ?? 0) - (words.starts[i] ?? 0));
  }
  // A whole block of capitals, however short ("WHO IS WHO"), or a long run inside one.
  const whole = from === 0 && to === words.starts.length;
  if (whole) return capitals >= 2;
  return capitals >= SHOUTED_RUN && longest >= LONGER_THAN_ACRONYMS;
}
