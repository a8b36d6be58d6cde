/** What a story says of a name where it names it: a draft for a line about it. */

/** Longest summary that an entry may have, UTF-16 units. */
export const LONGEST_SUMMARY = 180;
/** Shorter is no description. */
const SHORTEST = 12;

/** Where a sentence ends: not behind an initial or a short title ("J. ", "Gen. "). */
const SENTENCE_END = /(?<!\b\p{Lu}\p{L}{0,2})[.!?…]["”’»]?\s+(?=["“‘«]?\p{Lu})/gu;
/** "X, a research group in Doha, said": what a name is set off by commas as. */
const APPOSITION = /^(?:['’]s?)?\)?\s*(?:,|\s[–—]\s)\s*((?:an?|the|one of) [^,;.()]+)/u;
/** "X, who leads …" */
const CLAUSE = /^\)?\s*,\s*who ([^,;.()]+)/u;

/**
 * What a text says of the name at `span`: what it is set off by commas as, else the sentence that names
 * it, cut at a word. Null where that is too short to say anything.
 */
export function draftOf(text: string, span: { readonly start: number; readonly end: number }): string | null {
  const after = text.slice(span.end);
  const said = APPOSITION.exec(after)?.[1] ?? CLAUSE.exec(after)?.[1];
  const draft =
    said && said.trim().length >= SHORTEST ? capitalised(said.trim()) : sentenceAt(text, span.start);
  const fitting = cut(draft);
  return fitting.length < SHORTEST ? null : fitting;
}

const capitalised = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function sentenceAt(text: string, at: number): string {
  let start = 0;
  for (const end of text.matchAll(SENTENCE_END)) {
    const next = end.index + end[0].length;
    if (next > at) return text.slice(start, next).trim();
    start = next;
  }
  return text.slice(start).trim();
}

/** At most as long as a summary may be, ended at a word. */
function cut(text: string): string {
  if (text.length <= LONGEST_SUMMARY) return text;
  return `${text.slice(0, LONGEST_SUMMARY - 1).replace(/\s+\S*$/u, '')}…`;
}
