/** Whether a span may end where it ends: not inside an address, a handle, or a run of katakana. */
import { WordFlag, type Words } from '../text/words';
import type { Found } from './scan';

/** Far enough to see an address's beginning; names do not stand after longer runs without a space. */
const LONGEST_ADDRESS = 200;
const KATAKANA = /[\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9d]/;

export function spanIsWhole(words: Words, span: Found): boolean {
  return !inAddress(words.text, span.start, span.end) && unspacedBoundsFit(words, span);
}

/** Whether the span is part of an address, a handle or a currency: "www.kabul.example", "@Taliban", "US$". */
function inAddress(text: string, start: number, end: number): boolean {
  if (text.charAt(start - 1) === '@' || text.charAt(start - 1) === '_' || text.charAt(end) === '_')
    return true;
  if (text.charAt(end) === '.' && /[\p{Ll}\p{N}]/u.test(text.charAt(end + 1))) return true;
  if (/[@\p{Sc}]/u.test(text.charAt(end))) return true;
  if (!/[/.=&?#%]/.test(text.charAt(start - 1))) return false;
  let from = start;
  while (from > 0 && start - from < LONGEST_ADDRESS && !/\s/.test(text.charAt(from - 1))) from--;
  const run = text.slice(from, start);
  if (/:\/\/|^www\.|[a-z0-9]@|\.[a-z]{2,}\//i.test(run)) return true;
  return /[\p{Ll}\p{N}]\.$/u.test(run) && /\p{Ll}/u.test(text.charAt(start));
}

/**
 * In scripts without spaces a name may stand anywhere, but one character is too little to be one,
 * and a name in katakana does not end inside a longer word in katakana (ハマス in ハマスタ).
 */
function unspacedBoundsFit(words: Words, span: Found): boolean {
  const first = words.flags[span.firstWord] ?? 0;
  const last = words.flags[span.lastWord] ?? 0;
  if ((first & last & WordFlag.Unspaced) !== 0 && span.firstWord === span.lastWord)
    return standsAlone(words, span);
  const { text } = words;
  if (KATAKANA.test(text.charAt(span.start)) && KATAKANA.test(text.charAt(span.start - 1))) return false;
  return !(KATAKANA.test(text.charAt(span.end - 1)) && KATAKANA.test(text.charAt(span.end)));
}

/** Whether no letter stands beside a name of one character. */
function standsAlone(words: Words, span: Found): boolean {
  const next = words.flags[span.lastWord + 1] ?? 0;
  const own = words.flags[span.firstWord] ?? 0;
  return span.firstWord > 0
    ? (own & WordFlag.NoGap) === 0 && (next & WordFlag.NoGap) === 0
    : (next & WordFlag.NoGap) === 0;
}
