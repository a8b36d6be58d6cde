/**
 * Senses: whether a name or alias, as found, means its entry here. Silence is cheaper than a wrong card.
 *
 * In order: the story's own definition; what the span stands beside; capitals; then cues. A cue in
 * the block outweighs one elsewhere in the story, and the entry's other names in the story outweigh
 * a cue from elsewhere.
 */

import type { Place } from './candidates';
import type { Hit } from './context';
import { WORDS_IN_CAPITALS } from './data/function-words';
import type { CueRule, Form } from './forms';
import type { GlossaryIndex } from './index/glossary-index';
import { Near } from './neighbours';
import { type Binding, bindingAt, type Naming, namedOtherwise, type StoryEvidence } from './story-evidence';
import { silent, speaks, type Verdict } from './verdict';

export function judgeName(index: GlossaryIndex, form: Form, place: Place, evidence: StoryEvidence): Verdict {
  const { near } = place.hit;
  const binding = bindingAt(evidence, form.key, {
    block: place.block,
    start: place.hit.start,
    role: place.record.role,
  });
  if (binding?.entry === form.entry) {
    return speaks(form, 'definition', 'sure', [`The story says that it stands for ${binding.long}`], 100);
  }
  if (form.shadowed) return silent(form, 'alias', 'An entry that comes before has the same name');
  if (binding !== null && contradicts(index, form, binding, place, evidence)) {
    return silent(form, 'alias', `In this story it stands for ${binding.long}`);
  }
  const inside = insideLongerName(index, form, place.hit);
  if (inside !== null) return silent(form, 'alias', inside);
  if (form.acronym && (near & Near.Shouted) !== 0 && !supportedInCapitals(form, place, evidence)) {
    return silent(form, 'alias', 'In a run of capitals it may be an ordinary word');
  }
  return judgeByCues(index, form, place, evidence);
}

/**
 * Whether the story's definition rules the form out. Not where the glossary knows no long form that
 * the definition could contradict, nor, for a town, where the story names the entry otherwise too.
 */
function contradicts(
  index: GlossaryIndex,
  form: Form,
  binding: Binding,
  place: Place,
  evidence: StoryEvidence,
): boolean {
  if (binding.town) {
    const here = binding.block === place.block && binding.start === place.hit.start;
    return here || otherFormNamed(index, form, place, evidence) === null;
  }
  const forms = index.entry(form.entry)?.forms ?? [];
  return forms.some((one) => one.role === 'name' && one.words > 1 && !one.key.split(' ').includes(form.key));
}

/** DESIGN §5.8, for names and aliases; why the span is part of a longer name, or null. */
function insideLongerName(index: GlossaryIndex, form: Form, hit: Hit): string | null {
  const { near, pattern } = hit;
  const kind = index.entry(form.entry)?.kind ?? 'term';
  if (kind === 'person' && (near & Near.NamedAfter) !== 0)
    return 'It is part of the name of something named after the person';
  if (kind === 'person' && form.words > 1 && (near & Near.NameAfter) !== 0)
    return 'The capitalised word after it makes it another person’s name';
  // Only a capitalised word of its own can be the part of a name; an acronym is a name by itself.
  if (form.words > 1 || form.acronym || !/^[AC]$/.test(pattern)) return null;
  if (kind !== 'term' && (near & Near.IsTitle) !== 0) return 'It is a title before a name';
  const before = Near.GivenBefore | Near.NameBefore;
  if ((near & before) !== 0) return 'The capitalised word before it makes it part of another name';
  if ((near & (Near.ParticleAfter | Near.Joined)) !== 0) return 'The name goes on after it';
  if (kind === 'group' || kind === 'people') return null;
  // "Spree River" is the Spree; "Jordan River" is not the kingdom.
  if (kind !== 'person' && kind !== 'place' && (near & Near.NamedAfter) !== 0) return null;
  if ((near & Near.NameAfter) !== 0) return 'The capitalised word after it makes it part of another name';
  if (kind === 'person' && (near & Near.WordBefore) !== 0)
    return 'The word before it may be another given name';
  return null;
}

/**
 * In capitals, an acronym needs the entry named elsewhere in the story; one that spells an ordinary
 * word ("IS", "WHO", "US") needs the entry's other name in the block, or to stand in a headline.
 */
function supportedInCapitals(form: Form, place: Place, evidence: StoryEvidence): boolean {
  if (namedOtherwise(evidence, form.entry, form.key).blocks.has(place.block)) return true;
  const word = WORDS_IN_CAPITALS.has(form.key);
  return (place.record.role === 'headline' || !word) && evidence.namings.has(form.entry);
}

