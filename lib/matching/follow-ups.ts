/**
 * Follow-ups: short forms and surnames, which stand for an entry that the story names in full.
 *
 * After or before the full name alike, since a headline's surname is explained by the body. Not where
 * two people of the story share it, and not inside another person's name.
 */

import type { Place } from './candidates';
import type { Form } from './forms';
import type { GlossaryIndex } from './index/glossary-index';
import { Near } from './neighbours';
import { cueIn } from './senses';
import type { StoryEvidence } from './story-evidence';
import { silent, speaks, type Verdict } from './verdict';

/** Short forms by which the story calls people that the glossary does not know. */
export interface Rivals {
  /** Fold of a surname → in which blocks, and from where on, it stands behind an unknown given name: "Carly Kugelman". */
  readonly surnames: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** Fold of a first name that stands before an unknown surname somewhere: "Anwar Sadat". */
  readonly givenNames: ReadonlySet<string>;
  /** Positions of people whose surname the story uses alone. */
  readonly calledBySurname: ReadonlySet<number>;
}

const ANOTHERS_NAME =
  Near.GivenBefore |
  Near.NameBefore |
  Near.WordBefore |
  Near.NameAfter |
  Near.NamedAfter |
  Near.ParticleAfter |
  Near.Joined |
  Near.IsTitle;

/** Whether what stands beside a short form makes it (part of) another name. */
export function isInAnothersName(near: number): boolean {
  return (near & ANOTHERS_NAME) !== 0;
}

/**
 * A surname with the person's own forenames before it is their full name, if not a listed one. Where
 * many bear that name, it is theirs only as the listed one is: where something speaks for them.
 */
export function judgeFullName(
  index: GlossaryIndex,
  form: Form,
  place: Place,
  evidence: StoryEvidence,
): Verdict {
  if (isInAnothersName(place.hit.near)) return silent(form, 'alias', 'It is part of another name');
  const entry = index.entry(form.entry);
  const name = entry?.name ?? form.text;
  const own = entry?.forms.find((one) => one.role === 'name' && one.key === entry.nameKey);
  const doubt = own && !evidence.namings.has(form.entry) ? doubtOfName(own, place, evidence) : null;
  if (doubt !== null) return silent(form, 'alias', doubt);
  return speaks(form, 'alias', 'sure', [`The name before ${form.text} is one of ${name}’s`], 10);
}

/** Why a person's name, with nothing for it in the story, may be another's; null where it is theirs. */
function doubtOfName({ alone, cuesFor, cuesAgainst, text }: Form, { cues }: Place, evidence: StoryEvidence) {
  const inBlockOrStory = (rules: Form['cuesFor']) =>
    cueIn(rules, 'block', cues) ?? cueIn(rules, 'story', evidence.cues);
  if (inBlockOrStory(cuesFor) !== null) return null;
  const against = inBlockOrStory(cuesAgainst);
  if (against !== null) return `The story has “${against}”`;
  return alone ? null : `Nothing in the story speaks for this ${text}`;
}

export function judgeShort(
  index: GlossaryIndex,
  form: Form,
  place: Place,
  evidence: StoryEvidence,
  rivals: Rivals,
): Verdict {
  const name = index.entry(form.entry)?.name ?? form.text;
  if (isInAnothersName(place.hit.near)) return silent(form, 'follow-up', 'It is part of another name');
  if ((place.hit.near & Near.OrdinaryWord) !== 0)
    return silent(form, 'follow-up', 'It may be an ordinary word');
  const named = evidence.namings.has(form.entry);
  if (!named && !form.alone) return silent(form, 'follow-up', `The story does not name ${name} in full`);
  const sharing = othersNamed(index, form, evidence, 'short');
  if (sharing.every(({ listed }) => !listed) && sharing.length > 0 && isListedFirstName(index, form)) {
    const doubt = `But the story also names ${nameAll(index, sharing)}`;
    return speaks(form, 'follow-up', 'possible', [`${name} goes by the first name`, doubt], 1);
  }
  if (sharing.length > 0) {
    const doubt = `The story also names ${nameAll(index, sharing)}`;
    if (!form.alone) return silent(form, 'follow-up', doubt);
    return speaks(form, 'follow-up', 'possible', ['The short form stands by itself', `But: ${doubt}`], 1);
  }
  const said = named ? `The story names ${name} in full` : 'The short form stands by itself';
  const places = rivals.surnames.get(form.key);
  if (places === undefined) return speaks(form, 'follow-up', 'sure', [said], named ? 5 : 2);
  // A relative named in passing seldom takes the surname over, but just behind their name they may.
  const { block, hit } = place;
  if (!form.alone && (places.get(block) ?? Number.POSITIVE_INFINITY) < hit.start) {
    return silent(form, 'follow-up', 'The paragraph names someone else of that surname');
  }
  return speaks(form, 'follow-up', 'possible', [said, 'But it also names someone else of that surname'], 1);
}

/**
 * A first name alone, where that is the custom (Malaysia's Anwar Ibrahim is Anwar): only if the story
 * names the person in full, never uses the surname alone, and has nobody else of that first name.
 */
export function judgeGiven(
  index: GlossaryIndex,
  form: Form,
  place: Place,
  evidence: StoryEvidence,
  rivals: Rivals,
): Verdict {
  const name = index.entry(form.entry)?.name ?? form.text;
  if (isInAnothersName(place.hit.near)) return silent(form, 'follow-up', 'It is part of another name');
  if (!evidence.namings.has(form.entry))
    return silent(form, 'follow-up', `The story does not name ${name} in full`);
  if (rivals.calledBySurname.has(form.entry))
    return silent(form, 'follow-up', `The story calls ${name} by the surname`);
  const others = othersNamed(index, form, evidence, 'given');
  if (others.length > 0 || rivals.givenNames.has(form.key)) {
    return silent(form, 'follow-up', 'The story names someone else of that first name');
  }
  const said = `The story names ${name} in full and does not use the surname alone`;
  return speaks(form, 'follow-up', 'possible', [said], 0);
}

/** The same short form of other entries that the story names in full. */
function othersNamed(index: GlossaryIndex, form: Form, evidence: StoryEvidence, role: Form['role']): Form[] {
  return index
    .formsFor(form.key)
    .filter((one) => one.role === role && one.entry !== form.entry && evidence.namings.has(one.entry));
}

function nameAll(index: GlossaryIndex, forms: readonly Form[]): string {
  return forms.map((one) => index.entry(one.entry)?.name ?? one.text).join(', ');
}

/** A first name that the glossary lists: Anwar Ibrahim is Anwar also where his daughter, an Anwar, is named. */
function isListedFirstName(index: GlossaryIndex, form: Form): boolean {
  return form.listed && index.entry(form.entry)?.nameKey.startsWith(`${form.key} `) === true;
}
