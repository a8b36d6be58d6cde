/** How a block sets its capitals: then a capital says nothing there. */
import { WordFlag, type Words } from '../text/words';
import { CAPITAL_NOUNS } from './data/languages';
import { wordCase } from './letter-case';
import type { BlockRole } from './types';

export interface BlockStyle {
  /** "Taliban Seize Kabul as Government Falls", or German: capitals are style, not names. */
  readonly titleCase: boolean;
  /** For each word, whether it stands in a run set in capitals throughout. */
  readonly shouted: readonly boolean[];
}

/** Titles are short; a paragraph of names is not one. */
const LONGEST_TITLE = 24;
/** Share of the words of four letters or more that a title writes with a capital. */
const TITLE_SHARE = 0.75;
/** The same for what the page does not call a headline: a caption of names is no title. */
const BODY_TITLE_SHARE = 0.9;
/** Words of capitals in a row, one of them no acronym by its length, that make a run of capitals. */
const SHOUTED_RUN = 3;
const LONGER_THAN_ACRONYMS = 5;

export function blockStyle(words: Words, role: BlockRole, lang: string | null): BlockStyle {
  const capitalNouns = lang !== null && CAPITAL_NOUNS.has(lang);
  return { titleCase: capitalNouns || isTitleCase(words, role), shouted: shoutedWords(words) };
}

function isTitleCase(words: Words, role: BlockRole): boolean {
  const count = words.starts.length;
  if (count > LONGEST_TITLE || /[.。]["”’']?\s*$|[a-z]\. /.test(words.text)) return false;
  // "engineers at Jordan Tech" begins small.
  if (wordCase(words.flags[0] ?? 0) === 'l') return false;
  let long = 0;
  let capital = 0;
  // The first word has its capital anyway.
  for (let i = 1; i < count; i++) {
    const flags = words.flags[i] ?? 0;
    if ((words.ends[i] ?? 0) - (words.starts[i] ?? 0) < 4) continue;
    if ((flags & (WordFlag.HasUpper | WordFlag.HasLower)) === 0) continue;
    long++;
    if ((flags & WordFlag.Capital) !== 0) capital++;
  }
  return long >= 3 && capital / long >= (role === 'headline' ? TITLE_SHARE : BODY_TITLE_SHARE);
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
