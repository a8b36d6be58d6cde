/**
 * "Washington, Georgia" and "Moscow, Idaho" are towns that share a famous place's name. Told as
 * definitions: from there on the short name stands for the town, which the glossary lacks.
 */
import { foldedWord, type Words } from '../text/words';
import type { Definition } from './context';
import { SUBDIVISIONS } from './data/subdivisions';
import type { NamedSpan } from './definitions';
import type { GlossaryIndex } from './index/glossary-index';
import { wordCase } from './letter-case';

export function townElsewhere(index: GlossaryIndex, words: Words, names: readonly NamedSpan[]): Definition[] {
  return names.flatMap((name) => {
    const state = stateAfter(words, name.lastWord);
    if (state === null || !isPlace(index, name.key) || belongsTo(index, name.key, state.key)) return [];
    const start = words.starts[name.firstWord] ?? 0;
    const long = words.text.slice(start, words.ends[state.lastWord]).replace(/\s+/g, ' ');
    return [{ short: name.key, long, key: null, town: true, start, end: words.ends[name.lastWord] ?? 0 }];
  });
}

interface State {
  readonly key: string;
  readonly lastWord: number;
}

/** The state or province that follows word `i` behind a comma: "…, New Mexico", "…, Ga." */
function stateAfter(words: Words, i: number): State | null {
  if (words.text.slice(words.ends[i], words.starts[i + 1]) !== ', ') return null;
  for (const lastWord of [i + 2, i + 1]) {
    if (lastWord >= words.starts.length || wordCase(words.flags[i + 1] ?? 0) === 'l') continue;
    const key = Array.from({ length: lastWord - i }, (_, k) => foldedWord(words, i + 1 + k)).join(' ');
    // In a list of places ("Moscow, Georgia and Kyiv") the comma means nothing.
    if (SUBDIVISIONS.has(key) && !/^\s+(?:and|or|und|et|y)\s/.test(words.text.slice(words.ends[lastWord]))) {
      return { key, lastWord };
    }
  }
  return null;
}

function isPlace(index: GlossaryIndex, key: string): boolean {
  const forms = index.formsFor(key).filter((form) => form.role === 'name');
  return forms.length > 0 && forms.every((form) => index.entry(form.entry)?.kind === 'place');
}

/** Whether the glossary itself puts the place there: Batumi, Georgia. */
function belongsTo(index: GlossaryIndex, key: string, stateKey: string): boolean {
  const states = index.formsFor(stateKey).map((form) => form.entry);
  return index
    .formsFor(key)
    .some(({ entry }) => states.some((state) => state === entry || index.relatedTo(entry).has(state)));
}