function judgeByCues(index: GlossaryIndex, form: Form, place: Place, evidence: StoryEvidence): Verdict {
  const blockFor = cueIn(form.cuesFor, 'block', place.cues);
  const blockAgainst = cueIn(form.cuesAgainst, 'block', place.cues);
  const storyFor = cueIn(form.cuesFor, 'story', evidence.cues);
  const storyAgainst = cueIn(form.cuesAgainst, 'story', evidence.cues);
  const otherForm = otherFormNamed(index, form, place, evidence);
  const related = relatedNamed(index, form, evidence);

  const said: string[] = [];
  if (blockFor !== null) said.push(`The paragraph has “${blockFor}”`);
  if (otherForm !== null) said.push(`The story also names it as ${otherForm}`);
  if (storyFor !== null) said.push(`The story has “${storyFor}”`);
  if (related.length > 0) said.push(`The story also names ${related.slice(0, 3).join(', ')}`);
  const weight = (blockFor ? 8 : 0) + (otherForm ? 6 : 0) + (storyFor ? 4 : 0) + Math.min(related.length, 3);

  if (blockAgainst !== null) {
    if (blockFor === null) return silent(form, 'alias', `The paragraph has “${blockAgainst}”`);
    return speaks(
      form,
      'alias',
      'possible',
      [...said, `But the paragraph also has “${blockAgainst}”`],
      weight - 8,
    );
  }
  if (storyAgainst !== null) {
    const against = `The story has “${storyAgainst}”`;
    if (blockFor !== null || otherForm !== null) return speaks(form, 'alias', 'sure', said, weight - 4);
    if (storyFor === null && related.length === 0) return silent(form, 'alias', against);
    return speaks(
      form,
      'alias',
      'possible',
      [...said, `But the story also has “${storyAgainst}”`],
      weight - 4,
    );
  }
  const spokenFor = said.length > 0;
  const doubt = spokenFor ? null : doubtOf(form, place, evidence);
  if (doubt !== null) return silent(form, 'alias', doubt);
  if (form.alone || blockFor !== null || storyFor !== null || otherForm !== null || related.length > 1) {
    return speaks(form, 'alias', 'sure', said, weight);
  }
  if (related.length === 1) return speaks(form, 'alias', 'possible', said, weight);
  if ((place.hit.near & Near.AmongPlaces) !== 0) {
    return speaks(form, 'alias', 'possible', ['It stands in a list of places'], weight);
  }
  return silent(form, 'alias', 'It does not stand by itself, and nothing in the story speaks for it');
}

/** A long read; news about the world's affairs names more than one thing of the glossary by then. */
const LONG_STORY_WORDS = 250;

/** What makes a name doubtful for which nothing in the story speaks. */
function doubtOf(form: Form, place: Place, evidence: StoryEvidence): string | null {
  const inPlace = (place.hit.near & Near.PlaceBefore) !== 0;
  if (evidence.otherSenses.has(form.key) && !inPlace) return 'Elsewhere the story uses it for something else';
  const alone =
    evidence.namings.size === 0 || (evidence.namings.size === 1 && evidence.namings.has(form.entry));
  if (form.cuesAgainst.length > 0 && alone && evidence.words > LONG_STORY_WORDS) {
    return 'It has other senses, and a long story names nothing else of the glossary';
  }
  return null;
}

/** A cue word, as the glossary writes it, that stands in the set; null where none does. */
export function cueIn(
  cues: readonly CueRule[],
  where: CueRule['in'],
  present: ReadonlySet<string>,
): string | null {
  for (const cue of cues) {
    if (cue.in !== where) continue;
    for (const [key, text] of cue.words) if (present.has(key)) return text;
  }
  return null;
}

/** Another form by which the story names the entry; what stands in the span itself speaks for nothing. */
function otherFormNamed(
  index: GlossaryIndex,
  form: Form,
  { block, hit }: Place,
  evidence: StoryEvidence,
): string | null {
  const isApart = (naming: Naming) =>
    naming.block !== block || naming.end <= hit.start || naming.start >= hit.end;
  // Those in the span lie side by side, so that few are passed over.
  const other = namedOtherwise(evidence, form.entry, form.key).places.find(isApart);
  if (other === undefined) return null;
  return index.entry(form.entry)?.forms.find((one) => one.key === other.key)?.text ?? other.key;
}

function relatedNamed(index: GlossaryIndex, form: Form, evidence: StoryEvidence): readonly string[] {
  if (evidence.namings.size === 0) return [];
  const known = evidence.related.get(form.entry);
  if (known !== undefined) return known;
  const named = [...index.relatedTo(form.entry)].flatMap((place) => {
    const entry = evidence.namings.has(place) ? index.entry(place) : undefined;
    return entry ? [entry] : [];
  });
  const names = named.sort((a, b) => (a.order < b.order ? -1 : 1)).map(({ name }) => name);
  evidence.related.set(form.entry, names);
  return names;
}
