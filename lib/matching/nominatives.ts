/** Undoes case endings: what a word of a story may be the inflected form of. */
import { foldKey } from '../text/fold';
import { CYRILLIC, type Inflections, KOREAN, LATIN } from './data/inflections';

/** A form that a word may be inflected from; `outside` where the ending is a particle. */
export interface Nominative {
  readonly folded: string;
  readonly outside: boolean;
}

interface Rule {
  readonly ending: string;
  readonly nominative: string;
  readonly shortest: number;
  readonly outside: boolean;
}

/** Rules by the last folded letter of the ending that they undo. */
type Rules = ReadonlyMap<string, readonly Rule[]>;

const cyrillic = compile(CYRILLIC);
const korean = compile([KOREAN]);
const latin = new Map(Object.entries(LATIN).map(([lang, rules]) => [lang, compile([rules])]));

/** Whether Latin-script words are inflected in this language, as far as we know its endings. */
export function inflectsLatin(lang: string | null): boolean {
  return lang !== null && latin.has(lang);
}

/** What the folded word may come from; `unit` is a code unit of it and says its script. */
export function nominatives(folded: string, unit: number, lang: string | null): Nominative[] {
  const rules = rulesFor(unit, lang);
  if (rules === undefined) return [];
  const found = new Map<string, Nominative>();
  for (const rule of rules.get(folded.charAt(folded.length - 1)) ?? []) {
    if (!folded.endsWith(rule.ending)) continue;
    const nominative = folded.slice(0, folded.length - rule.ending.length) + rule.nominative;
    if (nominative.length < rule.shortest || nominative === folded) continue;
    found.set(nominative, { folded: nominative, outside: rule.outside });
  }
  return [...found.values()];
}

function rulesFor(unit: number, lang: string | null): Rules | undefined {
  if (unit >= 0x400 && unit <= 0x52f) return cyrillic;
  if (unit >= 0xac00 && unit <= 0xd7a3) return korean;
  if (unit < 0x250 || (unit >= 0x1e00 && unit <= 0x1eff)) return lang === null ? undefined : latin.get(lang);
  return undefined;
}

function compile(languages: readonly Inflections[]): Rules {
  const rules = new Map<string, Rule[]>();
  for (const { shortest, outside = false, endings } of languages) {
    for (const [nominative, list] of Object.entries(endings)) {
      for (const written of list.split(' ')) {
        const ending = foldKey(written);
        const rule = { ending, nominative: foldKey(nominative), shortest, outside };
        const last = ending.charAt(ending.length - 1);
        rules.set(last, [...(rules.get(last) ?? []), rule]);
      }
    }
  }
  return rules;
}
