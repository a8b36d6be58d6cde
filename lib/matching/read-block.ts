/** Reduces one block to what was seen in it: spans that may be names, cue words, definitions. */
import { foldedWord, splitWords, WordFlag, type Words } from '../text/words';
import { type BlockStyle, blockStyle } from './block-style';
import type { Acronym, BlockRecord, Hit } from './context';
import { SUBDIVISIONS } from './data/subdivisions';
import { findDefinitions, looksShort, type NamedSpan } from './definitions';
import { type ForenameSpan, withForenames } from './forename-spans';
import { languageFits } from './forms';
import { guessLanguage } from './guess-language';
import type { GlossaryIndex } from './index/glossary-index';
import { gapSignature, gapsFit } from './index/phrase';
import { caseFits, wordCase, writtenAs } from './letter-case';
import { nearOf, type WordUse } from './neighbours';
import { type Found, scanWords } from './scan';
import { spanIsWhole } from './span-bounds';
import { townElsewhere } from './towns';
import type { Block } from './types';

/** @param told the story's primary language; null where the page does not say. */
export function readBlock(index: GlossaryIndex, block: Block, told: string | null): BlockRecord {
  const words = splitWords(block.text);
  const lang = told ?? guessLanguage(words);
  const { found } = scanWords(index, words, lang);
  const fitting = found.filter((one) =>
    gapsFit(one.phrase, gapSignature(words, one.firstWord, one.lastWord)),
  );
  const cues = new Set(fitting.filter((one) => one.phrase.isCue).map((one) => one.phrase.path));
  const spans = fitting
    .filter((one) => one.phrase.forms.length > 0 && spanIsWhole(words, one))
    .flatMap((one) => withWriting(index, words, one, lang));
  const names: NamedSpan[] = spans
    .filter((span) => span.isFullName)
    .map(({ found: { firstWord, lastWord, phrase } }) => ({ firstWord, lastWord, key: phrase.key }));
  return {
    role: block.role,
    words: words.starts.length,
    hits: hitsOf(index, words, spans, blockStyle(words, block.role, lang)),
    cues: [...cues],
    definitions: [...findDefinitions(words, names), ...townElsewhere(index, words, names)],
    acronyms: unknownAcronyms(words, spans),
  };
}

interface WrittenSpan {
  readonly found: Found;
  readonly pattern: string;
  readonly plain: string;
  /** It is an entry's name or alias, not only a surname. */
  readonly isFullName: boolean;
  /** It is the name of a place, and of no state or province that shares it. */
  readonly isPlace: boolean;
}

/** The span with the way it is written; none where no form behind it may be written so. */
function withWriting(index: GlossaryIndex, words: Words, found: Found, lang: string | null): WrittenSpan[] {
  const written = writtenAs(words.text.slice(found.start, found.end));
  const fitting = found.phrase.forms.filter(
    (form) => languageFits(form, lang) && caseFits(form.case, written),
  );
  if (fitting.length === 0) return [];
  const names = fitting.filter((form) => form.role === 'name');
  const isPlace =
    !SUBDIVISIONS.has(found.phrase.key) && names.some((form) => index.entry(form.entry)?.kind === 'place');
  return [{ found, ...written, isFullName: names.length > 0, isPlace }];
}

function hitsOf(index: GlossaryIndex, words: Words, spans: readonly WrittenSpan[], style: BlockStyle): Hit[] {
  if (spans.length === 0) return [];
  const use = usesOf(index, words, spans);
  const byFirst = spansByFirst(spans);
  return spans.flatMap((span) => {
    const hit = hitOf(words, span, style, use);
    const extended = span.isFullName ? null : withForenames(index, words, span.found);
    if (extended === null || isListed(index, extended, span, byFirst)) return [hit];
    const reach = { ...extended, lastWord: span.found.lastWord, possessive: isPossessive(words, span.found) };
    return [
      { ...hit, start: extended.start, near: nearOf(words, reach, style, use), named: extended.entryId },
    ];
  });
}

/** A name that the entry lists word for word, with rules of its own, needs no forename to speak for it. */
function isListed(
  index: GlossaryIndex,
  { firstWord, entryId }: ForenameSpan,
  surname: WrittenSpan,
  byFirst: ReadonlyMap<number, readonly WrittenSpan[]>,
): boolean {
  return (byFirst.get(firstWord) ?? []).some(
    ({ found, isFullName }) =>
      isFullName &&
      found.lastWord === surname.found.lastWord &&
      found.phrase.forms.some((form) => index.entry(form.entry)?.id === entryId),
  );
}

function spansByFirst(spans: readonly WrittenSpan[]): ReadonlyMap<number, readonly WrittenSpan[]> {
  const byFirst = new Map<number, WrittenSpan[]>();
  for (const span of spans) {
    const known = byFirst.get(span.found.firstWord);
    if (known) known.push(span);
    else byFirst.set(span.found.firstWord, [span]);
  }
  return byFirst;
}

function usesOf(index: GlossaryIndex, words: Words, spans: readonly WrittenSpan[]): WordUse {
  const named = new Array<boolean>(words.starts.length).fill(false);
  const place = [...named];
  for (const { found, isFullName, isPlace } of spans) {
    if (isFullName) named.fill(true, found.firstWord, found.lastWord + 1);
    if (isPlace) place.fill(true, found.firstWord, found.lastWord + 1);
    // A possessive without its apostrophe ends a name, too: "Irans Kandahar field".
    for (const beside of [found.firstWord - 1, found.lastWord + 1]) {
      if (isNameWithS(index, words, beside)) named[beside] = true;
    }
  }
  return { named, place };
}

function isNameWithS(index: GlossaryIndex, words: Words, i: number): boolean {
  const end = words.ends[i];
  if (end === undefined || words.text.charAt(end - 1) !== 's') return false;
  if (wordCase(words.flags[i] ?? 0) !== 'C') return false;
  const forms = index.formsFor(foldedWord(words, i).slice(0, -1));
  return forms.some((form) => form.role === 'name');
}

function hitOf(words: Words, span: WrittenSpan, style: BlockStyle, use: WordUse): Hit {
  const { found, pattern, plain } = span;
  const { start, end, firstWord, lastWord } = found;
  const near = nearOf(words, { firstWord, lastWord, possessive: isPossessive(words, found) }, style, use);
  return { start, end, key: found.phrase.key, pattern, plain, near };
}

/** Whether something was left off behind the span's last word. */
const isPossessive = (words: Words, found: Found) => found.end < (words.ends[found.lastWord] ?? 0);

/** Acronyms that are no form of the glossary: kept, because the story may define them further down. */
function unknownAcronyms(words: Words, spans: readonly WrittenSpan[]): Acronym[] {
  const known = new Set(spans.map((span) => span.found.start));
  const acronyms: Acronym[] = [];
  for (let i = 0; i < words.starts.length; i++) {
    const start = words.starts[i] ?? 0;
    const flags = words.flags[i] ?? 0;
    if ((flags & WordFlag.Capitals) === 0 || known.has(start) || !looksShort(words, i)) continue;
    const text = words.text.slice(start, words.ends[i]);
    // The possessive stays outside here too: "MaT’s".
    const bare = text.replace(/[’']s$/i, '');
    const key = bare === text ? foldedWord(words, i) : foldedWord(words, i).slice(0, -1);
    acronyms.push({ start, end: start + bare.length, key });
  }
  return acronyms;
}
