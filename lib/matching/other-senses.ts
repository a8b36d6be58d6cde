/**
 * One sense a story: a name that the story plainly uses for something else in one place is doubtful
 * in its others. "Dr. Saleh Hamas … Hamas said" is the doctor; a roast turkey makes Turkey doubtful.
 */

import { type Candidate, coverOf } from './candidates';
import type { Form } from './forms';
import type { GlossaryIndex } from './index/glossary-index';
import { Near } from './neighbours';
import { cueIn } from './senses';

const INSIDE_A_PERSONS_NAME = Near.GivenBefore | Near.NameBefore;

/** Folds of one-word names that stand inside a person's name, or beside a cue against them, somewhere. */
export function otherSensesIn(index: GlossaryIndex, candidates: readonly Candidate[][]): Set<string> {
  const found = new Set<string>();
  for (const inBlock of candidates) {
    const isCovered = coverOf(inBlock.filter(isNamed).map(({ hit }) => hit));
    for (const one of inBlock) {
      for (const form of one.forms) {
        if (form.role !== 'name' || form.words > 1) continue;
        const inName = isNoPerson(index, form) && (one.hit.near & INSIDE_A_PERSONS_NAME) !== 0;
        const against = cueIn(form.cuesAgainst, 'block', one.cues);
        if (!inName && against === null) continue;
        if (isCovered(one.hit)) continue;
        found.add(form.key);
      }
    }
  }
  return found;
}

const isNamed = (one: Candidate) => one.forms.some((form) => form.role === 'name');

/** A person's surname behind another given name says nothing of the person: rivals are weighed elsewhere. */
function isNoPerson(index: GlossaryIndex, form: Form): boolean {
  const kind = index.entry(form.entry)?.kind;
  return !form.acronym && kind !== 'person' && kind !== 'term';
}
