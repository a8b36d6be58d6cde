/** Glossaries of any size, made of names that no story holds. */
import * as v from 'valibot';
import { type Entry, entrySchema } from '../../lib/glossary/schema';
import { randomFrom } from './statistics';

/** Names of an entry: what stories may call it. */
const namesIn = ({ ownScript, aliases }: Entry) => 1 + (ownScript ? 1 : 0) + aliases.length;

/** Names in all of the entries, as they are counted throughout the bench. */
export const namesInAll = (entries: readonly Entry[]) =>
  entries.reduce((count, entry) => count + namesIn(entry), 0);

const ONSETS = 'b br ch d dr f g gh h j k kh l m n p q r s sh t tr v w y z'.split(' ');
const VOWELS = 'a a a e i o u ai ou'.split(' ');
const ENDS = ['', '', '', 'n', 'r', 'l', 'm', 'sh', 'd', 'b'];
const BODIES = 'Ministry Party Movement Council Front Agency Brigade Province Bank Court'.split(' ');
/** Names that an entry of the bundled glossary has at the mean. */
const NAMES_AN_ENTRY = 4;

/** `count` made entries of four names each, half of them persons: always the same ones. */
export function madeEntries(count: number): Entry[] {
  const random = randomFrom(count);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const word = (syllables: number) => {
    let made = '';
    for (let i = 0; i < syllables; i++) made += pick(ONSETS) + pick(VOWELS) + pick(ENDS);
    return made.charAt(0).toUpperCase() + made.slice(1);
  };
  const whole = v.parse(entrySchema, { id: 'made', kind: 'person', name: 'Made' });
  return Array.from({ length: count }, (_, at): Entry => {
    const isPerson = at % 2 === 0;
    const first = word(2);
    const last = word(3);
    const body = pick(BODIES);
    const name = isPerson ? `${first} ${last}` : `${last} ${body}`;
    const others = isPerson
      ? [`${first} al-${last}`, `${first} ${word(2)} ${last}`, `${word(2)} ${last}`]
      : [`${body} of ${last}`, `${last} ${first} ${body}`, `${last} ${word(2)} ${body}`];
    return {
      ...whole,
      id: `made-${at}`,
      kind: isPerson ? 'person' : 'organisation',
      name,
      summary: `${isPerson ? 'Politician' : 'Body'} of ${word(3)}, known since ${1950 + (at % 70)} for work in ${word(2)}.`,
      aliases: others.slice(0, NAMES_AN_ENTRY - 1).map((text, i) => ({
        key: `a${i}`,
        text,
        case: 'any',
        alone: 'yes',
        for: [],
        against: [],
      })),
    };
  });
}

/** Entries with as many names as asked for, `base` first; a last entry may bring one or two more. */
export function glossaryOf(names: number, base: readonly Entry[], made: readonly Entry[]): Entry[] {
  const chosen: Entry[] = [];
  let count = 0;
  for (const entry of [...base, ...made]) {
    if (count >= names) break;
    chosen.push(entry);
    count += namesIn(entry);
  }
  return chosen;
}
